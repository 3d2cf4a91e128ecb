#include "data/unpack.hpp"

#include <lzma.h>
#include <zlib.h>

#include <algorithm>
#include <new>
#include <string_view>
#include <vector>

namespace strand {

namespace {

constexpr std::size_t kInputBlock = std::size_t{1} << 17U;
constexpr std::uint64_t kXzMemory = std::uint64_t{512} << 20U;

tl::unexpected<Error> endsEarly() {
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the packed file ends early")}, {STRAND_TEXT("engine", "expected more data")},
                {STRAND_TEXT("engine", "copy or download it again")});
}
tl::unexpected<Error> trailingBytes(const char* format) {
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "something else follows the %1 data"), format},
                {STRAND_TEXT("engine", "expected the end of the file")}, {STRAND_TEXT("engine", "copy or download it again")});
}
tl::unexpected<Error> damaged(const char* format) {
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the %1 data are damaged"), format},
                {STRAND_TEXT("engine", "expected data that match their checksum")}, {STRAND_TEXT("engine", "copy or download it again")});
}
tl::unexpected<Error> needsMemory() {
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the xz data need more than %1 MiB of memory"), kXzMemory >> 20U}, {},
                {STRAND_TEXT("engine", "unpack it first")});
}
tl::unexpected<Error> growsTooMuch(const GrowthLimit& limit) {
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the packed file grows to more than %1 times its size"), limit.ratio},
                {STRAND_TEXT("engine", "expected packed sequences")}, {STRAND_TEXT("engine", "unpack it first if you trust it")});
}

/// What is left to read and to fill.
struct Buffers {
    std::string_view in;
    char* out = nullptr;
    std::size_t space = 0;
};

enum class Status { More, MemberEnds, Damaged, NeedsMemory };

/// One packed format: members (gz) or streams (xz) one after another.
class Decoder {
public:
    virtual ~Decoder() = default;
    [[nodiscard]] virtual const char* name() const = 0;
    /// Whether `in`, not empty, may be the beginning of a member. Padding that the format allows is taken off.
    virtual bool beginsMember(std::string_view& in) const = 0;
    virtual void restart() = 0;
    /// Takes from `in`, fills `out`. After Damaged, the same again.
    virtual Status decode(Buffers& buffers) = 0;
};

class GzDecoder final : public Decoder {
public:
    GzDecoder() {
        if (inflateInit2(&m_zlib, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    ~GzDecoder() override { inflateEnd(&m_zlib); }
    GzDecoder(const GzDecoder&) = delete;
    GzDecoder& operator=(const GzDecoder&) = delete;

    [[nodiscard]] const char* name() const override { return "gz"; }
    bool beginsMember(std::string_view& in) const override { return in.front() == '\x1F'; }
    void restart() override { inflateReset(&m_zlib); }
    Status decode(Buffers& buffers) override {
        m_zlib.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(buffers.in.data()));
        m_zlib.avail_in = static_cast<uInt>(buffers.in.size());
        m_zlib.next_out = reinterpret_cast<Bytef*>(buffers.out);
        m_zlib.avail_out = static_cast<uInt>(std::min<std::size_t>(buffers.space, 1U << 30U));
        const int status = inflate(&m_zlib, Z_NO_FLUSH);
        buffers.in.remove_prefix(buffers.in.size() - m_zlib.avail_in);
        buffers.space -= static_cast<std::size_t>(reinterpret_cast<char*>(m_zlib.next_out) - buffers.out);
        buffers.out = reinterpret_cast<char*>(m_zlib.next_out);
        if (status == Z_MEM_ERROR) throw std::bad_alloc();
        if (status == Z_STREAM_END) return Status::MemberEnds;
        return status == Z_OK || status == Z_BUF_ERROR ? Status::More : Status::Damaged;
    }

private:
    z_stream m_zlib{};
};

class XzDecoder final : public Decoder {
public:
    XzDecoder() = default;
    ~XzDecoder() override { lzma_end(&m_lzma); }
    XzDecoder(const XzDecoder&) = delete;
    XzDecoder& operator=(const XzDecoder&) = delete;

    [[nodiscard]] const char* name() const override { return "xz"; }
    bool beginsMember(std::string_view& in) const override {
        in.remove_prefix(std::min(in.find_first_not_of('\0'), in.size()));
        return in.empty() || in.front() == '\xFD';
    }
    void restart() override {
        if (lzma_stream_decoder(&m_lzma, kXzMemory, 0) != LZMA_OK) throw std::bad_alloc();
    }
    Status decode(Buffers& buffers) override {
        m_lzma.next_in = reinterpret_cast<const std::uint8_t*>(buffers.in.data());
        m_lzma.avail_in = buffers.in.size();
        m_lzma.next_out = reinterpret_cast<std::uint8_t*>(buffers.out);
        m_lzma.avail_out = buffers.space;
        const lzma_ret status = m_failed != LZMA_OK ? m_failed : lzma_code(&m_lzma, LZMA_RUN);
        buffers.in.remove_prefix(buffers.in.size() - m_lzma.avail_in);
        buffers.out = reinterpret_cast<char*>(m_lzma.next_out);
        buffers.space = m_lzma.avail_out;
        if (status == LZMA_MEM_ERROR) throw std::bad_alloc();
        if (status == LZMA_STREAM_END) return Status::MemberEnds;
        if (status == LZMA_OK || status == LZMA_BUF_ERROR) return Status::More;
        m_failed = status;
        return status == LZMA_MEMLIMIT_ERROR ? Status::NeedsMemory : Status::Damaged;
    }

private:
    lzma_stream m_lzma = LZMA_STREAM_INIT;
    lzma_ret m_failed = LZMA_OK;
};

/// Goes from member to member and watches how much comes out of them.
class UnpackingStream final : public ByteStream {
public:
    UnpackingStream(InputFile file, std::unique_ptr<Decoder> decoder, const GrowthLimit& limit)
        : m_file(std::move(file)), m_decoder(std::move(decoder)), m_limit(limit), m_block(kInputBlock) {}

    [[nodiscard]] const InputFile& file() const override { return m_file; }

    Result<std::size_t> read(char* out, std::size_t size) override {
        m_buffers.out = out;
        m_buffers.space = size;
        Result<Step> step = Step::More;
        while (m_buffers.space > 0 && step && *step == Step::More)
            step = advance();
        const std::size_t done = size - m_buffers.space;
        if (!step && done == 0) return tl::unexpected(std::move(step).error());
        m_unpacked += static_cast<std::int64_t>(done);
        if (m_unpacked > m_limit.freeBytes && m_unpacked / m_limit.ratio > m_file.bytesRead()) return growsTooMuch(m_limit);
        return done;
    }

private:
    enum class Step { More, End };

    /// Where it fails, the next call fails in the same way.
    Result<Step> advance() {
        if (m_buffers.in.empty()) {
            STRAND_ASSIGN(const std::size_t count, m_file.read(m_block.data(), m_block.size()));
            if (count == 0 && m_betweenMembers) return Step::End;
            if (count == 0) return endsEarly();
            m_buffers.in = std::string_view(m_block.data(), count);
        }
        if (m_betweenMembers) {
            if (!m_decoder->beginsMember(m_buffers.in)) return trailingBytes(m_decoder->name());
            if (m_buffers.in.empty()) return Step::More;
            m_decoder->restart();
            m_betweenMembers = false;
        }
        switch (m_decoder->decode(m_buffers)) {
            case Status::MemberEnds: m_betweenMembers = true; break;
            case Status::More: break;
            case Status::Damaged: return damaged(m_decoder->name());
            case Status::NeedsMemory: return needsMemory();
        }
        return Step::More;
    }

    InputFile m_file;
    std::unique_ptr<Decoder> m_decoder;
    GrowthLimit m_limit;
    std::vector<char> m_block;
    Buffers m_buffers;
    bool m_betweenMembers = true;
    std::int64_t m_unpacked = 0;
};

}  // namespace

std::unique_ptr<ByteStream> makeGzStream(InputFile file, const GrowthLimit& limit) {
    return std::make_unique<UnpackingStream>(std::move(file), std::make_unique<GzDecoder>(), limit);
}
std::unique_ptr<ByteStream> makeXzStream(InputFile file, const GrowthLimit& limit) {
    return std::make_unique<UnpackingStream>(std::move(file), std::make_unique<XzDecoder>(), limit);
}

}  // namespace strand
