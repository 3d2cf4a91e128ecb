// Scrolling through very many sequences: the work of each turn of the event loop, which is what a frame waits for.
#include "ui/session/stall_watch.hpp"
#include "ui/widgets/sequence_browser.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

namespace strand::test {
namespace {

constexpr double kStallMs = 50, kFrameMs = 16;
constexpr int kSequences = 100'000, kMoves = 120, kMoveEveryMs = 16;

/// Moves the bar once a frame, as the loop of the program runs.
void scroll(QScrollBar& bar, const std::function<int(int)>& place) {
    QEventLoop loop;
    QTimer frame;
    int moves = 0;
    QObject::connect(&frame, &QTimer::timeout, &loop, [&] {
        if (++moves > kMoves) return loop.quit();
        bar.setValue(place(moves));
    });
    frame.start(kMoveEveryMs);
    loop.exec();
}

void report(const char* what, const StallWatch& watch) {
    std::printf("[          ] %s: %d turns; longest work %.1f ms, over 16 ms: %d, over 50 ms: %d\n", what, watch.turns(),
                watch.longestWorkMs(), watch.turnsOver(kFrameMs), watch.turnsOver(kStallMs));
    EXPECT_EQ(watch.turnsOver(kStallMs), 0) << what;
}

TEST(SequenceScroll, NoTurnOfTheLoopWorksFor50Ms) {
    Bench bench;
    makeProject(bench.folder.file("probe.strand"), nullptr, kSequences);
    bench.engine().start();
    bench.engine().openProject(bench.path(), false);
    ASSERT_TRUE(eventually([&] { return bench.session.hasProject() && bench.engine().isReady(); }));
    SequenceBrowser browser(bench.session);
    browser.resize(1300, 700);
    browser.QWidget::show();
    StallWatch watch;
    browser.show(bench.session.dataset());
    const auto& table = *browser.findChild<QTableView*>();
    const auto arrived = [&] { return table.model()->index(table.rowAt(5), SequenceTableModel::ResiduesColumn).data().isValid(); };
    ASSERT_TRUE(eventually(arrived));
    report("opened", watch);

    QScrollBar& bar = *table.verticalScrollBar();
    watch.restart();
    scroll(bar, [](int move) { return move * 3; });
    report("wheel", watch);
    watch.restart();
    scroll(bar, [&bar](int move) { return static_cast<int>(static_cast<std::int64_t>(bar.maximum()) * move / kMoves); });
    report("dragged from end to end", watch);
    ASSERT_TRUE(eventually(arrived)) << "the rows under the last place come, not those scrolled past";

    watch.restart();
    table.horizontalHeader()->setSortIndicator(SequenceTableModel::IdColumn, Qt::DescendingOrder);
    ASSERT_TRUE(eventually(arrived));
    QTest::qWait(500);
    report("sorted by name", watch);
    watch.restart();
    browser.findChild<QLineEdit*>()->setText(QStringLiteral("7"));
    ASSERT_TRUE(eventually([&] { return table.model()->rowCount() < kSequences && arrived(); }));
    report("searched", watch);
}

}  // namespace
}  // namespace strand::test
