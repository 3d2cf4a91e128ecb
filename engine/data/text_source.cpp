#include "data/text_source.hpp"

#include "data/solid_text.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace strand {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;

/// The next place of one byte value at or behind a position that only moves forward: every byte is looked at once.
class ByteFinder {
public:
    explicit ByteFinder(char byte) : m_byte(byte) {}
    /// First place in [begin, end), or end.
    std::size_t next(const char* buffer, std::size_t begin, std::size_t end) {
        if (m_found && m_place >= begin) return m_place;
        const std::size_t from = std::max(begin, m_searched);
        const void* hit = from < end ? std::memchr(buffer + from, m_byte, end - from) : nullptr;
        m_found = hit != nullptr;
        m_searched = end;
        if (m_found) m_place = static_cast<std::size_t>(static_cast<const char*>(hit) - buffer);
        if (m_found) m_searched = m_place + 1;
        return m_found ? m_place : end;
    }
    /// The buffer lost its first `count` bytes.
    void shift(std::size_t count) {
        m_found = m_found && m_place >= count;
        if (m_found) m_place -= count;
        m_searched -= std::min(count, m_searched);
    }

private:
    char m_byte;
    bool m_found = false;
    std::size_t m_place = 0, m_searched = 0;
};

}  // namespace

struct TextSource::Impl : Window {
    std::string path;
    TextEncoding encoding = TextEncoding::Utf8;
    std::unique_ptr<ByteStream> stream;
    std::unique_ptr<char[]> buffer = std::make_unique_for_overwrite<char[]>(kBlock);
    std::size_t capacity = kBlock, end = 0;  // unread bytes are [place(), end)
    bool ended = false;                      // the stream has no more
    ByteFinder feed{'\n'}, carriageReturn{'\r'}, nul{'\0'};

    [[nodiscard]] std::size_t place() const { return static_cast<std::size_t>(begin - buffer.get()); }

    [[nodiscard]] tl::unexpected<Error> located(Error error, std::int64_t column = 0) const {
        return fail(std::move(error).at(path, line + 1, column));
    }

    /// Goes on reading at `newPlace`.
    void moveTo(std::size_t newPlace) {
        begin = buffer.get() + newPlace;
        const std::size_t longest = static_cast<std::size_t>(limits.lineBytes) + 1;
        const std::size_t stop = newPlace + std::min(end - newPlace, longest);
        cleanEnd = buffer.get() + std::min({carriageReturn.next(buffer.get(), newPlace, end), nul.next(buffer.get(), newPlace, end), stop});
    }

    /// Moves the unread bytes to the front and reads behind them.
    Result<void> fill() {
        if (const std::size_t done = place(); done > 0) {
            std::memmove(buffer.get(), begin, end - done);
            for (ByteFinder* finder : {&feed, &carriageReturn, &nul})
                finder->shift(done);
            end -= done;
        }
        if (end == capacity) grow();
        begin = cleanEnd = buffer.get();
        auto count = stream->read(buffer.get() + end, capacity - end);
        if (!count) return located(std::move(count).error());
        ended = *count == 0;
        end += *count;
        moveTo(0);
        return {};
    }

    void grow() {
        auto larger = std::make_unique_for_overwrite<char[]>(capacity * 2);
        std::memcpy(larger.get(), buffer.get(), end);
        buffer = std::move(larger);
        capacity *= 2;
    }

    Result<void> openStream() {
        auto opened = openBytes(path, limits.growth).and_then([&](auto&& bytes) { return decodeText(std::move(bytes), encoding); });
        if (!opened) return fail(std::move(opened).error().at(path));
        stream = std::move(*opened);
        begin = buffer.get();
        end = 0;
        feed = ByteFinder('\n');
        carriageReturn = ByteFinder('\r');
        nul = ByteFinder('\0');
        return fill();
    }

    Result<void> start() {
        STRAND_TRY(openStream());
        if (encoding == TextEncoding::Auto) {
            encoding = encodingOf(std::string_view(buffer.get(), end));
            if (encoding != TextEncoding::Utf8) STRAND_TRY(openStream());
        }
        if (std::string_view(buffer.get(), end).starts_with("\xEF\xBB\xBF")) moveTo(3);
        if (place() < end) return {};
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the file is empty")}, {STRAND_TEXT("engine", "expected sequences")})
                        .at(path));
    }

    [[nodiscard]] tl::unexpected<Error> lineTooLong() const {
        return located(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a line of more than %1 bytes"), limits.lineBytes},
                             {STRAND_TEXT("engine", "expected shorter lines")}));
    }

    [[nodiscard]] tl::unexpected<Error> nulByte(std::size_t at) const {
        return located(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a NUL byte")}, {STRAND_TEXT("engine", "expected text")},
                             {STRAND_TEXT("engine", "the file is binary, or UTF-16 without a byte order mark; choose the encoding")}),
                       static_cast<std::int64_t>(at - place()) + 1);
    }

    /// The line in [place(), lineEnd), followed by an end of `endBytes` bytes.
    Result<Line> take(std::size_t lineEnd, std::size_t endBytes) {
        const std::string_view text(begin, lineEnd - place());
        if (static_cast<std::int64_t>(text.size()) > limits.lineBytes) return lineTooLong();
        const std::size_t firstNul = nul.next(buffer.get(), place(), end);
        if (firstNul < lineEnd) return nulByte(firstNul);
        moveTo(lineEnd + endBytes);
        ++line;
        return Line{text, false};
    }

    Result<Line> next() {
        for (;;) {
            const std::size_t lf = feed.next(buffer.get(), place(), end);
            const std::size_t cr = carriageReturn.next(buffer.get(), place(), end);
            if (lf < cr) return take(lf, 1);
            // A CR at the very end of the buffer may be half of a CRLF.
            if (cr + 1 < end || (cr < end && ended)) return take(cr, lf < end && lf == cr + 1 ? 2 : 1);
            if (ended) return place() < end ? take(end, 0) : Line{{}, true};
            if (static_cast<std::int64_t>(end - place()) > limits.lineBytes + 1) return lineTooLong();
            STRAND_TRY(fill());
        }
    }
};

TextSource::TextSource(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)), m_window(m_impl.get()) {}
TextSource::TextSource(TextSource&&) noexcept = default;
TextSource& TextSource::operator=(TextSource&&) noexcept = default;
TextSource::~TextSource() = default;

Result<TextSource> TextSource::open(const std::string& path, const TextLimits& limits, TextEncoding encoding) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->limits = limits;
    impl->encoding = encoding;
    STRAND_TRY(impl->start());
    return TextSource(std::move(impl));
}

Result<TextSource::Line> TextSource::nextLine() {
    std::string_view text;
    if (nextBufferedLine(text)) return Line{text, false};
    return m_impl->next();
}

void TextSource::appendEvenLines(std::string& out, std::size_t width, char first) {
    const char* text = m_window->begin;
    while (static_cast<std::size_t>(m_window->cleanEnd - text) > width && text[width] == '\n' && *text != first && isSolid({text, width}) &&
           static_cast<std::int64_t>(out.size() + width) <= limits().lineBytes) {
        out.append(text, width);
        text += width + 1;
        ++m_window->line;
    }
    m_window->begin = text;
}

std::string_view TextSource::head() const { return {m_impl->begin, m_impl->end - m_impl->place()}; }
std::int64_t TextSource::bytesRead() const { return m_impl->stream->file().bytesRead(); }
std::int64_t TextSource::bytesTotal() const { return m_impl->stream->file().bytesTotal(); }
const std::string& TextSource::path() const { return m_impl->path; }
TextEncoding TextSource::encoding() const { return m_impl->encoding; }
const char* TextSource::packing() const { return packingOf(m_impl->stream->file().head(8)); }

}  // namespace strand
