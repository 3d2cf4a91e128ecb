#include "ui/pages/train_page.hpp"

#include "ui/plots/confusion_plot.hpp"
#include "ui/text/language.hpp"
#include "ui/widgets/inline_confirm.hpp"
#include "ui/widgets/metric_tile.hpp"
#include "ui/widgets/results_view.hpp"
#include "ui/widgets/run_fault.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/state_pill.hpp"
#include "window_support.hpp"

#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>

namespace strand::test {
namespace {

TrainOptions options() {
    TrainOptions out;
    out.dataset = "promoters";
    out.model = "TransformerEncoder";
    return out;
}

QPushButton* button(const QWidget& page, const QString& text) {
    for (QPushButton* found : page.findChildren<QPushButton*>()) {
        if (found->text() == text && !found->isHidden()) return found;
    }
    return nullptr;
}

QString pill(const TrainPage& page) { return page.findChild<StatePill*>()->text(); }

using Curves = std::vector<std::pair<std::vector<double>, std::vector<double>>>;
Curves curvesOf(const TrainPage& page) {
    Curves out;
    for (const CurvePlot* plot : {&page.lossPlot(), &page.metricPlot(), &page.ratePlot()}) {
        for (const CurvePlot::Curve& curve : plot->curves())
            out.emplace_back(curve.x, curve.y);
    }
    return out;
}

TEST(TrainPage, WithoutARunItSaysWhatToDo) {
    Bench bench;
    TrainPage page(bench.session);
    ASSERT_TRUE(bench.open());
    QSignalSpy asked(&bench.session, &Session::pageRequested);
    QPushButton* next = button(page, TrainPage::tr("Choose a model"));
    ASSERT_NE(next, nullptr);
    next->click();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].toString(), QStringLiteral("model"));
}

TEST(TrainPage, LiveAndReopenedCurvesAreTheSame) {
    const Script script{.epochs = 5, .stepsPerEpoch = 40};
    Bench bench(script);
    TrainPage live(bench.session);
    ASSERT_TRUE(bench.open());
    QSignalSpy ended(&bench.engine(), &EngineHost::runEnded);
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return ended.count() == 1 && !live.isLoading(); }));
    TrainPage reopened(bench.session);
    ASSERT_TRUE(eventually([&] { return !reopened.isLoading() && !reopened.history().empty(); }));
    EXPECT_EQ(live.history().steps().size(), 200U);
    EXPECT_EQ(live.history().epochs().size(), 5U);
    for (const int axis : {0, 1, 2}) {
        for (TrainPage* page : {&live, &reopened}) {
            emit page->optionsPanel()->findChild<Segmented*>()->chosen(axis);
        }
        const Curves one = curvesOf(live), other = curvesOf(reopened);
        ASSERT_EQ(one.size(), other.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            EXPECT_FALSE(one[i].first.empty());
            EXPECT_EQ(one[i].first, other[i].first) << "x of curve " << i << " on axis " << axis;
            EXPECT_EQ(one[i].second, other[i].second) << "y of curve " << i;
        }
    }
    EXPECT_EQ(live.results().confusion().counts(), reopened.results().confusion().counts());
    EXPECT_EQ(pill(live), TrainPage::tr("Finished"));
    EXPECT_EQ(pill(reopened), TrainPage::tr("Finished"));
}

TEST(TrainPage, PauseFinishAndTheirStates) {
    const Script script{.epochs = 50, .stepsPerEpoch = 50, .msPerStep = 1};
    Bench bench(script);
    TrainPage page(bench.session);
    ASSERT_TRUE(bench.open());
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return page.history().steps().size() > 20; }));
    EXPECT_EQ(pill(page), TrainPage::tr("Running"));
    button(page, TrainPage::tr("Pause"))->click();
    EXPECT_EQ(pill(page), TrainPage::tr("Paused"));
    ASSERT_NE(button(page, TrainPage::tr("Continue")), nullptr);
    button(page, TrainPage::tr("Continue"))->click();
    EXPECT_EQ(pill(page), TrainPage::tr("Running"));
    ASSERT_TRUE(eventually([&] { return !page.history().epochs().empty(); }));
    button(page, TrainPage::tr("Finish now and keep"))->click();
    EXPECT_EQ(pill(page), TrainPage::tr("Stopping…"));
    EXPECT_FALSE(button(page, TrainPage::tr("Finish now and keep"))->isEnabled());
    ASSERT_TRUE(eventually([&] { return !bench.engine().isTraining(); }));
    EXPECT_EQ(pill(page), TrainPage::tr("Finished"));
    EXPECT_EQ(button(page, TrainPage::tr("Pause")), nullptr);
    EXPECT_NE(button(page, TrainPage::tr("Start a new run")), nullptr);
}

TEST(TrainPage, StopCanBeResumed) {
    const Script script{.epochs = 6, .stepsPerEpoch = 40, .msPerStep = 1};
    Bench bench(script);
    TrainPage page(bench.session);
    ASSERT_TRUE(bench.open());
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return page.history().epochs().size() >= 2; }));
    button(page, TrainPage::tr("Stop"))->click();
    ASSERT_TRUE(eventually([&] { return !bench.engine().isTraining(); }));
    EXPECT_EQ(pill(page), TrainPage::tr("Stopped"));
    ASSERT_NE(button(page, TrainPage::tr("Resume")), nullptr);
    button(page, TrainPage::tr("Resume"))->click();
    ASSERT_TRUE(eventually([&] { return !bench.engine().isTraining() && !page.isLoading() && page.history().epochs().size() == 6; }));
    ASSERT_EQ(page.history().steps().size(), 240U);
    for (std::size_t i = 0; i < 240; ++i)
        EXPECT_EQ(page.history().steps()[i].step, static_cast<std::int64_t>(i) + 1);
}

TEST(TrainPage, DiscardAsksInThePage) {
    const Script script{.epochs = 50, .stepsPerEpoch = 50, .msPerStep = 1};
    Bench bench(script);
    TrainPage page(bench.session);
    page.show();
    ASSERT_TRUE(bench.open());
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return page.history().steps().size() > 5; }));
    auto* question = page.findChild<InlineConfirm*>();
    EXPECT_TRUE(question->isHidden());
    button(page, TrainPage::tr("Discard…"))->click();
    ASSERT_FALSE(question->isHidden());
    button(page, TrainPage::tr("Keep training"))->click();
    EXPECT_TRUE(question->isHidden());
    EXPECT_TRUE(bench.engine().isTraining());
    button(page, TrainPage::tr("Discard…"))->click();
    button(page, TrainPage::tr("Discard run"))->click();
    ASSERT_TRUE(eventually([&] { return !bench.engine().isTraining(); }));
    EXPECT_EQ(bench.session.run(), nullptr);
    EXPECT_NE(button(page, TrainPage::tr("Choose a model")), nullptr);
}

TEST(TrainPage, AnotherRunCanBeLookedAtMeanwhile) {
    const Script done{.epochs = 3, .stepsPerEpoch = 10};
    Bench bench({.epochs = 4, .stepsPerEpoch = 60, .msPerStep = 1});
    TrainPage page(bench.session);
    ASSERT_TRUE(bench.open(&done));
    const std::int64_t first = bench.session.run()->id;
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return page.history().steps().size() > 70; }));
    const std::int64_t live = bench.session.run()->id;
    bench.session.setRun(first);
    ASSERT_TRUE(eventually([&] { return !page.isLoading() && page.history().steps().size() == 30; }));
    EXPECT_EQ(pill(page), TrainPage::tr("Finished"));
    bench.session.setRun(live);
    ASSERT_TRUE(eventually([&] { return !bench.engine().isTraining() && !page.isLoading(); }));
    ASSERT_EQ(page.history().steps().size(), 240U);  // nothing was lost while looking away
    EXPECT_EQ(page.history().epochs().size(), 4U);
}

// A measurement, not a limit: what the window's thread does for one batch of news of a run with 100,000 steps behind it.
TEST(TrainPage, TimeOfAnUpdate) {
    const Script script;
    Bench bench;
    TrainPage page(bench.session);
    page.resize(1000, 640);
    ASSERT_TRUE(bench.open(&script));
    ASSERT_TRUE(eventually([&] { return !page.isLoading() && !page.history().empty(); }));
    page.show();
    constexpr std::int64_t kSteps = 100'000;
    page.show(scriptedSteps(1, kSteps, kSteps));
    double slowest = 0, all = 0;
    constexpr int kUpdates = 30;
    for (int i = 0; i < kUpdates; ++i) {
        const auto news = scriptedSteps(kSteps + i * 40, kSteps + (i + 1) * 40, kSteps * 2);
        QElapsedTimer clock;
        clock.start();
        page.show(news);
        for (CurvePlot* plot : {&page.lossPlot(), &page.metricPlot(), &page.ratePlot()})
            plot->flush();
        QApplication::processEvents();
        const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        slowest = std::max(slowest, ms);
        all += ms;
    }
    std::printf("update with 100,000 steps: %.2f ms, slowest %.2f ms\n", all / kUpdates, slowest);
}

TEST(TrainPage, ResultsShowTheTestSet) {
    const Script script;
    Bench bench;
    TrainPage page(bench.session);
    ASSERT_TRUE(bench.open(&script));
    ASSERT_TRUE(eventually([&] { return !page.isLoading() && !page.history().empty(); }));
    EXPECT_EQ(page.results().confusion().counts(), bench.session.run()->test->confusion);
    EXPECT_EQ(page.results().perClass().rowCount(), 2);
    EXPECT_EQ(page.results().perClass().index(0, 0).data().toString(), QString::fromStdString(bench.session.run()->classes[0]));
    QMenu menu;
    page.fillExportMenu(menu);
    EXPECT_EQ(menu.actions().size(), 4);
}

TEST(TrainPage, OffersOptionsOnlyBesideTheCurves) {
    Bench bench;
    TrainPage page(bench.session);
    EXPECT_EQ(page.optionsPanel(), nullptr) << "nothing trained";
    const Script script{.epochs = 2};
    ASSERT_TRUE(bench.open(&script));
    QSignalSpy changed(&page, &Page::optionsChanged);
    ASSERT_TRUE(eventually([&] { return page.optionsPanel() != nullptr; }));
    emit page.findChild<Segmented*>()->chosen(1);
    EXPECT_EQ(page.optionsPanel(), nullptr) << "results";
    EXPECT_GE(changed.count(), 1);
}

TEST(TrainPage, AFailedRunSaysWhereWhyAndTheWayOut) {
    Bench bench;
    TrainPage page(bench.session);
    page.resize(900, 700);
    page.show();
    const Script script{.epochs = 3};
    makeProject(bench.folder.file("probe.strand"), &script);
    {
        const auto file = ProjectFile::open(bench.folder.file("probe.strand"), ProjectFile::Access::Write);
        ASSERT_TRUE(file);
        RunRecord run = *RunStore(*file).get(1);
        run.state = RunState::Failed;
        run.epoch = 1;
        run.epochsPlanned = 3;
        run.error = Error(ErrorCode::Diverged, {"the loss is no longer a finite number at step %1 (learning rate %2)", 31, 10});
        ASSERT_TRUE(RunStore(*file).update(run));
    }
    bench.engine().start();
    bench.engine().openProject(bench.path(), false);
    RunFault* const fault = page.findChild<RunFault*>();
    ASSERT_NE(fault, nullptr);
    ASSERT_TRUE(eventually([&] { return bench.session.run() != nullptr && fault->isVisible(); }));
    EXPECT_TRUE(fault->text().contains("in epoch 2 of 3")) << fault->text().toStdString();
    EXPECT_TRUE(fault->text().contains("at step 31 (learning rate 10)"));
    EXPECT_TRUE(fault->text().contains("Lower lr"));
    useLanguage("zh_CN");
    fault->show(bench.session.run());
    EXPECT_FALSE(fault->text().contains("finite")) << fault->text().toStdString();
    useLanguage("en");
    fault->show(bench.session.run());
    TrainOptions other = bench.session.draft();
    other.model = "TextCNN";
    bench.session.setDraft(other);
    QSignalSpy asked(&bench.session, &Session::pageRequested);
    QPushButton* change = button(*fault, TrainPage::tr("Change its settings"));
    ASSERT_NE(change, nullptr);
    change->click();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].toString(), QStringLiteral("model"));
    EXPECT_EQ(bench.session.draft().model, bench.session.run()->model);
}

TEST(TrainPage, InANarrowWindowNothingIsCut) {
    const Script script;
    Bench bench;
    TrainPage page(bench.session);
    ASSERT_TRUE(bench.open(&script));
    page.resize(580, 400);
    page.show();
    QTest::qWait(50);
    const auto right = [&page](const QWidget& widget) { return widget.mapTo(&page, QPoint(widget.width(), 0)).x(); };
    for (const MetricTile* tile : page.findChildren<MetricTile*>())
        EXPECT_LE(right(*tile), page.width());
    for (const CurvePlot* plot : {&page.lossPlot(), &page.metricPlot(), &page.ratePlot()}) {
        EXPECT_LE(right(*plot), page.width());
        EXPECT_GT(plot->width(), page.width() * 3 / 4) << "one below the other";
    }
}

}  // namespace
}  // namespace strand::test
