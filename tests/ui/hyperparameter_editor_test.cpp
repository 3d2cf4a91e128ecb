#include "ui/widgets/hyperparameter_editor.hpp"

#include <gtest/gtest.h>

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
