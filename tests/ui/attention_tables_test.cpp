#include "ui/widgets/attention_tables.hpp"

#include "scripted_engine.hpp"
#include "ui/plots/attention_pictures.hpp"

#include <gtest/gtest.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableView>

namespace strand::test {
namespace {

std::shared_ptr<const MatrixPicture> picture(const char* kind = "exact") {
    const auto map = std::make_shared<const AttentionMap>(
        scriptedAttention("seq 1", 0, "ACGTACGTAACCGGTTACGT", {.layers = 1, .heads = 2, .cls = false, .kind = kind}));
    return makePicture(map, {}, 0, 1);
}

TEST(AttentionTables, PairsStandWithThePlacesOfTheirResidues) {
    AttentionTables tables;
    const auto shown = picture();
    tables.setPicture(shown);
    ASSERT_EQ(tables.pairs().rowCount(), static_cast<int>(shown->pairs.size()));
    const AttentionPair& first = shown->pairs.front();
    const auto cell = [&](int column) { return tables.pairs().index(0, column).data(Qt::DisplayRole).toString(); };
    EXPECT_EQ(cell(0),
              QStringLiteral("%1 %2").arg(first.query + 1).arg(QLatin1Char(shown->map->tokens[static_cast<std::size_t>(first.query)][0])));
    EXPECT_TRUE(cell(1).startsWith(QString::number(first.key + 1)));
    EXPECT_EQ(cell(2), weightText(static_cast<double>(first.weight)));
}

TEST(AttentionTables, ARowThatIsChosenTellsItsTokens) {
    AttentionTables tables;
    const auto shown = picture();
    tables.setPicture(shown);
    QSignalSpy pair(&tables, &AttentionTables::pairChosen), region(&tables, &AttentionTables::regionChosen);
    const auto views = tables.findChildren<QTableView*>();
    for (auto* view : views) {
        if (view->model() == &tables.pairs()) view->selectRow(2);
        if (view->model() == &tables.regions()) view->selectRow(0);
    }
    ASSERT_EQ(pair.count(), 1);
    EXPECT_EQ(pair[0][0].toInt(), shown->pairs[2].query);
    EXPECT_EQ(pair[0][1].toInt(), shown->pairs[2].key);
    ASSERT_FALSE(shown->regions.empty());
    ASSERT_EQ(region.count(), 1);
    EXPECT_EQ(region[0][0].toInt(), shown->regions.front().begin) << "one letter a token";
}

TEST(AttentionTables, RegionsAreCopiedAsBed) {
    AttentionTables tables;
    const auto shown = picture();
    tables.setPicture(shown);
    const QStringList lines = tables.regions().bed().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), static_cast<qsizetype>(shown->regions.size()));
    const QStringList fields = lines.front().split(QLatin1Char('\t'));
    ASSERT_EQ(fields.size(), 5);
    EXPECT_EQ(fields[0], "seq_1") << "a name with a space would be two fields";
    EXPECT_EQ(fields[1].toInt(), shown->regions.front().begin);
    EXPECT_EQ(fields[2].toInt(), shown->regions.front().end);
    EXPECT_LE(fields[4].toInt(), 1000);
    for (auto* view : tables.findChildren<QTableView*>()) {
        for (QAction* action : view->actions()) {
            if (action->text() == QStringLiteral("Copy as BED")) action->trigger();
        }
    }
    EXPECT_EQ(QGuiApplication::clipboard()->text(), tables.regions().bed());
}

TEST(AttentionTables, OneWeightATokenHasNoQuery) {
    AttentionTables tables;
    const auto query = [&] {
        for (auto* view : tables.findChildren<QTableView*>()) {
            if (view->model() == &tables.pairs()) return !view->isColumnHidden(0);
        }
        return false;
    };
    tables.setPicture(picture("vector"));
    EXPECT_FALSE(query());
    EXPECT_EQ(tables.pairs().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), "token");
    tables.setPicture(picture());
    EXPECT_TRUE(query());
    tables.setPicture(nullptr);
    EXPECT_EQ(tables.pairs().rowCount(), 0);
    EXPECT_TRUE(tables.regions().bed().isEmpty());
}

}  // namespace
}  // namespace strand::test
