#include "ui/widgets/import_panel.hpp"

#include "ui/widgets/import_preview.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace strand::test {
namespace {

QString write(const Bench& bench, const char* name, const QByteArray& content) {
    QFile file(bench.path(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

QPushButton* button(const QWidget& within, const char* text) {
    for (auto* each : within.findChildren<QPushButton*>())
        if (each->text() == QLatin1String(text)) return each;
    return nullptr;
}

bool says(const QWidget& within, const char* part) {
    for (const auto* each : within.findChildren<QLabel*>())
        if (each->isVisibleTo(&within) && each->text().contains(QLatin1String(part))) return true;
    return false;
}

QTableWidget* records(const QWidget& within) {
    for (auto* each : within.findChildren<QTableWidget*>())
        if (each->accessibleName() == QLatin1String("First records of the files")) return each;
    return nullptr;
}

const char* const kSound = ">a|1|train\nACGTACGT\n>b|0|test\nTTTTACGT\n";
const char* const kBad = ">a|1|train\nACGTACGT\n>b|0|test\nTT!TACGT\n";

TEST(ImportPanel, ShowsWhatWasUnderstoodBeforeAnythingIsStored) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    panel.open({write(bench, "sites.fa", kSound)});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_TRUE(previewed.front().front().toBool());
    EXPECT_TRUE(says(panel, "DNA"));
    EXPECT_TRUE(says(panel, "0, 1"));
    ASSERT_EQ(records(panel)->rowCount(), 2);
    EXPECT_TRUE(button(panel, "Import")->isEnabled());
    EXPECT_EQ(bench.session.datasets().size(), 1U) << "nothing is stored yet";
}

TEST(ImportPanel, ABadCharacterIsShownWithItsPlaceAndItsRemedies) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    panel.open({write(bench, "bad.fa", kBad)});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_FALSE(previewed.front().front().toBool());
    for (const char* part : {"bad.fa", "line 4", "column 3", "record b", "\"!\"", "letters ACGT"})
        EXPECT_TRUE(says(panel, part)) << part;
    EXPECT_FALSE(button(panel, "Import")->isEnabled());
    EXPECT_EQ(records(panel)->rowCount(), 1) << "the records around it are shown";
    EXPECT_FALSE(button(panel, "Stop")->isHidden());
    ASSERT_FALSE(button(panel, "Skip such records")->isHidden());
    button(panel, "Skip such records")->click();
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_EQ(panel.options().onBad, OnBad::Skip);
    EXPECT_TRUE(button(panel, "Import")->isEnabled());
    EXPECT_FALSE(says(panel, "letters ACGT"));
}

TEST(ImportPanel, ReplacingIsOfferedForACharacter) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    panel.open({write(bench, "bad.fa", kBad)});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    button(panel, "Replace by N or X")->click();
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_EQ(records(panel)->item(1, 4)->text(), "TTNTACGT");
}

TEST(ImportPanel, AFileThatCannotBeReadIsSaid) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    panel.open({write(bench, "empty.fa", "")});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_FALSE(previewed.front().front().toBool());
    EXPECT_TRUE(says(panel, "empty.fa"));
    EXPECT_FALSE(button(panel, "Import")->isEnabled());
}

TEST(ImportPanel, AFolderGivesOneClassAFile) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    QDir(bench.path(".")).mkpath(bench.path("sites"));
    write(bench, "sites/binding.fa", ">a\nACGTACGT\n>b\nACGTACGA\n");
    write(bench, "sites/other.fa", ">c\nTTTTACGT\n>d\nTTTTACGA\n");
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    panel.open({bench.path("sites")});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_TRUE(says(panel, "2 classes: binding, other"));
    EXPECT_EQ(records(panel)->rowCount(), 4);
}

TEST(ImportPanel, AColumnChosenAtItsHeadIsUsed) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    panel.open({write(bench, "sites.csv", "sequence,first,second\nACGTACGTAC,1,x\nTTGGACGTAC,0,y\nGGGTACGTAC,1,y\n")});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    auto* preview = panel.findChild<ImportPreview*>();
    ASSERT_NE(preview, nullptr);
    emit preview->columnChosen(2, static_cast<int>(ImportForm::Role::Label));
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_TRUE(says(panel, "2 classes: x, y"));
    emit preview->columnChosen(2, -1);
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_TRUE(says(panel, "no classes"));
}

TEST(ImportPanel, WhatTheEngineRefusesIsSaidInThePanel) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    const QString file = write(bench, "sites.fa", kSound);
    panel.open({file});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_EQ(panel.options().files, std::vector<std::string>{file.toStdString()});
    button(panel, "Import")->click();
    EXPECT_TRUE(panel.isImporting());
    EXPECT_TRUE(eventually([&] { return says(panel, "Not in the script"); })) << "the scripted engine imports nothing";
    EXPECT_FALSE(panel.isImporting());
}

TEST(ImportPanel, EscapeLeavesIt) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    panel.open({write(bench, "sites.fa", kSound)});
    QSignalSpy closed(&panel, &ImportPanel::closed);
    QTest::keyClick(&panel, Qt::Key_Escape);
    EXPECT_EQ(closed.count(), 1);
}

}  // namespace
}  // namespace strand::test
