#include "ui/widgets/hyperparameter_editor.hpp"

#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QSlider>
#include <QTest>

namespace strand::test {
namespace {

HyperparameterSpec count(double min, double max, std::int64_t preset) {
    return {"count", HyperparameterType::Integer, preset, min, max, {}, "", "A count", false, false};
}

TEST(HyperparameterEditor, TheSliderOfAnOpenCountMovesAroundItsPreset) {
    HyperparameterEditor editor(count(1, 100'000, 12), "12");
    auto* slider = editor.findChild<QSlider*>();
    EXPECT_NEAR(slider->value(), 500, 50) << "there is room on both sides";
    slider->setValue(slider->maximum());
    EXPECT_EQ(editor.text(), "120");
    slider->setValue(slider->minimum());
    EXPECT_EQ(editor.text(), "1");
    editor.setText("100000");
    EXPECT_EQ(slider->value(), slider->maximum()) << "the field takes what the slider does not reach";
    EXPECT_EQ(editor.text(), "100000");
}

TEST(HyperparameterEditor, TheSliderOfACountThatIsOffStaysNearZero) {
    HyperparameterEditor editor(count(-1, 1'000'000'000, -1), "-1");
    auto* slider = editor.findChild<QSlider*>();
    EXPECT_EQ(slider->value(), slider->minimum());
    slider->setValue(slider->maximum());
    EXPECT_EQ(editor.text(), "99");
}

TEST(HyperparameterEditor, AChoiceHasRoomForItsWordsAtAnyTextSize) {
    const HyperparameterSpec spec{
        "schedule", HyperparameterType::Choice, std::string("warmup_cosine"), 0, 0, {"constant", "warmup_cosine"}, "", "", false, false};
    for (const double scale : {1.0, 2.0}) {
        ThemeManager::instance().setTextScale(scale);
        HyperparameterEditor editor(spec, "warmup_cosine");
        editor.resize(600, 60);
        editor.show();
        const auto* const combo = editor.findChild<QComboBox*>();
        EXPECT_GE(combo->width(), combo->fontMetrics().horizontalAdvance("warmup_cosine") + 20) << scale;
    }
    ThemeManager::instance().setTextScale(1);
}

TEST(HyperparameterEditor, TheSliderOfASmallRangeReachesAllOfIt) {
    HyperparameterEditor editor(count(1, 96, 2), "2");
    auto* slider = editor.findChild<QSlider*>();
    slider->setValue(slider->maximum());
    EXPECT_EQ(editor.text(), "96");
    slider->setValue(slider->minimum());
    EXPECT_EQ(editor.text(), "1");
}

}  // namespace
}  // namespace strand::test
