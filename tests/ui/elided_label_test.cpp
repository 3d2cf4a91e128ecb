#include "ui/widgets/elided_label.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

TEST(ElidedLabel, TellsTheWholeTextWhereItIsCut) {
    ElidedLabel label(TextStyle::Title);
    label.setText(QStringLiteral("TransformerEncoder of the second kind"));
    label.resize(120, 40);
    label.grab();
    EXPECT_EQ(label.toolTip(), label.text());
    label.resize(label.sizeHint().width() + 2, 40);
    label.grab();
    EXPECT_TRUE(label.toolTip().isEmpty()) << "nothing is cut any more";
}

TEST(ElidedLabel, ALongTextDoesNotWidenItsPage) {
    ElidedLabel label(TextStyle::Body);
    label.setText(QStringLiteral("a"));
    const int least = label.minimumSizeHint().width();
    label.setText(QString(4000, QLatin1Char('m')));
    EXPECT_EQ(label.minimumSizeHint().width(), least);
    EXPECT_GT(label.sizeHint().width(), 100 * least);
}

TEST(ElidedLabel, PaintsNothingBeyondItsWidth) {
    ElidedLabel label(TextStyle::Body);
    label.setText(QString(200, QLatin1Char('W')));
    label.resize(100, 30);
    const QImage image = label.grab().toImage();
    const QColor ground = image.pixelColor(0, 0);
    int last = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) != ground) last = std::max(last, x);
    }
    EXPECT_GT(last, 40);
    EXPECT_LT(last, 99) << "the dots end inside";
}

}  // namespace
}  // namespace strand::test
