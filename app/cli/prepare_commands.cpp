#include "cli/checks.hpp"
#include "cli/dataset_arguments.hpp"
#include "cli/json.hpp"
#include "cli/output_file.hpp"
#include "data/clusters.hpp"
#include "data/groups.hpp"
#include "data/issues.hpp"

#include <array>

namespace strand::cli {

namespace {

Json stepEvent(const DatasetRecord& record, const DatasetStep& step, const char* event) {
    return {{"event", event},          {"dataset", record.name},        {"position", step.position},
            {"kind", step.kind},       {"text", speak(describe(step))}, {"options", step.options},
            {"summary", step.summary}, {"created", step.created}};
}

void tellParts(CommandContext& context, const DatasetRecord& record, const DatasetStep& step, const char* event) {
    if (context.json()) {
        context.out.event(datasetEvent(record.report, &record));
        context.out.event(stepEvent(record, step, event));
        return;
    }
    context.out.line(step.position == 0 ? say(STRAND_TEXT("cli", "nothing changed: %1"), speak(describe(step)))
                                        : say(STRAND_TEXT("cli", "step %1: %2"), step.position, speak(describe(step))));
    Table table{{say(STRAND_TEXT("cli", "part")), say(STRAND_TEXT("cli", "records"))}, {}};
    for (const auto& [name, count] : record.report.splits)
        table.rows.push_back({name, std::to_string(count)});
    context.out.table(table);
}

Result<void> prepare(CommandContext& context, const DatasetArguments& arguments, const StepOptions& options) {
    STRAND_ASSIGN(const auto opened, openDataset(arguments, ProjectFile::Access::Write));
    STRAND_ASSIGN(const auto done, DatasetStore(opened.project).prepare(opened.record.id, options, context.progress(), context.stop));
    context.out.endProgress();
    tellParts(context, done.record, done.step, "step");
    return {};
}

struct SplitArguments : DatasetArguments {
    std::string ratio;
    std::uint64_t seed = 1;
    std::optional<double> identity;
    std::int64_t folds = 0;
    bool keepTest = false;
};

Result<void> splitDataset(CommandContext& context, const SplitArguments& arguments) {
    if (arguments.folds > 0)
        return prepare(context, arguments, FoldStep{arguments.folds, arguments.seed, arguments.identity, arguments.keepTest});
    if (arguments.ratio.empty())
        return fail(ErrorCode::Usage, STRAND_TEXT("cli", "neither --ratio nor --folds was given"),
                    STRAND_TEXT("cli", "expected the shares of training, validation and test, which sum to 1, e.g. 0.8,0.1,0.1"));
    STRAND_ASSIGN(const auto ratio, parseRatio(arguments.ratio));
    return prepare(context, arguments, RatioStep{ratio, arguments.seed, arguments.identity});
}

struct DedupeArguments : DatasetArguments {
    std::optional<double> identity;
    bool across = false, contradictions = false;
};

Result<void> dedupe(CommandContext& context, const DedupeArguments& arguments) {
    const auto leaveOut = arguments.across ? LeaveOut::Leaks : LeaveOut::Repeats;
    if (arguments.identity) return prepare(context, arguments, SimilarStep{*arguments.identity, leaveOut});
    return prepare(context, arguments, DuplicateStep{leaveOut, arguments.contradictions});
}

struct ClusterArguments : DatasetArguments {
    double identity = 0.9;
    std::string file = "-";
};

Result<void> listClusters(CommandContext& context, const ClusterArguments& arguments) {
    STRAND_ASSIGN(const auto opened, openDataset(arguments, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto data, DatasetStore(opened.project).load(opened.record.id));
    const auto pool = usedSequences(data);
    const ClusterOptions options{.identity = arguments.identity, .threads = context.device().threads};
    STRAND_ASSIGN(const auto clusters, clusterSequences(data, pool, options, context.progress(), context.stop));
    context.out.endProgress();
    const auto idOf = [&](std::size_t place) -> const std::string& { return data.sequences[static_cast<std::size_t>(pool[place])].id; };
    const auto representative = [&](std::size_t place) {
        return static_cast<std::size_t>(clusters.representatives[static_cast<std::size_t>(clusters.cluster[place])]);
    };
    if (context.json())
        context.out.event({{"event", "clusters"},
                           {"dataset", opened.record.name},
                           {"identity", arguments.identity},
                           {"records", pool.size()},
                           {"clusters", clusters.representatives.size()}});
    if (context.json() && arguments.file == "-") return {};
    STRAND_ASSIGN(auto file, OutputFile::create(arguments.file));
    file.write("id\tcluster\trepresentative\tidentity\n");
    for (std::size_t i = 0; i < pool.size(); ++i)
        file.write(fmt::format("{}\t{}\t{}\t{:.4f}\n", tableCell(idOf(i)), clusters.cluster[i] + 1, tableCell(idOf(representative(i))),
                               clusters.identity[i]));
    return file.commit();
}

struct IssueArguments : DatasetArguments {
    IssueOptions options;
};

constexpr std::array kIssueNames{"unlabelled", "one-class", "few-in-class",   "unbalanced",    "no-test-part", "no-validation-part",
                                 "repeats",    "leaks",     "contradictions", "similar-leaks", "too-long"};

Result<void> listIssues(CommandContext& context, const IssueArguments& arguments) {
    STRAND_ASSIGN(const auto opened, openDataset(arguments, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto data, DatasetStore(opened.project).load(opened.record.id));
    STRAND_ASSIGN(const auto issues, findIssues(data, arguments.options, context.progress(), context.stop));
    context.out.endProgress();
    for (const auto& issue : issues) {
        if (!context.json()) {
            context.out.line(speak(issue.text));
            continue;
        }
        const auto label = issue.label == kNoLabel ? Json() : Json(data.classes[static_cast<std::size_t>(issue.label)]);
        context.out.event({{"event", "issue"},
                           {"kind", kIssueNames.at(static_cast<std::size_t>(issue.kind))},
                           {"message", speak(issue.text)},
                           {"count", issue.count},
                           {"class", label}});
    }
    if (context.json()) return {};
    if (issues.empty()) context.out.line(say(STRAND_TEXT("cli", "nothing found")));
    if (!arguments.options.identity && data.kind != SequenceKind::Text)
        context.out.line(say(STRAND_TEXT("cli", "similar sequences in two parts were not looked for: --identity 0.9 does")));
    return {};
}

Result<void> listSteps(CommandContext& context, const DatasetArguments& arguments) {
    STRAND_ASSIGN(const auto opened, openDataset(arguments, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto steps, DatasetStore(opened.project).steps(opened.record.id));
    Table table{{say(STRAND_TEXT("cli", "step")), say(STRAND_TEXT("cli", "what")), say(STRAND_TEXT("cli", "changed")),
                 say(STRAND_TEXT("cli", "when"))},
                {}};
    for (const auto& step : steps) {
        if (context.json()) context.out.event(stepEvent(opened.record, step, "step"));
        const auto changed = step.summary.find("changed");
        table.rows.push_back(
            {std::to_string(step.position), speak(describe(step)), changed == step.summary.end() ? "-" : changed->second, step.created});
    }
    if (!context.json()) context.out.table(table);
    return {};
}

Result<void> undoStep(CommandContext& context, const DatasetArguments& arguments) {
    STRAND_ASSIGN(const auto opened, openDataset(arguments, ProjectFile::Access::Write));
    STRAND_ASSIGN(const auto undone, DatasetStore(opened.project).undo(opened.record.id, context.progress(), context.stop));
    context.out.endProgress();
    tellParts(context, undone.record, undone.step, "undone");
    return {};
}

template <typename Arguments>
CLI::Option* addIdentity(CLI::App& app, Arguments& identity, const char* help) {
    return app.add_option("--identity", identity, say(help));
}

}  // namespace

CommandRun declareSplit(CLI::App& app) {
    auto arguments = std::make_shared<SplitArguments>();
    addDataset(app, *arguments);
    auto* ratio =
        app.add_option("--ratio", arguments->ratio, say(STRAND_TEXT("cli", "shares of training, validation and test, e.g. 0.8,0.1,0.1")));
    auto* folds = app.add_option("--folds", arguments->folds,
                                 say(STRAND_TEXT("cli", "number the sequences for a cross-validation of so many rounds")))
                      ->check(wholeNumber(1, 1'000'000'000))
                      ->excludes(ratio);
    addSeed(app, arguments->seed, STRAND_TEXT("cli", "the same seed gives the same parts"));
    addIdentity(app, arguments->identity, STRAND_TEXT("cli", "keep sequences that are so similar in one part, e.g. 0.8"));
    app.add_flag("--keep-test", arguments->keepTest, say(STRAND_TEXT("cli", "folds: none for the test part")))->needs(folds);
    return [arguments](CommandContext& context) { return splitDataset(context, *arguments); };
}

CommandRun declareDedupe(CLI::App& app) {
    auto arguments = std::make_shared<DedupeArguments>();
    addDataset(app, *arguments);
    auto* identity = addIdentity(app, arguments->identity, STRAND_TEXT("cli", "not only copies but all that are so similar, e.g. 0.9"));
    auto* across =
        app.add_flag("--across", arguments->across,
                     say(STRAND_TEXT("cli", "only those that occur in a part held out as well (test before validation before training)")));
    app.add_flag("--contradictions", arguments->contradictions, say(STRAND_TEXT("cli", "only copies with different labels, every one")))
        ->excludes(identity)
        ->excludes(across);
    return [arguments](CommandContext& context) { return dedupe(context, *arguments); };
}

CommandRun declareClusters(CLI::App& app) {
    auto arguments = std::make_shared<ClusterArguments>();
    addDataset(app, *arguments);
    addIdentity(app, arguments->identity, STRAND_TEXT("cli", "of a sequence to the longest of its cluster, at least (default 0.9)"));
    app.add_option("-o,--output", arguments->file, say(STRAND_TEXT("cli", "table of sequences and their clusters; - writes to stdout")));
    return [arguments](CommandContext& context) { return listClusters(context, *arguments); };
}

CommandRun declareIssues(CLI::App& app) {
    auto arguments = std::make_shared<IssueArguments>();
    addDataset(app, *arguments);
    addIdentity(app, arguments->options.identity, STRAND_TEXT("cli", "look for similar sequences in two parts, too, e.g. 0.8"));
    app.add_option("--max-len", arguments->options.maxLength, say(STRAND_TEXT("cli", "the length that a model takes")))
        ->check(wholeNumber(1, 1'000'000'000));
    return [arguments](CommandContext& context) { return listIssues(context, *arguments); };
}

CommandRun declareSteps(CLI::App& app) {
    auto arguments = std::make_shared<DatasetArguments>();
    addDataset(app, *arguments);
    return [arguments](CommandContext& context) { return listSteps(context, *arguments); };
}

CommandRun declareUndo(CLI::App& app) {
    auto arguments = std::make_shared<DatasetArguments>();
    addDataset(app, *arguments);
    return [arguments](CommandContext& context) { return undoStep(context, *arguments); };
}

}  // namespace strand::cli
