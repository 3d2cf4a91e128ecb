#include "storage/file_header.hpp"

#include "storage/project_file.hpp"
#include "storage/schema.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <system_error>

namespace strand::detail {

namespace {

constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kVersionOffset = 60;
constexpr std::size_t kApplicationOffset = 68;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

using Header = std::array<unsigned char, kHeaderBytes>;

std::string resolved(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : std::string();
}

std::int32_t bigEndian(const Header& header, std::size_t offset) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = (value << 8) | header[offset + i];
    return static_cast<std::int32_t>(value);
}

Result<std::size_t> readHeader(const FilePlace& place, Header& header, const std::string& shownPath) {
    const int file = ::open(place.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        return fail(Error(ErrorCode::Project, {STRAND_TEXT("engine", "the file cannot be read: %1"), systemError(errno)}, {},
                          STRAND_TEXT("engine", "Check that you may read this file."))
                        .at(shownPath));
    }
    std::size_t have = 0;
    ssize_t got = 0;
    do {
        got = ::pread(file, header.data() + have, header.size() - have, static_cast<off_t>(have));
        if (got > 0) have += static_cast<std::size_t>(got);
    } while ((got > 0 && have < header.size()) || (got < 0 && errno == EINTR));
    const int number = got < 0 ? errno : 0;
    ::close(file);
    if (number != 0) {
        return fail(Error(ErrorCode::Project, {STRAND_TEXT("engine", "the file cannot be read: %1"), systemError(number)}).at(shownPath));
    }
    return have;
}

}  // namespace

std::string systemError(int number) { return std::generic_category().message(number); }

std::int64_t fileSize(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? static_cast<std::int64_t>(info.st_size) : -1;
}

void syncFolder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

Result<FilePlace> locate(const std::string& path) {
    if (path.empty()) {
        return fail(ErrorCode::Project, STRAND_TEXT("engine", "no project file was named"),
                    STRAND_TEXT("engine", "a path ending in .strand"));
    }
    FilePlace place;
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0) {
        if (S_ISDIR(info.st_mode)) {
            return fail(Error(ErrorCode::Project, STRAND_TEXT("engine", "this is a folder"),
                              STRAND_TEXT("engine", "a Strandlab project file"),
                              STRAND_TEXT("engine", "Name the project file itself; it ends in .strand."))
                            .at(path));
        }
        if (!S_ISREG(info.st_mode)) {
            return fail(Error(ErrorCode::Project, STRAND_TEXT("engine", "this is a device or a pipe, not a file"),
                              STRAND_TEXT("engine", "a Strandlab project file"))
                            .at(path));
        }
        place.path = resolved(path);
        place.exists = true;
        place.id = {info.st_dev, info.st_ino};
        place.mode = info.st_mode & 0777;
        place.bytes = info.st_size;
    } else {
        const auto slash = path.rfind('/');
        const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
        const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
        const std::string real = resolved(folder);
        if (real.empty() || name.empty() || name == "." || name == "..") {
            return fail(Error(ErrorCode::Project, {STRAND_TEXT("engine", "the folder %1 does not exist"), folder}, {},
                              STRAND_TEXT("engine", "Check the path, or create the folder first."))
                            .at(path));
        }
        place.path = real == "/" ? real + name : real + "/" + name;
    }
    const auto slash = place.path.rfind('/');
    place.folder = slash == 0 || slash == std::string::npos ? "/" : place.path.substr(0, slash);
    return place;
}

Result<void> checkVersion(std::int64_t applicationId, std::int64_t version, const std::string& shownPath) {
    if (applicationId != kApplicationId) {
        return fail(Error(ErrorCode::Project,
                          {STRAND_TEXT("engine", "this is the database of another program (application id %1)"), applicationId},
                          STRAND_TEXT("engine", "a Strandlab project"), STRAND_TEXT("engine", "Nothing in the file was changed."))
                        .at(shownPath));
    }
    if (version > schemaVersion()) {
        return fail(Error(ErrorCode::Project,
                          {STRAND_TEXT("engine", "this project was made by a newer Strandlab (project version %1)"), version},
                          {STRAND_TEXT("engine", "project version %1 or older"), schemaVersion()},
                          STRAND_TEXT("engine", "Update Strandlab to open it. Nothing in the file was changed."))
                        .at(shownPath));
    }
    if (version < 1) {
        return fail(Error(ErrorCode::Project, {STRAND_TEXT("engine", "the project is damaged: it claims version %1"), version}, {},
                          STRAND_TEXT("engine", "Open a copy of it that was saved earlier."))
                        .at(shownPath));
    }
    return {};
}

Result<int> readProjectVersion(const FilePlace& place, const std::string& shownPath) {
    if (place.bytes == 0) {
        return fail(
            Error(ErrorCode::Project, STRAND_TEXT("engine", "the file is empty (0 bytes)"), STRAND_TEXT("engine", "a Strandlab project"),
                  STRAND_TEXT("engine",
                              "It may be the rest of a copy that failed: restore it from a copy, or delete it and create a new project."))
                .at(shownPath));
    }
    Header header{};
    STRAND_ASSIGN(const std::size_t have, readHeader(place, header, shownPath));
    const std::string_view magic(reinterpret_cast<const char*>(header.data()), kMagic.size());
    if (have < header.size() || magic != kMagic) {
        return fail(Error(ErrorCode::Project, STRAND_TEXT("engine", "this is not a Strandlab project"),
                          STRAND_TEXT("engine", "a file that Strandlab created"),
                          STRAND_TEXT("engine", "To read sequences from it, create a project and import the file there."))
                        .at(shownPath));
    }
    const std::int32_t version = bigEndian(header, kVersionOffset);
    STRAND_TRY(checkVersion(bigEndian(header, kApplicationOffset), version, shownPath));
    return version;
}

}  // namespace strand::detail
