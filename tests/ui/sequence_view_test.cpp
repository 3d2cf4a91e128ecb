#include "ui/widgets/sequence_view.hpp"

#include "support/synthetic.hpp"
#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace strand::test {
namespace {

Sequence sequence(const std::string& residues) { return {.id = "s", .residues = residues}; }

TEST(SequenceView, WrapsToItsWidthInGroupsOfTen) {
    SequenceView view;
    view.resize(900, 300);
    view.show(sequence(randomResidues(1000, "ACGT", 1)), SequenceKind::Dna);
    view.grab();
    const int wide = view.perLine();
    EXPECT_EQ(wide % 10, 0);
    view.resize(300, 300);
    view.grab();  // a widget not shown yet is told of its size here
    EXPECT_LT(view.perLine(), wide);
    EXPECT_GE(view.perLine(), 10);
}

TEST(SequenceView, ALongSequenceScrollsToItsEnd) {
    SequenceView view;
    view.resize(700, 300);
    view.show(sequence(randomResidues(100'000, "ACGT", 1)), SequenceKind::Dna);
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    EXPECT_EQ(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    EXPECT_EQ(view.selectedFirst(), 99'999);
    const int lines = (100'000 + view.perLine() - 1) / view.perLine();
    EXPECT_EQ(view.verticalScrollBar()->maximum() + view.verticalScrollBar()->pageStep(), lines);
}

TEST(SequenceView, SelectsByKeyboardAndCopies) {
    SequenceView view;
    view.resize(700, 200);
    view.show(sequence("ACGTTGCAACGTACGTACGT"), SequenceKind::Dna);
    EXPECT_FALSE(view.hasSelection());
    view.copy();
    EXPECT_EQ(QApplication::clipboard()->text(), "ACGTTGCAACGTACGTACGT") << "nothing selected: all of it";
    QTest::keyClick(&view, Qt::Key_Right);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(view.selectedText(), "ACGT");
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), "ACGT");
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(view.selectedText().size(), 20);
}

TEST(SequenceView, APlaceOnTheScreenIsAResidue) {
    SequenceView view;
    view.resize(700, 200);
    view.show(sequence(std::string(500, 'A')), SequenceKind::Dna);
    view.grab();
    std::int64_t last = -1;
    for (int x = 0; x < 690; x += 3) {
        const std::int64_t place = view.residueAt({x, 30});
        EXPECT_GE(place, last) << x;
        last = place;
    }
    EXPECT_EQ(last, view.perLine() - 1);
    EXPECT_EQ(view.residueAt({0, 30}), 0);
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, {0, 30});
    EXPECT_EQ(view.selectedFirst(), 0);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {0, 30});
    EXPECT_EQ(view.selectedText().size(), 10) << "a group";
}

TEST(SequenceView, PaintsResiduesByTheirColoursAndMarksAMotif) {
    const auto colours = [](SequenceView& view) {
        QSet<QRgb> seen;
        const QImage image = view.grab().toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                seen.insert(image.pixel(x, y));
        return seen;
    };
    SequenceView view;
    view.resize(700, 120);
    view.show(sequence("ACGTACGTAC"), SequenceKind::Dna);
    const auto coloured = colours(view);
    for (const char letter : {'A', 'C', 'G', 'T'})
        EXPECT_TRUE(coloured.contains(theme().residue(QLatin1Char(letter), false).rgb())) << letter;
    EXPECT_FALSE(coloured.contains(theme().accent.rgb()));
    view.setMotif("gtac");
    EXPECT_TRUE(colours(view).contains(theme().accent.rgb())) << "in either case";
    view.setMotif({});
    view.show(sequence("ACGTACGTAC"), SequenceKind::Text);
    EXPECT_FALSE(colours(view).contains(theme().residue(QLatin1Char('A'), false).rgb())) << "a text has no residue colours";
}

TEST(SequenceView, NothingIsSafe) {
    SequenceView view;
    view.resize(400, 100);
    view.grab();
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, {10, 10});
    EXPECT_FALSE(view.hasSelection());
    EXPECT_TRUE(view.selectedText().isEmpty());
}

}  // namespace
}  // namespace strand::test
