#include "data/unpack.hpp"

#include <lzma.h>
#include <zlib.h>

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
tl::unexpected<Error> growsTooMuch(const GrowthLimit& limit) {
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the packed file grows to more than %1 times its size"), limit.ratio},
                {STRAND_TEXT("engine", "expected packed sequences")}, {STRAND_TEXT("engine", "unpack it first if you trust it")});
}

/// Reads packed blocks and watches how much comes out of them.
class UnpackingStream : public ByteStream {
public:
    Result<std::size_t> read(char* out, std::size_t size) final {
        STRAND_ASSIGN(const std::size_t count, unpack(out, size));
        m_unpacked += static_cast<std::int64_t>(count);
        if (m_unpacked > m_limit.freeBytes && m_unpacked / m_limit.ratio > m_file.bytesRead()) return growsTooMuch(m_limit);
        return count;
    }

protected:
    UnpackingStream(InputFile file, const GrowthLimit& limit) : ByteStream(std::move(file)), m_limit(limit), m_input(kInputBlock) {}
    virtual Result<std::size_t> unpack(char* out, std::size_t size) = 0;
    /// The next packed block, empty at the end.
    Result<std::string_view> nextBlock() {
        STRAND_ASSIGN(const std::size_t count, m_file.read(m_input.data(), m_input.size()));
        return std::string_view(m_input.data(), count);
    }

private:
    GrowthLimit m_limit;
    std::vector<char> m_input;
    std::int64_t m_unpacked = 0;
};

class GzStream final : public UnpackingStream {
public:
    GzStream(InputFile file, const GrowthLimit& limit) : UnpackingStream(std::move(file), limit) {
        if (inflateInit2(&m_zlib, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    ~GzStream() override { inflateEnd(&m_zlib); }
    GzStream(const GzStream&) = delete;
    GzStream& operator=(const GzStream&) = delete;

private:
    Result<std::size_t> unpack(char* out, std::size_t size) override {
        m_zlib.next_out = reinterpret_cast<Bytef*>(out);
        m_zlib.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
        const std::size_t wanted = m_zlib.avail_out;
        while (m_zlib.avail_out > 0) {
            const auto step = advance();
            const std::size_t done = wanted - m_zlib.avail_out;
            if (!step && done == 0) return tl::unexpected(step.error());
            if (!step || *step == Step::End) return done;
        }
        return wanted;
    }

    enum class Step { More, End };

    /// One call of inflate. Where it fails, the next call fails again.
    Result<Step> advance() {
        if (m_zlib.avail_in == 0) {
            STRAND_ASSIGN(const std::string_view block, nextBlock());
            if (block.empty() && m_betweenMembers) return Step::End;
            if (block.empty()) return endsEarly();
            m_zlib.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(block.data()));
            m_zlib.avail_in = static_cast<uInt>(block.size());
        }
        if (m_betweenMembers && m_members > 0) inflateReset(&m_zlib);
        m_betweenMembers = false;
        const int status = inflate(&m_zlib, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            m_betweenMembers = true;
            ++m_members;
            return Step::More;
        }
        if (status == Z_OK || status == Z_BUF_ERROR) return Step::More;
        if (status == Z_MEM_ERROR) throw std::bad_alloc();
        const bool noHeader = m_zlib.msg != nullptr && std::string_view(m_zlib.msg) == "incorrect header check";
        if (noHeader && m_members > 0) return trailingBytes("gz");
        return damaged("gz");
    }

    z_stream m_zlib{};
    bool m_betweenMembers = false;
    std::int64_t m_members = 0;
};

class XzStream final : public UnpackingStream {
public:
    XzStream(InputFile file, const GrowthLimit& limit) : UnpackingStream(std::move(file), limit) {
        if (lzma_stream_decoder(&m_lzma, kXzMemory, LZMA_CONCATENATED) != LZMA_OK) throw std::bad_alloc();
    }
    ~XzStream() override { lzma_end(&m_lzma); }
    XzStream(const XzStream&) = delete;
    XzStream& operator=(const XzStream&) = delete;

private:
    Result<std::size_t> unpack(char* out, std::size_t size) override {
        m_lzma.next_out = reinterpret_cast<std::uint8_t*>(out);
        m_lzma.avail_out = size;
        while (m_lzma.avail_out > 0 && m_status == LZMA_OK) {
            if (m_lzma.avail_in == 0 && !m_inputEnds) {
                STRAND_ASSIGN(const std::string_view block, nextBlock());
                m_inputEnds = block.empty();
                m_lzma.next_in = reinterpret_cast<const std::uint8_t*>(block.data());
                m_lzma.avail_in = block.size();
            }
            m_status = lzma_code(&m_lzma, m_inputEnds ? LZMA_FINISH : LZMA_RUN);
        }
        const std::size_t done = size - m_lzma.avail_out;
        if (done > 0 || m_status == LZMA_STREAM_END) return done;
        return failure();
    }

    [[nodiscard]] tl::unexpected<Error> failure() const {
        switch (m_status) {
            case LZMA_BUF_ERROR: return endsEarly();
            case LZMA_FORMAT_ERROR: return trailingBytes("xz");
            case LZMA_MEM_ERROR: throw std::bad_alloc();
            case LZMA_MEMLIMIT_ERROR:
                return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the xz data need more than %1 MiB of memory"), kXzMemory >> 20U},
                            {}, {STRAND_TEXT("engine", "unpack it first")});
            default: return damaged("xz");
        }
    }

    lzma_stream m_lzma = LZMA_STREAM_INIT;
    lzma_ret m_status = LZMA_OK;
    bool m_inputEnds = false;
};

}  // namespace

std::unique_ptr<ByteStream> makeGzStream(InputFile file, const GrowthLimit& limit) {
    return std::make_unique<GzStream>(std::move(file), limit);
}
std::unique_ptr<ByteStream> makeXzStream(InputFile file, const GrowthLimit& limit) {
    return std::make_unique<XzStream>(std::move(file), limit);
}

}  // namespace strand
