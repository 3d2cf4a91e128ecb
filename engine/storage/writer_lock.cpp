#include "storage/writer_lock.hpp"

#include "core/log.hpp"
#include "storage/file_header.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <string_view>
#include <utility>

namespace strand::detail {

namespace {

std::string lockFile(const std::string& path) { return path + ".lock"; }

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}

/// Open-file-description locks belong to the descriptor: they hold between two openings of one process, too.
bool lockCommand(int descriptor, int command, short type, short& answer) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    const bool ok = ::fcntl(descriptor, command, &lock) == 0;
    answer = lock.l_type;
    return ok;
}

/// The side file may have been removed between opening and locking it.
bool stillNamed(int descriptor, const std::string& file) {
    struct stat opened {
    }, named{};
    return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

void writeOwner(int descriptor) {
    const std::string text = fmt::format("{} {}\n", ::getpid(), hostName());
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.data(), text.size(), 0) < 0)
        logWarning("the lock file could not be filled in");
}

Error heldError(int descriptor, const std::string& shownPath) {
    std::array<char, 512> buffer{};
    const ssize_t size = ::pread(descriptor, buffer.data(), buffer.size(), 0);
    std::string_view text(buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    if (const auto end = text.find('\n'); end != std::string_view::npos) text = text.substr(0, end);
    long long process = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), process);
    const auto space = text.find(' ');
    const std::string host(space == std::string_view::npos ? std::string_view() : text.substr(space + 1));
    Message found = STRAND_TEXT("engine", "the project is open for writing in another program");
    if (parsed.ec == std::errc() && host == hostName() && process == ::getpid()) {
        found = STRAND_TEXT("engine", "the project is open for writing already in this program");
    } else if (parsed.ec == std::errc()) {
        found = {STRAND_TEXT("engine", "the project is open for writing in another program (process %1 on %2)"), process, host};
    }
    return Error(ErrorCode::Project, std::move(found), {}, STRAND_TEXT("engine", "Close it there first. Reading is possible meanwhile."))
        .at(shownPath);
}

}  // namespace

Result<WriterLock> WriterLock::acquire(const std::string& path, mode_t mode, const std::string& shownPath) {
    const std::string file = lockFile(path);
    for (;;) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode | S_IRUSR | S_IWUSR);
        if (descriptor < 0) {
            const int number = errno;
            return fail(Error(ErrorCode::Project,
                              {STRAND_TEXT("engine", "the project cannot be locked for writing: %1"), systemError(number)}, {},
                              {STRAND_TEXT("engine", "Check that you may write to %1."), file})
                            .at(shownPath));
        }
        WriterLock lock(file, descriptor);
        short answer = 0;
        if (!lockCommand(descriptor, F_OFD_SETLK, F_WRLCK, answer)) {
            const int number = errno;
            if (number == EAGAIN || number == EACCES) {
                Error error = heldError(descriptor, shownPath);
                ::close(std::exchange(lock.m_descriptor, -1));
                return fail(std::move(error));
            }
            logWarning("file locks do not work here (" + systemError(number) + "); do not open this project twice: " + path);
        } else if (!stillNamed(descriptor, file)) {
            ::close(std::exchange(lock.m_descriptor, -1));
            continue;
        }
        writeOwner(descriptor);
        return lock;
    }
}

bool WriterLock::isHeld(const std::string& path) {
    const int descriptor = ::open(lockFile(path).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return false;
    short answer = F_UNLCK;
    const bool held = lockCommand(descriptor, F_OFD_GETLK, F_RDLCK, answer) && answer != F_UNLCK;
    ::close(descriptor);
    return held;
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : m_file(std::move(other.m_file)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    if (this != &other) {
        release();
        m_file = std::move(other.m_file);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

WriterLock::~WriterLock() { release(); }

void WriterLock::release() {
    if (m_descriptor < 0) return;
    // Removed while still locked: who opened it meanwhile sees in stillNamed() that it is gone.
    ::unlink(m_file.c_str());
    ::close(std::exchange(m_descriptor, -1));
}

}  // namespace strand::detail
