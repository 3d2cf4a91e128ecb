// One token per residue.
#pragma once

#include "tokens/tokenizer.hpp"

namespace strand {

/// DNA, RNA or protein; see text_tokenizer.hpp for text.
[[nodiscard]] std::shared_ptr<const Tokenizer> makeCharTokenizer(SequenceKind kind);

}  // namespace strand
