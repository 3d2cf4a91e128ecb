#include "storage/project_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <csignal>

#include "storage/connection.hpp"
#include "storage/file_header.hpp"
#include "storage/schema.hpp"
#include "storage/writer_lock.hpp"
#include "tests/storage/support.hpp"

namespace strand {
namespace {

using namespace test;
using Access = ProjectFile::Access;
using Missing = ProjectFile::Missing;
using Names = std::vector<std::string>;

/// A database that SQLite itself makes: `sql` runs in it.
void makeDatabase(const std::string& path, const std::string& sql) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
}

/// Opening fails with the code of a project and these words; the file and its folder stay as they were.
void expectUntouched(const TempFolder& folder, const std::string& path, const std::string& part) {
    const std::string before = readBytes(path);
    const Names names = folder.names();
    for (const Access access : {Access::Read, Access::Write}) {
        for (const Missing missing : {Missing::Fail, Missing::Create})
            EXPECT_REFUSED(ProjectFile::open(path, access, missing), ErrorCode::Project, part);
    }
    EXPECT_EQ(readBytes(path), before);
    EXPECT_EQ(folder.names(), names);
}

TEST(ProjectFile, IsCreatedOnlyWhenAsked) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    EXPECT_REFUSED(ProjectFile::open(path, Access::Write), ErrorCode::Project, "no such file");
    EXPECT_REFUSED(ProjectFile::open(path, Access::Read, Missing::Create), ErrorCode::Project, "no such file");
    EXPECT_TRUE(folder.names().empty());
    {
        const ProjectFile project = create(path);
        EXPECT_EQ(project.version(), ProjectFile::currentVersion());
        EXPECT_EQ(project.path(), path);
        EXPECT_TRUE(project.beingWritten());
        EXPECT_OK(project.check());
    }
    EXPECT_EQ(folder.names(), Names{"a.strand"});
    EXPECT_EQ(readBytes(path)[18], 1);  // not in WAL mode: opens where nothing may be written
    EXPECT_OK(openRead(path).check());
    EXPECT_FALSE(openRead(path).beingWritten());
    EXPECT_EQ(folder.names(), Names{"a.strand"});
}

TEST(ProjectFile, NamesWhatIsWrongWithAPath) {
    const TempFolder folder;
    EXPECT_REFUSED(ProjectFile::open("", Access::Read), ErrorCode::Project, "no project file was named");
    EXPECT_REFUSED(ProjectFile::open(folder.path(), Access::Read), ErrorCode::Project, "this is a folder");
    EXPECT_REFUSED(ProjectFile::open(folder / "none/a.strand", Access::Write, Missing::Create), ErrorCode::Project, "does not exist");
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_REFUSED(ProjectFile::open(folder / "pipe", Access::Read), ErrorCode::Project, "not a file");
}

TEST(ProjectFile, WorksUnderAnyNameAndThroughLinks) {
    const TempFolder folder;
    const std::string path = folder / "a % b?mode=memory#\xE6\xA8\xA1.strand";
    addDataset(create(path), smallDataset());
    ASSERT_EQ(::symlink(path.c_str(), (folder / "link").c_str()), 0);
    {
        const ProjectFile project = openWrite(folder / "link");
        EXPECT_EQ(DatasetStore(project).list()->size(), 1U);
        EXPECT_REFUSED(ProjectFile::open(path, Access::Write), ErrorCode::Project, "already in this program");
    }
    EXPECT_EQ(folder.names().size(), 2U);
}

TEST(ProjectFile, LeavesForeignFilesAsTheyAre) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    writeBytes(path, "");
    expectUntouched(folder, path, "0 bytes");
    writeBytes(path, ">seq1\nACGT\n");
    expectUntouched(folder, path, "not a Strandlab project");
    writeBytes(path, std::string("SQLite format 3\0", 16));
    expectUntouched(folder, path, "not a Strandlab project");
    std::filesystem::remove(path);
    makeDatabase(path, "PRAGMA application_id = 77; CREATE TABLE t(x); INSERT INTO t VALUES(1)");
    expectUntouched(folder, path, "database of another program (application id 77)");
    std::filesystem::remove(path);
    makeDatabase(path, "PRAGMA journal_mode = WAL; CREATE TABLE t(x); INSERT INTO t VALUES(1)");
    expectUntouched(folder, path, "database of another program (application id 0)");
}

TEST(ProjectFile, LeavesNewerProjectsAsTheyAre) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    addDataset(create(path), smallDataset());
    makeDatabase(path, "PRAGMA user_version = " + std::to_string(ProjectFile::currentVersion() + 1));
    expectUntouched(folder, path, "newer Strandlab");
    makeDatabase(path, "PRAGMA journal_mode = WAL");
    expectUntouched(folder, path, "newer Strandlab");
    makeDatabase(path, "PRAGMA user_version = 0");
    expectUntouched(folder, path, "damaged");
}

/// In the journal mode of a project that nobody has open, and in that of one whose writer was killed.
class OlderProject : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Journals, OlderProject, testing::Values("DELETE", "WAL"),
                         [](const auto& mode) { return std::string(mode.param); });

TEST_P(OlderProject, IsBroughtUpToDateByAReader) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    {
        SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
        detail::migrate(database, detail::migrations().first(3));
        database.exec(std::string("PRAGMA journal_mode = ") + GetParam());
    }
    {
        const auto lock = detail::WriterLock::acquire(path, 0644, path);
        ASSERT_TRUE(lock);
        const std::string before = readBytes(path);
        EXPECT_REFUSED(ProjectFile::open(path, Access::Read), ErrorCode::Project, "open for writing already");
        EXPECT_EQ(readBytes(path), before);
    }
    const auto project = ProjectFile::open(path, Access::Read);
    ASSERT_TRUE(project) << project.error().english();
    EXPECT_EQ(project->version(), ProjectFile::currentVersion());
    EXPECT_OK(project->check());
}

TEST(ProjectFile, RefusesTablesThatAreNotItsOwn) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    addDataset(create(path), smallDataset());
    makeDatabase(path, "DROP TABLE settings; CREATE TABLE settings(key TEXT, value TEXT GENERATED ALWAYS AS (key || 'x'))");
    expectUntouched(folder, path, "settings");
}

TEST(ProjectFile, RefusesASecondWriterAtOnce) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    ProjectFile project = create(path);
    EXPECT_REFUSED(ProjectFile::open(path, Access::Write), ErrorCode::Project, "already in this program");
    const std::string other = inChild([&] { return said(ProjectFile::open(path, Access::Write)); });
    EXPECT_NE(other.find("4: "), std::string::npos) << other;
    EXPECT_NE(other.find("another program (process " + std::to_string(::getpid()) + " on "), std::string::npos) << other;
    EXPECT_EQ(inChild([&] { return said(ProjectFile::open(path, Access::Read)); }), "");
    // The refusals took nothing from the first writer.
    addDataset(project, smallDataset());
    EXPECT_NE(inChild([&] { return said(ProjectFile::open(path, Access::Write)); }), "");
    { const ProjectFile gone = std::move(project); }
    EXPECT_EQ(inChild([&] { return said(ProjectFile::open(path, Access::Write)); }), "");
}

TEST(ProjectFile, OpensAfterItsOwnerDied) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    // _exit: the lock file and the journal stay.
    const std::string child = inChild([&]() -> std::string {
        static const ProjectFile project = create(path);
        addDataset(project, smallDataset());
        return "done";
    });
    ASSERT_EQ(child, "done");
    EXPECT_EQ(folder.names(), (Names{"a.strand", "a.strand-shm", "a.strand-wal", "a.strand.lock"}));
    EXPECT_EQ(DatasetStore(openRead(path)).list()->size(), 1U);
    EXPECT_EQ(DatasetStore(openWrite(path)).list()->size(), 1U);
    EXPECT_EQ(folder.names(), Names{"a.strand"});
}

TEST(ProjectFile, ReadersStandBesideTheWriter) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    std::optional<ProjectFile> writer = create(path);
    std::optional<ProjectFile> reader = openRead(path);
    EXPECT_TRUE(reader->beingWritten());
    addDataset(*writer, smallDataset());
    EXPECT_EQ(DatasetStore(*reader).list()->size(), 1U);
    EXPECT_REFUSED(DatasetStore(*reader).add(smallDataset(), {}), ErrorCode::Project, "reading only");
    EXPECT_REFUSED(SettingStore(*reader).set("a", "b"), ErrorCode::Project, "reading only");
    // Whoever goes last leaves one file.
    writer.reset();
    EXPECT_EQ(DatasetStore(*reader).list()->size(), 1U);
    reader.reset();
    EXPECT_EQ(folder.names(), Names{"a.strand"});
    reader = openRead(path);
    writer = openWrite(path);
    addDataset(*writer, smallDataset());
    EXPECT_EQ(DatasetStore(*reader).list()->size(), 2U);
    reader.reset();
    writer.reset();
    EXPECT_EQ(folder.names(), Names{"a.strand"});
}

TEST(ProjectFile, KeepsItsLocksWhileOthersOpenIt) {
    // A descriptor opened and closed on the file would drop the POSIX locks of SQLite; then another process could take the journal away.
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    int go[2], answer[2];
    ASSERT_EQ(::pipe(go) + ::pipe(answer), 0);
    // Forked before anything is open: a later child would inherit what SQLite believes about its locks.
    const pid_t child = ::fork();
    if (child == 0) {
        char byte = 0;
        if (::read(go[0], &byte, 1) != 1) ::_exit(1);
        SQLite::Database database(path, SQLite::OPEN_READWRITE);
        database.tryExec("PRAGMA journal_mode = DELETE");
        byte = database.execAndGet("PRAGMA journal_mode").getString() == "wal" ? 'w' : 'd';
        ::_exit(::write(answer[1], &byte, 1) == 1 ? 0 : 1);
    }
    const ProjectFile writer = create(path);
    addDataset(writer, smallDataset());
    { const ProjectFile reader = openRead(path); }
    EXPECT_FALSE(ProjectFile::open(path, Access::Write));
    EXPECT_FALSE(writer.saveCopy(path));
    char byte = 'x';
    ASSERT_EQ(::write(go[1], &byte, 1), 1);
    ASSERT_EQ(::read(answer[0], &byte, 1), 1);
    EXPECT_EQ(byte, 'w');
    ::waitpid(child, nullptr, 0);
    for (const int descriptor : {go[0], go[1], answer[0], answer[1]})
        ::close(descriptor);
}

TEST(ProjectFile, IsNotOpenedUnderTwoNames) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    const ProjectFile writer = create(path);
    std::filesystem::create_hard_link(path, folder / "b.strand");
    EXPECT_REFUSED(ProjectFile::open(folder / "b.strand", Access::Write), ErrorCode::Project, "under the name " + path);
    EXPECT_REFUSED(ProjectFile::open(folder / "b.strand", Access::Read), ErrorCode::Project, "under the name " + path);
}

TEST(ProjectFile, ReadsWhereItMayNotWrite) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    addDataset(create(path), smallDataset());
    ::chmod(path.c_str(), 0444);
    EXPECT_NE(asNobody([&] { return said(ProjectFile::open(path, Access::Write)); }).find("4: " + path + ": the project is read-only"),
              std::string::npos);
    ::chmod(path.c_str(), 0666);
    ::chmod(folder.path().c_str(), 0555);
    EXPECT_NE(asNobody([&] { return said(ProjectFile::open(path, Access::Write)); }).find("is read-only"), std::string::npos);
    EXPECT_NE(asNobody([&] { return said(ProjectFile::open(folder / "b.strand", Access::Write, Missing::Create)); }).find("is read-only"),
              std::string::npos);
    const auto read = [&]() -> std::string {
        const auto project = ProjectFile::open(path, Access::Read);
        return project ? said(project->check()) + std::to_string(DatasetStore(*project).list()->size()) : said(project);
    };
    EXPECT_EQ(asNobody(read), "1");
    // The same for a file that was left in WAL mode with an empty log.
    makeDatabase(path, "PRAGMA journal_mode = WAL");
    EXPECT_EQ(asNobody(read), "1");
    EXPECT_EQ(folder.names(), Names{"a.strand"});
    // A killed writer left changes in the log: they cannot be read here, and must not be left out.
    ::chmod(folder.path().c_str(), 0755);
    ASSERT_EQ(inChild([&]() -> std::string {
                  static const ProjectFile project = openWrite(path);
                  addDataset(project, smallDataset());
                  return "done";
              }),
              "done");
    std::filesystem::remove(path + "-shm");
    ::chmod(folder.path().c_str(), 0555);
    EXPECT_NE(asNobody(read).find("the last changes lie in " + path + "-wal"), std::string::npos);
    ::chmod(path.c_str(), 0000);
    EXPECT_NE(asNobody(read).find("cannot be read: Permission denied"), std::string::npos);
}

TEST(ProjectFile, SavesCopies) {
    const TempFolder folder;
    const std::string path = folder / "a.strand", copy = folder / "copy.strand";
    const ProjectFile project = create(path);
    addDataset(project, smallDataset());
    ASSERT_OK(project.saveCopy(copy));
    EXPECT_EQ(DatasetStore(openWrite(copy)).list()->size(), 1U);
    EXPECT_OK(openRead(copy).check());
    addDataset(project, smallDataset(3, "more"));
    ASSERT_OK(openRead(path).saveCopy(copy));
    EXPECT_EQ(DatasetStore(openRead(copy)).list()->size(), 2U);
    EXPECT_EQ(folder.names(), (Names{"a.strand", "a.strand-shm", "a.strand-wal", "a.strand.lock", "copy.strand"}));
    EXPECT_EQ(DatasetStore(project).list()->size(), 2U);
}

TEST(ProjectFile, ReplacesOnlyProjectsByCopies) {
    const TempFolder folder;
    const ProjectFile project = create(folder / "a.strand");
    EXPECT_REFUSED(project.saveCopy(folder / "a.strand"), ErrorCode::Project, "open in this program");
    writeBytes(folder / "thesis.txt", "text");
    EXPECT_REFUSED(project.saveCopy(folder / "thesis.txt"), ErrorCode::Project, "not a Strandlab project");
    EXPECT_EQ(readBytes(folder / "thesis.txt"), "text");
    EXPECT_REFUSED(project.saveCopy(folder.path()), ErrorCode::Project, "this is a folder");
    EXPECT_REFUSED(project.saveCopy(folder / "none/x.strand"), ErrorCode::Project, "does not exist");
    // A journal beside the place of the copy would be played into it.
    writeBytes(folder / "b.strand-wal", "left over");
    EXPECT_REFUSED(project.saveCopy(folder / "b.strand"), ErrorCode::Project, "unsaved changes");
    EXPECT_REFUSED(ProjectFile::open(folder / "b.strand", Access::Write, Missing::Create), ErrorCode::Project, "unsaved changes");
    EXPECT_EQ(readBytes(folder / "b.strand-wal"), "left over");
    EXPECT_FALSE(std::filesystem::exists(folder / "b.strand"));
    // Open in another process.
    const std::string other = folder / "other.strand";
    { create(other); }
    int gate[2];
    ASSERT_EQ(::pipe(gate), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const ProjectFile held = openWrite(other);
        ::close(gate[0]);
        if (::write(gate[1], "x", 1) != 1) ::_exit(1);
        ::pause();
        ::_exit(0);
    }
    char byte = 0;
    ASSERT_EQ(::read(gate[0], &byte, 1), 1);
    EXPECT_REFUSED(project.saveCopy(other), ErrorCode::Project, "another program");
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(gate[0]);
    ::close(gate[1]);
}

TEST(ProjectFile, SaysWhenTheDiskIsFull) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    ProjectFile project = create(path);
    addDataset(project, smallDataset());
    const int pages = project.database().execAndGet("PRAGMA page_count").getInt();
    project.database().execAndGet("PRAGMA max_page_count = " + std::to_string(pages + 4));
    EXPECT_REFUSED(DatasetStore(project).add(smallDataset(5000, "big"), {}), ErrorCode::Project, "disk is full");
    EXPECT_OK(project.check());
    EXPECT_EQ(DatasetStore(project).list()->size(), 1U);
    project.database().execAndGet("PRAGMA max_page_count = 1000000");
    addDataset(project, smallDataset(5000, "big"));
    EXPECT_OK(project.check());
}

TEST(ProjectFile, SaysWhenTheSystemLetsNoFileGrow) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    const auto limited = [](rlim_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    };
    EXPECT_NE(inChild([&] {
                  limited(20000);
                  return said(ProjectFile::open(path, Access::Write, Missing::Create));
              }).find("disk is full"),
              std::string::npos);
    EXPECT_TRUE(folder.names().empty());
    addDataset(create(path), smallDataset());
    EXPECT_NE(inChild([&] {
                  const ProjectFile project = openWrite(path);
                  limited(400000);
                  return said(DatasetStore(project).add(smallDataset(50000, "big"), {}));
              }).find("disk is full"),
              std::string::npos);
    EXPECT_NE(inChild([&] {
                  const ProjectFile project = openWrite(path);
                  limited(40000);
                  return said(project.saveCopy(folder / "copy.strand"));
              }).find("disk is full"),
              std::string::npos);
    EXPECT_EQ(folder.names(), Names{"a.strand"});
    EXPECT_OK(openWrite(path).check());
    EXPECT_EQ(DatasetStore(openRead(path)).list()->size(), 1U);
}

TEST(ProjectFile, NamesTheFirstFindingOfACheck) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    const auto finding = [&](const std::string& sql) {
        std::filesystem::remove(path);
        {
            const ProjectFile project = create(path);
            const DatasetRecord dataset = addDataset(project, smallDataset());
            RunRecord run = addRun(project, sampleRun(dataset.id));
            Checkpoint checkpoint{CheckpointKind::Best, 1, 10, pattern(100000, 1)};
            EXPECT_OK(RunStore(project).record(run, {}, {}, std::span(&checkpoint, 1)));
            EXPECT_OK(project.check());
        }
        makeDatabase(path, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;" + sql);
        return said(openWrite(path).check());
    };
    EXPECT_EQ(finding(""), "");
    EXPECT_NE(finding("DELETE FROM sequences WHERE key = (1 << 32) + 11").find("dataset promoters has 11 sequences where 12 were stored"),
              std::string::npos);
    EXPECT_NE(finding("DELETE FROM sequences WHERE key = (1 << 32) + 3").find("sequence 4 of a dataset is missing"), std::string::npos);
    EXPECT_NE(finding("UPDATE sequences SET residues = 'ACGT' WHERE key = 1 << 32").find("its fingerprint differs"), std::string::npos);
    EXPECT_NE(finding("UPDATE sequences SET label = 7 WHERE key = 1 << 32").find("no known class"), std::string::npos);
    EXPECT_NE(finding("UPDATE sequences SET split = 9").find("CHECK constraint failed"), std::string::npos);
    EXPECT_NE(finding("INSERT INTO sequences VALUES(99 << 32, 4, 0, 0, 0, 'x', 'ACGT')").find("belong to no dataset"), std::string::npos);
    EXPECT_NE(finding("DELETE FROM datasets").find("refers to one that is missing"), std::string::npos);
    EXPECT_NE(finding("UPDATE datasets SET report_json = '{'").find("not readable"), std::string::npos);
    EXPECT_NE(finding("UPDATE datasets SET report_json = '{\"kind\": 9}'").find("not readable"), std::string::npos);
    EXPECT_NE(finding("UPDATE datasets SET kind = 'virus'").find("no known kind"), std::string::npos);
    EXPECT_NE(finding("UPDATE runs SET state = 'lost'").find("no known state"), std::string::npos);
    EXPECT_NE(
        finding("UPDATE blob_parts SET data = x'00' WHERE length(data) > 1000").find("best checkpoint of run first (step 10) is damaged"),
        std::string::npos);
    EXPECT_NE(finding("UPDATE blobs SET crc32 = 1 WHERE bytes > 1000").find("best checkpoint of run first"), std::string::npos);
    EXPECT_NE(finding("UPDATE blobs SET bytes = 1 << 60 WHERE bytes > 1000").find("best checkpoint of run first"), std::string::npos);
    EXPECT_NE(finding("UPDATE blob_parts SET data = x'FFFFFF7F' WHERE length(data) = 16").find("split of run first is damaged"),
              std::string::npos);
    EXPECT_NE(finding("INSERT INTO blobs(bytes, crc32) VALUES(0, 0)").find("belong to no run"), std::string::npos);
}

}  // namespace
}  // namespace strand
