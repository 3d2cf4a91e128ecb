// What the first bytes of a file say, read before SQLite sees it.
#pragma once

#include "core/error.hpp"

#include <sys/types.h>

#include <compare>
#include <cstdint>
#include <string>

namespace strand::detail {

/// A file by device and inode, whatever it is called.
struct FileId {
    dev_t device = 0;
    ino_t inode = 0;
    friend auto operator<=>(const FileId&, const FileId&) = default;
};

/// A path on disk with links resolved; `exists` is false where only its folder is there.
struct FilePlace {
    std::string path;    ///< absolute
    std::string folder;  ///< absolute
    bool exists = false;
    FileId id;
    mode_t mode = 0;
    std::int64_t bytes = 0;
};

/// ErrorCode::Project where the folder is missing, or where the path is a folder or anything but a regular file.
[[nodiscard]] Result<FilePlace> locate(const std::string& path);

/// Reads the 100-byte header of a SQLite file. Errors: 0 bytes, not SQLite, another program's application_id, a newer user_version.
/// Opens and closes the file: never call it while a connection of this process is open on it, closing drops SQLite's locks.
[[nodiscard]] Result<int> readProjectVersion(const FilePlace& place, const std::string& shownPath);

/// The sentences of an unfit version, an error.
[[nodiscard]] Result<void> checkVersion(std::int64_t applicationId, std::int64_t version, const std::string& shownPath);

/// Flushes a folder, so that a rename in it survives a power cut.
void syncFolder(const std::string& folder);

/// Size of a file in bytes, -1 where there is none.
[[nodiscard]] std::int64_t fileSize(const std::string& path);

/// The text of errno values.
[[nodiscard]] std::string systemError(int number);

}  // namespace strand::detail
