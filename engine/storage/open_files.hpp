// The project files this process has open, by device and inode. Internal to storage.
#pragma once

#include "storage/file_header.hpp"

#include <map>
#include <mutex>
#include <string>

namespace strand::detail {

/// SQLite's locks on a file are dropped when any descriptor on it is closed, so nothing but SQLite may open a file listed here.
/// Hold `mutex` from looking to opening, and while closing.
struct OpenFiles {
    struct Use {
        std::string path;
        int connections = 0;
        bool written = false;  ///< by this process, since its first connection
    };
    std::mutex mutex;
    std::map<FileId, Use> files;

    static OpenFiles& instance();
};

}  // namespace strand::detail
