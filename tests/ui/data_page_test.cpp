#include "ui/pages/data_page.hpp"

#include "ui/widgets/issue_cards.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace strand::test {
namespace {

/// The sequences; the import panel has tables of its own.
QTableView* sequences(const DataPage& page) {
    for (auto* table : page.findChildren<QTableView*>()) {
        if (table->accessibleName() == QLatin1String("Sequences")) return table;
    }
    return nullptr;
}

QPushButton* button(const QWidget& within, const char* text) {
    for (auto* each : within.findChildren<QPushButton*>())
        if (each->text() == QLatin1String(text)) return each;
    return nullptr;
}

bool says(const QWidget& within, const char* part) {
    for (const auto* each : within.findChildren<QLabel*>())
        if (each->text().contains(QString::fromUtf8(part))) return true;
    return false;
}

/// Sequences of which some repeat across parts.
Dataset leaky() {
    Dataset dataset = tinyDataset(60);
    dataset.name = "leaky";
    for (int i = 0; i < 60; ++i)
        dataset.sequences[static_cast<size_t>(i)].split = i < 50 ? Split::Train : Split::Test;
    for (int i = 50; i < 53; ++i) {
        dataset.sequences[static_cast<size_t>(i)].residues = dataset.sequences[static_cast<size_t>(i - 50)].residues;
        dataset.sequences[static_cast<size_t>(i)].label = dataset.sequences[static_cast<size_t>(i - 50)].label;
    }
    return dataset;
}

bool openLeaky(Bench& bench) {
    {
        auto project =
            ProjectFile::open(bench.folder.file("leaky.strand"), ProjectFile::Access::Write, ProjectFile::Missing::Create).value();
        const Dataset dataset = leaky();
        if (!DatasetStore(project).add(dataset, summarise(dataset))) return false;
    }
    bench.engine().start();
    bench.engine().openProject(bench.path("leaky.strand"), false);
    return eventually([&bench] { return bench.session.hasProject() && bench.engine().isReady(); });
}

const DataIssue* issue(const DataPage& page, IssueKind kind) {
    for (const auto& each : page.findChild<IssueCards*>()->issues())
        if (each.kind == kind) return &each;
    return nullptr;
}

TEST(DataPage, WithoutAProjectItSaysWhatToDo) {
    Bench bench;
    DataPage page(bench.session);
    EXPECT_TRUE(says(page, "No project is open"));
}

TEST(DataPage, WhileASampleIsReadItDoesNotAskForFiles) {
    Bench bench;
    DataPage page(bench.session);
    emit bench.engine().jobQueued({.id = 5, .kind = JobKind::Import, .title = {}});
    EXPECT_TRUE(says(page, "Reading sequences…"));
    emit bench.engine().jobFinished(4);
    EXPECT_TRUE(says(page, "Reading sequences…")) << "another job";
    emit bench.engine().jobFailed(5, Error{});
    EXPECT_TRUE(says(page, "No project is open"));
}

TEST(DataPage, ShowsTableAndFiguresOfTheDataset) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    QSignalSpy looked(&page, &DataPage::looked);
    const auto* table = sequences(page);
    EXPECT_EQ(table->model()->rowCount(), static_cast<int>(bench.session.dataset()->sequences));
    ASSERT_TRUE(looked.wait(kPatienceMs));
    QMenu menu;
    page.fillExportMenu(menu);
    EXPECT_EQ(menu.actions().size(), 7) << "lengths, classes, composition, pairs, GC, and a logo for each class";
}

TEST(DataPage, TheSelectedRowFollowsTheSession) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    Selection selection = bench.session.selection();
    selection.ordinal = 7;
    bench.session.setSelection(selection);
    EXPECT_EQ(sequences(page)->currentIndex().row(), 7);
}

TEST(DataPage, ALeakIsGoneWithOneClickAndComesBackWithUndo) {
    Bench bench;
    ASSERT_TRUE(openLeaky(bench));
    DataPage page(bench.session);
    QSignalSpy looked(&page, &DataPage::looked);
    ASSERT_TRUE(looked.wait(kPatienceMs));
    ASSERT_NE(issue(page, IssueKind::Leaks), nullptr);
    auto* remedy = button(page, "Leave out the copies in training");
    ASSERT_NE(remedy, nullptr);
    remedy->click();
    EXPECT_TRUE(eventually([&] { return looked.count() >= 2 && issue(page, IssueKind::Leaks) == nullptr; }));
    EXPECT_EQ(bench.session.dataset()->statistics.excluded, 3);
    bench.session.undo().undo();
    EXPECT_TRUE(eventually([&] { return issue(page, IssueKind::Leaks) != nullptr; }));
}

TEST(DataPage, SimilarSequencesAreLookedForWhenAsked) {
    Bench bench;
    ASSERT_TRUE(openLeaky(bench));
    DataPage page(bench.session);
    QSignalSpy looked(&page, &DataPage::looked);
    ASSERT_TRUE(looked.wait(kPatienceMs));
    EXPECT_EQ(issue(page, IssueKind::SimilarLeaks), nullptr);
    auto* ask = button(page, "Look for similar sequences");
    ASSERT_NE(ask, nullptr);
    ask->click();
    EXPECT_TRUE(eventually([&] { return issue(page, IssueKind::SimilarLeaks) != nullptr; })) << "copies are similar, too";
    EXPECT_TRUE(eventually([&] { return button(page, "Look for similar sequences") == nullptr; }));
}

TEST(DataPage, LongerThanTheModelTakesIsJudgedByItsDefaultToo) {
    Bench bench;
    ASSERT_TRUE(openLeaky(bench));
    TrainOptions draft = bench.session.draft();
    draft.model = bench.session.engine().models().front().name;
    draft.hyperparameters.clear();
    bench.session.setDraft(draft);
    DataPage page(bench.session);
    EXPECT_EQ(page.maxLength(), 512);
    draft.hyperparameters["max_len"] = "9";
    bench.session.setDraft(draft);
    EXPECT_EQ(page.maxLength(), 9);
}

TEST(DataPage, RemediesOfTheSettingsChangeTheDraft) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    page.apply(Remedy::BalanceClasses, {});
    EXPECT_EQ(bench.session.draft().hyperparameters.at("class_weights"), "balanced");
    page.apply(Remedy::RaiseMaxLength, {});
    EXPECT_EQ(bench.session.draft().hyperparameters.at("max_len"), std::to_string(bench.session.dataset()->statistics.length.max));
}

TEST(DataPage, WhatHasNoLabelIsShownInTheTable) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    page.apply(Remedy::EditLabels, {.kind = IssueKind::Unlabelled, .text = {}, .count = 0, .label = kNoLabel, .remedies = {}});
    EXPECT_TRUE(eventually([&] { return sequences(page)->model()->rowCount() == 0; })) << "all of them have one";
    EXPECT_EQ(bench.session.setting("data/view"), "1");
}

TEST(DataPage, RunsKeepTheirDataAndACopyIsOffered) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    DataPage page(bench.session);
    std::function<void()> action;
    QObject::connect(&bench.session, &Session::said, &page,
                     [&](Session::Level, const QString&, const QString&, const QString& text, const std::function<void()>& onAction) {
                         if (text == QLatin1String("Do it to a copy")) action = onAction;
                     });
    page.apply(Remedy::SplitByRatio, {});
    ASSERT_TRUE(action);
    action();
    EXPECT_TRUE(eventually([&] { return bench.session.datasets().size() == 2; }));
}

TEST(DataPage, AnImportBeingPreparedStaysOnTheScreen) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    QFile file(bench.path("more.fa"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(">a|1\nACGT\n>b|0\nACGA\n");
    file.close();
    emit bench.session.importRequested({file.fileName()});
    auto* stack = page.findChild<QStackedWidget*>();
    const int importing = stack->currentIndex();
    emit bench.session.datasetsChanged();
    EXPECT_EQ(stack->currentIndex(), importing);
    button(page, "Cancel");
    for (auto* each : page.findChildren<QPushButton*>())
        if (each->text() == QLatin1String("Cancel") && each->isVisibleTo(&page)) each->click();
    EXPECT_NE(stack->currentIndex(), importing);
}

TEST(DataPage, RemembersItsView) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    page.showView(DataPage::Prepare);
    DataPage again(bench.session);
    EXPECT_NE(button(again, "Divide"), nullptr);
    EXPECT_TRUE(button(again, "Divide")->isVisibleTo(&again));
}

}  // namespace
}  // namespace strand::test
