// How alike two sequences are, by banded alignment around the diagonals with most words in common. Internal to clustering.
#pragma once

#include "data/residue_codes.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace strand::detail {

/// Compares one sequence, the shorter, with others. Belongs to one thread; keeps its memory from sequence to sequence.
class PairIdentity {
public:
    /// `longest` sequence that will come, for the size of words.
    PairIdentity(const ResidueCodes& codes, double identity, std::size_t longest);

    void setQuery(std::string_view query);
    /// Identical residues over the length of the query where they are at least `identity` (of the constructor) of it; otherwise 0.
    [[nodiscard]] double with(std::string_view other);

private:
    struct Band {
        std::int64_t first = 0, last = -1;  ///< diagonals: place in the other - place in the query
    };
    [[nodiscard]] Band bestBand(std::string_view other);
    [[nodiscard]] std::int64_t identicalIn(const Band& band, std::string_view other);

    const ResidueCodes& m_codes;
    double m_identity;
    unsigned m_word;  ///< length of words on diagonals
    CommonWordBound m_bound;
    std::vector<std::uint8_t> m_query, m_other;
    std::vector<std::int32_t> m_head, m_next;  ///< places in the query of each word
    std::vector<std::uint32_t> m_used;         ///< words of the query
    std::vector<std::int32_t> m_diagonals;
    std::array<std::array<std::int64_t, 21>, 21> m_pair{};  ///< [residue][residue] what it adds to a cell to align them
    std::vector<std::int64_t> m_match, m_gap;               ///< rows of the alignment
    std::int64_t m_needed = 0;                              ///< identical residues
};

}  // namespace strand::detail
