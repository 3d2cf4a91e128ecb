#include "cli/command.hpp"

#include "core/text.hpp"

namespace strand::cli {

std::span<const CommandEntry> commandTable() {
    static constexpr CommandEntry table[] = {
        {"import", STRAND_TEXT("cli", "Read sequence files into a project as one dataset"), false, declareImport},
        {"datasets", STRAND_TEXT("cli", "List the datasets of a project"), false, declareDatasets},
        {"stats", STRAND_TEXT("cli", "Lengths, composition, k-mers and duplicates of a dataset"), false, declareStats},
        {"split", STRAND_TEXT("cli", "Divide a dataset anew into training, validation and test parts"), false, declareSplit},
        {"dedupe", STRAND_TEXT("cli", "Leave out copies, or sequences similar to others"), false, declareDedupe},
        {"clusters", STRAND_TEXT("cli", "Clusters of similar sequences, as a table"), false, declareClusters},
        {"issues", STRAND_TEXT("cli", "What may spoil a result: few of a class, the same sequence in two parts"), false, declareIssues},
        {"steps", STRAND_TEXT("cli", "What was done to a dataset since its import"), false, declareSteps},
        {"undo", STRAND_TEXT("cli", "Take the last step of a dataset back"), false, declareUndo},
        {"copy", STRAND_TEXT("cli", "Copy a dataset, to prepare it in another way"), false, declareCopy},
        {"export", STRAND_TEXT("cli", "Write a dataset to a file"), false, declareExport},
        {"tokenize", STRAND_TEXT("cli", "Show the tokens of sequences, a JSON object a record"), false, declareTokenize},
        {"models", STRAND_TEXT("cli", "List the models, or the hyperparameters of one"), false, declareModels},
        {"schedule", STRAND_TEXT("cli", "The learning rate of every step, as CSV"), true, declareSchedule},
        {"train", STRAND_TEXT("cli", "Train a model on a dataset"), true, declareTrain},
        {"resume", STRAND_TEXT("cli", "Continue a stopped or killed run, to the same result"), false, declareResume},
        {"runs", STRAND_TEXT("cli", "List the runs of a project"), false, declareRuns},
        {"show", STRAND_TEXT("cli", "Everything recorded of a run, and the command that repeats it"), false, declareShow},
        {"compare", STRAND_TEXT("cli", "What differs between runs, and their figures side by side"), false, declareCompare},
        {"evaluate", STRAND_TEXT("cli", "Figures of a run on a part of a dataset"), false, declareEvaluate},
        {"predict", STRAND_TEXT("cli", "Classes of new sequences, as a table"), false, declarePredict},
        {"attention", STRAND_TEXT("cli", "Attention maps as numbers or pictures"), false, declareAttention},
        {"check", STRAND_TEXT("cli", "Whether a project file is whole"), false, declareCheck},
    };
    return table;
}

CLI::Option* addSeed(CLI::App& app, std::uint64_t& seed, const char* help) {
    constexpr std::size_t mostDigits = 18;  // CLI11 would turn a negative or longer number into another one
    const auto check = [](const std::string& text) {
        const bool digits = !text.empty() && text.size() <= mostDigits && text.find_first_not_of("0123456789") == std::string::npos;
        return digits ? std::string()
                      : say(STRAND_TEXT("cli", "\"%1\" is no seed; expected a whole number from 0 of at most 18 digits"), text);
    };
    return app.add_option("--seed", seed, say(help))->check(check);
}

Engine& CommandContext::engine() {
    if (!m_engine) m_engine = makeEngine();
    return *m_engine;
}

void addProject(CLI::App& app, std::string& path) {
    app.add_option("PROJECT", path, say(STRAND_TEXT("cli", "project file, a path ending in .strand")))->required();
}

Result<RunRecord> findRun(const ProjectFile& project, const std::string& nameOrId) { return RunStore(project).find(nameOrId); }

Result<std::array<double, 3>> parseRatio(const std::string& text) {
    const auto pieces = splitText(text, ',');
    std::array<double, 3> out{};
    bool good = pieces.size() == out.size();
    double sum = 0;
    for (std::size_t i = 0; good && i < out.size(); ++i) {
        const auto value = parseReal(trimmed(pieces[i]));
        good = value.has_value() && *value >= 0;
        out[i] = value.value_or(0);
        sum += out[i];
    }
    if (good && std::abs(sum - 1) < 1e-6) return out;
    return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" is no ratio"), text},
                STRAND_TEXT("cli", "expected the shares of training, validation and test, which sum to 1, e.g. 0.8,0.1,0.1"));
}

}  // namespace strand::cli
