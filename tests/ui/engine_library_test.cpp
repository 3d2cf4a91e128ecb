#include "ui/session/engine_library.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace strand {
namespace {

TEST(EngineLibrary, LooksBesideTheProgramAndInTheInstalledPlaces) {
    const auto folders = engineFolders("/opt/strandlab/bin");
    for (const char* wanted : {"/opt/strandlab/bin", "/opt/strandlab/bin/../lib", "/opt/strandlab/bin/../lib/strandlab"}) {
        EXPECT_NE(std::find(folders.begin(), folders.end(), wanted), folders.end()) << wanted;
    }
}

TEST(EngineLibrary, OpensTheShippedEngine) {
    const auto engine = loadEngine();
    ASSERT_TRUE(engine.has_value()) << engine.error().english();
    EXPECT_GE((*engine)->models().size(), 4U);
    EXPECT_NE((*engine)->versions().find("torch"), std::string::npos);
}

}  // namespace
}  // namespace strand
