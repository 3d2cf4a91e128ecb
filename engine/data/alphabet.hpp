// The letters of DNA, RNA and protein, and how the characters of a file are read as such (IUPAC-IUB 1984 codes).
#pragma once

#include "data/sequence.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace strand {

/// DNA: ACGTN and RYSWKMBDHV. RNA: the same with U. Protein: 20 amino acids and XBZUOJ. Text has none.
struct Alphabet {
    std::string_view name;                   ///< "DNA", "RNA", "protein"
    std::string_view core;                   ///< letters of one meaning, sorted: "ACGT"
    std::string_view letters;                ///< all, core first
    char unknown = 'N';                      ///< any residue: N or X
    std::array<char, 256> canonical{};       ///< upper case, T or U as the kind has it; otherwise the character itself
    std::array<std::uint8_t, 256> traits{};  ///< CharacterTrait bits
};

/// Bits of Alphabet::traits, and what cleanResidues met.
enum CharacterTrait : std::uint8_t {
    kLowerCase = 1,   ///< read as upper case
    kOtherBase = 2,   ///< U in DNA, T in RNA: the same base
    kGap = 4,         ///< '-' or '.', removed
    kBlank = 8,       ///< blank or tab, removed
    kStopCodon = 16,  ///< '*' in protein, removed at the end
    kBad = 32         ///< no letter of the alphabet
};

/// SequenceKind::Text has no alphabet: broken invariant.
[[nodiscard]] const Alphabet& alphabetOf(SequenceKind kind);

/// The base that pairs with `base`, in its case: T for A, A for T and U, Y for R. Other characters stay.
[[nodiscard]] char complementOf(char base);

struct CleanReport {
    std::uint8_t met = 0;      ///< CharacterTrait bits
    std::int64_t bad = 0;      ///< characters replaced by Alphabet::unknown
    std::size_t firstBad = 0;  ///< place of the first one in the sequence as given
    std::string firstBadText;  ///< that character, printable
};

/// Makes `sequence` upper case in its alphabet; removes gaps and blanks, and '*' at the end of a protein; replaces what is not a letter.
CleanReport cleanResidues(std::string& sequence, const Alphabet& alphabet);

}  // namespace strand
