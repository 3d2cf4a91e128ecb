#include "ui/text/language.hpp"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QLocale>

namespace strand::test {
namespace {

class Language : public testing::Test {
protected:
    ~Language() override { useLanguage("en"); }
};

QString word() { return QCoreApplication::translate("strand::RunTableModel", "Finished"); }

TEST_F(Language, IsSwitchedThereAndBack) {
    useLanguage("zh_CN");
    EXPECT_EQ(currentLanguage(), "zh_CN");
    EXPECT_EQ(QLocale().language(), QLocale::Chinese);
    const QString chinese = word();
    EXPECT_NE(chinese, "Finished");
    useLanguage("zh_CN");
    EXPECT_EQ(word(), chinese);
    useLanguage("en");
    EXPECT_EQ(word(), "Finished");
    EXPECT_EQ(QLocale().language(), QLocale::English);
}

TEST_F(Language, WithoutAFileTheTextsStayEnglish) {
    useLanguage("zh_CN");
    useLanguage("xx");
    EXPECT_EQ(word(), "Finished") << "the translator of before is gone";
}

TEST_F(Language, EachIsListedByItsOwnName) {
    int count = 0;
    const LanguageEntry* table = languageTable(&count);
    ASSERT_EQ(count, 2);
    EXPECT_STREQ(table[0].name, "English");
    EXPECT_EQ(QString::fromUtf8(table[1].name), QString::fromUtf8("简体中文"));
}

}  // namespace
}  // namespace strand::test
