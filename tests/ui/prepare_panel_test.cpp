#include "ui/widgets/prepare_panel.hpp"

#include "ui/widgets/identity_slider.hpp"
#include "ui/widgets/step_list.hpp"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace strand {
namespace {

QPushButton* button(const QWidget& within, const char* text) {
    for (auto* each : within.findChildren<QPushButton*>())
        if (each->text() == QLatin1String(text)) return each;
    return nullptr;
}

DatasetRecord record(SequenceKind kind = SequenceKind::Dna) {
    DatasetRecord dataset;
    dataset.kind = kind;
    return dataset;
}

struct Wanted {
    explicit Wanted(PreparePanel& panel) {
        QObject::connect(&panel, &PreparePanel::stepWanted, &panel, [this](const StepOptions& step) { last = step; });
    }
    std::optional<StepOptions> last;
};

TEST(PreparePanel, InANarrowWindowTheStepsStandBelowTheTools) {
    PreparePanel panel;
    panel.show(record(), {});
    auto* const steps = panel.findChild<StepList*>();
    panel.resize(1100, 700);
    panel.QWidget::show();
    QTest::qWait(10);
    EXPECT_LT(steps->mapTo(&panel, QPoint()).y(), 100);
    EXPECT_LE(panel.minimumSizeHint().width(), 770) << "the page of a window 960 wide";
    panel.resize(770, 900);
    QTest::qWait(10);
    EXPECT_GT(steps->mapTo(&panel, QPoint()).y(), 300);
    EXPECT_LE(steps->mapTo(&panel, QPoint(steps->width(), 0)).x(), 770);
}

TEST(PreparePanel, EachToolAsksForItsStep) {
    PreparePanel panel;
    DatasetRecord dataset = record();
    panel.show(dataset, {});
    EXPECT_FALSE(button(panel, "Leave out")->isEnabled()) << "no sequence occurs twice";
    dataset.statistics.duplicates = 3;
    panel.show(dataset, {});
    Wanted wanted(panel);
    button(panel, "Divide")->click();
    ASSERT_TRUE(wanted.last && std::holds_alternative<RatioStep>(*wanted.last));
    EXPECT_EQ(std::get<RatioStep>(*wanted.last).ratio, (std::array<double, 3>{0.8, 0.1, 0.1}));
    EXPECT_FALSE(std::get<RatioStep>(*wanted.last).identity.has_value());
    button(panel, "Number folds")->click();
    ASSERT_TRUE(std::holds_alternative<FoldStep>(*wanted.last));
    EXPECT_EQ(std::get<FoldStep>(*wanted.last).folds, 5);
    button(panel, "Leave out")->click();
    EXPECT_TRUE(std::holds_alternative<DuplicateStep>(*wanted.last));
    button(panel, "Find and leave out")->click();
    ASSERT_TRUE(std::holds_alternative<SimilarStep>(*wanted.last));
    EXPECT_DOUBLE_EQ(std::get<SimilarStep>(*wanted.last).identity, 0.9);
}

TEST(PreparePanel, PartsMustMakeTheWhole) {
    PreparePanel panel;
    panel.show(record(), {});
    QSpinBox* train = nullptr;
    for (auto* spin : panel.findChildren<QSpinBox*>())
        if (spin->value() == 80) train = spin;
    ASSERT_NE(train, nullptr);
    train->setValue(70);
    EXPECT_FALSE(button(panel, "Divide")->isEnabled());
    train->setValue(80);
    EXPECT_TRUE(button(panel, "Divide")->isEnabled());
}

TEST(PreparePanel, SimilarSequencesStayTogetherWhereAsked) {
    PreparePanel panel;
    panel.show(record(SequenceKind::Protein), {});
    for (auto* box : panel.findChildren<QCheckBox*>())
        if (box->text() == QLatin1String("Keep similar sequences together")) box->setChecked(true);
    for (auto* slider : panel.findChildren<IdentitySlider*>())
        slider->setIdentity(0.55);
    EXPECT_DOUBLE_EQ(panel.ratio().identity.value_or(0), 0.55);
    EXPECT_DOUBLE_EQ(panel.folds().identity.value_or(0), 0.55);
    panel.show(record(SequenceKind::Text), {});
    EXPECT_FALSE(panel.ratio().identity.has_value()) << "texts have no clusters";
    EXPECT_FALSE(button(panel, "Find and leave out")->isEnabled());
}

TEST(PreparePanel, NothingIsOfferedWhileAStepRuns) {
    PreparePanel panel;
    panel.show(record(), {});
    panel.setBusy(true);
    for (const char* text : {"Divide", "Number folds", "Leave out", "Find and leave out"})
        EXPECT_FALSE(button(panel, text)->isEnabled()) << text;
    panel.setBusy(false);
    EXPECT_TRUE(button(panel, "Divide")->isEnabled());
}

}  // namespace
}  // namespace strand
