#include "cli/checks.hpp"
#include "cli/command.hpp"
#include "cli/json.hpp"
#include "storage/setting_store.hpp"

#include <algorithm>
#include <set>

namespace strand::cli {

namespace {

struct RunArguments {
    std::string project, run;
};

void addRun(CLI::App& app, RunArguments& arguments) {
    addProject(app, arguments.project);
    app.add_option("--run", arguments.run, say(STRAND_TEXT("cli", "name or id of the run")))->required();
}

Json progressJson(const RunRecord& run) {
    return {{"epoch", run.epoch},
            {"step", run.step},
            {"best_epoch", run.bestEpoch},
            {"seconds", run.seconds},
            {"created", run.created},
            {"error", run.error ? Json(speak(*run.error)) : Json()},
            {"test", run.test ? toJson(*run.test) : Json()}};
}

Json wholeRun(const RunRecord& run, std::span<const ModelEntry> models) {
    auto out = runEvent(run, models);
    out.update(progressJson(run));
    return out;
}

double testFigure(const RunRecord& run, double ClassificationMetrics::*figure) { return run.test ? (*run.test).*figure : kNotAvailable; }

Result<void> listRuns(CommandContext& context, const std::string& path) {
    STRAND_ASSIGN(const auto project, ProjectFile::open(path, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto runs, RunStore(project).list());
    Table table{{say(STRAND_TEXT("cli", "id")), say(STRAND_TEXT("cli", "run")), say(STRAND_TEXT("cli", "model")),
                 say(STRAND_TEXT("cli", "dataset")), say(STRAND_TEXT("cli", "state")), say(STRAND_TEXT("cli", "epoch")),
                 say(STRAND_TEXT("cli", "best")), say(STRAND_TEXT("cli", "time")), say(STRAND_TEXT("cli", "test acc")),
                 say(STRAND_TEXT("cli", "test mcc"))},
                {}};
    for (const auto& run : runs) {
        if (context.json()) {
            context.out.event(wholeRun(run, context.engine().models()));
            continue;
        }
        table.rows.push_back({std::to_string(run.id), run.name, run.model, run.datasetName, runStateName(run.state),
                              fmt::format("{}/{}", run.epoch, run.epochsPlanned), std::to_string(run.bestEpoch), duration(run.seconds),
                              fixed(testFigure(run, &ClassificationMetrics::acc), 4),
                              fixed(testFigure(run, &ClassificationMetrics::mcc), 4)});
    }
    if (!context.json()) context.out.table(table);
    return {};
}

std::string shellQuoted(const std::string& text) {
    const auto plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string_view("-_./=:,+@%").find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::ranges::all_of(text, plain)) return text;
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

/// The command line that trains the same run again.
std::string repeatCommand(const std::string& project, const RunRecord& run, const std::optional<std::string>& fold) {
    std::string out = fmt::format("strandlab-cli train {} --dataset {} --model {} --seed {} --device {} --threads {}", shellQuoted(project),
                                  shellQuoted(run.datasetName), shellQuoted(run.model), run.seed, shellQuoted(run.device), run.threads);
    if (fold) out += " --fold " + shellQuoted(*fold);
    for (const auto& [name, value] : run.hyperparameters)
        out += " " + shellQuoted(fmt::format("--hp_{}={}", name, value));
    return out;
}

void printRun(CommandContext& context, const RunRecord& run, const RunVocabulary& vocabulary, const std::vector<EpochReport>& epochs,
              const std::string& command) {
    const auto optional = [](double value) { return fixed(value, 4); };
    Table facts{{say(STRAND_TEXT("cli", "what")), say(STRAND_TEXT("cli", "value"))}, {}};
    const auto add = [&](const char* what, const std::string& value) { facts.rows.push_back({say(what), value}); };
    add(STRAND_TEXT("cli", "run"), fmt::format("{} ({})", run.name, run.id));
    add(STRAND_TEXT("cli", "state"), runStateName(run.state));
    if (run.error) add(STRAND_TEXT("cli", "failure"), speak(*run.error));
    add(STRAND_TEXT("cli", "model"), run.model);
    add(STRAND_TEXT("cli", "dataset"), fmt::format("{} ({})", run.datasetName, run.fingerprint));
    add(STRAND_TEXT("cli", "classes"), fmt::format("{}", fmt::join(run.classes, ", ")));
    if (!vocabulary.tokens.empty()) add(STRAND_TEXT("cli", "vocabulary"), std::to_string(vocabulary.tokens.size()));
    if (vocabulary.embedded) add(STRAND_TEXT("cli", "with a vector in the file of embeddings"), std::to_string(*vocabulary.embedded));
    add(STRAND_TEXT("cli", "parameters"), std::to_string(run.parameters));
    add(STRAND_TEXT("cli", "seed"), std::to_string(run.seed));
    add(STRAND_TEXT("cli", "device"), fmt::format("{}, {} threads", run.device, run.threads));
    add(STRAND_TEXT("cli", "versions"), run.versions);
    add(STRAND_TEXT("cli", "begun"), run.created);
    add(STRAND_TEXT("cli", "epoch"), fmt::format("{} / {}", run.epoch, run.epochsPlanned));
    add(STRAND_TEXT("cli", "step"), fmt::format("{} / {}", run.step, run.stepsPlanned));
    add(STRAND_TEXT("cli", "best epoch"), std::to_string(run.bestEpoch));
    add(STRAND_TEXT("cli", "time"), duration(run.seconds));
    for (const auto& [name, value] : run.hyperparameters)
        facts.rows.push_back({name, value});
    context.out.table(facts);
    Table curve{{"epoch", "step", "train_loss", "val_loss", "val_acc", "val_mcc", "val_auc", "lr"}, {}};
    for (const auto& epoch : epochs)
        curve.rows.push_back({std::to_string(epoch.epoch), std::to_string(epoch.step), optional(epoch.trainLoss),
                              optional(epoch.validation.loss), optional(epoch.validation.acc), optional(epoch.validation.mcc),
                              optional(epoch.validation.auc), exact(epoch.lr)});
    context.out.line("");
    context.out.table(curve);
    if (run.test) {
        const auto& test = *run.test;
        Table figures{{"test", "value"},
                      {{"n", std::to_string(test.n)},
                       {"loss", optional(test.loss)},
                       {"acc", optional(test.acc)},
                       {"mcc", optional(test.mcc)},
                       {"auc", optional(test.auc)},
                       {"auprc", optional(test.auprc)},
                       {"sn", optional(test.sn)},
                       {"sp", optional(test.sp)},
                       {"precision", optional(test.precision)},
                       {"f1", optional(test.f1)}}};
        context.out.line("");
        context.out.table(figures);
    }
    context.out.line("\n" + command);
}

Result<void> showRun(CommandContext& context, const RunArguments& arguments) {
    STRAND_ASSIGN(const auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    const RunStore runs(project);
    STRAND_ASSIGN(const auto run, runs.find(arguments.run));
    STRAND_ASSIGN(const auto epochs, runs.epochs(run.id));
    STRAND_ASSIGN(const auto vocabulary, runs.vocabulary(run.id));
    STRAND_ASSIGN(const auto fold, SettingStore(project).get(runSetting(run.id, "fold")));
    const auto command = repeatCommand(arguments.project, run, fold);
    if (!context.json()) {
        printRun(context, run, vocabulary, epochs, command);
        return {};
    }
    auto out = wholeRun(run, context.engine().models());
    out["classes"] = run.classes;
    out["vocabulary"] = vocabulary.tokens.size();
    out["embedded"] = vocabulary.embedded ? Json(*vocabulary.embedded) : Json();
    out["epochs"] = Json::array();
    for (const auto& epoch : epochs) {
        auto json = epochJson(epoch);
        json.erase("event");
        out["epochs"].push_back(std::move(json));
    }
    out["command"] = command;
    context.out.event(out);
    return {};
}

// ---- compare

struct CompareArguments {
    std::string project;
    std::vector<std::string> runs;
};

struct Figure {
    const char* name;
    double ClassificationMetrics::*value;
};
constexpr Figure kFigures[] = {{"loss", &ClassificationMetrics::loss},   {"acc", &ClassificationMetrics::acc},
                               {"mcc", &ClassificationMetrics::mcc},     {"auc", &ClassificationMetrics::auc},
                               {"auprc", &ClassificationMetrics::auprc}, {"sn", &ClassificationMetrics::sn},
                               {"sp", &ClassificationMetrics::sp},       {"f1", &ClassificationMetrics::f1}};

/// What was set, by name: the settings that are not the same in all runs.
std::map<std::string, std::vector<std::string>> differences(const std::vector<RunRecord>& runs) {
    std::map<std::string, std::vector<std::string>> out;
    std::set<std::string> names;
    for (const auto& run : runs)
        for (const auto& [name, value] : run.hyperparameters)
            names.insert(name);
    const auto add = [&](const std::string& name, std::vector<std::string> values) {
        if (std::ranges::any_of(values, [&](const auto& value) { return value != values.front(); })) out[name] = std::move(values);
    };
    const auto collect = [&](auto&& get) {
        std::vector<std::string> values;
        for (const auto& run : runs)
            values.push_back(get(run));
        return values;
    };
    add("model", collect([](const RunRecord& run) { return run.model; }));
    add("dataset", collect([](const RunRecord& run) { return run.datasetName; }));
    add("seed", collect([](const RunRecord& run) { return std::to_string(run.seed); }));
    for (const auto& name : names)
        add(name, collect([&](const RunRecord& run) {
                const auto found = run.hyperparameters.find(name);
                return found == run.hyperparameters.end() ? std::string("-") : found->second;
            }));
    return out;
}

Result<void> compareRuns(CommandContext& context, const CompareArguments& arguments) {
    STRAND_ASSIGN(const auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    std::vector<RunRecord> runs;
    for (const auto& name : arguments.runs) {
        STRAND_ASSIGN(auto run, findRun(project, name));
        runs.push_back(std::move(run));
    }
    const auto differ = differences(runs);
    if (context.json()) {
        Json ids = Json::array(), settings = Json::object(), figures = Json::object();
        for (const auto& run : runs)
            ids.push_back(run.id);
        for (const auto& [name, values] : differ)
            settings[name] = values;
        for (const auto& figure : kFigures) {
            figures[figure.name] = Json::array();
            for (const auto& run : runs)
                figures[figure.name].push_back(testFigure(run, figure.value));
        }
        context.out.event({{"event", "compare"}, {"runs", ids}, {"differ", settings}, {"test", figures}});
        return {};
    }
    Table table{{""}, {}};
    for (const auto& run : runs)
        table.header.push_back(run.name);
    for (const auto& [name, values] : differ) {
        std::vector<std::string> row{name};
        row.insert(row.end(), values.begin(), values.end());
        table.rows.push_back(std::move(row));
    }
    for (const auto& figure : kFigures) {
        std::vector<std::string> row{say(STRAND_TEXT("cli", "test %1"), figure.name)};
        for (const auto& run : runs)
            row.push_back(fixed(testFigure(run, figure.value), 4));
        table.rows.push_back(std::move(row));
    }
    context.out.table(table);
    return {};
}

// ---- evaluate

struct EvaluateArguments : RunArguments {
    std::string dataset, split = "test";
};

void printMetrics(CommandContext& context, const ClassificationMetrics& metrics, const std::vector<std::string>& classes) {
    Table figures{
        {"n", "loss", "acc", "mcc", "auc", "auprc", "sn", "sp", "precision", "f1"},
        {{std::to_string(metrics.n), fixed(metrics.loss, 4), fixed(metrics.acc, 4), fixed(metrics.mcc, 4), fixed(metrics.auc, 4),
          fixed(metrics.auprc, 4), fixed(metrics.sn, 4), fixed(metrics.sp, 4), fixed(metrics.precision, 4), fixed(metrics.f1, 4)}}};
    context.out.table(figures);
    Table confusion{{say(STRAND_TEXT("cli", "true \\ predicted"))}, {}};
    for (std::size_t c = 0; c < classes.size() && c < metrics.confusion.size(); ++c) {
        confusion.header.push_back(classes[c]);
        std::vector<std::string> row{classes[c]};
        for (const auto count : metrics.confusion[c])
            row.push_back(std::to_string(count));
        confusion.rows.push_back(std::move(row));
    }
    context.out.line("");
    context.out.table(confusion);
}

Result<void> evaluateRun(CommandContext& context, const EvaluateArguments& arguments) {
    STRAND_ASSIGN(auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto run, findRun(project, arguments.run));
    const DatasetStore datasets(project);
    STRAND_ASSIGN(const auto dataset, arguments.dataset.empty() ? datasets.get(run.datasetId) : datasets.find(arguments.dataset));
    const auto split = arguments.split == "all" ? Split::None : *parseSplit(arguments.split);
    STRAND_ASSIGN(const auto metrics,
                  context.engine().evaluate(project, run.id, dataset.id, split, context.device(), context.progress(), context.stop));
    context.out.endProgress();
    if (context.json()) {
        Json out{{"event", "evaluation"}, {"run", run.id}, {"dataset", dataset.name}, {"split", arguments.split}, {"classes", run.classes}};
        out["metrics"] = toJson(metrics);
        context.out.event(out);
    } else {
        printMetrics(context, metrics, run.classes);
    }
    return {};
}

}  // namespace

CommandRun declareRuns(CLI::App& app) {
    auto project = std::make_shared<std::string>();
    addProject(app, *project);
    return [project](CommandContext& context) { return listRuns(context, *project); };
}

CommandRun declareShow(CLI::App& app) {
    auto arguments = std::make_shared<RunArguments>();
    addRun(app, *arguments);
    return [arguments](CommandContext& context) { return showRun(context, *arguments); };
}

CommandRun declareCompare(CLI::App& app) {
    auto arguments = std::make_shared<CompareArguments>();
    addProject(app, arguments->project);
    app.add_option("--run", arguments->runs, say(STRAND_TEXT("cli", "name or id of a run; two or more times")))
        ->required()
        ->take_all()
        ->allow_extra_args(false);
    return [arguments](CommandContext& context) { return compareRuns(context, *arguments); };
}

CommandRun declareEvaluate(CLI::App& app) {
    auto arguments = std::make_shared<EvaluateArguments>();
    addRun(app, *arguments);
    app.add_option("--dataset", arguments->dataset, say(STRAND_TEXT("cli", "name or id of a dataset (default: the run's own)")));
    app.add_option("--split", arguments->split, say(STRAND_TEXT("cli", "train, validation, test or all")))
        ->check(oneOf({"train", "validation", "test", "all"}));
    return [arguments](CommandContext& context) { return evaluateRun(context, *arguments); };
}

}  // namespace strand::cli
