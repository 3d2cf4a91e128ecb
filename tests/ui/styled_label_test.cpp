// ui/widgets/styled_label.cpp and ui/widgets/note_label.cpp
#include "ui/widgets/styled_label.hpp"

#include "ui/widgets/note_label.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(StyledLabel, FollowsTheTextSizeInItsStyle) {
    StyledLabel label(TextStyle::Caption);
    const double caption = label.font().pointSizeF();
    label.setTextStyle(TextStyle::Title);
    EXPECT_GT(label.font().pointSizeF(), caption * 1.5);
    ThemeManager::instance().setTextScale(2);
    EXPECT_DOUBLE_EQ(label.font().pointSizeF(), fontOf(TextStyle::Title).pointSizeF());
    ThemeManager::instance().setTextScale(1);
    EXPECT_DOUBLE_EQ(label.font().pointSizeF(), fontOf(TextStyle::Title).pointSizeF());
}

TEST(StyledLabel, AToneIsAColourOfTheTheme) {
    ThemeManager::instance().use(ThemeName::Light);
    StyledLabel label(TextStyle::Body, "warning");
    label.setText("Take care");
    label.ensurePolished();
    EXPECT_EQ(label.palette().color(QPalette::WindowText), theme().warning);
    label.setTone("bad");
    EXPECT_EQ(label.palette().color(QPalette::WindowText), theme().bad);
}

TEST(NoteLabel, TakesItsLinesWhateverTheText) {
    NoteLabel label(TextStyle::Body, "", 2);
    const int empty = label.sizeHint().height();
    EXPECT_GE(empty, 2 * label.fontMetrics().lineSpacing());
    label.setText(QStringLiteral("many words ").repeated(60));
    EXPECT_EQ(label.sizeHint().height(), empty);
    EXPECT_EQ(label.minimumSizeHint().height(), empty);
    EXPECT_FALSE(label.hasHeightForWidth());
}

TEST(NoteLabel, LinesOfHigherLettersAreNotCut) {
    NoteLabel label(TextStyle::Caption, "", 2);
    label.setText(QString::fromUtf8("注意力显示模型看向哪里，而不是它为何如此判断"));
    const QFontMetrics metrics(label.font());
    const QString two = label.text() + QLatin1Char('\n') + label.text();
    EXPECT_GE(label.sizeHint().height(), metrics.boundingRect(QRect(0, 0, 5000, 5000), 0, two).height());
}

}  // namespace
}  // namespace strand
