// Lines of a file, plain, gz or xz (all members, checksums verified), by content and not by name.
#pragma once

#include "data/byte_stream.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace strand {

/// What a file may demand before reading stops with an error.
struct TextLimits {
    std::int64_t lineBytes = std::int64_t{256} << 20;  ///< longest line, and longest sequence of a reader
    GrowthLimit growth;
};

/// Reads lines ended by LF, CRLF or CR, also mixed; counts them; bounded memory. A UTF-8 byte order mark is skipped.
class TextSource {
public:
    /// Missing, unreadable, empty file, a directory, UTF-16, an unknown archive: ErrorCode::BadInput with the file named.
    static Result<TextSource> open(const std::string& path, const TextLimits& limits = {});
    TextSource(TextSource&&) noexcept;
    TextSource& operator=(TextSource&&) noexcept;
    ~TextSource();

    /// Next line without its end, valid until the next call; `end` set at the end of the file.
    /// A gz file that ends early or fails its CRC, a line over the limit, or a NUL byte: error with file and line.
    struct Line {
        std::string_view text;
        bool end = false;
    };
    Result<Line> nextLine();
    /// The first bytes of the text (up to a block); valid before the first nextLine.
    [[nodiscard]] std::string_view head() const;
    [[nodiscard]] std::int64_t lineNumber() const;  ///< of the last line returned, 1-based
    [[nodiscard]] std::int64_t bytesRead() const;   ///< of the file on disk
    [[nodiscard]] std::int64_t bytesTotal() const;
    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] const TextLimits& limits() const;

private:
    struct Impl;
    explicit TextSource(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace strand
