// Where the words and characters of a text stand, in bytes (Unicode Standard Annex #29, by way of ICU).
#pragma once

#include "tokens/tokenizer.hpp"

namespace strand {

/// Words with their apostrophes, numbers with their points ("don't", "3.14", "www.example.org") are one token each, so is every Chinese
/// character and kana with its marks, and every visible punctuation mark, symbol or emoji. White space and control characters are none.
/// Languages that write no blanks otherwise (Thai, Khmer ...) are cut by ICU's dictionaries. Each sequence of bytes that is not UTF-8 is a token.
[[nodiscard]] std::vector<Offset> wordsOf(std::string_view text);

/// Unicode characters (code points), white space included; a byte that is not UTF-8 counts as one.
[[nodiscard]] std::vector<Offset> charactersOf(std::string_view text);

/// Lower case in every script, whatever the locale; a text that is not UTF-8 stays as it is.
[[nodiscard]] std::string lowerCaseText(std::string_view text);

/// "ICU 72.1": words are cut by its tables.
[[nodiscard]] std::string segmentationVersion();

}  // namespace strand
