#include "storage/writer_lock.hpp"

#include <csignal>

#include "tests/storage/support.hpp"

namespace strand::detail {
namespace {

using namespace test;

TEST(WriterLock, IsHeldByOne) {
    const TempFolder folder;
    const std::string path = folder / "p";
    EXPECT_FALSE(WriterLock::isHeld(path));
    auto lock = WriterLock::acquire(path, 0644, "p");
    ASSERT_OK(lock);
    EXPECT_TRUE(WriterLock::isHeld(path));
    EXPECT_REFUSED(WriterLock::acquire(path, 0644, "p"), ErrorCode::Project, "p: the project is open for writing already in this program");
    EXPECT_EQ(inChild([&] { return std::string(WriterLock::isHeld(path) ? "held" : "free"); }), "held");
    WriterLock moved = std::move(*lock);
    EXPECT_TRUE(WriterLock::isHeld(path));
    { const WriterLock gone = std::move(moved); }
    EXPECT_FALSE(WriterLock::isHeld(path));
    EXPECT_TRUE(folder.names().empty());
    ASSERT_OK(WriterLock::acquire(path, 0644, "p"));
}

TEST(WriterLock, GoesWithItsProcess) {
    const TempFolder folder;
    const std::string path = folder / "p";
    EXPECT_EQ(inChild([&]() -> std::string {
                  static auto lock = WriterLock::acquire(path, 0644, "p");
                  ::raise(SIGKILL);
                  return "";
              }),
              " signal 9");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"p.lock"});
    EXPECT_FALSE(WriterLock::isHeld(path));
    ASSERT_OK(WriterLock::acquire(path, 0644, "p"));
}

TEST(WriterLock, UsesWhatLiesThere) {
    const TempFolder folder;
    const std::string path = folder / "p";
    writeBytes(path + ".lock", std::string(100000, 'x'));
    ASSERT_OK(WriterLock::acquire(path, 0644, "p"));
    std::filesystem::create_symlink(folder / "target", path + ".lock");
    EXPECT_REFUSED(WriterLock::acquire(path, 0644, "p"), ErrorCode::Project, "cannot be locked");
    EXPECT_FALSE(std::filesystem::exists(folder / "target"));
}

// Many processes ask at once: never two have it.
TEST(WriterLock, IsNeverHeldTwice) {
    const TempFolder folder;
    const std::string path = folder / "p", mark = folder / "mark";
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            int taken = 0;
            for (int round = 0; round < 20000 && taken < 300; ++round) {
                const auto lock = WriterLock::acquire(path, 0644, "p");
                if (!lock) continue;
                ++taken;
                if (::mkdir(mark.c_str(), 0700) != 0) ::_exit(1);
                if (::rmdir(mark.c_str()) != 0) ::_exit(2);
            }
            ::_exit(0);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
}

}  // namespace
}  // namespace strand::detail
