#include "layers/kernels/kernels.hpp"
#include "tests/pipeline/support.hpp"

namespace strand {
namespace {

using namespace test;

TEST(Device, TheCpuIsAlwaysThere) {
    const auto devices = makeEngine()->devices();
    ASSERT_FALSE(devices.empty());
    EXPECT_EQ(devices[0].name, "cpu");
    EXPECT_FALSE(devices[0].description.empty());
}

TEST(Device, NamesThatAreNoneAreRefused) {
    TestProject project;
    project.import(motifs(80));
    for (const auto* name : {"gpu", "cuda:", "cuda:x", "cuda:-1", "CPU"}) {
        const auto estimate = project.engine->estimate(project.file, quickOptions(), {name, 1});
        ASSERT_FALSE(estimate) << name;
        EXPECT_EQ(estimate.error().code, ErrorCode::Usage) << name;
    }
}

TEST(Device, AGpuThatIsNotThereIsToldInWords) {
    TestProject project;
    project.import(motifs(80));
    if (project.engine->devices().size() > 1) GTEST_SKIP() << "there is a GPU";
    for (const auto* name : {"cuda", "cuda:0", "cuda:7"}) {
        const auto estimate = project.engine->estimate(project.file, quickOptions(), {name, 1});
        ASSERT_FALSE(estimate) << name;
        EXPECT_EQ(estimate.error().code, ErrorCode::Device) << name;
        EXPECT_FALSE(estimate.error().hint.empty());
    }
}

TEST(Device, TheEngineIsFoundByItsName) {
    const std::unique_ptr<Engine> engine(strandCreateEngine());
    ASSERT_TRUE(engine);
    EXPECT_FALSE(engine->models().empty());
    EXPECT_TRUE(engine->versions().starts_with("strandlab "));
    EXPECT_NE(engine->versions().find(std::string("kernels ") + kernels::nameOf(kernels::widestSet())), std::string::npos);
}

}  // namespace
}  // namespace strand
