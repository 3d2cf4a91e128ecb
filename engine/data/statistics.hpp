// What a dataset looks like: lengths, composition, k-mers, classes. Sequences that are left out count only where it is said.
#pragma once

#include "data/import.hpp"
#include "data/kmers.hpp"
#include "data/sequence.hpp"

#include <map>
#include <string>
#include <vector>

namespace strand {

struct Histogram {
    double first = 0, width = 1;  ///< left edge of bin 0, width of a bin (residues)
    std::vector<std::int64_t> counts;
};

struct DatasetStatistics {
    std::int64_t sequences = 0, excluded = 0;  ///< used, left out
    LengthSummary length;
    Histogram lengths;                                    ///< at most 50 bins of whole width
    std::vector<std::vector<std::int64_t>> classBySplit;  ///< [class][Split as int: none, train, validation, test, left out]
    std::map<char, std::int64_t> composition;             ///< residue -> count; empty for text
    std::int64_t duplicates = 0;                          ///< sequences whose residues occurred before
    std::int64_t duplicatesAcrossSplits = 0;  ///< of validation and test: residues that also occur in train (test: or in validation)
};

[[nodiscard]] DatasetStatistics computeStatistics(const Dataset& dataset);

enum class GroupBy { None, Class, Split };
struct GroupStatistics {
    std::string name;              ///< of a class or split; empty = all, or (after the classes) those without a label
    DatasetStatistics statistics;  ///< classBySplit for all only; duplicates inside the group
    KmerCounts kmers;              ///< empty for text
};
/// All first, then each group that has a sequence.
[[nodiscard]] std::vector<GroupStatistics> computeStatistics(const Dataset& dataset, GroupBy by, std::size_t k);

/// (G + C) / (A + C + G + T + U); NaN where there is none of them.
[[nodiscard]] double gcContent(const std::map<char, std::int64_t>& composition);

}  // namespace strand
