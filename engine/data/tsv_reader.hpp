// TSV: fields between tabs; with or without a row of names. Quotes are text, unless the first rows show that fields are put into them.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// The entry of the table of readers.
[[nodiscard]] ReaderEntry tsvReader();

}  // namespace strand
