// FASTA: a header line begins with '>'; the lines up to the next one are the sequence.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// The entry of the table of readers.
[[nodiscard]] ReaderEntry fastaReader();

}  // namespace strand
