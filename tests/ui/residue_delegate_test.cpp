#include "ui/widgets/residue_delegate.hpp"

#include "ui/widgets/sequence_table_model.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QImage>
#include <QSet>
#include <QTableView>

namespace strand::test {
namespace {

TEST(ResidueDelegate, PaintsResiduesInTheirColours) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    model.setDataset(bench.session.dataset());
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

}  // namespace
}  // namespace strand::test
