// Locations of GenBank features: "34..456", "complement(join(12..78,134..202))" (feature table definition 11.3, section 3.4).
#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace strand {

/// A stretch of the record, both ends counted from 1 and inside.
struct LocationPart {
    std::int64_t begin = 0, end = 0;
    bool complement = false;
    friend bool operator==(const LocationPart&, const LocationPart&) = default;
};

/// The stretches in reading order. "<" and ">" are taken as the place they stand at, order() as join(), "102^103" as nothing; stretches of
/// other records ("J00194.1:100..202") and one-of(): ErrorCode::BadInput.
[[nodiscard]] Result<std::vector<LocationPart>> parseLocation(std::string_view text);

/// The residues at `parts`; those of a complement are complemented and reversed. A part outside, or more than `most` residues:
/// ErrorCode::BadInput.
[[nodiscard]] Result<std::string> residuesAt(const std::vector<LocationPart>& parts, std::string_view residues, std::int64_t most);

}  // namespace strand
