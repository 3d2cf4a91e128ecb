// One token per residue, or per byte of a text.
#pragma once

#include "tokens/tokenizer.hpp"

namespace strand {

[[nodiscard]] std::shared_ptr<const Tokenizer> makeCharTokenizer(SequenceKind kind);

}  // namespace strand
