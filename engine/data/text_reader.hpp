// A whole file as one text, named after it: only where it is asked for, since the content does not tell it from one text a line.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// The entry of the table of readers.
[[nodiscard]] ReaderEntry textReader();

}  // namespace strand
