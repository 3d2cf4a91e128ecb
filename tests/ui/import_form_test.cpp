#include "ui/widgets/import_form.hpp"

#include "support/synthetic.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>

namespace strand::test {
namespace {

class ImportFormTest : public testing::Test {
protected:
    ImportLook look(const char* name, const std::string& content) {
        ImportOptions options = form.options();
        options.files = {folder.write(name, content)};
        auto found = lookAt(options);
        EXPECT_TRUE(found.has_value()) << found.error().english();
        return std::move(*found);
    }
    QComboBox* combo(const char* name) {
        for (auto* each : form.findChildren<QComboBox*>())
            if (each->accessibleName() == QLatin1String(name)) return each;
        ADD_FAILURE() << name;
        return nullptr;
    }
    TempDir folder;
    ImportForm form;
};

const char* const kTable = "sample,site,effect\nACGTACGTAC,12,strong\nTTGGACGTAC,14,weak\nGGGTACGTAC,15,strong\n";

TEST_F(ImportFormTest, EveryGuessIsShown) {
    form.setLook(look("sites.fa", ">a|1|train\nACGTACGT\n>b|0|test\nTTTTACGT\n"));
    EXPECT_EQ(combo("Kind")->currentText(), "recognised: DNA");
    EXPECT_TRUE(combo("Format")->currentText().contains("FASTA"));
    EXPECT_TRUE(combo("Encoding")->currentText().contains("UTF-8"));
    EXPECT_TRUE(combo("Classes from")->currentText().contains("header"));
    EXPECT_TRUE(combo("Parts from")->currentText().contains("header"));
    EXPECT_TRUE(combo("Sequence column")->isHidden()) << "there is no table";
    EXPECT_FALSE(form.options().kind.has_value()) << "a guess stays a guess";
}

TEST_F(ImportFormTest, EveryGuessCanBeChanged) {
    form.setLook(look("sites.fa", ">a|1|train\nACGTACGT\n>b|0|test\nTTTTACGT\n"));
    combo("Kind")->setCurrentIndex(combo("Kind")->findData(static_cast<int>(SequenceKind::Protein)));
    combo("Classes from")->setCurrentIndex(combo("Classes from")->findData(static_cast<int>(LabelSource::None)));
    combo("Parts from")->setCurrentIndex(combo("Parts from")->findData(static_cast<int>(SplitSource::Ratio)));
    combo("Encoding")->setCurrentIndex(combo("Encoding")->findData(static_cast<int>(TextEncoding::Latin1)));
    form.setOnBad(OnBad::Replace);
    const ImportOptions options = form.options();
    EXPECT_EQ(options.kind, SequenceKind::Protein);
    EXPECT_EQ(options.label, LabelSource::None);
    EXPECT_EQ(options.split, SplitSource::Ratio);
    EXPECT_EQ(options.reading.encoding, TextEncoding::Latin1);
    EXPECT_EQ(options.onBad, OnBad::Replace);
    form.reset("other");
    EXPECT_FALSE(form.options().kind.has_value()) << "other files are guessed anew";
    EXPECT_EQ(form.options().onBad, OnBad::Stop);
}

TEST_F(ImportFormTest, ColumnsOfATableAreChosenByName) {
    form.setLook(look("sites.csv", kTable));
    EXPECT_FALSE(combo("Sequence column")->isHidden());
    EXPECT_EQ(form.column(ImportForm::Role::Sequence), 0);
    EXPECT_TRUE(combo("Delimiter")->currentText().contains("comma"));
    form.setColumn(ImportForm::Role::Label, 2);
    EXPECT_EQ(form.column(ImportForm::Role::Label), 2);
    const ImportLook again = look("sites.csv", kTable);
    ASSERT_TRUE(again.preview.has_value());
    EXPECT_EQ(again.preview->dataset.classes, (std::vector<std::string>{"strong", "weak"}));
}

TEST_F(ImportFormTest, AColumnHasOneRole) {
    form.setLook(look("sites.csv", kTable));
    form.setColumn(ImportForm::Role::Label, 2);
    form.setColumn(ImportForm::Role::Id, 2);
    EXPECT_EQ(form.column(ImportForm::Role::Id), 2);
    EXPECT_EQ(form.column(ImportForm::Role::Label), -1);
    EXPECT_EQ(form.options().reading.labelColumn, std::string()) << "none, and not a guess";
    form.setColumn(ImportForm::Role::Sequence, -1);
    EXPECT_EQ(form.column(ImportForm::Role::Sequence), 0) << "a table has one";
}

TEST_F(ImportFormTest, EveryFieldHasAName) {
    for (const auto* each : form.findChildren<QComboBox*>())
        EXPECT_FALSE(each->accessibleName().isEmpty());
}

}  // namespace
}  // namespace strand::test
