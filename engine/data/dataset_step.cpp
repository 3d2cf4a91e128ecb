#include "data/dataset_step.hpp"

#include "core/text.hpp"
#include "data/clusters.hpp"
#include "data/groups.hpp"
#include "data/relabel.hpp"
#include "data/split.hpp"

#include <algorithm>
#include <numeric>

namespace strand {

namespace {

constexpr std::int64_t kMostFolds = 100;

/// What a step works with.
struct Work {
    Dataset& dataset;
    const ProgressFn& progress;
    std::stop_token stop;
    DatasetStep& step;
    std::vector<std::int64_t> pool{};  ///< sequences it is about
};

/// Clusters where an identity is given, otherwise copies.
Result<GroupMembers> groupsFor(Work& work, const std::optional<double>& identity) {
    if (!identity) return GroupMembers(work.pool, copyGroups(work.dataset, work.pool));
    work.step.options["identity"] = fmt::format("{}", *identity);
    STRAND_ASSIGN(const auto clusters, clusterSequences(work.dataset, work.pool, {.identity = *identity}, work.progress, work.stop));
    work.step.summary["clusters"] = std::to_string(clusters.representatives.size());
    return GroupMembers(work.pool, clusters.cluster);
}

Sequence& at(Work& work, std::int64_t i) { return work.dataset.sequences[static_cast<std::size_t>(i)]; }

void leaveOut(Work& work, std::int64_t i) { at(work, i).split = Split::Excluded; }

/// Those of a group that are held out less than others of it.
void leaveOutLeaks(Work& work, std::span<const std::int64_t> group) {
    int most = 0;
    for (const std::int64_t i : group)
        most = std::max(most, heldOut(at(work, i).split));
    for (const std::int64_t i : group) {
        if (heldOut(at(work, i).split) < most) leaveOut(work, i);
    }
}

void leaveOutCopies(Work& work, std::span<const std::int64_t> group) {
    const std::int64_t kept = *std::ranges::max_element(group, {}, [&](std::int64_t i) { return heldOut(at(work, i).split); });
    for (const std::int64_t i : group) {
        if (i != kept) leaveOut(work, i);
    }
}

void leaveOutContradictions(Work& work, std::span<const std::int64_t> group) {
    if (!contradicts(work.dataset, group)) return;
    for (const std::int64_t i : group)
        leaveOut(work, i);
}

Result<void> run(const RatioStep& options, Work& work) {
    work.step.options["ratio"] = fmt::format("{}", fmt::join(options.ratio, ","));
    work.step.options["seed"] = std::to_string(options.seed);
    if (!options.identity) return splitByRatio(work.dataset, options.ratio, options.seed);
    STRAND_ASSIGN(const auto groups, groupsFor(work, options.identity));
    return splitGroupsByRatio(work.dataset, groups, options.ratio, options.seed);
}

Result<void> run(const FoldStep& options, Work& work) {
    work.step.options["folds"] = std::to_string(options.folds);
    work.step.options["seed"] = std::to_string(options.seed);
    if (options.keepTest) {
        work.step.options["keep_test"] = "true";
        std::erase_if(work.pool, [&](std::int64_t i) { return at(work, i).split == Split::Test; });
    }
    const auto most = std::min(kMostFolds, static_cast<std::int64_t>(work.pool.size()));
    if (options.folds < 2 || options.folds > most) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "%1 folds of %2 sequences"), options.folds, work.pool.size()},
                    {STRAND_TEXT("engine", "expected a number from 2 to %1"), most});
    }
    STRAND_ASSIGN(const auto groups, groupsFor(work, options.identity));
    if (static_cast<std::int64_t>(groups.size()) < options.folds) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "%1 folds of %2 groups of similar sequences"), options.folds, groups.size()},
                    {STRAND_TEXT("engine", "expected a number from 2 to %1"), groups.size()},
                    STRAND_TEXT("engine", "ask for fewer folds, or group only sequences that are more alike"));
    }
    const std::vector<double> equal(static_cast<std::size_t>(options.folds), 1.0 / static_cast<double>(options.folds));
    const auto parts = dealGroups(work.dataset, groups, equal, options.seed);
    for (Sequence& sequence : work.dataset.sequences)
        sequence.fold = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const std::int64_t i : groups[g])
            at(work, i).fold = static_cast<std::int32_t>(parts[g]) + 1;
    }
    return {};
}

Result<void> run(const DuplicateStep& options, Work& work) {
    work.step.options["leave_out"] = options.contradictions                  ? "contradictions"
                                     : options.leaveOut == LeaveOut::Repeats ? "repeats"
                                                                             : "leaks";
    const GroupMembers groups(work.pool, copyGroups(work.dataset, work.pool));
    const auto treat = options.contradictions                  ? leaveOutContradictions
                       : options.leaveOut == LeaveOut::Repeats ? leaveOutCopies
                                                               : leaveOutLeaks;
    for (std::size_t g = 0; g < groups.size(); ++g)
        treat(work, groups[g]);
    return {};
}

Result<void> run(const SimilarStep& options, Work& work) {
    work.step.options["identity"] = fmt::format("{}", options.identity);
    work.step.options["leave_out"] = options.leaveOut == LeaveOut::Repeats ? "repeats" : "leaks";
    STRAND_ASSIGN(const auto clusters, clusterSequences(work.dataset, work.pool, {.identity = options.identity}, work.progress, work.stop));
    work.step.summary["clusters"] = std::to_string(clusters.representatives.size());
    if (options.leaveOut == LeaveOut::Leaks) {
        const GroupMembers groups(work.pool, clusters.cluster);
        for (std::size_t g = 0; g < groups.size(); ++g)
            leaveOutLeaks(work, groups[g]);
        return {};
    }
    std::vector<bool> kept(work.pool.size());
    for (const std::int32_t representative : clusters.representatives)
        kept[static_cast<std::size_t>(representative)] = true;
    for (std::size_t k = 0; k < kept.size(); ++k) {
        if (!kept[k]) leaveOut(work, work.pool[k]);
    }
    return {};
}

Result<void> run(const LabelStep& options, Work& work) {
    work.step.options["label"] = options.label;
    work.step.options["sequences"] = std::to_string(options.ordinals.size());
    STRAND_TRY(checkOrdinals(work.dataset, options.ordinals));
    return relabel(work.dataset, options.ordinals, options.label);
}

Result<void> run(const PartStep& options, Work& work) {
    work.step.options["part"] = splitName(options.split);
    work.step.options["sequences"] = std::to_string(options.ordinals.size());
    STRAND_TRY(checkOrdinals(work.dataset, options.ordinals));
    for (const std::int32_t i : options.ordinals)
        at(work, i).split = options.split;
    return {};
}

constexpr std::array<const char*, std::variant_size_v<StepOptions>> kKinds{"split", "folds", "duplicates", "similar", "labels", "parts"};

std::string option(const DatasetStep& step, const char* name) {
    const auto found = step.options.find(name);
    return found == step.options.end() ? std::string() : found->second;
}

}  // namespace

Result<DatasetStep> runStep(Dataset& dataset, const StepOptions& options, const ProgressFn& progress, std::stop_token stop) {
    DatasetStep step;
    step.kind = kKinds.at(options.index());
    Work work{dataset, progress, std::move(stop), step, usedSequences(dataset)};
    const std::size_t used = work.pool.size();
    STRAND_TRY(std::visit([&](const auto& given) { return run(given, work); }, options));
    const std::size_t left = usedSequences(dataset).size();
    if (left != used) step.summary["excluded"] = std::to_string(static_cast<std::int64_t>(used) - static_cast<std::int64_t>(left));
    return step;
}

Message describe(const DatasetStep& step) {
    const std::string identity = option(step, "identity"), seed = option(step, "seed"), leave = option(step, "leave_out");
    if (step.kind == "split") {
        if (identity.empty()) return {STRAND_TEXT("engine", "divided %1 (seed %2)"), option(step, "ratio"), seed};
        return {STRAND_TEXT("engine", "divided %1 (seed %2), clusters at identity %3 kept whole"), option(step, "ratio"), seed, identity};
    }
    if (step.kind == "folds") {
        if (identity.empty()) return {STRAND_TEXT("engine", "%1 folds (seed %2)"), option(step, "folds"), seed};
        return {STRAND_TEXT("engine", "%1 folds (seed %2), clusters at identity %3 kept whole"), option(step, "folds"), seed, identity};
    }
    if (step.kind == "duplicates") {
        if (leave == "contradictions") return STRAND_TEXT("engine", "copies with different labels left out");
        return leave == "leaks" ? STRAND_TEXT("engine", "copies in two parts left out") : STRAND_TEXT("engine", "copies left out");
    }
    if (step.kind == "similar") {
        if (leave == "leaks") return {STRAND_TEXT("engine", "sequences similar to another part (identity %1) left out"), identity};
        return {STRAND_TEXT("engine", "similar sequences (identity %1) left out"), identity};
    }
    if (step.kind == "labels") return {STRAND_TEXT("engine", "label set to \"%1\""), option(step, "label")};
    if (step.kind == "parts") return {STRAND_TEXT("engine", "part set to %1"), option(step, "part")};
    return {STRAND_TEXT("engine", "a step of a newer version (%1)"), step.kind};
}

}  // namespace strand
