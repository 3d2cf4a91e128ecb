// A disk that fails on demand and remembers what was written when: SQLite's default VFS while one lives, over the real one.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace strand::test {

class FaultyDisk {
public:
    /// One step of the journal of a disk. Create is written too, so that files that come and go are known.
    struct Step {
        enum class Kind { Create, Write, Truncate, Sync, Delete, Mark } kind = Kind::Write;
        std::string file;
        std::int64_t at = 0;  ///< offset, or new size
        std::string bytes;
        int mark = 0;
    };
    enum class Fault { None, InputOutput, Full };

    FaultyDisk() {
        s_disk = this;
        m_real = sqlite3_vfs_find(nullptr);
        m_vfs = *m_real;
        m_vfs.zName = "strand-faulty";
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
        m_vfs.xOpen = &open;
        m_vfs.xDelete = &remove;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk() {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(m_real, 1);
        s_disk = nullptr;
    }

    /// The n-th operation from now (1-based) fails; `lasting`: all after it, too.
    void failAt(int n, Fault fault, bool lasting) {
        m_countdown = n;
        m_fault = fault;
        m_lasting = lasting;
        m_hit = false;
    }
    void heal() { m_fault = Fault::None; }
    [[nodiscard]] bool wasHit() const { return m_hit; }

    void remember(bool on) { m_remember = on; }
    void mark(int number) {
        if (m_remember) m_steps.push_back({Step::Kind::Mark, {}, 0, {}, number});
    }
    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }

private:
    struct File {
        sqlite3_file base;
        std::string* name;
        sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static File& self(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return self(file).real(); }

    /// Whether this operation fails.
    bool strike() {
        if (m_fault == Fault::None) return false;
        if (m_hit) return m_lasting;
        if (--m_countdown > 0) return false;
        return m_hit = true;
    }
    int error(int other) const { return m_fault == Fault::Full ? SQLITE_FULL : other; }
    void note(Step step) {
        if (m_remember) m_steps.push_back(std::move(step));
    }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
        FaultyDisk& disk = *s_disk;
        file->pMethods = nullptr;
        int exists = 0;
        if (name != nullptr) disk.m_real->xAccess(disk.m_real, name, SQLITE_ACCESS_EXISTS, &exists);
        if ((flags & SQLITE_OPEN_CREATE) != 0 && exists == 0 && disk.strike()) return disk.error(SQLITE_CANTOPEN);
        const int code = disk.m_real->xOpen(disk.m_real, name, real(file), flags, outFlags);
        if (code != SQLITE_OK) return code;
        self(file).name = new std::string(name != nullptr ? name : "");
        file->pMethods = &methods();
        if (exists == 0) disk.note({Step::Kind::Create, *self(file).name, 0, {}, 0});
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs*, const char* name, int syncFolder) {
        if (s_disk->strike()) return s_disk->error(SQLITE_IOERR_DELETE);
        s_disk->note({Step::Kind::Delete, name, 0, {}, 0});
        (void)syncFolder;
        return s_disk->m_real->xDelete(s_disk->m_real, name, 0);
    }
    static int close(sqlite3_file* file) {
        const int code = real(file)->pMethods->xClose(real(file));
        delete self(file).name;
        return code;
    }
    static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
        if (s_disk->strike()) return SQLITE_IOERR_READ;
        return real(file)->pMethods->xRead(real(file), to, size, at);
    }
    static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
        if (s_disk->strike()) return s_disk->error(SQLITE_IOERR_WRITE);
        s_disk->note(
            {Step::Kind::Write, *self(file).name, at, std::string(static_cast<const char*>(from), static_cast<std::size_t>(size)), 0});
        return real(file)->pMethods->xWrite(real(file), from, size, at);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        if (s_disk->strike()) return s_disk->error(SQLITE_IOERR_TRUNCATE);
        s_disk->note({Step::Kind::Truncate, *self(file).name, size, {}, 0});
        return real(file)->pMethods->xTruncate(real(file), size);
    }
    static int sync(sqlite3_file* file, int) {
        if (s_disk->strike()) return s_disk->error(SQLITE_IOERR_FSYNC);
        s_disk->note({Step::Kind::Sync, *self(file).name, 0, {}, 0});
        return SQLITE_OK;  // no waiting for a real disk
    }
    static int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** to) {
        if (s_disk->strike()) return s_disk->error(SQLITE_IOERR_SHMMAP);
        return real(file)->pMethods->xShmMap(real(file), region, size, extend, to);
    }
    static const sqlite3_io_methods& methods() {
        static const sqlite3_io_methods table{
            2, &close, &read, &write, &truncate, &sync,
            [](sqlite3_file* file, sqlite3_int64* size) { return real(file)->pMethods->xFileSize(real(file), size); },
            [](sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); },
            [](sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); },
            [](sqlite3_file* file, int* held) { return real(file)->pMethods->xCheckReservedLock(real(file), held); },
            [](sqlite3_file* file, int op, void* argument) { return real(file)->pMethods->xFileControl(real(file), op, argument); },
            [](sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); },
            // A plain disk: nothing is atomic, no order without a sync.
            [](sqlite3_file*) { return 0; }, &shmMap,
            [](sqlite3_file* file, int offset, int n, int flags) { return real(file)->pMethods->xShmLock(real(file), offset, n, flags); },
            [](sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); },
            [](sqlite3_file* file, int removeIt) { return real(file)->pMethods->xShmUnmap(real(file), removeIt); }, nullptr, nullptr};
        return table;
    }

    inline static FaultyDisk* s_disk = nullptr;
    sqlite3_vfs* m_real = nullptr;
    sqlite3_vfs m_vfs{};
    Fault m_fault = Fault::None;
    int m_countdown = 0;
    bool m_lasting = false, m_hit = false, m_remember = false;
    std::vector<Step> m_steps;
};

/// What a disk may hold after the power went: all that was synced, and of the rest any part in any order, sectors torn.
class DiskAfterPowerCut {
public:
    using Files = std::map<std::string, std::string>;  ///< path -> content
    explicit DiskAfterPowerCut(Files files) : m_start(std::move(files)) {}

    [[nodiscard]] Files state(const std::vector<FaultyDisk::Step>& steps, std::size_t until, std::mt19937& random) const {
        Files files = m_start;
        std::map<std::string, Steps> pending;
        for (std::size_t i = 0; i < until; ++i) {
            const FaultyDisk::Step& step = steps[i];
            if (step.kind == Kind::Mark) continue;
            if (step.kind != Kind::Sync) {
                pending[step.file].push_back(&step);
                continue;
            }
            Steps& own = pending[step.file];
            // SQLite flushes the folder with the first sync of a journal: what came and went before has come and gone for good.
            if (std::any_of(own.begin(), own.end(), changesFolder)) {
                for (auto& [name, list] : pending)
                    settleFolder(files, name, list);
            }
            for (const auto* earlier : own)
                write(files[step.file], *earlier, false, random);
            own.clear();
        }
        for (auto& [name, list] : pending)
            applySome(files, name, list, random);
        return files;
    }

private:
    using Kind = FaultyDisk::Step::Kind;
    using Steps = std::vector<const FaultyDisk::Step*>;

    static bool changesFolder(const FaultyDisk::Step* step) { return step->kind == Kind::Create || step->kind == Kind::Delete; }

    /// All up to the last coming or going is done; what was written since is still pending.
    static void settleFolder(Files& files, const std::string& name, Steps& list) {
        const auto last = std::find_if(list.rbegin(), list.rend(), changesFolder);
        if (last == list.rend()) return;
        files.erase(name);
        if ((*last)->kind == Kind::Create) files[name];
        list.erase(list.begin(), last.base());
    }

    /// The first comings and goings reached the folder, and some of what was written to the file that was there then.
    static void applySome(Files& files, const std::string& name, const Steps& list, std::mt19937& random) {
        std::vector<Steps> lives(1);
        std::vector<Kind> changes;
        for (const auto* step : list) {
            if (changesFolder(step)) {
                changes.push_back(step->kind);
                lives.emplace_back();
            } else {
                lives.back().push_back(step);
            }
        }
        const std::size_t reached = random() % lives.size();
        if (reached > 0) {
            files.erase(name);
            if (changes[reached - 1] == Kind::Delete) return;
            files[name];
        }
        Steps& life = lives[reached];
        if (random() % 4 != 0) std::shuffle(life.begin(), life.end(), random);
        const unsigned kept = random() % 5;  // from nothing to all
        for (const auto* step : life) {
            if (random() % 4 < kept) write(files[name], *step, random() % 4 == 0, random);
        }
    }

    static void write(std::string& file, const FaultyDisk::Step& step, bool torn, std::mt19937& random) {
        constexpr std::size_t sector = 512;
        const auto at = static_cast<std::size_t>(step.at);
        if (step.kind == Kind::Truncate) file.resize(std::min(file.size(), at));
        if (step.kind != Kind::Write) return;
        if (file.size() < at + step.bytes.size()) file.resize(at + step.bytes.size());
        for (std::size_t begin = 0; begin < step.bytes.size(); begin += sector) {
            const std::size_t size = std::min(sector, step.bytes.size() - begin);
            if (torn && random() % 2 == 0) continue;
            std::memcpy(file.data() + at + begin, step.bytes.data() + begin, size);
        }
    }

    Files m_start;
};

}  // namespace strand::test
