// One sequence, or one text, a line. Blank lines are no records.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// The entry of the table of readers.
[[nodiscard]] ReaderEntry linesReader();

}  // namespace strand
