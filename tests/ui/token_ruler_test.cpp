#include "ui/plots/token_ruler.hpp"

#include "scripted_engine.hpp"

#include <gtest/gtest.h>

#include <QImage>

#include <numeric>

namespace strand::test {
namespace {

using Side = TokenRuler::Side;

struct Ruled {
    explicit Ruled(int k = 1, bool cls = false)
        : map(scriptedAttention("s", 0, "ACGTACGTACGTACGTACGT", {.layers = 1, .heads = 1, .k = k, .cls = cls})), tokens(map.tokens.size()) {
        std::iota(tokens.begin(), tokens.end(), 0);
    }
    [[nodiscard]] TokenRuler ruler(bool letters = true) const {
        return {.map = map,
                .tokens = tokens,
                .theme = themeOf(ThemeName::Light),
                .residues = ResidueColours::Nucleotide,
                .small = fontOf(TextStyle::Caption),
                .letterFont = residueFont(TextStyle::Caption),
                .letters = letters};
    }
    [[nodiscard]] QImage painted(const TokenRuler& ruler, const TokenRuler::Axis& axis, std::int64_t flag = -1) const {
        QImage image(500, 120, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        if (flag >= 0)
            ruler.paintFlag(painter, axis, flag);
        else
            ruler.paint(painter, axis);
        return image;
    }
    AttentionMap map;
    std::vector<std::int32_t> tokens;
};

TokenRuler::Axis above() { return {.side = Side::Above, .edge = 100, .start = 20, .length = 400, .first = 0, .cell = 20}; }

/// Of the white image, where something was painted.
QRect inked(const QImage& image) {
    QRect out;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) != Qt::white) out |= QRect(x, y, 1, 1);
    }
    return out;
}

TEST(TokenRuler, BoxesGoOutwardsFromTheEdge) {
    TokenRuler::Axis axis = above();
    EXPECT_EQ(axis.box(30, 10, 2, 8), QRectF(30, 90, 10, 8));
    axis.side = Side::Below;
    EXPECT_EQ(axis.box(30, 10, 2, 8), QRectF(30, 102, 10, 8));
    axis.side = Side::Left;
    EXPECT_EQ(axis.box(30, 10, 2, 8), QRectF(90, 30, 8, 10));
    axis.first = 2.5;
    EXPECT_DOUBLE_EQ(axis.at(3), 30) << "half a cell after the first pixel";
}

TEST(TokenRuler, LettersStandOverTheirCellsInTheirColours) {
    const Ruled ruled;
    const TokenRuler ruler = ruled.ruler();
    const QImage image = ruled.painted(ruler, above());
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(image.pixelColor(22 + 20 * i, 97), ruler.theme.residue(QChar::fromLatin1("ACGT"[i]), false)) << i;
}

TEST(TokenRuler, ASpecialTokenHasNoColourOfAResidue) {
    const Ruled ruled(1, true);
    const TokenRuler ruler = ruled.ruler();
    const QImage image = ruled.painted(ruler, above());
    EXPECT_EQ(image.pixelColor(42, 97), ruler.theme.residue(QLatin1Char('A'), false)) << "the first residue is the second token";
    EXPECT_NE(image.pixelColor(22, 97), ruler.theme.residue(QLatin1Char('A'), false));
}

TEST(TokenRuler, LongTokensNeedMoreRoomAndPlacesAloneLess) {
    const Ruled one, six(6);
    EXPECT_GT(six.ruler().depth(), one.ruler().depth());
    EXPECT_LT(one.ruler(false).depth(), one.ruler().depth());
}

TEST(TokenRuler, TheFlagStandsOverItsCellAndStaysOnTheAxis) {
    const Ruled ruled;
    const TokenRuler ruler = ruled.ruler(false);
    EXPECT_NEAR(inked(ruled.painted(ruler, above(), 10)).center().x(), 20 + 20 * 10.5, 1.5);
    EXPECT_GE(inked(ruled.painted(ruler, above(), 0)).left(), 20) << "not beyond the beginning";
    TokenRuler::Axis moved = above();
    moved.first = 5;
    EXPECT_TRUE(inked(ruled.painted(ruler, moved, 2)).isNull()) << "its cell is not on the screen";
}

}  // namespace
}  // namespace strand::test
