#include "data/encoding.hpp"

#include "core/text.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace strand {

namespace {

struct EncodingEntry {
    const char* name;
    const char* iconv;  // null = no conversion
};
constexpr std::array<EncodingEntry, 6> kEncodings{{{"auto", nullptr},
                                                   {"utf-8", nullptr},
                                                   {"utf-16le", "UTF-16LE"},
                                                   {"utf-16be", "UTF-16BE"},
                                                   {"latin-1", "ISO-8859-1"},
                                                   {"gb18030", "GB18030"}}};

constexpr std::size_t kJudgedBytes = 4096;

/// Valid UTF-8 but for a character cut at the end.
bool isUtf8Head(std::string_view head) {
    for (std::size_t cut = 0; cut < std::min<std::size_t>(4, head.size()); ++cut) {
        if (isUtf8(head.substr(0, head.size() - cut))) return true;
    }
    return false;
}

const EncodingEntry& entryOf(TextEncoding encoding) { return kEncodings.at(static_cast<std::size_t>(encoding)); }

/// Converts block by block through iconv(3).
class DecodingStream final : public ByteStream {
public:
    DecodingStream(std::unique_ptr<ByteStream> stream, const EncodingEntry& entry, iconv_t converter)
        : m_stream(std::move(stream)), m_entry(entry), m_converter(converter), m_block(kBlock) {}
    ~DecodingStream() override { iconv_close(m_converter); }
    DecodingStream(const DecodingStream&) = delete;
    DecodingStream& operator=(const DecodingStream&) = delete;

    [[nodiscard]] const InputFile& file() const override { return m_stream->file(); }

    Result<std::size_t> read(char* out, std::size_t size) override {
        char* const begin = out;
        std::size_t space = size;
        while (space > 0 && !m_failed) {
            if (m_begin == m_end || m_needsMore) STRAND_TRY(fill());
            if (m_begin == m_end) break;
            convert(out, space);
            if (m_full) break;
        }
        const auto done = static_cast<std::size_t>(out - begin);
        if (m_failed && done == 0) return notEncoded();
        return done;
    }

private:
    static constexpr std::size_t kBlock = std::size_t{1} << 16U;

    Result<void> fill() {
        std::copy(m_block.begin() + static_cast<std::ptrdiff_t>(m_begin), m_block.begin() + static_cast<std::ptrdiff_t>(m_end),
                  m_block.begin());
        m_end -= m_begin;
        m_begin = 0;
        STRAND_ASSIGN(const std::size_t count, m_stream->read(m_block.data() + m_end, m_block.size() - m_end));
        // Half a character at the end of the file.
        if (count == 0 && m_needsMore) m_failed = true;
        m_needsMore = false;
        m_end += count;
        return {};
    }

    void convert(char*& out, std::size_t& space) {
        char* in = m_block.data() + m_begin;
        std::size_t left = m_end - m_begin;
        const std::size_t status = iconv(m_converter, &in, &left, &out, &space);
        m_begin = m_end - left;
        m_full = status == static_cast<std::size_t>(-1) && errno == E2BIG;
        m_needsMore = status == static_cast<std::size_t>(-1) && errno == EINVAL;
        if (status == static_cast<std::size_t>(-1) && errno == EILSEQ) m_failed = true;
    }

    [[nodiscard]] tl::unexpected<Error> notEncoded() const {
        const std::string_view rest(m_block.data() + m_begin, std::min<std::size_t>(m_end - m_begin, 4));
        return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the bytes \"%1\" are no %2 text"), printable(rest), m_entry.name},
                    {STRAND_TEXT("engine", "expected characters of that encoding")}, {STRAND_TEXT("engine", "choose another encoding")});
    }

    std::unique_ptr<ByteStream> m_stream;
    const EncodingEntry& m_entry;
    iconv_t m_converter;
    std::vector<char> m_block;
    std::size_t m_begin = 0, m_end = 0;  // bytes not yet converted
    bool m_needsMore = false, m_full = false, m_failed = false;
};

}  // namespace

std::span<const TextEncoding> encodings() {
    static constexpr std::array all{TextEncoding::Auto,    TextEncoding::Utf8,   TextEncoding::Utf16Le,
                                    TextEncoding::Utf16Be, TextEncoding::Latin1, TextEncoding::Gb18030};
    return all;
}

const char* encodingName(TextEncoding encoding) { return entryOf(encoding).name; }

std::optional<TextEncoding> parseEncoding(std::string_view name) {
    const std::string word = lowerCase(trimmed(name));
    for (std::size_t i = 0; i < kEncodings.size(); ++i) {
        if (word == kEncodings[i].name) return static_cast<TextEncoding>(i);
    }
    return std::nullopt;
}

TextEncoding encodingOf(std::string_view head) {
    if (head.starts_with("\xFF\xFE")) return TextEncoding::Utf16Le;
    if (head.starts_with("\xFE\xFF")) return TextEncoding::Utf16Be;
    const std::string_view judged = head.substr(0, kJudgedBytes);
    std::array<std::size_t, 2> zeros{};  // at even places, at odd ones
    for (std::size_t i = 0; i < judged.size(); ++i)
        zeros[i % 2] += judged[i] == '\0' ? 1 : 0;
    // In Chinese only blanks, digits and line ends have a zero byte, and its other bytes are no UTF-8.
    const std::size_t most = std::max(zeros[0], zeros[1]);
    if (most == 0 || std::min(zeros[0], zeros[1]) > 0 || (most * 4 < judged.size() && isUtf8Head(judged))) return TextEncoding::Utf8;
    return zeros[0] > 0 ? TextEncoding::Utf16Be : TextEncoding::Utf16Le;
}

Result<std::unique_ptr<ByteStream>> decodeText(std::unique_ptr<ByteStream> stream, TextEncoding encoding) {
    const EncodingEntry& entry = entryOf(encoding);
    if (entry.iconv == nullptr) return stream;
    const iconv_t converter = iconv_open("UTF-8", entry.iconv);
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "this system cannot read %1 text"), entry.name}, {},
                    {STRAND_TEXT("engine", "save it again as UTF-8")});
    }
    return std::make_unique<DecodingStream>(std::move(stream), entry, converter);
}

}  // namespace strand
