// Counts of k-mers over the letters of one meaning of an alphabet.
#pragma once

#include "data/sequence.hpp"

#include <span>

namespace strand {

struct KmerCounts {
    std::size_t k = 0;
    std::string letters;               ///< Alphabet::core
    std::vector<std::int64_t> counts;  ///< [letters ^ k] in alphabetical order
    [[nodiscard]] std::string word(std::size_t index) const;
};

/// k is lowered so that there are at most 2^20 different words. Words with another letter are not counted.
[[nodiscard]] KmerCounts countKmers(const Dataset& dataset, std::span<const std::int64_t> sequences, std::size_t k);

}  // namespace strand
