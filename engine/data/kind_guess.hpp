// What kind of sequences a file holds, from its characters.
#pragma once

#include "data/sequence.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace strand {

/// Counts characters of a sample of records, then decides.
class KindGuess {
public:
    void add(std::string_view sequence);
    /// Text where blanks or bytes beyond ASCII make up more than a twentieth, or all that is no letter, gap or stop more than a half. DNA or RNA where all letters are nucleotide codes (IUPAC), or at least three
    /// quarters are A, C, G, T, U or N: a few bad characters do not make it a protein. RNA where U outnumbers T. Else protein.
    [[nodiscard]] SequenceKind kind() const;

private:
    [[nodiscard]] std::int64_t count(std::string_view letters) const;
    std::array<std::int64_t, 256> m_counts{};
};

}  // namespace strand
