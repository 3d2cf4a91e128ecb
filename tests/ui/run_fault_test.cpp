#include "ui/widgets/run_fault.hpp"

#include "ui/text/language.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QPushButton>

namespace strand::test {
namespace {

RunRecord broken(RunState state, const char* error) {
    RunRecord run;
    run.state = state;
    run.error = error;
    run.epoch = 2;
    run.epochsPlanned = 5;
    return run;
}

TEST(RunFault, StaysAwayFromARunThatIsSound) {
    Bench bench;
    RunFault fault(bench.session);
    EXPECT_TRUE(fault.isHidden());
    const RunRecord run = broken(RunState::Failed, "the disk is full");
    fault.show(&run);
    EXPECT_FALSE(fault.isHidden());
    const RunRecord sound = broken(RunState::Finished, "");
    fault.show(&sound);
    EXPECT_TRUE(fault.isHidden());
    fault.show(nullptr);
    EXPECT_TRUE(fault.isHidden());
}

TEST(RunFault, AnInterruptedRunIsResumedNotChanged) {
    Bench bench;
    RunFault fault(bench.session);
    const RunRecord interrupted = broken(RunState::Interrupted, "the disk is full");
    fault.show(&interrupted);
    EXPECT_TRUE(fault.text().startsWith("The run was interrupted in epoch 3 of 5.")) << fault.text().toStdString();
    EXPECT_TRUE(fault.text().contains("The disk is full"));
    EXPECT_TRUE(fault.text().contains("resume"));
    EXPECT_TRUE(fault.findChild<QPushButton*>()->isHidden());
    const RunRecord failed = broken(RunState::Failed, "the disk is full");
    fault.show(&failed);
    EXPECT_FALSE(fault.findChild<QPushButton*>()->isHidden());
}

TEST(RunFault, SpeaksTheLanguageOfTheWindow) {
    Bench bench;
    RunFault fault(bench.session);
    const RunRecord run = broken(RunState::Interrupted, "there is not enough memory (bad_alloc)");
    useLanguage("zh_CN");
    fault.show(&run);
    useLanguage("en");
    EXPECT_FALSE(fault.text().contains("memory")) << fault.text().toStdString();
    EXPECT_TRUE(fault.text().contains("bad_alloc"));
}

}  // namespace
}  // namespace strand::test
