#include "ui/widgets/architecture_view.hpp"

#include "scripted_engine.hpp"

#include <gtest/gtest.h>

#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace strand::test {
namespace {

struct Shown {
    Shown() { view.show(engine.models().front(), {{"n_layers", "2"}}); }
    ScriptedEngine engine;
    ArchitectureView view;
};

TEST(ArchitectureView, IsAsHighAsItsPictureInItsWidth) {
    Shown s;
    s.view.resize(600, 300);
    s.view.QWidget::show();
    const int wide = s.view.minimumSizeHint().height();
    s.view.resize(130, 300);
    QCoreApplication::sendPostedEvents();
    EXPECT_GT(s.view.minimumSizeHint().height(), wide) << "words wrap";
    EXPECT_GT(wide, 100);
}

TEST(ArchitectureView, TellsItsStagesToThoseWhoDoNotSeeThem) {
    Shown s;
    QStringList said;
    for (const auto* part : s.view.findChildren<QWidget*>())
        said << part->accessibleDescription();
    EXPECT_TRUE(said.contains("Tokens → Self-attention → Classes"));
    const QStringList lines = s.view.figureTable().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 4);
    EXPECT_EQ(lines[2], "Self-attention\tn_layers 2\t\tn_layers × 2");
}

TEST(ArchitectureView, FollowsTheSettingsInItsFigure) {
    Shown s;
    const auto figure = [&s] {
        QImage image(s.view.figureSize().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        s.view.paintFigure(painter, image.rect(), themeOf(ThemeName::Light));
        return image;
    };
    const QImage before = figure();
    EXPECT_EQ(s.view.figureName(), "architecture-TransformerEncoder");
    s.view.show(s.engine.models().front(), {{"n_layers", "5"}});
    EXPECT_NE(figure(), before);
}

TEST(ArchitectureView, ItsMenuExportsIt) {
    Shown s;
    s.view.retranslate();
    const auto* const more = s.view.findChild<QToolButton*>();
    EXPECT_GE(more->menu()->actions().size(), 5);
    EXPECT_FALSE(more->accessibleName().isEmpty());
}

}  // namespace
}  // namespace strand::test
