// The encoding of a text file, and bytes of it as UTF-8.
#pragma once

#include "data/byte_stream.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace strand {

/// Auto: what a byte order mark says, or zero bytes in every other place (UTF-16); else the bytes as they are (UTF-8, where a record is no
/// valid UTF-8 that record as Latin-1).
enum class TextEncoding { Auto, Utf8, Utf16Le, Utf16Be, Latin1, Gb18030 };

/// All, Auto first.
[[nodiscard]] std::span<const TextEncoding> encodings();
[[nodiscard]] const char* encodingName(TextEncoding encoding);  ///< "auto" "utf-8" "utf-16le" "utf-16be" "latin-1" "gb18030"
[[nodiscard]] std::optional<TextEncoding> parseEncoding(std::string_view name);

/// What the first bytes of a text say: a byte order mark, or zero bytes at even places only (UTF-16BE) or at odd ones only (UTF-16LE), at half
/// of them or among bytes that are no UTF-8. Utf8 where they say nothing.
[[nodiscard]] TextEncoding encodingOf(std::string_view head);

/// `stream` as UTF-8; itself for Auto and Utf8. Bytes that are no character of the encoding: ErrorCode::BadInput.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> decodeText(std::unique_ptr<ByteStream> stream, TextEncoding encoding);

}  // namespace strand
