// FASTQ (Cock et al. 2010): "@name", sequence, "+", qualities of the same length; one line each, or wrapped. Qualities are checked and left.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// The entry of the table of readers.
[[nodiscard]] ReaderEntry fastqReader();

}  // namespace strand
