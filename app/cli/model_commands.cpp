#include "cli/checks.hpp"
#include "cli/command.hpp"
#include "cli/json.hpp"
#include "core/unknown_name.hpp"
#include "pipeline/schedule_preview.hpp"

#include <algorithm>

namespace strand::cli {

namespace {

Result<const ModelEntry*> findEntry(std::span<const ModelEntry> models, const std::string& name) {
    std::vector<std::string> known;
    for (const auto& entry : models) {
        if (entry.name == name) return &entry;
        known.push_back(entry.name);
    }
    return fail(unknownName({STRAND_TEXT("engine", "there is no model \"%1\""), name}, name, known));
}

void printEntry(CommandContext& context, const ModelEntry& entry) {
    context.out.line(fmt::format("{}: {}", entry.name, speak(entry.title)));
    context.out.line(speak(entry.description));
    context.out.line(entry.paper + "\n");
    Table table{{say(STRAND_TEXT("cli", "name")), say(STRAND_TEXT("cli", "default")), say(STRAND_TEXT("cli", "values")),
                 say(STRAND_TEXT("cli", "unit")), say(STRAND_TEXT("cli", "what it is"))},
                {}};
    for (const auto& spec : entry.hyperparameters) {
        std::string values = fmt::format("{}", fmt::join(spec.choices, " "));
        if (values.empty() && spec.min < spec.max) values = fmt::format("{}..{}", spec.min, spec.max);
        table.rows.push_back({spec.name, formatValue(spec.defaultValue), values, spec.unit, speak(spec.help)});
    }
    context.out.table(table);
}

Result<void> listModels(CommandContext& context, const std::string& name) {
    const auto models = context.engine().models();
    if (!name.empty()) {
        STRAND_ASSIGN(const auto* entry, findEntry(models, name));
        if (context.json()) {
            context.out.event(modelEvent(*entry, true));
        } else {
            printEntry(context, *entry);
        }
        return {};
    }
    Table table{{say(STRAND_TEXT("cli", "model")), say(STRAND_TEXT("cli", "family")), say(STRAND_TEXT("cli", "attention")),
                 say(STRAND_TEXT("cli", "title"))},
                {}};
    for (const auto& entry : models) {
        if (context.json()) {
            context.out.event(modelEvent(entry, false));
        } else {
            table.rows.push_back({entry.name, entry.family, entry.attention, speak(entry.title)});
        }
    }
    if (!context.json()) context.out.table(table);
    return {};
}

struct ScheduleArguments {
    std::string model, preset;
    std::int64_t steps = 0;
};

constexpr std::size_t kPiece = std::size_t{1} << 20U;  ///< bytes written at once

Result<void> printSchedule(CommandContext& context, const ScheduleArguments& arguments) {
    STRAND_ASSIGN(const auto points, previewSchedule(arguments.model, arguments.preset, context.hyperparameters, arguments.steps));
    if (!context.json()) context.out.raw("step,lr\n");
    std::string text;
    for (const auto& [step, lr] : points) {
        text += context.json() ? Json{{"event", "schedule"}, {"step", step}, {"lr", lr}}.dump() + "\n" : fmt::format("{},{}\n", step, lr);
        if (text.size() < kPiece && step < arguments.steps) continue;
        context.out.raw(text);
        text.clear();
    }
    return {};
}

}  // namespace

CommandRun declareModels(CLI::App& app) {
    auto name = std::make_shared<std::string>();
    app.add_option("MODEL", *name, say(STRAND_TEXT("cli", "name of a model: its hyperparameters too")));
    return [name](CommandContext& context) { return listModels(context, *name); };
}

CommandRun declareSchedule(CLI::App& app) {
    auto arguments = std::make_shared<ScheduleArguments>();
    app.add_option("--steps", arguments->steps, say(STRAND_TEXT("cli", "optimiser steps of the whole run")))
        ->required()
        ->check(wholeNumber(0, 10'000'000));
    app.add_option("--model", arguments->model, say(STRAND_TEXT("cli", "take the defaults of this model")));
    app.add_option("--preset", arguments->preset, say(STRAND_TEXT("cli", "quick, balanced or thorough; with --model")));
    return [arguments](CommandContext& context) { return printSchedule(context, *arguments); };
}

}  // namespace strand::cli
