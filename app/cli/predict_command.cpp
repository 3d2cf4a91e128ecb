#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/sequence_input.hpp"
#include "core/count_text.hpp"

#include <algorithm>

namespace strand::cli {

namespace {

struct PredictArguments {
    std::string project, run, file = "-";
    SequenceArguments input;
};

Json rowJson(const PredictionTable& table, const PredictionTable::Row& row) {
    Json probabilities = Json::object();
    for (std::size_t c = 0; c < table.classes.size(); ++c)
        probabilities[table.classes[c]] = row.probabilities[c];
    return {{"event", "prediction"},
            {"id", row.id},
            {"predicted", table.classes[static_cast<std::size_t>(row.predicted)]},
            {"probabilities", probabilities}};
}

Result<void> writeTable(const PredictionTable& table, const std::string& path) {
    STRAND_ASSIGN(auto file, OutputFile::create(path));
    std::string header = "id\tpredicted";
    for (const auto& name : table.classes)
        header += "\t" + tableCell(name);
    file.write(header + "\n");
    for (const auto& row : table.rows) {
        std::string line = tableCell(row.id) + "\t" + tableCell(table.classes[static_cast<std::size_t>(row.predicted)]);
        for (const float probability : row.probabilities)
            line += fmt::format("\t{}", probability);
        file.write(line + "\n");
    }
    return file.commit();
}

void tellSummary(CommandContext& context, const PredictionTable& table, const PredictArguments& arguments) {
    std::vector<std::int64_t> counts(table.classes.size(), 0);
    for (const auto& row : table.rows)
        ++counts[static_cast<std::size_t>(row.predicted)];
    if (context.json()) {
        Json classes = Json::object();
        for (std::size_t c = 0; c < counts.size(); ++c)
            classes[table.classes[c]] = counts[c];
        context.out.event({{"event", "predictions"},
                           {"file", arguments.file},
                           {"records", table.rows.size()},
                           {"predicted", classes},
                           {"truncated", table.truncated}});
        return;
    }
    Table summary{{say(STRAND_TEXT("cli", "predicted")), say(STRAND_TEXT("cli", "records"))}, {}};
    for (std::size_t c = 0; c < counts.size(); ++c)
        summary.rows.push_back({table.classes[c], std::to_string(counts[c])});
    context.out.table(summary);
}

Result<void> predict(CommandContext& context, const PredictArguments& arguments) {
    STRAND_ASSIGN(auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto run, findRun(project, arguments.run));
    STRAND_ASSIGN(const auto input, sequenceFile(arguments.input));
    STRAND_ASSIGN(const auto table, context.engine().predict(project, run.id, input, context.device(), context.progress(), context.stop));
    context.out.endProgress();
    for (const Warning& warning : table.warnings)
        context.out.warning(warning);
    if (table.truncated > 0)
        context.out.warning(say(STRAND_COUNT("cli", "%1 sequences are longer than the %2 tokens that the model reads, and are cut there"),
                                table.truncated, table.maxLength));
    if (arguments.file == "-" && context.json()) {
        for (const auto& row : table.rows)
            context.out.event(rowJson(table, row));
        return {};
    }
    STRAND_TRY(writeTable(table, arguments.file));
    if (arguments.file != "-") tellSummary(context, table, arguments);
    return {};
}

}  // namespace

CommandRun declarePredict(CLI::App& app) {
    auto arguments = std::make_shared<PredictArguments>();
    addProject(app, arguments->project);
    addSequenceFile(app, arguments->input, true);
    app.add_option("--run", arguments->run, say(STRAND_TEXT("cli", "name or id of the run")))->required();
    app.add_option("-o,--output", arguments->file,
                   say(STRAND_TEXT("cli", "table to write (TSV): id, predicted class, a probability a class; - is stdout")));
    return [arguments](CommandContext& context) { return predict(context, *arguments); };
}

}  // namespace strand::cli
