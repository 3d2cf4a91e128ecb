#include "ui/widgets/import_panel.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
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
        if (!each->isHidden() && each->text().contains(QLatin1String(part))) return true;
    return false;
}

TEST(ImportPanel, ShowsWhatWasUnderstoodBeforeAnythingIsStored) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    panel.open({write(bench, "sites.fa", ">a|1|train\nACGTACGT\n>b|0|test\nTTTTACGT\n")});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_TRUE(previewed.front().front().toBool());
    EXPECT_TRUE(says(panel, "DNA"));
    EXPECT_TRUE(says(panel, "0, 1"));
    const auto* table = panel.findChild<QTableWidget*>();
    ASSERT_EQ(table->rowCount(), 2);
    EXPECT_EQ(table->item(0, 0)->text(), "a");
    EXPECT_EQ(table->item(1, 4)->text(), "TTTTACGT");
    EXPECT_TRUE(button(panel, "Import")->isEnabled());
    EXPECT_EQ(bench.session.datasets().size(), 1U) << "nothing is stored yet";
}

TEST(ImportPanel, ABadCharacterIsShownWithItsPlaceAndItsRemedies) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    panel.resize(1000, 600);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    const QString file = write(bench, "bad.fa", ">a|1|train\nACGTACGT\n>b|0|test\nTT!TACGT\n");
    panel.open({file});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_FALSE(previewed.front().front().toBool());
    EXPECT_TRUE(says(panel, ":4:3")) << "line and column";
    EXPECT_FALSE(button(panel, "Import")->isEnabled());
    ASSERT_FALSE(button(panel, "Skip such sequences")->isHidden());
    button(panel, "Skip such sequences")->click();
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_EQ(panel.options().onBad, OnBad::Skip);
    EXPECT_TRUE(button(panel, "Import")->isEnabled());
    EXPECT_EQ(panel.findChild<QTableWidget*>()->rowCount(), 1);
}

TEST(ImportPanel, WhatTheEngineRefusesIsSaidInThePanel) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ImportPanel panel(bench.session);
    QSignalSpy previewed(&panel, &ImportPanel::previewed);
    const QString file = write(bench, "sites.fa", ">a|1|train\nACGTACGT\n>b|0|test\nTTTTACGT\n");
    panel.open({file});
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_EQ(panel.options().files, std::vector<std::string>{file.toStdString()});
    EXPECT_FALSE(panel.options().kind.has_value());
    EXPECT_FALSE(panel.options().ratio.has_value());
    button(panel, "Import")->click();
    EXPECT_TRUE(eventually([&] { return says(panel, "not in the script"); })) << "the scripted engine imports nothing";
}

}  // namespace
}  // namespace strand::test
