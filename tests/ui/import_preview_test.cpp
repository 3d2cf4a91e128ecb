#include "ui/widgets/import_preview.hpp"

#include "support/synthetic.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QHeaderView>
#include <QMenu>
#include <QTableWidget>

namespace strand::test {
namespace {

class ImportPreviewTest : public testing::Test {
protected:
    void show(const char* name, const std::string& content, OnBad onBad = OnBad::Stop) {
        ImportOptions options;
        options.files = {folder.write(name, content)};
        options.onBad = onBad;
        auto look = lookAt(options);
        ASSERT_TRUE(look.has_value()) << look.error().english();
        form.setLook(*look);
        preview.show(look->files, look->preview ? &*look->preview : nullptr, form);
    }
    QTableWidget* table(const char* name) {
        for (auto* each : preview.findChildren<QTableWidget*>())
            if (each->accessibleName() == QLatin1String(name)) return each;
        return nullptr;
    }
    TempDir folder;
    ImportForm form;
    ImportPreview preview;
};

TEST_F(ImportPreviewTest, ShowsRecordsAsTheImportMakesThem) {
    show("sites.fa", ">a|1|train\nacgtacgt\n>b|0|test\nTTTTACGT\n");
    const auto* records = table("First records of the files");
    ASSERT_EQ(records->rowCount(), 2);
    EXPECT_EQ(records->item(0, 0)->text(), "a");
    EXPECT_EQ(records->item(0, 1)->text(), "1");
    EXPECT_EQ(records->item(0, 2)->text(), "train");
    EXPECT_EQ(records->item(0, 3)->text(), "8");
    EXPECT_EQ(records->item(0, 4)->text(), "ACGTACGT");
}

TEST_F(ImportPreviewTest, TheHeadOfAColumnSaysAndChangesItsRole) {
    show("sites.csv", "sequence,label,remark\nACGTACGTAC,1,x\nTTGGACGTAC,0,x\nGGGTACGTAC,1,z\n");
    const auto* columns = table("Columns of the file");
    ASSERT_EQ(columns->columnCount(), 3);
    EXPECT_TRUE(columns->horizontalHeaderItem(0)->text().contains("Sequence"));
    EXPECT_TRUE(columns->horizontalHeaderItem(1)->text().contains("Class"));
    EXPECT_FALSE(columns->horizontalHeaderItem(2)->text().contains("Class"));
    std::pair<int, int> chosen{-9, -9};
    QObject::connect(&preview, &ImportPreview::columnChosen, &preview, [&](int column, int role) { chosen = {column, role}; });
    emit columns->horizontalHeader()->sectionClicked(2);
    auto* menu = preview.findChild<QMenu*>();
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->actions().front()->isChecked()) << "not used so far";
    for (auto* action : menu->actions())
        if (action->text() == QLatin1String("Class")) action->trigger();
    EXPECT_EQ(chosen, std::pair(2, static_cast<int>(ImportForm::Role::Label)));
    menu->close();
}

TEST_F(ImportPreviewTest, WhatWasSkippedIsListedByFileLineAndRecord) {
    show("bad.fa", ">a|1\nACGTACGT\n>b|0\nTT!TACGT\n>c|1\nACGTACGA\n", OnBad::Skip);
    const auto* remarks = table("What was skipped, replaced or read in another way");
    bool listed = false;
    for (int row = 0; row < remarks->rowCount(); ++row) {
        EXPECT_FALSE(remarks->item(row, 3)->text().isEmpty());
        listed = listed || (remarks->item(row, 0)->text() == "bad.fa" && remarks->item(row, 2)->text() == "b");
    }
    EXPECT_TRUE(listed);
    EXPECT_EQ(table("First records of the files")->rowCount(), 2);
}

TEST_F(ImportPreviewTest, NothingReadIsSaid) {
    preview.showNothing();
    EXPECT_EQ(table("First records of the files")->rowCount(), 0);
    EXPECT_TRUE(table("First records of the files")->parentWidget()->isHidden());
}

}  // namespace
}  // namespace strand::test
