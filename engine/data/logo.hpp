// A sequence logo: how often each letter stands at each place, and what that says in bits (Schneider & Stephens 1990, doi:10.1093/nar/18.20.6097).
#pragma once

#include "data/sequence.hpp"

#include <span>

namespace strand {

struct SequenceLogo {
    std::string letters;                         ///< [S] of the alphabet: "ACGT", "ACGU" or the 20 amino acids
    std::vector<std::vector<double>> frequency;  ///< [place][S]; letters outside are not counted
    std::vector<double> information;             ///< [place] bits: log2(S) - entropy - (S - 1) / (2 ln2 n); not below 0
    std::vector<std::int64_t> counted;           ///< [place] n
    [[nodiscard]] double height(std::size_t place, std::size_t letter) const { return frequency[place][letter] * information[place]; }
};

/// The common length of the sequences that are not left out; 0 where there is none (or text): no logo.
[[nodiscard]] std::int64_t commonLength(const Dataset& dataset);

/// Of the sequences of class `label`, or of all (kNoLabel), that are not left out. Empty where lengths differ.
[[nodiscard]] SequenceLogo makeLogo(const Dataset& dataset, std::int32_t label = kNoLabel);

}  // namespace strand
