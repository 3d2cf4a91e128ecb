// Bytes of a file, unpacked where the content is gz (RFC 1952, all members) or xz (all streams). Used by TextSource.
#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace strand {

/// A regular file open for reading.
class InputFile {
public:
    /// Missing or unreadable file, directory, pipe or device: ErrorCode::BadInput.
    static Result<InputFile> open(const std::string& path);
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&& other) noexcept;
    ~InputFile();

    /// Up to `size` bytes, fewer only at the end; 0 = the end.
    Result<std::size_t> read(char* out, std::size_t size);
    /// The first bytes, wherever reading is.
    [[nodiscard]] std::string head(std::size_t size) const;
    [[nodiscard]] std::int64_t bytesRead() const { return m_bytesRead; }
    [[nodiscard]] std::int64_t bytesTotal() const { return m_bytesTotal; }

private:
    InputFile(int descriptor, std::int64_t size) : m_descriptor(descriptor), m_bytesTotal(size) {}
    int m_descriptor = -1;
    std::int64_t m_bytesRead = 0, m_bytesTotal = 0;
};

/// Unpacked bytes may grow to `freeBytes`, and beyond that to `ratio` times the bytes read.
struct GrowthLimit {
    std::int64_t freeBytes = std::int64_t{1} << 30;
    std::int64_t ratio = 200;
};

/// What a packed file unpacks to. Bytes before a defect are delivered before its error.
class ByteStream {
public:
    virtual ~ByteStream() = default;
    /// Up to `size` bytes, fewer only at the end or before an error; 0 = the end. Truncated, corrupt or exploding data: ErrorCode::BadInput.
    virtual Result<std::size_t> read(char* out, std::size_t size) = 0;
    /// The file behind it, for the progress.
    [[nodiscard]] virtual const InputFile& file() const = 0;
};

/// The packing of a file by its first eight bytes: "gz", "xz", empty = none.
[[nodiscard]] const char* packingOf(std::string_view head);

/// Picks the unpacker by the first bytes. Other archives (zip, bzip2, zstd, 7z): ErrorCode::BadInput that names them.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> openBytes(const std::string& path, const GrowthLimit& limit = {});

}  // namespace strand
