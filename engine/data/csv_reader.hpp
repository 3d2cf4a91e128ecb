// CSV (RFC 4180), with comma, semicolon, tab or bar; with or without a row of names.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// The entry of the table of readers.
[[nodiscard]] ReaderEntry csvReader();

}  // namespace strand
