#include "ui/widgets/sample_card.hpp"

#include "ui/session/samples.hpp"
#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace strand {
namespace {

TEST(SampleCard, IsAsHighAsItsTextNeeds) {
    SampleCard card("promoters");
    card.setTexts("Promoters", "A few words.");
    const int one = card.heightForWidth(260);
    card.setTexts("Promoters", QStringLiteral("Many words that need more than one line. ").repeated(4));
    EXPECT_GT(card.heightForWidth(260), one + 20);
    EXPECT_GT(card.heightForWidth(200), card.heightForWidth(400));
    EXPECT_EQ(card.accessibleName(), "Promoters");
}

TEST(SampleCard, IsOpenedByMouseAndByKey) {
    SampleCard card("promoters");
    card.setTexts("Promoters", "A few words.");
    card.resize(card.sizeHint());
    card.show();
    QSignalSpy clicked(&card, &SampleCard::clicked);
    QTest::mouseClick(&card, Qt::LeftButton);
    QTest::keyClick(&card, Qt::Key_Space);
    EXPECT_EQ(clicked.count(), 2);
}

/// ui/widgets/sample_picture.cpp
TEST(SamplePicture, EverySampleHasOneOfItsOwnInBothThemes) {
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark}) {
        ThemeManager::instance().use(name);
        std::vector<QImage> pictures;
        for (const SampleEntry& sample : sampleTable()) {
            QImage image(260, 120, QImage::Format_RGB32);
            image.fill(theme().surface);
            const QImage blank = image;
            QPainter painter(&image);
            paintSamplePicture(painter, QRectF(10, 10, 240, 100), QString::fromLatin1(sample.name));
            painter.end();
            EXPECT_NE(image, blank) << sample.name;
            for (const QImage& other : pictures)
                EXPECT_NE(image, other) << sample.name;
            for (int x = 0; x < image.width(); ++x)
                EXPECT_EQ(image.pixelColor(x, 1), theme().surface) << "inside its area";
            pictures.push_back(image);
        }
    }
    ThemeManager::instance().use(ThemeName::Light);
}

}  // namespace
}  // namespace strand
