#include "data/statistics.hpp"

#include "data/equal_groups.hpp"

#include <algorithm>
#include <array>

namespace strand {

namespace {

constexpr std::size_t kSplits = 4;
constexpr std::int64_t kBins = 50;

/// The value that `percent` of the values come before.
std::int64_t quantile(const std::vector<std::int64_t>& sorted, std::size_t percent) { return sorted[sorted.size() * percent / 100]; }

std::vector<std::int64_t> sortedLengths(const Dataset& dataset) {
    std::vector<std::int64_t> lengths;
    lengths.reserve(dataset.sequences.size());
    for (const Sequence& sequence : dataset.sequences)
        lengths.push_back(sequenceLength(sequence.residues, dataset.kind));
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

std::map<char, std::int64_t> composition(const Dataset& dataset) {
    if (dataset.kind == SequenceKind::Text) return {};
    std::array<std::int64_t, 256> counts{};
    for (const Sequence& sequence : dataset.sequences) {
        for (const char residue : sequence.residues)
            ++counts[static_cast<unsigned char>(residue)];
    }
    std::map<char, std::int64_t> found;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) found.emplace(static_cast<char>(i), counts[i]);
    }
    return found;
}

void countDuplicates(const Dataset& dataset, DatasetStatistics& statistics) {
    std::vector<std::string_view> residues;
    residues.reserve(dataset.sequences.size());
    for (const Sequence& sequence : dataset.sequences)
        residues.push_back(sequence.residues);
    const std::vector<std::int32_t> first = firstEqual(residues);
    std::vector<unsigned> splits(first.size());  // bits of the splits in which the residues of a leader occur
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (static_cast<std::size_t>(first[i]) != i) ++statistics.duplicates;
        splits[static_cast<std::size_t>(first[i])] |= 1U << static_cast<unsigned>(dataset.sequences[i].split);
    }
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto own = static_cast<unsigned>(dataset.sequences[i].split);
        const unsigned earlier = ((1U << own) - 1U) & ~1U;  // Split::None does not count
        if ((splits[static_cast<std::size_t>(first[i])] & earlier) != 0) ++statistics.duplicatesAcrossSplits;
    }
}

}  // namespace

DatasetStatistics computeStatistics(const Dataset& dataset) {
    const std::vector<std::int64_t> lengths = sortedLengths(dataset);
    DatasetStatistics statistics;
    statistics.sequences = static_cast<std::int64_t>(dataset.sequences.size());
    statistics.length = summary(lengths);
    statistics.lengths = histogram(lengths);
    statistics.composition = composition(dataset);
    statistics.classBySplit.assign(dataset.classes.size(), std::vector<std::int64_t>(kSplits));
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.label == kNoLabel) continue;
        ++statistics.classBySplit[static_cast<std::size_t>(sequence.label)][static_cast<std::size_t>(sequence.split)];
    }
    countDuplicates(dataset, statistics);
    return statistics;
}

ImportReport summarise(const Dataset& dataset) {
    ImportReport report;
    report.name = dataset.name;
    report.kind = dataset.kind;
    report.present = report.imported = static_cast<std::int64_t>(dataset.sequences.size());
    report.length = summary(sortedLengths(dataset));
    for (const std::string& name : dataset.classes)
        report.classes[name] = 0;
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.label != kNoLabel) ++report.classes[dataset.classes[static_cast<std::size_t>(sequence.label)]];
        ++report.splits[splitName(sequence.split)];
    }
    return report;
}

}  // namespace strand
