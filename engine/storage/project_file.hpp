// The project file: one SQLite 3 database with application_id "STRD", numbered migrations, WAL while open.
#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace SQLite {
class Database;
}

namespace strand {

inline constexpr std::int32_t kApplicationId = 0x53545244;  ///< "STRD"

/// One connection; belongs to the thread that opened it. A process opens one with Access::Write a file, any number with Access::Read.
class ProjectFile {
public:
    enum class Access { Read, Write };
    enum class Missing { Fail, Create };

    /// A file of an older version is brought up to date, also for a reader. Errors (ErrorCode::Project), each leaving every byte of the file as it was: missing, 0 bytes, not SQLite, another program's
    /// database, a newer version, corrupt, locked by another process, read-only, no room.
    static Result<ProjectFile> open(const std::string& path, Access access, Missing missing = Missing::Fail);

    ProjectFile(ProjectFile&&) noexcept;
    ProjectFile& operator=(ProjectFile&&) noexcept;
    ~ProjectFile();

    [[nodiscard]] const std::string& path() const;  ///< as given to open()
    [[nodiscard]] Access access() const;
    /// Names this connection for the runs it trains; empty for Access::Read.
    [[nodiscard]] const std::string& session() const;
    /// Whether a process, this one included, has the file open for writing now.
    [[nodiscard]] bool beingWritten() const;
    [[nodiscard]] int version() const;          ///< user_version
    [[nodiscard]] static int currentVersion();  ///< what this program writes
    [[nodiscard]] SQLite::Database& database() const;

    /// Copies the file as it is now (SQLite's backup); what is at `path` is replaced only by a whole copy. Refuses to replace an existing file
    /// that is not a project, or one that is open.
    Result<void> saveCopy(const std::string& path) const;
    /// integrity_check, foreign_key_check, and what the stores know of their content; the first finding is the error.
    Result<void> check() const;

private:
    struct Impl;
    explicit ProjectFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace strand
