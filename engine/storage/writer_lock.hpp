// One writer a project, on any process: a kernel lock on PATH.lock, which goes with the process that held it.
#pragma once

#include "core/error.hpp"

#include <sys/types.h>

#include <string>

namespace strand::detail {

/// Held from acquire() to destruction. The side file holds "pid host" for the sentence shown to others; one left by a killed process is harmless.
class WriterLock {
public:
    /// `path` is the project, absolute; the side file gets `mode`. Held elsewhere, or not to be made: ErrorCode::Project, at once.
    static Result<WriterLock> acquire(const std::string& path, mode_t mode, const std::string& shownPath);
    /// Whether a process (this one included) holds the lock now. Asks only, takes nothing.
    [[nodiscard]] static bool isHeld(const std::string& path);

    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    ~WriterLock();

private:
    WriterLock(std::string file, int descriptor) : m_file(std::move(file)), m_descriptor(descriptor) {}
    void release();

    std::string m_file;
    int m_descriptor = -1;
};

}  // namespace strand::detail
