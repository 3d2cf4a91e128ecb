// ARFF (Weka): "@relation", "@attribute" lines, "@data" and rows. A sequence is one attribute, or a run of attributes with one letter each.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// The entry of the table of readers. Sparse rows and relational attributes are refused.
[[nodiscard]] ReaderEntry arffReader();

}  // namespace strand
