// Lines of a file, plain, gz or xz (all members, checksums verified), by content and not by name.
#pragma once

#include "data/encoding.hpp"

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace strand {

/// What a file may demand before reading stops with an error.
struct TextLimits {
    std::int64_t lineBytes = std::int64_t{256} << 20;  ///< longest line, and longest sequence of a reader
    GrowthLimit growth;
};

/// Reads lines ended by LF, CRLF or CR, also mixed; counts them; bounded memory. A byte order mark is skipped; UTF-16 becomes UTF-8.
class TextSource {
public:
    /// Missing, unreadable, empty file, a directory, an unknown archive: ErrorCode::BadInput with the file named.
    static Result<TextSource> open(const std::string& path, const TextLimits& limits = {}, TextEncoding encoding = TextEncoding::Auto);
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
    /// The same where the line lies whole in the buffer: no error can come of it. False leaves the line to nextLine.
    bool nextBufferedLine(std::string_view& text) {
        const auto size = static_cast<std::size_t>(m_window->cleanEnd - m_window->begin);
        const auto* const lineEnd = static_cast<const char*>(std::memchr(m_window->begin, '\n', size));
        if (lineEnd == nullptr) return false;
        text = {m_window->begin, static_cast<std::size_t>(lineEnd - m_window->begin)};
        m_window->begin = lineEnd + 1;
        ++m_window->line;
        return true;
    }
    /// What lies in the buffer, up to the first byte that needs nextLine.
    [[nodiscard]] std::string_view buffered() const {
        return {m_window->begin, static_cast<std::size_t>(m_window->cleanEnd - m_window->begin)};
    }
    /// Takes a line of `size` bytes, and the LF behind them, that was found in buffered().
    void takeBuffered(std::size_t size) {
        m_window->begin += size + 1;
        ++m_window->line;
    }
    /// The fast way through evenly wrapped lines: takes lines and appends them to `out` as long as they have exactly `width` > 0 bytes, no
    /// blank or control character among them, end with LF, do not begin with `first`, and `out` stays within the limit of a line.
    void appendEvenLines(std::string& out, std::size_t width, char first);
    /// The first bytes of the text (up to a block); valid before the first nextLine.
    [[nodiscard]] std::string_view head() const;
    [[nodiscard]] std::int64_t lineNumber() const { return m_window->line; }  ///< of the last line returned, 1-based
    [[nodiscard]] std::int64_t bytesRead() const;                             ///< of the file on disk
    [[nodiscard]] std::int64_t bytesTotal() const;
    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] const TextLimits& limits() const { return m_window->limits; }
    [[nodiscard]] TextEncoding encoding() const;  ///< never Auto
    [[nodiscard]] const char* packing() const;    ///< "gz", "xz", empty = none

private:
    struct Window {
        TextLimits limits;
        const char* begin = nullptr;     // of the unread bytes
        const char* cleanEnd = nullptr;  // before it they hold neither CR nor NUL, nor more than a line may have
        std::int64_t line = 0;
    };
    struct Impl;
    explicit TextSource(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
    Window* m_window;  // in m_impl
};

}  // namespace strand
