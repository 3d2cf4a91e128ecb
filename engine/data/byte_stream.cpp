#include "data/byte_stream.hpp"

#include "data/unpack.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace strand {

namespace {

tl::unexpected<Error> cannotRead(int code) {
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the file cannot be read: %1"), std::generic_category().message(code)});
}

tl::unexpected<Error> cannotOpen(int code) {
    if (code != ENOENT && code != ENOTDIR) return cannotRead(code);
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "no such file")}, {}, {STRAND_TEXT("engine", "check the name and the folder")});
}

Result<void> checkRegular(const struct stat& status) {
    if (S_ISREG(status.st_mode)) return {};
    Message expected{STRAND_TEXT("engine", "expected a file")};
    if (!S_ISDIR(status.st_mode)) return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "a pipe or device")}, std::move(expected));
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "a folder")}, std::move(expected),
                {STRAND_TEXT("engine", "name the files in it")});
}

class PlainStream final : public ByteStream {
public:
    explicit PlainStream(InputFile file) : m_file(std::move(file)) {}
    Result<std::size_t> read(char* out, std::size_t size) override { return m_file.read(out, size); }
    [[nodiscard]] const InputFile& file() const override { return m_file; }

private:
    InputFile m_file;
};

constexpr std::array<char, 6> kXzMagic{'\xFD', '7', 'z', 'X', 'Z', '\0'};

struct Archive {
    std::string_view magic;
    const char* name;
};
constexpr std::array<Archive, 4> kForeignArchives{
    {{"PK\x03\x04", "zip"}, {"BZh", "bzip2"}, {"\x28\xB5\x2F\xFD", "zstd"}, {"7z\xBC\xAF", "7z"}}};

}  // namespace

Result<InputFile> InputFile::open(const std::string& path) {
    // Without O_NONBLOCK a named pipe would wait for its writer.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return cannotOpen(errno);
    InputFile file(descriptor, 0);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return cannotRead(errno);
    STRAND_TRY(checkRegular(status));
    file.m_bytesTotal = status.st_size;
    return file;
}

InputFile::InputFile(InputFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_bytesRead(other.m_bytesRead), m_bytesTotal(other.m_bytesTotal) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    m_bytesRead = other.m_bytesRead;
    m_bytesTotal = other.m_bytesTotal;
    return *this;
}

InputFile::~InputFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<std::size_t> InputFile::read(char* out, std::size_t size) {
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count = ::read(m_descriptor, out + done, size - done);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return cannotRead(errno);
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
        m_bytesRead += count;
    }
    return done;
}

std::string InputFile::head(std::size_t size) const {
    std::string bytes(size, '\0');
    const ssize_t count = ::pread(m_descriptor, bytes.data(), size, 0);
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
}

const char* packingOf(std::string_view head) {
    if (head.starts_with("\x1F\x8B")) return "gz";
    return head.starts_with(std::string_view(kXzMagic.data(), kXzMagic.size())) ? "xz" : "";
}

Result<std::unique_ptr<ByteStream>> openBytes(const std::string& path, const GrowthLimit& limit) {
    STRAND_ASSIGN(InputFile file, InputFile::open(path));
    const std::string head = file.head(8);
    const std::string_view packing = packingOf(head);
    if (packing == "gz") return makeGzStream(std::move(file), limit);
    if (packing == "xz") return makeXzStream(std::move(file), limit);
    for (const Archive& archive : kForeignArchives) {
        if (!head.starts_with(archive.magic)) continue;
        return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "a %1 archive"), archive.name},
                    {STRAND_TEXT("engine", "expected text, gz or xz")}, {STRAND_TEXT("engine", "unpack it first")});
    }
    return std::make_unique<PlainStream>(std::move(file));
}

}  // namespace strand
