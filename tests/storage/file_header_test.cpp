#include "storage/file_header.hpp"

#include "storage/project_file.hpp"
#include "storage/schema.hpp"
#include "tests/storage/support.hpp"

namespace strand::detail {
namespace {

using namespace test;

class FileHeader : public ::testing::Test {
protected:
    FileHeader() { m_real = std::filesystem::canonical(m_folder.path()).string(); }
    TempFolder m_folder;
    std::string m_real;  ///< the folder without links
};

TEST_F(FileHeader, AFileIsOnePlaceUnderAllItsNames) {
    const std::string path = m_folder / "a.strand";
    writeBytes(path, "12345");
    ::chmod(path.c_str(), 0640);
    const FilePlace place = valueOf(locate(path));
    EXPECT_TRUE(place.exists);
    EXPECT_EQ(place.path, m_real + "/a.strand");
    EXPECT_EQ(place.folder, m_real);
    EXPECT_EQ(place.bytes, 5);
    EXPECT_EQ(place.mode, 0640U);
    std::filesystem::create_symlink("a.strand", m_folder / "link");
    std::filesystem::create_hard_link(path, m_folder / "twin");
    writeBytes(m_folder / "other", "12345");
    EXPECT_EQ(valueOf(locate(m_folder / "link")).path, place.path);
    EXPECT_EQ(valueOf(locate(m_folder.path() + "/./../" + std::filesystem::path(m_real).filename().string() + "/a.strand")).path,
              place.path);
    EXPECT_EQ(valueOf(locate(m_folder / "twin")).id, place.id);
    EXPECT_NE(valueOf(locate(m_folder / "twin")).path, place.path);
    EXPECT_NE(valueOf(locate(m_folder / "other")).id, place.id);
}

TEST_F(FileHeader, APlaceToCreateNeedsItsFolderAndAName) {
    const FilePlace place = valueOf(locate(m_folder / "new.strand"));
    EXPECT_FALSE(place.exists);
    EXPECT_EQ(place.path, m_real + "/new.strand");
    EXPECT_EQ(place.folder, m_real);
    const FilePlace root = valueOf(locate("/no such project.strand"));
    EXPECT_EQ(root.path + " in " + root.folder, "/no such project.strand in /");
    EXPECT_EQ(valueOf(locate("no such project.strand")).folder, std::filesystem::current_path().string());
    std::filesystem::create_directory_symlink(m_folder.path(), m_folder / "link");
    EXPECT_EQ(valueOf(locate(m_folder / "link/new.strand")).path, place.path);
    for (const char* name : {"none/new.strand", "none/", "none/.", "none/.."})
        EXPECT_REFUSED(locate(m_folder / name), ErrorCode::Project, "none");
    EXPECT_REFUSED(locate("/dev/null"), ErrorCode::Project, "a device or a pipe");
}

/// The 100 bytes of a SQLite file with these numbers where the format has them.
std::string header(std::uint32_t version, std::uint32_t application) {
    std::string bytes("SQLite format 3\0", 16);
    bytes.resize(100);
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[60 + i] = static_cast<char>(version >> (24 - 8 * i));
        bytes[68 + i] = static_cast<char>(application >> (24 - 8 * i));
    }
    return bytes;
}

TEST_F(FileHeader, TheVersionIsReadFromAHundredBytes) {
    const std::string path = m_folder / "a.strand";
    const auto version = [&](const std::string& bytes) {
        writeBytes(path, bytes);
        return readProjectVersion(valueOf(locate(path)), "shown");
    };
    const auto current = static_cast<std::uint32_t>(schemaVersion());
    EXPECT_EQ(valueOf(version(header(1, kApplicationId))), 1);
    EXPECT_EQ(valueOf(version(header(current, kApplicationId) + "pages")), schemaVersion());
    EXPECT_REFUSED(version(header(1, kApplicationId).substr(0, 99)), ErrorCode::Project, "shown: this is not a Strandlab project");
    EXPECT_REFUSED(version("x" + header(1, kApplicationId)), ErrorCode::Project, "not a Strandlab project");
    EXPECT_REFUSED(version(header(1, 0x44525453)), ErrorCode::Project, "application id 1146246227");
    EXPECT_REFUSED(version(header(current + 1, kApplicationId)), ErrorCode::Project, "a newer Strandlab");
    EXPECT_REFUSED(version(header(0x01000000, kApplicationId)), ErrorCode::Project, "project version 16777216");
    EXPECT_REFUSED(version(header(0, kApplicationId)), ErrorCode::Project, "it claims version 0");
    EXPECT_REFUSED(version(header(0xFFFFFFFF, kApplicationId)), ErrorCode::Project, "it claims version -1");
    EXPECT_REFUSED(version(""), ErrorCode::Project, "0 bytes");
    ASSERT_OK(version(header(1, kApplicationId)));
    const FilePlace gone = valueOf(locate(path));
    std::filesystem::remove(path);
    EXPECT_REFUSED(readProjectVersion(gone, "shown"), ErrorCode::Project, "shown: the file cannot be read: No such file or directory");
}

TEST_F(FileHeader, SizesAreOfTheFileALinkLeadsTo) {
    writeBytes(m_folder / "a", "12345");
    std::filesystem::create_symlink("a", m_folder / "link");
    std::filesystem::create_symlink("none", m_folder / "broken");
    EXPECT_EQ(fileSize(m_folder / "link"), 5);
    EXPECT_EQ(fileSize(m_folder / "broken"), -1);
    EXPECT_NO_THROW(syncFolder(m_folder / "none"));
}

}  // namespace
}  // namespace strand::detail
