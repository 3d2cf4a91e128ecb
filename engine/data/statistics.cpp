#include "data/statistics.hpp"

#include "data/groups.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace strand {

namespace {

using Pool = std::span<const std::int64_t>;

constexpr std::int64_t kBins = 50;

const Sequence& at(const Dataset& dataset, std::int64_t i) { return dataset.sequences[static_cast<std::size_t>(i)]; }

/// The value that `percent` of the values come before.
std::int64_t quantile(const std::vector<std::int64_t>& sorted, std::size_t percent) { return sorted[sorted.size() * percent / 100]; }

std::vector<std::int64_t> sortedLengths(const Dataset& dataset, Pool pool) {
    std::vector<std::int64_t> lengths;
    lengths.reserve(pool.size());
    for (const std::int64_t i : pool)
        lengths.push_back(sequenceLength(at(dataset, i).residues, dataset.kind));
    std::sort(lengths.begin(), lengths.end());
    return lengths;
}

LengthSummary summary(const std::vector<std::int64_t>& sorted) {
    if (sorted.empty()) return {};
    return {sorted.front(), quantile(sorted, 50), quantile(sorted, 95), sorted.back()};
}

Histogram histogram(const std::vector<std::int64_t>& sorted) {
    if (sorted.empty()) return {};
    const std::int64_t first = sorted.front(), range = sorted.back() - first + 1;
    const std::int64_t width = (range + kBins - 1) / kBins;
    Histogram bins{static_cast<double>(first), static_cast<double>(width),
                   std::vector<std::int64_t>(static_cast<std::size_t>((range + width - 1) / width))};
    for (const std::int64_t length : sorted)
        ++bins.counts[static_cast<std::size_t>((length - first) / width)];
    return bins;
}

std::map<char, std::int64_t> composition(const Dataset& dataset, Pool pool) {
    if (dataset.kind == SequenceKind::Text) return {};
    std::array<std::int64_t, 256> counts{};
    for (const std::int64_t i : pool) {
        for (const char residue : at(dataset, i).residues)
            ++counts[static_cast<unsigned char>(residue)];
    }
    std::map<char, std::int64_t> found;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) found.emplace(static_cast<char>(i), counts[i]);
    }
    return found;
}

void countDuplicates(const Dataset& dataset, Pool pool, DatasetStatistics& statistics) {
    const std::vector<std::int32_t> first = copyGroups(dataset, pool);
    std::vector<unsigned> splits(first.size());  // bits of the splits in which the residues of a leader occur
    for (std::size_t k = 0; k < first.size(); ++k) {
        if (static_cast<std::size_t>(first[k]) != k) ++statistics.duplicates;
        splits[static_cast<std::size_t>(first[k])] |= 1U << static_cast<unsigned>(at(dataset, pool[k]).split);
    }
    for (std::size_t k = 0; k < first.size(); ++k) {
        const auto own = static_cast<unsigned>(at(dataset, pool[k]).split);
        const unsigned earlier = ((1U << own) - 1U) & ~1U;  // Split::None does not count
        if ((splits[static_cast<std::size_t>(first[k])] & earlier) != 0) ++statistics.duplicatesAcrossSplits;
    }
}

DatasetStatistics computeStatistics(const Dataset& dataset, Pool pool) {
    const std::vector<std::int64_t> lengths = sortedLengths(dataset, pool);
    DatasetStatistics statistics;
    statistics.sequences = static_cast<std::int64_t>(pool.size());
    statistics.length = summary(lengths);
    statistics.lengths = histogram(lengths);
    statistics.composition = composition(dataset, pool);
    countDuplicates(dataset, pool, statistics);
    return statistics;
}

/// Names of groups and their sequences, the classes or splits in their order; classes end with those without a label.
std::vector<std::pair<std::string, std::vector<std::int64_t>>> groupsOf(const Dataset& dataset, Pool pool, GroupBy by) {
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> groups;
    if (by == GroupBy::Class) {
        for (const std::string& name : dataset.classes)
            groups.emplace_back(name, std::vector<std::int64_t>());
        groups.emplace_back();
    } else if (by == GroupBy::Split) {
        for (std::size_t split = 0; split < kSplitCount; ++split)
            groups.emplace_back(splitName(static_cast<Split>(split)), std::vector<std::int64_t>());
    } else {
        return groups;
    }
    for (const std::int64_t i : pool) {
        const std::int32_t label = at(dataset, i).label;
        const std::size_t split = static_cast<std::size_t>(at(dataset, i).split);
        const std::size_t group = by == GroupBy::Split ? split : label == kNoLabel ? groups.size() - 1 : static_cast<std::size_t>(label);
        groups[group].second.push_back(i);
    }
    std::erase_if(groups, [](const auto& group) { return group.second.empty(); });
    return groups;
}

}  // namespace

DatasetStatistics computeStatistics(const Dataset& dataset) {
    const std::vector<std::int64_t> used = usedSequences(dataset);
    DatasetStatistics statistics = computeStatistics(dataset, used);
    statistics.excluded = static_cast<std::int64_t>(dataset.sequences.size() - used.size());
    statistics.classBySplit.assign(dataset.classes.size(), std::vector<std::int64_t>(kSplitCount));
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.label == kNoLabel) continue;
        ++statistics.classBySplit[static_cast<std::size_t>(sequence.label)][static_cast<std::size_t>(sequence.split)];
    }
    return statistics;
}

std::vector<GroupStatistics> computeStatistics(const Dataset& dataset, GroupBy by, std::size_t k) {
    const std::vector<std::int64_t> used = usedSequences(dataset);
    std::vector<GroupStatistics> all{{{}, computeStatistics(dataset), countKmers(dataset, used, k)}};
    for (const auto& [name, members] : groupsOf(dataset, used, by))
        all.push_back({name, computeStatistics(dataset, members), countKmers(dataset, members, k)});
    return all;
}

double gcContent(const std::map<char, std::int64_t>& composition) {
    std::int64_t gc = 0, all = 0;
    for (const auto& [residue, count] : composition) {
        if (residue == 'G' || residue == 'C') gc += count;
        if (std::string_view("ACGTU").find(residue) != std::string_view::npos) all += count;
    }
    return all > 0 ? static_cast<double>(gc) / static_cast<double>(all) : std::numeric_limits<double>::quiet_NaN();
}

ImportReport summarise(const Dataset& dataset) {
    ImportReport report;
    report.name = dataset.name;
    report.kind = dataset.kind;
    report.present = report.imported = static_cast<std::int64_t>(dataset.sequences.size());
    std::vector<std::int64_t> all(dataset.sequences.size());
    std::iota(all.begin(), all.end(), std::int64_t{0});
    report.length = summary(sortedLengths(dataset, all));
    for (const std::string& name : dataset.classes)
        report.classes[name] = 0;
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.label != kNoLabel) ++report.classes[dataset.classes[static_cast<std::size_t>(sequence.label)]];
        ++report.splits[splitName(sequence.split)];
    }
    return report;
}

}  // namespace strand
