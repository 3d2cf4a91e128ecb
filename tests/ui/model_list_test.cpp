#include "ui/widgets/model_list.hpp"

#include "ui/text/language.hpp"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace strand::test {
namespace {

ModelEntry entry(const char* name, const char* family, const char* attention) {
    ModelEntry out;
    out.name = name;
    out.title = "A network";
    out.family = family;
    out.attention = attention;
    return out;
}

const std::vector<ModelEntry>& three() {
    static const std::vector<ModelEntry> entries{entry("LSTM", "traditional", "none"), entry("TransformerEncoder", "transformer", "exact"),
                                                 entry("GAT", "graph", "edges")};
    return entries;
}

TEST(ModelList, OnlyTheUserIsHeard) {
    ModelList list;
    QSignalSpy chosen(&list, &ModelList::chosen);
    list.show(three());
    list.select("GAT");
    EXPECT_EQ(list.selected(), "GAT");
    EXPECT_EQ(chosen.count(), 0);
    list.chooseFirst();
    EXPECT_EQ(list.selected(), "LSTM");
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].value<std::string>(), "LSTM");
}

TEST(ModelList, AHeadingIsNoModelAndGoesWithItsModels) {
    ModelList list;
    list.show(three());
    ASSERT_EQ(list.count(), 6);
    EXPECT_FALSE(list.item(0)->flags() & Qt::ItemIsSelectable);
    EXPECT_EQ(list.filter("gat"), 1);
    EXPECT_TRUE(list.item(0)->isHidden());
    EXPECT_FALSE(list.item(4)->isHidden()) << "the heading of the graph networks";
    list.chooseFirst();
    EXPECT_EQ(list.selected(), "GAT") << "of those shown";
    EXPECT_EQ(list.filter(""), 3);
}

TEST(ModelList, TheChosenOneSurvivesAnotherLanguage) {
    ModelList list;
    list.show(three());
    list.select("TransformerEncoder");
    QSignalSpy chosen(&list, &ModelList::chosen);
    useLanguage("zh_CN");
    list.retranslate();
    EXPECT_EQ(list.selected(), "TransformerEncoder");
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_NE(attentionText("exact"), "exact attention");
    useLanguage("en");
    EXPECT_EQ(attentionText("exact"), "exact attention");
}

}  // namespace
}  // namespace strand::test
