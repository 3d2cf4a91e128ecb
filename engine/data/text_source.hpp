// Bytes of a file, plain or gz (all members, CRC checked), by content and not by name; delivered in blocks and in lines.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace strand {

/// Reads lines ended by LF, CRLF or CR; counts them; bounded memory.
class TextSource {
public:
    /// Missing, unreadable, empty file or a directory: ErrorCode::BadInput.
    static Result<TextSource> open(const std::string& path);
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
    [[nodiscard]] std::int64_t lineNumber() const;   ///< of the last line returned, 1-based
    [[nodiscard]] std::int64_t bytesRead() const;    ///< of the file on disk
    [[nodiscard]] std::int64_t bytesTotal() const;
    [[nodiscard]] const std::string& path() const;

private:
    struct Impl;
    explicit TextSource(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace strand
