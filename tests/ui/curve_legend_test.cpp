#include "ui/plots/curve_legend.hpp"

#include <gtest/gtest.h>

#include <QPainter>
#include <QSet>

namespace strand {
namespace {

struct Five {
    Five() : legend(&holder) {
        for (int i = 0; i < 5; ++i)
            legend.add({.series = i}).setText(QStringLiteral("curve %1").arg(i));
    }
    QWidget holder;
    CurveLegend legend;
};

TEST(CurveLegend, WrapsItsItemsOverLines) {
    Five f;
    const int one = f.legend.heightForWidth(2000);
    const int item = f.legend.item(0).sizeHint().width();
    EXPECT_GE(f.legend.heightForWidth(item + 5), 5 * one - 5) << "one below the other";
    f.legend.resize(item * 2 + 40, 200);
    f.legend.arrangeAgain();
    EXPECT_EQ(f.legend.item(0).y(), f.legend.item(1).y());
    EXPECT_GT(f.legend.item(2).y(), f.legend.item(1).y());
    EXPECT_EQ(f.legend.item(2).x(), 0);
    for (int i = 0; i < 5; ++i)
        EXPECT_LE(f.legend.item(i).geometry().right(), f.legend.width()) << i;
}

TEST(CurveLegend, AHiddenItemTakesNoRoom) {
    Five f;
    const int all = f.legend.sizeHint().width();
    f.legend.item(1).hide();
    EXPECT_LT(f.legend.sizeHint().width(), all);
    f.legend.resize(2000, 30);
    f.legend.arrangeAgain();
    EXPECT_LT(f.legend.item(2).x() - f.legend.item(0).geometry().right(), 30);
}

TEST(CurveLegend, ItemsAreSwitchedAndLookIt) {
    Five f;
    CurveLegendItem& item = f.legend.item(0);
    item.resize(item.sizeHint());
    const QImage on = item.grab().toImage();
    item.click();
    EXPECT_FALSE(item.isChecked());
    EXPECT_NE(item.grab().toImage(), on);
}

TEST(CurveLegend, LinesAndMarkersTellCurvesApartWithoutColour) {
    QSet<QByteArray> dashes;
    for (const Qt::PenStyle line : {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine}) {
        QByteArray text;
        for (const double part : curvePen({.series = 0, .line = line}, theme()).dashPattern())
            text += QByteArray::number(part) + ' ';
        dashes.insert(text);
    }
    EXPECT_EQ(dashes.size(), 5);
    using Marker = CurvePlot::Marker;
    std::vector<QImage> drawn;
    for (const Marker marker : {Marker::None, Marker::Circle, Marker::Square, Marker::Triangle, Marker::Diamond}) {
        QImage image(24, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawMarker(painter, {12, 12}, marker, 6, Qt::black, Qt::white);
        painter.end();
        for (const QImage& earlier : drawn)
            EXPECT_NE(image, earlier);
        drawn.push_back(image);
    }
}

}  // namespace
}  // namespace strand
