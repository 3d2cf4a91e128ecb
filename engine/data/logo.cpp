#include "data/logo.hpp"

#include "data/alphabet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace strand {

namespace {

/// log2(S) - entropy - the correction for few sequences, (S - 1) / (2 ln2 n).
double informationOf(const std::vector<double>& frequency, std::int64_t counted) {
    if (counted == 0) return 0;
    const auto letters = static_cast<double>(frequency.size());
    double bits = std::log2(letters) - (letters - 1) / (2 * std::numbers::ln2 * static_cast<double>(counted));
    for (const double f : frequency) {
        if (f > 0) bits += f * std::log2(f);
    }
    return std::max(bits, 0.0);
}

}  // namespace

std::int64_t commonLength(const Dataset& dataset) {
    if (dataset.kind == SequenceKind::Text) return 0;
    std::size_t length = 0;
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.split == Split::Excluded) continue;
        if (length == 0) length = sequence.residues.size();
        if (sequence.residues.size() != length) return 0;
    }
    return static_cast<std::int64_t>(length);
}

SequenceLogo makeLogo(const Dataset& dataset, std::int32_t label) {
    SequenceLogo logo;
    const auto length = static_cast<std::size_t>(commonLength(dataset));
    if (length == 0) return logo;
    logo.letters = alphabetOf(dataset.kind).core;
    std::array<std::size_t, 256> place{};
    place.fill(logo.letters.size());
    for (std::size_t i = 0; i < logo.letters.size(); ++i)
        place[static_cast<unsigned char>(logo.letters[i])] = i;
    logo.frequency.assign(length, std::vector<double>(logo.letters.size()));
    logo.counted.assign(length, 0);
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.split == Split::Excluded || (label != kNoLabel && sequence.label != label)) continue;
        for (std::size_t i = 0; i < length; ++i) {
            const std::size_t letter = place[static_cast<unsigned char>(sequence.residues[i])];
            if (letter == logo.letters.size()) continue;
            ++logo.frequency[i][letter];
            ++logo.counted[i];
        }
    }
    for (std::size_t i = 0; i < length; ++i) {
        for (double& f : logo.frequency[i])
            f = logo.counted[i] > 0 ? f / static_cast<double>(logo.counted[i]) : 0;
        logo.information.push_back(informationOf(logo.frequency[i], logo.counted[i]));
    }
    return logo;
}

}  // namespace strand
