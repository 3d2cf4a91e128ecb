// What a dataset looks like: lengths, composition, classes.
#pragma once

#include "data/import.hpp"
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
    std::int64_t sequences = 0;
    LengthSummary length;
    Histogram lengths;                                    ///< at most 50 bins of whole width
    std::vector<std::vector<std::int64_t>> classBySplit;  ///< [class][Split as int: none, train, validation, test]
    std::map<char, std::int64_t> composition;             ///< residue -> count; empty for text
    std::int64_t duplicates = 0;                          ///< sequences whose residues occurred before
    std::int64_t duplicatesAcrossSplits = 0;  ///< of validation and test: residues that also occur in train (test: or in validation)
};

[[nodiscard]] DatasetStatistics computeStatistics(const Dataset& dataset);

}  // namespace strand
