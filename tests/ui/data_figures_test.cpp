#include "ui/widgets/data_figures.hpp"

#include "support/synthetic.hpp"
#include "ui/plots/bar_plot.hpp"
#include "ui/plots/logo_plot.hpp"

#include <gtest/gtest.h>

#include <QMenu>
#include <QSet>
#include <QTest>

namespace strand::test {
namespace {

struct Shown {
    explicit Shown(Dataset dataset, DataFigures& figures) {
        const auto project = ProjectFile::open(folder.file("p.strand"), ProjectFile::Access::Write, ProjectFile::Missing::Create).value();
        record = DatasetStore(project).add(dataset, summarise(dataset)).value();
        figures.show(record);
        figures.show(computeInsight(folder.file("p.strand"), record, {}, {}).value());
    }
    TempDir folder;
    DatasetRecord record;
};

QStringList exported(DataFigures& figures) {
    QMenu menu;
    figures.fillExportMenu(menu);
    QStringList names;
    for (const auto* action : menu.actions()) {
        names << action->text();
        EXPECT_GE(action->menu()->actions().size(), 6);
    }
    return names;
}

TEST(DataFigures, EveryFigureOfADnaSetCanBeExported) {
    DataFigures figures;
    figures.resize(1100, 800);
    const Shown shown(tinyDataset(), figures);
    EXPECT_EQ(exported(figures), (QStringList{"Length by class", "Classes and parts", "Composition", "Pairs of residues", "GC content",
                                              "Sequence logo of class 0", "Sequence logo of class 1"}));
    for (auto* plot : figures.findChildren<BarPlot*>())
        EXPECT_GT(plot->figureTable().count('\n'), 1) << plot->figureName().toStdString();
}

TEST(DataFigures, OnlyWhatThereIsIsShown) {
    Dataset text = datasetOf({"a message", "another one", "and more"}, {0, 1, 0});
    text.kind = SequenceKind::Text;
    DataFigures figures;
    figures.resize(1100, 800);
    const Shown shown(text, figures);
    EXPECT_EQ(exported(figures), (QStringList{"Length by class", "Classes and parts"}));
    const Shown proteins(
        [] {
            Dataset dataset = datasetOf({"MKVLA", "MKVWW"}, {});
            dataset.kind = SequenceKind::Protein;
            return dataset;
        }(),
        figures);
    EXPECT_EQ(exported(figures).size(), 4) << "length, composition, pairs and one logo; no classes, no GC";
}

TEST(DataFigures, CardsFlowIntoTheWidth) {
    DataFigures figures;
    const Shown shown(tinyDataset(), figures);
    figures.resize(1100, 900);
    figures.QWidget::show();
    const auto tops = [&figures] {
        QSet<int> rows;
        for (auto* plot : figures.findChildren<BarPlot*>())
            rows.insert(plot->mapTo(&figures, QPoint()).y());
        return rows.size();
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return tops() == 2; })) << tops() << " rows for three columns";
    figures.resize(400, 900);
    EXPECT_TRUE(QTest::qWaitFor([&] { return tops() == 5; })) << tops() << " rows for one column";
}

}  // namespace
}  // namespace strand::test
