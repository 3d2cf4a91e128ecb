#include "ui/widgets/residue_delegate.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QHeaderView>
#include <QImage>
#include <QSet>
#include <QStringListModel>
#include <QTableView>

#include <cstdio>

namespace strand::test {
namespace {

TEST(ResidueDelegate, PaintsResiduesInTheirColours) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    model.setDataset(bench.session.dataset());
    ASSERT_TRUE(eventually([&] { return model.sequence(0) != nullptr; }));
    QTableView view;
    view.setModel(&model);
    auto* delegate = new ResidueDelegate(&view);
    view.setItemDelegateForColumn(SequenceTableModel::ResiduesColumn, delegate);
    view.setColumnWidth(SequenceTableModel::ResiduesColumn, 400);
    view.resize(900, 200);
    const auto colours = [&view] {
        const QImage image = view.grab().toImage();
        QSet<QRgb> seen;
        for (int y = 0; y < image.height(); y += 2)
            for (int x = 0; x < image.width(); x += 2)
                seen.insert(image.pixel(x, y));
        return seen.size();
    };
    const auto coloured = colours();
    delegate->setText(true);
    EXPECT_GT(coloured, colours()) << "plain text has no residue colours";
}

/// As much as a large window shows: how long a frame takes is printed, for comparing.
TEST(ResidueDelegate, AScreenOfResidues) {
    constexpr int kRows = 40, kColumns = 160, kFrames = 20;
    QStringList rows;
    for (int row = 0; row < kRows; ++row) {
        QString residues;
        for (int i = 0; i < kColumns; ++i)
            residues += QLatin1Char("ACGT"[(row * 7 + i * i) % 4]);
        rows << residues;
    }
    QStringListModel model(rows);
    QTableView view;
    view.setModel(&model);
    auto* delegate = new ResidueDelegate(&view);
    view.setItemDelegate(delegate);
    view.horizontalHeader()->setStretchLastSection(true);
    view.resize(1400, 1000);
    view.grab();
    QElapsedTimer timer;
    timer.start();
    for (int frame = 0; frame < kFrames; ++frame)
        view.grab();
    RecordProperty("ms", static_cast<int>(timer.elapsed() / kFrames));
    std::printf("a frame of %d x %d residues: %.1f ms\n", kRows, kColumns, static_cast<double>(timer.elapsed()) / kFrames);

    // The last letters of a row lie where the letters say, not where rounding has drifted to.
    const QImage image = view.grab().toImage();
    const QRect cell = view.visualRect(model.index(0, 0));
    const QFontMetricsF metrics(residueFont(TextStyle::Body));
    const double advance = metrics.horizontalAdvance(rows[0]) / kColumns;
    const auto colourAt = [&](int letter) {
        const double ratio = image.devicePixelRatio();
        const double x = view.viewport()->x() + cell.left() + kSpace + ((letter + 0.5) * advance);
        const double y = view.viewport()->y() + cell.center().y() - (metrics.height() / 2) + 1;
        return image.pixel(static_cast<int>(x * ratio), static_cast<int>(y * ratio));
    };
    ASSERT_GT(cell.width(), advance * 140);
    for (const int letter : {0, 1, 2, 137, 138, 139}) {
        for (const int other : {0, 1, 2, 137, 138, 139})
            EXPECT_EQ(colourAt(letter) == colourAt(other), rows[0][letter] == rows[0][other]) << letter << " and " << other;
    }
}

}  // namespace
}  // namespace strand::test
