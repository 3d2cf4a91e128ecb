#include "ui/widgets/hyperparameter_form.hpp"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

namespace strand {
namespace {

ModelEntry entry() {
    ModelEntry out;
    out.name = "Probe";
    out.title = "A probe";
    HyperparameterSpec lr{"lr", HyperparameterType::Real, 1e-3, 1e-6, 1.0, {}, "", "Learning rate", false, true};
    HyperparameterSpec layers{"n_layers", HyperparameterType::Integer, std::int64_t{2}, 1, 12, {}, "", "Layers", false, false};
    HyperparameterSpec bias{"bias", HyperparameterType::Boolean, true, 0, 0, {}, "", "Bias", true, false};
    HyperparameterSpec norm{"norm", HyperparameterType::Choice, std::string("pre"), 0, 0, {"pre", "post"}, "", "Norm", false, false};
    out.hyperparameters = {lr, layers, bias, norm};
    out.presets = {{"quick", {{"n_layers", "1"}}}, {"balanced", {}}, {"thorough", {{"n_layers", "6"}, {"lr", "0.0005"}}}};
    return out;
}

QLineEdit* line(HyperparameterForm& form, const char* name) { return form.editor(name)->findChild<QLineEdit*>(); }

TEST(HyperparameterForm, WaitsForTheCatalogueWithItsRecommendedPreset) {
    HyperparameterForm form;
    const auto* preset = form.findChild<QComboBox*>();
    EXPECT_FALSE(preset->currentText().isEmpty());
    EXPECT_EQ(form.preset(), "balanced");
    EXPECT_FALSE(preset->isEnabled());
    const auto waiting = [&form] {
        return std::any_of(form.children().begin(), form.children().end(), [&form](const QObject* child) {
            const auto* label = qobject_cast<const QLabel*>(child);
            return label != nullptr && label->isVisibleTo(&form) && label->text().contains("engine");
        });
    };
    EXPECT_TRUE(waiting());
    const ModelEntry probe = entry();
    form.show(probe, "quick", {});
    EXPECT_TRUE(preset->isEnabled());
    EXPECT_FALSE(waiting());
}

TEST(HyperparameterForm, GrowsOneEditorForEachEntryOfTheTable) {
    const ModelEntry probe = entry();
    HyperparameterForm form;
    form.show(probe, "balanced", {});
    for (const auto& spec : probe.hyperparameters)
        ASSERT_NE(form.editor(spec.name), nullptr) << spec.name;
    EXPECT_EQ(form.editor("lr")->text(), formatValue(1e-3));
    EXPECT_NE(form.editor("bias")->findChild<QCheckBox*>(), nullptr);
    EXPECT_EQ(form.editor("norm")->findChild<QComboBox*>()->count(), 2);
    EXPECT_TRUE(form.values().empty());
}

TEST(HyperparameterForm, OnlyWhatDiffersFromThePresetIsGiven) {
    const ModelEntry probe = entry();
    HyperparameterForm form;
    form.show(probe, "quick", {{"lr", "0.01"}});
    EXPECT_EQ(form.editor("n_layers")->text(), "1");
    EXPECT_EQ(form.values(), (TextValues{{"lr", "0.01"}}));
    form.show(probe, "thorough", {{"n_layers", "6"}});
    EXPECT_TRUE(form.values().empty()) << "6 is the preset's own value";
    EXPECT_EQ(form.editor("lr")->text(), "0.0005");
}

TEST(HyperparameterForm, WhatDoesNothingForTheKindIsHiddenAndNotGiven) {
    ModelEntry probe = entry();
    probe.hyperparameters.push_back({"min_count", HyperparameterType::Integer, std::int64_t{2}, 1, 9, {}, "", "Rare words", false, false});
    HyperparameterForm form;
    form.show(probe, "balanced", {{"min_count", "3"}}, SequenceKind::Text);
    EXPECT_FALSE(form.editor("min_count")->isHidden());
    EXPECT_EQ(form.values(), (TextValues{{"min_count", "3"}}));
    form.show(probe, "balanced", {{"min_count", "3"}}, SequenceKind::Protein);
    EXPECT_TRUE(form.editor("min_count")->isHidden());
    EXPECT_FALSE(form.editor("lr")->isHidden());
    EXPECT_TRUE(form.values().empty());
}

TEST(HyperparameterForm, AValueOutOfRangeIsMarkedWithItsReason) {
    const ModelEntry probe = entry();
    HyperparameterForm form;
    form.show(probe, "balanced", {});
    QSignalSpy edited(&form, &HyperparameterForm::edited);
    auto* editor = line(form, "n_layers");
    editor->clear();
    QTest::keyClicks(editor, "99");
    EXPECT_GT(edited.count(), 0);
    EXPECT_FALSE(form.isValid());
    EXPECT_TRUE(editor->property("invalid").toBool());
    editor->clear();
    QTest::keyClicks(editor, "3");
    EXPECT_TRUE(form.isValid());
    EXPECT_EQ(form.values(), (TextValues{{"n_layers", "3"}}));
}

TEST(HyperparameterForm, TheSliderOfARateMovesInDecades) {
    const ModelEntry probe = entry();
    HyperparameterForm form;
    form.show(probe, "balanced", {});
    auto* slider = form.editor("lr")->findChild<QSlider*>();
    EXPECT_NEAR(slider->value(), 500, 1) << "1e-3 lies half way between 1e-6 and 1";
    slider->setValue(slider->maximum());
    EXPECT_EQ(form.editor("lr")->text(), "1");
    slider->setValue(0);
    EXPECT_EQ(std::stod(form.editor("lr")->text()), 1e-6);
}

TEST(HyperparameterForm, AnotherPresetMovesWhatWasNotTouched) {
    const ModelEntry probe = entry();
    HyperparameterForm form;
    form.show(probe, "balanced", {{"lr", "0.02"}});
    form.findChildren<QComboBox*>().front()->setCurrentIndex(2);
    EXPECT_EQ(form.preset(), "thorough");
    EXPECT_EQ(form.editor("n_layers")->text(), "6");
    EXPECT_EQ(form.editor("lr")->text(), "0.02");
}

TEST(HyperparameterForm, AFileIsTypedOrChosen) {
    ModelEntry probe = entry();
    probe.hyperparameters.push_back({"embeddings", HyperparameterType::File, std::string(), 0, 0, {}, "", "Word vectors", false, false});
    HyperparameterForm form;
    form.show(probe, "balanced", {});
    QTest::keyClicks(line(form, "embeddings"), "a.txt");
    EXPECT_EQ(form.values(), (TextValues{{"embeddings", "a.txt"}}));
    QToolButton* browse = nullptr;
    for (auto* button : form.editor("embeddings")->findChildren<QToolButton*>())
        if (button->toolTip() == "Choose a file") browse = button;
    ASSERT_NE(browse, nullptr);
    browse->click();
    auto* dialog = form.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    emit dialog->fileSelected("/vectors/b.txt");
    dialog->close();
    EXPECT_EQ(form.values(), (TextValues{{"embeddings", "/vectors/b.txt"}}));
    EXPECT_EQ(line(form, "embeddings")->text(), "/vectors/b.txt");
}

}  // namespace
}  // namespace strand
