// Small helpers for ASCII text and numbers, independent of the locale.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace strand {

/// Blank, tab, line end, form feed.
[[nodiscard]] constexpr bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
/// Without blanks at both sides.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}
/// Up to the first blank.
[[nodiscard]] std::string_view firstWord(std::string_view text);
/// A-Z to a-z, everything else as it is.
[[nodiscard]] std::string lowerCase(std::string_view text);
/// The pieces between separators; "a,,b" gives three, "" gives one empty piece.
[[nodiscard]] std::vector<std::string_view> splitText(std::string_view text, char separator);
[[nodiscard]] std::string joined(std::span<const std::string> items, std::string_view separator);

/// Valid UTF-8, no overlong forms or surrogates (Unicode, table 3-7).
[[nodiscard]] bool isUtf8(std::string_view text);
/// Bytes in the length of the UTF-8 character at the front; 0 where there is none.
[[nodiscard]] std::size_t utf8Length(std::string_view text);
/// Every byte as the character of that number.
[[nodiscard]] std::string latin1ToUtf8(std::string_view text);
/// For messages: at most `limit` bytes, "..." where cut, control characters and what is not UTF-8 as \x1F.
[[nodiscard]] std::string printable(std::string_view text, std::size_t limit = 60);

/// The whole text as a number through std::from_chars; one leading '+' is allowed. None otherwise, also for inf and nan.
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);
[[nodiscard]] std::optional<double> parseReal(std::string_view text);

}  // namespace strand
