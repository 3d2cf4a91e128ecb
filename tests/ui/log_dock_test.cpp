#include "ui/docks/log_dock.hpp"

#include "core/log.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QPlainTextEdit>
#include <QScrollBar>

namespace strand::test {
namespace {

TEST(LogDock, FiltersByTextAndSeverity) {
    Bench bench;
    LogDock dock(bench.session);
    dock.add(static_cast<int>(LogLevel::Info), "reading promoters");
    dock.add(static_cast<int>(LogLevel::Warning), "skipped a record");
    dock.add(static_cast<int>(LogLevel::Error), "reading failed");
    EXPECT_EQ(dock.shownText().count('\n'), 2);
    dock.setFilter("READING", 0);
    EXPECT_EQ(dock.shownText().count('\n'), 1);
    dock.setFilter({}, 2);
    EXPECT_TRUE(dock.shownText().endsWith("reading failed"));
    EXPECT_FALSE(dock.shownText().contains('\n'));
}

TEST(LogDock, LinesOfTheEngineArrive) {
    Bench bench;
    LogDock dock(bench.session);
    configureLog(LogLevel::Info, false);
    logWarning("from anywhere");
    EXPECT_TRUE(eventually([&] { return dock.shownText().contains("from anywhere"); }));
}

TEST(LogDock, FollowsTheNewestLineUntilSomeoneScrollsUp) {
    Bench bench;
    LogDock dock(bench.session);
    dock.resize(400, 150);
    dock.show();
    const auto* const text = dock.findChild<QPlainTextEdit*>();
    QScrollBar* const bar = text->verticalScrollBar();
    for (int i = 0; i < 50; ++i)
        dock.add(1, QStringLiteral("line %1").arg(i));
    ASSERT_GT(bar->maximum(), 0);
    EXPECT_EQ(bar->value(), bar->maximum());
    bar->setValue(3);
    dock.add(1, "one more");
    EXPECT_EQ(bar->value(), 3);
}

TEST(LogDock, OpensAtTheNewestLine) {
    Bench bench;
    LogDock dock(bench.session);
    dock.resize(400, 150);
    for (int i = 0; i < 50; ++i)
        dock.add(1, QStringLiteral("line %1").arg(i));
    dock.show();
    const QScrollBar* const bar = dock.findChild<QPlainTextEdit*>()->verticalScrollBar();
    EXPECT_TRUE(eventually([bar] { return bar->maximum() > 0 && bar->value() == bar->maximum(); }));
}

TEST(LogDock, KeepsABoundedNumberOfLines) {
    Bench bench;
    LogDock dock(bench.session);
    for (int i = 0; i < LogDock::kLines + 10; ++i)
        dock.add(1, QStringLiteral("line %1").arg(i));
    EXPECT_EQ(dock.shownText().count('\n'), LogDock::kLines - 1);
    EXPECT_FALSE(dock.shownText().contains("line 5\n"));
}

}  // namespace
}  // namespace strand::test
