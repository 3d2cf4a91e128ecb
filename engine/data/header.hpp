// The header of a FASTA record: "id|label|split", "id|label", or a name with a description.
#pragma once

#include "data/sequence.hpp"

#include <cstddef>
#include <string_view>

namespace strand {

/// Views into the header.
struct HeaderFields {
    std::string_view id;     ///< before the first '|' where there is a label, else up to the first blank
    std::string_view label;  ///< empty = none
    Split split = Split::None;
};

/// `header` without '>'. A label is the second field of two, or of more where the third is a split ("train", "testing" ...; see
/// parseSplit) or empty; what follows the split is ignored. Names of databases ("sp|P69905|HBA_HUMAN", "pdb|1AKH") hold no label.
[[nodiscard]] HeaderFields parseHeader(std::string_view header);

/// parseHeader for what most headers of short sequences are, "id" or "id|label|split" without blanks, at the front of `text` and ended by LF
/// within 64 bytes. The size of the header; 0 = of another kind, for parseHeader.
[[nodiscard]] std::size_t parseShortHeader(std::string_view text, HeaderFields& fields);

/// parseSplit for a word without blanks; Split::None for any other word.
[[nodiscard]] Split splitOfWord(std::string_view word);

}  // namespace strand
