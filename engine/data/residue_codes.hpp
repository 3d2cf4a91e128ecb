// Residues as small numbers, words of them, and what it scores to align two. Internal to clustering.
#pragma once

#include "data/sequence.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace strand::detail {

/// Alphabet::core as 0 ... base - 1; every other letter is `base`, which matches nothing.
class ResidueCodes {
public:
    explicit ResidueCodes(SequenceKind kind);
    [[nodiscard]] std::uint8_t base() const { return m_base; }
    [[nodiscard]] std::uint8_t operator[](char residue) const { return m_code[static_cast<unsigned char>(residue)]; }
    /// BLOSUM62 (Henikoff & Henikoff 1992) for proteins; 2 and -2 for nucleotides. [base + 1][base + 1]
    [[nodiscard]] int score(std::uint8_t a, std::uint8_t b) const { return m_score[a][b]; }
    [[nodiscard]] int gapOpen() const { return m_gapOpen; }  ///< the first residue of a gap
    [[nodiscard]] int gapExtend() const { return m_gapExtend; }

private:
    std::uint8_t m_base = 0;
    int m_gapOpen = 0, m_gapExtend = -1;
    std::array<std::uint8_t, 256> m_code{};
    std::array<std::array<std::int8_t, 21>, 21> m_score{};
};

/// base ^ k.
[[nodiscard]] std::uint32_t wordCount(std::uint8_t base, unsigned k);

/// Calls `take(word, begin)` for every k-word of known residues, in order.
template <typename Take>
void forEachWord(std::string_view residues, const ResidueCodes& codes, unsigned k, Take&& take) {
    const std::uint32_t base = codes.base(), leading = wordCount(codes.base(), k - 1);
    std::uint32_t word = 0;
    unsigned known = 0;
    for (std::size_t i = 0; i < residues.size(); ++i) {
        const std::uint32_t code = codes[residues[i]];
        if (code == base) {
            known = 0;
            word = 0;
            continue;
        }
        if (known == k) {
            word -= leading * codes[residues[i - k]];
        } else {
            ++known;
        }
        word = word * base + code;
        if (known == k) take(word, i + 1 - k);
    }
}

/// How many k-words an alignment with `identity` of `length` residues has in common at least: what is certain, or, where that says little, what
/// is likely: two standard deviations below the mean of mismatches at random places.
class CommonWordBound {
public:
    CommonWordBound(std::size_t length, double identity, unsigned k);
    /// `byChance`: the probability that a word that is not in the alignment is in common all the same.
    [[nodiscard]] double least(double byChance) const;

private:
    double m_places, m_whole, m_certain = 0, m_variance = 0;
};

}  // namespace strand::detail
