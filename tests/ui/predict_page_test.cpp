#include "ui/pages/predict_page.hpp"

#include "ui/widgets/empty_state.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

namespace strand::test {
namespace {

bool says(const QWidget& within, const QString& part) {
    for (const auto* each : within.findChildren<QLabel*>()) {
        if (each->isVisibleTo(&within) && each->text().contains(part)) return true;
    }
    return false;
}

QString fasta(const Bench& bench) {
    const QString path = bench.path("new.fasta");
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(">one\nACGT\n>two\nACGT\n>three\nACGT\n");
    return path;
}

TEST(PredictPage, WithoutATrainedRunItSaysWhatToDo) {
    Bench bench;
    PredictPage page(bench.session);
    EXPECT_TRUE(says(page, "Open a project or a sample first."));
    ASSERT_TRUE(bench.open());
    EXPECT_TRUE(says(page, "Nothing has been trained yet"));
    QSignalSpy asked(&bench.session, &Session::pageRequested);
    for (auto* state : page.findChildren<EmptyState*>()) {
        if (state->isVisibleTo(&page)) state->findChild<QPushButton*>()->click();
    }
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].toString(), "model");
}

TEST(PredictPage, WhileTheFirstRunTrainsItSaysSo) {
    Bench bench(Script{.epochs = 3, .msPerStep = 2});
    PredictPage page(bench.session);
    ASSERT_TRUE(bench.open());
    bench.engine().train(bench.session.draft());
    EXPECT_TRUE(says(page, "The first run is training"));
    EXPECT_TRUE(eventually([&] { return says(page, "Which sequences?"); }));
}

TEST(PredictPage, TheClassesOfAFileComeAsATableWithTheirCounts) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    PredictPage page(bench.session);
    EXPECT_TRUE(says(page, "Which sequences?"));
    page.predict(fasta(bench));
    ASSERT_TRUE(eventually([&] { return page.predictions().rowCount() == 3; }));
    EXPECT_EQ(page.predictions().index(0, PredictionModel::Id).data().toString(), "one");
    EXPECT_EQ(page.predictions().counts(), (std::vector<std::int64_t>{2, 1}));
    EXPECT_TRUE(page.findChild<QTableView*>()->isVisibleTo(&page));
    EXPECT_TRUE(says(page, "of new.fasta, by run"));
    QMenu menu;
    page.fillExportMenu(menu);
    EXPECT_GE(menu.actions().size(), 4) << "table and figure";
}

TEST(PredictPage, PastedSequencesArePredictedAndAnEmptyClipboardIsNamed) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    PredictPage page(bench.session);
    QPushButton* paste = nullptr;
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->text().trimmed() == QStringLiteral("Paste")) paste = button;
    }
    ASSERT_NE(paste, nullptr);
    QSignalSpy said(&bench.session, &Session::said);
    QGuiApplication::clipboard()->setText(QStringLiteral("  "));
    paste->click();
    EXPECT_EQ(said.count(), 1);
    QGuiApplication::clipboard()->setText(QStringLiteral(">pasted\nACGT\n"));
    paste->click();
    ASSERT_TRUE(eventually([&] { return page.predictions().rowCount() == 1; }));
    EXPECT_EQ(page.predictions().index(0, 0).data().toString(), "pasted");
}

TEST(PredictPage, PredictionsOfARunGoWithIt) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    PredictPage page(bench.session);
    page.predict(fasta(bench));
    ASSERT_TRUE(eventually([&] { return page.predictions().rowCount() == 3; }));
    TrainOptions options;
    options.dataset = "promoters";
    options.model = "TransformerEncoder";
    options.runName = "other";
    bench.engine().train(options);
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy() && bench.session.runs().size() == 2; }));
    EXPECT_EQ(page.predictions().rowCount(), 0) << "the other run has not been asked";
    auto* runs = page.findChild<QComboBox*>();
    EXPECT_EQ(runs->count(), 2);
    EXPECT_EQ(runs->currentText(), "other");
}

TEST(PredictPage, AFileThatCannotBeReadIsToldAndNothingIsShown) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    PredictPage page(bench.session);
    QSignalSpy said(&bench.session, &Session::said);
    page.predict(bench.path("nowhere.fasta"));
    ASSERT_TRUE(eventually([&] { return said.count() == 1; }));
    EXPECT_TRUE(said[0][1].toString().contains("nowhere.fasta"));
    EXPECT_TRUE(says(page, "Which sequences?"));
    page.predict(fasta(bench));
    EXPECT_TRUE(eventually([&] { return page.predictions().rowCount() == 3; })) << "the next file is taken";
}

}  // namespace
}  // namespace strand::test
