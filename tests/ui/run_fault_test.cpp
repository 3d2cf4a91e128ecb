#include "ui/widgets/run_fault.hpp"

#include "core/memory_error.hpp"
#include "ui/text/language.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QPushButton>

namespace strand::test {
namespace {

Error diskFull() { return {ErrorCode::Project, "the disk is full"}; }

RunRecord broken(RunState state, std::optional<Error> error) {
    RunRecord run;
    run.state = state;
    run.error = std::move(error);
    run.epoch = 2;
    run.epochsPlanned = 5;
    return run;
}

TEST(RunFault, StaysAwayFromARunThatIsSound) {
    Bench bench;
    RunFault fault(bench.session);
    EXPECT_TRUE(fault.isHidden());
    const RunRecord run = broken(RunState::Failed, diskFull());
    fault.show(&run);
    EXPECT_FALSE(fault.isHidden());
    const RunRecord sound = broken(RunState::Finished, {});
    fault.show(&sound);
    EXPECT_TRUE(fault.isHidden());
    fault.show(nullptr);
    EXPECT_TRUE(fault.isHidden());
}

TEST(RunFault, AnInterruptedRunIsResumedNotChanged) {
    Bench bench;
    RunFault fault(bench.session);
    const RunRecord interrupted = broken(RunState::Interrupted, diskFull());
    fault.show(&interrupted);
    EXPECT_TRUE(fault.text().startsWith("The run was interrupted in epoch 3 of 5.")) << fault.text().toStdString();
    EXPECT_TRUE(fault.text().contains("The disk is full"));
    EXPECT_TRUE(fault.text().contains("resume"));
    EXPECT_TRUE(fault.findChild<QPushButton*>()->isHidden());
    const RunRecord failed = broken(RunState::Failed, diskFull());
    fault.show(&failed);
    EXPECT_FALSE(fault.findChild<QPushButton*>()->isHidden());
}

/// Runs that broke off before version 4 of the project file have no more than this.
TEST(RunFault, SaysAnEnglishSentenceAsItIs) {
    Bench bench;
    RunFault fault(bench.session);
    Error english;
    english.found.text = "/a/b.strand: something else (7)";
    const RunRecord run = broken(RunState::Failed, english);
    fault.show(&run);
    EXPECT_TRUE(fault.text().contains("/a/b.strand: something else (7).")) << fault.text().toStdString();
}

TEST(RunFault, SpeaksTheLanguageOfTheWindow) {
    Bench bench;
    RunFault fault(bench.session);
    const RunRecord run = broken(RunState::Interrupted, outOfMemory("bad_alloc"));
    useLanguage("zh_CN");
    fault.show(&run);
    useLanguage("en");
    EXPECT_FALSE(fault.text().contains("memory")) << fault.text().toStdString();
    EXPECT_TRUE(fault.text().contains("bad_alloc"));
}

}  // namespace
}  // namespace strand::test
