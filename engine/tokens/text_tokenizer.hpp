// Words or characters of a text as tokens, with a vocabulary learnt from texts.
#pragma once

#include "tokens/tokenizer.hpp"

#include <optional>
#include <span>

namespace strand {

/// How a text becomes tokens (see segments.hpp): words or characters, in lower case or as they are written.
struct TextRule {
    bool words = true;
    bool lowerCase = true;
};

/// "word" or "char", in lower case; "word:cased" or "char:cased", as written.
[[nodiscard]] std::optional<TextRule> parseTextRule(std::string_view specification);

/// The tokens of `texts` that occur often enough, the most frequent first, equally frequent ones by their bytes. Words with digits that do not
/// are counted together by their form, every digit as 0, so that a telephone number never seen before is still a telephone number.
[[nodiscard]] std::vector<std::string> learnVocabulary(const TextRule& rule, std::span<const std::string_view> texts,
                                                       const VocabularyLimits& limits);

/// Word i has id i + 3; a word with digits that is not among `words` is looked up by its form; all others are [UNK]. Offsets are bytes.
[[nodiscard]] std::shared_ptr<const Tokenizer> makeTextTokenizer(const TextRule& rule, std::span<const std::string> words);

}  // namespace strand
