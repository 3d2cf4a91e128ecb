// What every vocabulary begins with.
#pragma once

#include "tokens/tokenizer.hpp"

namespace strand {

inline constexpr std::int32_t kFirst = Tokenizer::kCls + 1;  ///< id of the first residue, k-mer or word

[[nodiscard]] inline std::vector<std::string> specialTokens() { return {"[PAD]", "[UNK]", "[CLS]"}; }

}  // namespace strand
