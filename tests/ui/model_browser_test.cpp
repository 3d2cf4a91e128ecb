#include "ui/widgets/model_browser.hpp"

#include "ui/widgets/model_list.hpp"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace strand {
namespace {

std::vector<ModelEntry> twenty() {
    std::vector<ModelEntry> out;
    const char* families[] = {"graph", "transformer", "traditional"};
    for (int i = 0; i < 20; ++i) {
        ModelEntry entry;
        entry.name = "Model" + std::to_string(i);
        entry.title = i == 7 ? Message("Hashing of neighbours") : Message("A network");
        entry.family = families[i % 3];
        entry.attention = i % 3 == 1 ? "exact" : "none";
        entry.paper = i == 5 ? "Kitaev 2020" : "Somebody 1999";
        out.push_back(entry);
    }
    return out;
}

QStringList shown(const ModelList& list) {
    QStringList out;
    for (int i = 0; i < list.count(); ++i) {
        if (!list.item(i)->isHidden()) out << (list.item(i)->text().isEmpty() ? QStringLiteral("-") : list.item(i)->text());
    }
    return out;
}

TEST(ModelBrowser, GroupsByFamilyInAFixedOrder) {
    const auto models = twenty();
    ModelBrowser browser;
    browser.show(models);
    const QStringList rows = shown(browser.list());
    EXPECT_EQ(rows.size(), 23) << "twenty models under three headings";
    EXPECT_EQ(rows[0], "-");
    EXPECT_EQ(rows[1], "Model2") << "traditional ones come first";
    EXPECT_EQ(rows.indexOf("Model1"), rows.indexOf("-", 1) + 1) << "then transformers";
}

TEST(ModelBrowser, SearchFindsNameTitlePaperFamilyAndAttention) {
    const auto models = twenty();
    ModelBrowser browser;
    browser.show(models);
    auto* field = browser.findChild<QLineEdit*>();
    const auto found = [&](const char* text) {
        field->setText(QString::fromLatin1(text));
        return shown(browser.list());
    };
    EXPECT_EQ(found("hashing"), (QStringList{"-", "Model7"}));
    EXPECT_EQ(found("kitaev"), (QStringList{"-", "Model5"}));
    EXPECT_EQ(found("exact network").size(), 1 + 6) << "every word counts: transformers but the one with another title";
    EXPECT_EQ(found("graph").size(), 1 + 7);
    EXPECT_TRUE(found("nothing of the kind").isEmpty());
    EXPECT_EQ(found("").size(), 23);
}

TEST(ModelBrowser, WorksByKeyboard) {
    const auto models = twenty();
    ModelBrowser browser;
    browser.show(models);
    browser.QWidget::show();
    browser.activateWindow();
    std::vector<std::string> chosen;
    QObject::connect(&browser, &ModelBrowser::chosen, [&](const std::string& name) { chosen.push_back(name); });
    auto* field = browser.findChild<QLineEdit*>();
    field->setFocus();
    QTest::keyClicks(field, "Model1");  // Model1, Model10 ... Model19
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_EQ(chosen, (std::vector<std::string>{"Model11"})) << "the first one found";
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(&browser.list(), Qt::Key_Down);
    EXPECT_EQ(chosen.back(), "Model14") << "the next one found, over what is hidden";
    field->clear();
    QTest::keyClicks(&browser.list(), "Model8");
    EXPECT_EQ(browser.list().selected(), "Model8") << "typed into the list itself";
}

}  // namespace
}  // namespace strand
