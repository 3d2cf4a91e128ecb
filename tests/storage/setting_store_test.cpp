#include "storage/setting_store.hpp"

#include "tests/storage/support.hpp"

namespace strand {
namespace {

using namespace test;

TEST(SettingStore, KeepsTexts) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    {
        const ProjectFile project = create(path);
        SettingStore settings(project);
        EXPECT_EQ(settings.get("window").value(), std::nullopt);
        ASSERT_OK(settings.set("window", "old"));
        ASSERT_OK(settings.set("window", std::string("new\0\xFF'", 6)));
        ASSERT_OK(settings.set("", ""));
    }
    const ProjectFile project = openRead(path);
    EXPECT_EQ(SettingStore(project).get("window").value(), std::string("new\0\xFF'", 6));
    EXPECT_EQ(SettingStore(project).get("").value(), "");
    EXPECT_EQ(SettingStore(project).get("Window").value(), std::nullopt);
}

}  // namespace
}  // namespace strand
