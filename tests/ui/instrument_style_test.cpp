#include "ui/theme/instrument_style.hpp"

#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOption>
#include <QToolButton>

namespace strand {
namespace {

/// Pixels whose colour is that of a token.
int inked(QWidget& widget, const QColor& colour) {
    const QImage image = widget.grab().toImage();
    int out = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            out += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return out;
}

struct Instrument : testing::Test {
    void SetUp() override { ThemeManager::instance().use(ThemeName::Light); }
};

TEST_F(Instrument, ACheckMarkIsFilledWithTheAccent) {
    QCheckBox box("Check");
    box.resize(box.sizeHint());
    EXPECT_EQ(inked(box, theme().accent), 0);
    box.setChecked(true);
    EXPECT_GT(inked(box, theme().accent), 30);
    box.setEnabled(false);
    EXPECT_EQ(inked(box, theme().accent), 0) << "what cannot be used has no colour";
}

TEST_F(Instrument, ASliderIsColouredUpToItsHandle) {
    QSlider slider(Qt::Horizontal);
    slider.resize(220, slider.sizeHint().height());
    slider.setRange(0, 100);
    slider.setValue(10);
    const int little = inked(slider, theme().accent);
    slider.setValue(90);
    EXPECT_GT(inked(slider, theme().accent), little + 100);
}

TEST_F(Instrument, ThePartsOfABoxLieInsideAndBesideEachOther) {
    QComboBox combo;
    combo.addItem("Balanced");
    combo.resize(combo.sizeHint());
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.subControls = QStyle::SC_All;
    const QStyle& style = *combo.style();
    const QRect text = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, &combo);
    EXPECT_TRUE(combo.rect().contains(text));
    EXPECT_TRUE(combo.rect().contains(arrow));
    EXPECT_FALSE(text.intersects(arrow.adjusted(6, 0, 0, 0))) << "letters do not run into the arrow";
    EXPECT_GE(text.width(), combo.fontMetrics().horizontalAdvance("Balanced"));
}

TEST_F(Instrument, ControlsGrowWithTheText) {
    QComboBox combo;
    combo.addItem("Balanced");
    QSpinBox spin;
    const int low = combo.sizeHint().height(), spinLow = spin.sizeHint().height();
    ThemeManager::instance().setTextScale(2);
    QPushButton button("Import");
    QCheckBox box("Check");
    button.ensurePolished();
    QToolButton tool;
    EXPECT_GE(button.iconSize().height(), 30);
    EXPECT_GE(tool.iconSize().height(), 30);
    EXPECT_GE(box.style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &box), 30);
    QComboBox larger;
    larger.addItem("Balanced");
    QSpinBox largerSpin;
    EXPECT_GT(larger.sizeHint().height(), low);
    EXPECT_GT(largerSpin.sizeHint().height(), spinLow);
    ThemeManager::instance().setTextScale(1);
}

}  // namespace
}  // namespace strand
