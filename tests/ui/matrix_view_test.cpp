#include "ui/plots/matrix_view.hpp"

#include "scripted_engine.hpp"
#include "ui/plots/attention_pictures.hpp"

#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace strand::test {
namespace {

struct Shown {
    explicit Shown(const ScriptedMap& options = {.layers = 1, .heads = 2}, const std::string& residues = "ACGTACGTAACCGGTTACGT")
        : map(std::make_shared<const AttentionMap>(scriptedAttention("s1", 4, residues, options))) {
        view.resize(800, 700);
        view.setResidues(ResidueColours::Nucleotide);
        view.setPicture(makePicture(map, {}, 0, 0));
        view.show();
    }
    [[nodiscard]] QPoint pixelOf(std::int64_t row, std::int64_t column) const {
        return (view.mapArea().topLeft() +
                QPointF(view.transform().xOf(static_cast<double>(column) + 0.5), view.transform().yOf(static_cast<double>(row) + 0.5)))
            .toPoint();
    }
    std::shared_ptr<const AttentionMap> map;
    MatrixView view;
};

TEST(MatrixView, ReadsOutTheCellUnderTheCursor) {
    Shown shown;
    QTest::mouseMove(&shown.view, shown.pixelOf(12, 3));
    const float weight = shown.map->head(0, 0)[12 * 21 + 3];
    EXPECT_EQ(shown.view.readOut(),
              QStringLiteral("query (asks) 12 'C' → key (is asked) 3 'G': %1").arg(weightText(static_cast<double>(weight))));
    EXPECT_EQ(shown.view.accessibleDescription(), shown.view.readOut());
    QTest::mouseMove(&shown.view, shown.pixelOf(0, 1));
    EXPECT_TRUE(shown.view.readOut().startsWith(QStringLiteral("query (asks) [CLS] → key (is asked) 1 'A'")));
}

TEST(MatrixView, AClickKeepsTheCellAndTellsItsTokens) {
    Shown shown;
    QSignalSpy chosen(&shown.view, &MatrixView::cellChosen);
    QTest::mouseMove(&shown.view, shown.pixelOf(5, 7));
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.pixelOf(5, 7));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 5);
    EXPECT_EQ(chosen[0][1].toInt(), 7);
    QTest::mouseMove(&shown.view, QPoint(2, 2));
    EXPECT_EQ(shown.view.cell(), (MatrixView::Cell{5, 7}));
}

TEST(MatrixView, TheChosenCellStaysWithItsTokens) {
    Shown shown;
    shown.view.choose({5, 7});
    shown.view.setPicture(makePicture(shown.map, {.hideSpecial = true}, 0, 1));
    EXPECT_EQ(shown.view.chosen(), (MatrixView::Cell{4, 6}));  // [CLS] has left both axes
    shown.view.setPicture(makePicture(shown.map, {}, 0, 1));
    EXPECT_EQ(shown.view.chosen(), (MatrixView::Cell{5, 7}));
    shown.view.choose({0, 0});
    shown.view.setPicture(makePicture(shown.map, {.hideSpecial = true}, 0, 1));
    EXPECT_FALSE(shown.view.chosen().valid());
}

TEST(MatrixView, TheKeyboardDoesWhatTheMouseDoes) {
    Shown shown;
    shown.view.choose({5, 7});
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    EXPECT_EQ(shown.view.chosen(), (MatrixView::Cell{6, 8}));
    QTest::keyClick(&shown.view, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(shown.view.chosen(), (MatrixView::Cell{6, 0}));
    const double before = shown.view.transform().cellWidth();
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    EXPECT_GT(shown.view.transform().cellWidth(), before);
    QTest::keyClick(&shown.view, Qt::Key_Home);
    EXPECT_TRUE(shown.view.transform().isFitted());
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    EXPECT_FALSE(shown.view.chosen().valid());
}

TEST(MatrixView, TheWheelZoomsAroundTheCursor) {
    Shown shown({.layers = 1, .heads = 1}, std::string(200, 'A'));
    const QPoint at = shown.pixelOf(50, 150);
    QTest::mouseMove(&shown.view, at);
    const MatrixView::Cell before = shown.view.cell();
    for (int i = 0; i < 4; ++i) {
        QWheelEvent wheel(at, shown.view.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&shown.view, &wheel);
    }
    EXPECT_EQ(shown.view.cell(), before);
    EXPECT_FALSE(shown.view.transform().isFitted());
}

TEST(MatrixView, ThePixelsAreTheColoursOfTheirCells) {
    Shown shown;
    const QImage image = shown.view.grab().toImage();
    const ColourTable colours = colourTable(ColourMap::Viridis, 0);
    const MatrixPicture& picture = *shown.view.picture();
    for (const auto& [row, column] : {std::pair(1, 1), std::pair(4, 17), std::pair(20, 20)}) {
        EXPECT_EQ(image.pixel(shown.pixelOf(row, column)) & 0xFFFFFF,
                  colours[picture.scale.level(picture.matrix.at(row, column))] & 0xFFFFFF)
            << row << column;
    }
}

TEST(MatrixView, HiddenCellsSaySo) {
    Shown shown;
    shown.view.setPicture(makePicture(shown.map, {.hideDiagonal = true}, 0, 0));
    shown.view.choose({3, 3});
    EXPECT_TRUE(shown.view.readOut().endsWith(QStringLiteral("hidden")));
}

// A measurement, not a limit: a whole frame, rulers and profiles included, while a map of 4,096 tokens is moved and zoomed.
TEST(MatrixView, TimeOfAFrameOfAnEntireMap) {
    Shown shown({.layers = 1, .heads = 1, .cls = false}, std::string(4096, 'A'));
    shown.view.resize(1200, 900);
    shown.view.choose({2000, 2000});
    QImage screen(shown.view.size(), QImage::Format_RGB32);
    for (const double zoom : {1.0, 4.0, 200.0}) {
        shown.view.fit();
        shown.view.zoom(zoom, shown.view.mapArea().center());
        QElapsedTimer clock;
        clock.start();
        constexpr int kFrames = 20;
        for (int i = 0; i < kFrames; ++i) {
            shown.view.zoom(i % 2 == 0 ? 1.01 : 1 / 1.01, shown.view.mapArea().center());
            shown.view.render(&screen);
        }
        std::printf("frame of a map of 4,096 tokens at %.2f pixels a cell: %.2f ms\n", shown.view.transform().cellWidth(),
                    static_cast<double>(clock.nsecsElapsed()) / 1e6 / kFrames);
    }
}

TEST(AttentionOptions, AreKeptAsText) {
    const AttentionOptions options{HeadView::Max, ColourMap::Cividis, ScaleKind::Percentile, true, false, true, true};
    EXPECT_EQ(attentionOptions(toText(options)), options);
    EXPECT_EQ(attentionOptions(QStringLiteral("nonsense")), AttentionOptions());
    EXPECT_EQ(attentionOptions(QStringLiteral("9 9 9 9 9 9 9")).view, HeadView::Rollout);
}

TEST(Thumbnails, OneAHeadOrOneALayer) {
    const AttentionMap map = scriptedAttention("s", 0, "ACGTACGT", {.layers = 3, .heads = 4});
    const auto heads = makeThumbnails(map, {});
    ASSERT_EQ(heads.size(), 12U);
    EXPECT_EQ(heads[5].title, QStringLiteral("Layer 2 · Head 2"));
    EXPECT_EQ(*std::max_element(heads[5].levels.begin(), heads[5].levels.end()), 255);
    EXPECT_EQ(makeThumbnails(map, {.view = HeadView::Mean}).size(), 3U);
    // With one scale for all, only the head with the highest weight reaches the top.
    const auto shared = makeThumbnails(map, {.shared = true});
    const auto top = std::max_element(shared.begin(), shared.end(), [](const auto& a, const auto& b) { return a.top < b.top; });
    int bright = 0;
    for (const auto& thumbnail : shared)
        bright += *std::max_element(thumbnail.levels.begin(), thumbnail.levels.end()) == 255 ? 1 : 0;
    EXPECT_GE(bright, 1);
    EXPECT_LT(bright, 12);
    EXPECT_EQ(*std::max_element(top->levels.begin(), top->levels.end()), 255);
}

}  // namespace
}  // namespace strand::test
