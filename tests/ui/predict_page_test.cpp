#include "ui/pages/predict_page.hpp"

#include "ui/docks/run_table_model.hpp"
#include "ui/widgets/empty_state.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QUrl>

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

TrainOptions another() {
    TrainOptions options;
    options.dataset = "promoters";
    options.model = "TransformerEncoder";
    options.runName = "other";
    return options;
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
    bench.engine().train(another());
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy() && bench.session.runs().size() == 2; }));
    EXPECT_EQ(page.predictions().rowCount(), 0) << "the other run has not been asked";
    auto* runs = page.findChild<QComboBox*>();
    EXPECT_EQ(runs->count(), 2);
    EXPECT_EQ(runs->currentText(), "other");
}

TEST(PredictPage, TheAnswerOfARunIsNotShownUnderAnother) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    const std::int64_t first = bench.session.runs().front().id;
    bench.engine().train(another());
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy() && bench.session.runs().size() == 2; }));
    bench.session.setRun(first);
    PredictPage page(bench.session);
    QSignalSpy answered(&bench.engine(), &EngineHost::predictionsReady);
    QSignalSpy said(&bench.session, &Session::said);
    page.predict(fasta(bench));
    bench.session.setRun(bench.session.runs().back().id);
    ASSERT_TRUE(eventually([&] { return answered.count() == 1 && !bench.engine().isBusy(); }));
    EXPECT_EQ(page.predictions().rowCount(), 0);
    EXPECT_TRUE(says(page, "Which sequences?"));
    ASSERT_EQ(said.count(), 1) << "what was asked for does not go without a word";
    EXPECT_TRUE(said[0][1].toString().contains("new.fasta"));
}

TEST(PredictPage, ATableKeepsTheNameOfItsFile) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    PredictPage page(bench.session);
    page.predict(fasta(bench));
    ASSERT_TRUE(eventually([&] { return page.predictions().rowCount() == 3 && !bench.engine().isBusy(); }));
    page.predict(bench.path("nowhere.fasta"));
    EXPECT_TRUE(says(page, "of new.fasta, by run")) << "while the other is read";
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy(); }));
    EXPECT_EQ(page.predictions().rowCount(), 3);
    EXPECT_TRUE(says(page, "of new.fasta, by run"));
    EXPECT_FALSE(says(page, "of nowhere.fasta, by run"));
}

TEST(PredictPage, AllRecordsThatWereLeftOutAreCounted) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    PredictPage page(bench.session);
    QSignalSpy said(&bench.session, &Session::said);
    JobId job = 0;
    QObject::connect(&bench.engine(), &EngineHost::jobQueued, &page, [&job](const JobInfo& info) { job = info.id; });
    page.predict(fasta(bench));
    PredictionTable table;
    table.classes = {"0", "1"};
    table.skipped = 2345;
    table.warnings.resize(1000);
    emit bench.engine().predictionsReady(job, std::make_shared<const PredictionTable>(table));
    ASSERT_EQ(said.count(), 1);
    EXPECT_TRUE(said[0][1].toString().startsWith("2,345 record")) << said[0][1].toString().toStdString();
}

TEST(PredictPage, TakesADroppedFileAndLeavesTheRestToTheWindow) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    PredictPage page(bench.session);
    const auto accepts = [&page](const QStringList& files) {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls << QUrl::fromLocalFile(file);
        data.setUrls(urls);
        QDragEnterEvent event({}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&page, &event);
        return event.isAccepted();
    };
    const QString file = fasta(bench);
    EXPECT_TRUE(accepts({file}));
    EXPECT_FALSE(accepts({file, file}));
    EXPECT_FALSE(accepts({bench.path("other.strand")}));
    page.predict(file);
    EXPECT_FALSE(accepts({file})) << "while a job runs";
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy(); }));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDropEvent event({}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&page, &event);
    EXPECT_TRUE(event.isAccepted());
    EXPECT_TRUE(bench.engine().isBusy());
}

TEST(PredictPage, TheListOfRunsStaysWhileOnlyItsTextsChange) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    PredictPage page(bench.session);
    auto* runs = page.findChild<QComboBox*>();
    QSignalSpy removed(runs->model(), &QAbstractItemModel::rowsRemoved);
    renameRun(bench.session, bench.session.runs().front().id, QStringLiteral("renamed"));
    EXPECT_TRUE(eventually([&] { return runs->currentText() == QStringLiteral("renamed"); }));
    EXPECT_EQ(removed.count(), 0);
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
