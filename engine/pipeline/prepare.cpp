#include "pipeline/prepare.hpp"

#include "core/count_text.hpp"
#include "models/hyperparameter_scope.hpp"
#include "storage/setting_store.hpp"
#include "training/sampling.hpp"
#include "training/schedule.hpp"
#include "training/trainer.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace strand {
namespace {

constexpr std::int64_t kFewPerClass = 20;

template <typename... Args>
void warn(PreparedRun& run, const char* text, Args&&... args) {
    Warning warning;
    warning.message = Message(text, std::forward<Args>(args)...);
    run.warnings.push_back(std::move(warning));
}

/// Labels and parts are such that there is something to learn.
Result<void> checkData(PreparedRun& run) {
    const auto& data = run.dataset;
    std::int64_t unlabelled = 0;
    for (const auto& sequence : data.sequences)
        unlabelled += sequence.label == kNoLabel ? 1 : 0;
    if (unlabelled == static_cast<std::int64_t>(data.sequences.size()))
        return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "no sequence of dataset \"%1\" has a label"), data.name},
                    STRAND_TEXT("engine", "expected sequences with a class each"),
                    STRAND_TEXT("engine", "import the file again with labels: a header \">id|label\", or one file a class"));
    if (unlabelled > 0) warn(run, STRAND_COUNT("engine", "%1 sequences have no label and are left out"), unlabelled);

    std::vector<std::int64_t> training(data.classes.size(), 0);
    for (const auto i : run.split.train)
        ++training[static_cast<std::size_t>(data.sequences[static_cast<std::size_t>(i)].label)];
    const auto learned = std::ranges::count_if(training, [](std::int64_t n) { return n > 0; });
    if (learned < 2) {
        const auto found =
            learned == 0 ? Message(STRAND_TEXT("engine", "the training part of dataset \"%1\" is empty"), data.name)
                         : Message(STRAND_TEXT("engine", "the training part of dataset \"%1\" holds only the class \"%2\""), data.name,
                                   data.classes[static_cast<std::size_t>(std::ranges::find_if(training, [](auto n) { return n > 0; }) -
                                                                         training.begin())]);
        return fail(ErrorCode::BadInput, found, STRAND_TEXT("engine", "expected training sequences of two classes or more"),
                    STRAND_TEXT("engine", "import sequences of another class too, or change the split"));
    }
    for (std::size_t c = 0; c < training.size(); ++c)
        if (training[c] < kFewPerClass)
            warn(run, STRAND_TEXT("engine", "class \"%1\" has %2 training sequences; fewer than %3 say little"), data.classes[c],
                 training[c], kFewPerClass);
    if (run.split.test.empty())
        warn(run, STRAND_TEXT("engine", "dataset \"%1\" has no test part: there will be no test figures"), data.name);
    return {};
}

/// Identical residues in two parts of the run make its figures look better than they are.
void warnOfLeaks(PreparedRun& run) {
    std::unordered_map<std::string_view, unsigned> seen;
    const std::array parts{&run.split.train, &run.split.validation, &run.split.test};
    for (unsigned part = 0; part < parts.size(); ++part)
        for (const auto i : *parts[part])
            seen[run.dataset.sequences[static_cast<std::size_t>(i)].residues] |= 1U << part;
    std::int64_t shared = 0;
    for (const auto& [residues, mask] : seen)
        shared += (mask & (mask - 1)) != 0 ? 1 : 0;
    if (shared > 0)
        warn(run, STRAND_COUNT("engine", "%1 sequences occur in more than one part: figures on them flatter the model"), shared);
}

/// The vocabulary of a text comes from the training part alone.
Result<std::shared_ptr<const Tokenizer>> newTokenizer(const PreparedRun& run) {
    std::vector<std::string_view> texts;
    texts.reserve(run.split.train.size());
    for (const auto i : run.split.train)
        texts.emplace_back(run.dataset.sequences[static_cast<std::size_t>(i)].residues);
    return learnTokenizer(tokenizerFor(run.values, run.dataset.kind), run.dataset.kind, texts,
                          {.minCount = run.values.integer("min_count"), .most = run.values.integer("max_vocabulary")});
}

/// Whether nearly all sequences of the run have one length, as windows around a site do.
bool aligned(const PreparedRun& run) {
    constexpr double share = 0.95;
    std::map<std::size_t, std::size_t> counts;
    std::size_t total = 0;
    for (const auto* part : {&run.split.train, &run.split.validation, &run.split.test}) {
        total += part->size();
        for (const auto i : *part)
            ++counts[run.dataset.sequences[static_cast<std::size_t>(i)].residues.size()];
    }
    return std::ranges::any_of(counts,
                               [&](const auto& entry) { return static_cast<double>(entry.second) >= share * static_cast<double>(total); });
}

Result<void> encode(PreparedRun& run) {
    if (!run.tokens.tokenizer) {
        STRAND_ASSIGN(run.tokens.tokenizer, newTokenizer(run));
    }
    run.tokens.cls = run.entry->usesCls;
    run.tokens.maxLength = run.values.integer("max_len");
    auto report = encodeDataset(run.dataset, *run.tokens.tokenizer, run.tokens.maxLength, run.tokens.cls);
    run.encoded = std::move(report.encoded);
    run.truncated = report.truncated;
    if (run.truncated > 0)
        warn(run, STRAND_COUNT("engine", "%1 sequences are longer than max_len %2 (tokens) and are cut there"), run.truncated,
             run.tokens.maxLength);
    auto& context = run.tokens.context;
    context.vocabularySize = run.tokens.tokenizer->vocabularySize();
    context.classes = static_cast<std::int64_t>(run.dataset.classes.size());
    context.maxLength = 1;
    for (std::int64_t i = 0; i < run.encoded.rows(); ++i)
        context.maxLength = std::max(context.maxLength, run.encoded.length(i));
    context.aligned = aligned(run);
    return {};
}

/// Data read and split, before the settings of the model are applied to them.
Result<void> finish(PreparedRun& run) {
    run.split.train = labelledOnly(run.dataset, std::move(run.split.train));
    run.split.validation = labelledOnly(run.dataset, std::move(run.split.validation));
    run.split.test = labelledOnly(run.dataset, std::move(run.split.test));
    STRAND_TRY(checkData(run));
    warnOfLeaks(run);
    STRAND_TRY(encode(run));
    STRAND_ASSIGN(run.augment, makeAugmentOptions(run.values, run.dataset.kind));
    const auto rows = epochSize(run.encoded, run.split.train, samplingOf(run.values));
    const auto batch = run.values.integer("batch_size");
    run.stepsPerEpoch = totalSteps(rows, batch, 1);
    run.steps = totalSteps(rows, batch, run.values.integer("epochs"));
    STRAND_TRY(makeSchedule(run.values, run.steps));
    return {};
}

Result<std::int64_t> findWatched(const PreparedRun& run, const std::string& id) {
    if (id.empty()) return !run.split.validation.empty() ? run.split.validation.front() : run.split.train.front();
    for (std::size_t i = 0; i < run.dataset.sequences.size(); ++i)
        if (run.dataset.sequences[i].id == id) return static_cast<std::int64_t>(i);
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "dataset \"%1\" has no sequence called \"%2\""), run.dataset.name, id},
                STRAND_TEXT("engine", "expected the id of one of its sequences"));
}

}  // namespace

std::vector<std::int64_t> labelledOnly(const Dataset& dataset, std::vector<std::int64_t> ordinals) {
    std::erase_if(ordinals, [&](std::int64_t i) { return dataset.sequences[static_cast<std::size_t>(i)].label == kNoLabel; });
    return ordinals;
}

Result<std::shared_ptr<const Tokenizer>> storedTokenizer(const RunStore& runs, const RunRecord& run, const std::string& specification,
                                                         SequenceKind kind) {
    STRAND_ASSIGN(const RunVocabulary vocabulary, runs.vocabulary(run.id));
    STRAND_ASSIGN(auto tokenizer, makeTokenizer(specification, kind, vocabulary.tokens));
    if (tokenizer->isLearned() && vocabulary.tokens.empty())
        return fail(ErrorCode::Project, {STRAND_TEXT("engine", "run \"%1\" has no vocabulary in the project file"), run.name},
                    STRAND_TEXT("engine", "expected the words it was trained with"), STRAND_TEXT("engine", "train a new run"));
    return tokenizer;
}

Result<PreparedRun> prepareRun(ProjectFile& project, const TrainOptions& options) {
    PreparedRun run;
    STRAND_ASSIGN(run.entry, findModel(options.model));
    STRAND_ASSIGN(run.values, resolveHyperparameters(*run.entry, options.preset, options.hyperparameters));
    const DatasetStore datasets(project);
    STRAND_ASSIGN(run.record, datasets.find(options.dataset));
    STRAND_ASSIGN(run.dataset, datasets.load(run.record.id));
    STRAND_TRY(checkScope(run.entry->hyperparameters, options.hyperparameters, run.dataset.kind));
    STRAND_ASSIGN(run.split, options.fold == 0 ? makeRunSplit(run.dataset, kHeldOut, options.seed)
                                               : makeFoldSplit(run.dataset, options.fold, kHeldOut, options.seed));
    STRAND_TRY(finish(run));
    STRAND_ASSIGN(run.watched, findWatched(run, options.watchedRecord));
    return run;
}

Result<PreparedRun> reopenRun(ProjectFile& project, const RunRecord& record) {
    PreparedRun run;
    STRAND_ASSIGN(run.entry, findModel(record.model));
    STRAND_ASSIGN(run.values, resolveHyperparameters(*run.entry, "", record.hyperparameters));
    const DatasetStore datasets(project);
    STRAND_ASSIGN(run.record, datasets.get(record.datasetId));
    STRAND_ASSIGN(run.dataset, datasets.load(record.datasetId));
    if (fingerprint(run.dataset) != record.fingerprint)
        return fail(ErrorCode::Project,
                    {STRAND_TEXT("engine", "dataset \"%1\" is not what run \"%2\" began with"), run.dataset.name, record.name},
                    {STRAND_TEXT("engine", "expected data with the fingerprint %1"), record.fingerprint},
                    STRAND_TEXT("engine", "train a new run on the data as they are now"));
    const RunStore runs(project);
    STRAND_ASSIGN(run.split, runs.split(record.id));
    STRAND_ASSIGN(run.tokens.tokenizer, storedTokenizer(runs, record, tokenizerFor(run.values, run.dataset.kind), run.dataset.kind));
    STRAND_TRY(finish(run));
    return run;
}

}  // namespace strand
