// One token per k residues, overlapping by default; ids in lexicographic order of the k-mers.
#pragma once

#include "tokens/tokenizer.hpp"

namespace strand {

/// Longest k: 8 for DNA and RNA (65,536 tokens), 3 for protein (8,000), 0 for text.
[[nodiscard]] std::int64_t longestKmer(SequenceKind kind);
/// k in 1..longestKmer(kind), stride in 1..k.
[[nodiscard]] std::shared_ptr<const Tokenizer> makeKmerTokenizer(SequenceKind kind, std::int64_t k, std::int64_t stride);

}  // namespace strand
