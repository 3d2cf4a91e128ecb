#include "ui/widgets/attention_form.hpp"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>

namespace strand {
namespace {

QCheckBox* box(const AttentionForm& form, const QString& text) {
    for (auto* each : form.findChildren<QCheckBox*>()) {
        if (each->text() == text) return each;
    }
    return nullptr;
}

TEST(AttentionForm, ShowsOptionsWithoutTellingAndTellsWhatIsChosen) {
    AttentionForm form;
    QSignalSpy changed(&form, &AttentionForm::changed);
    const AttentionOptions given{.view = HeadView::Mean,
                                 .colours = ColourMap::Cividis,
                                 .scale = ScaleKind::Log,
                                 .shared = true,
                                 .hideDiagonal = false,
                                 .hideSpecial = true,
                                 .renormalise = false};
    form.setOptions(given);
    EXPECT_EQ(changed.count(), 0);
    EXPECT_EQ(form.options(), given);
    box(form, "Hide the diagonal")->click();
    EXPECT_EQ(changed.count(), 1);
    AttentionOptions expected = given;
    expected.hideDiagonal = true;
    EXPECT_EQ(form.options(), expected) << "what was shown is what is read back";
    box(form, "Hide special tokens")->click();
    expected.hideSpecial = false;
    EXPECT_EQ(form.options(), expected);
}

TEST(AttentionForm, OneWeightATokenHasNoMapsToChooseFrom) {
    AttentionForm form;
    form.setShown(AttentionForm::Shown::Weights);
    for (const auto* list : form.findChildren<QComboBox*>())
        EXPECT_FALSE(list->isVisibleTo(&form));
    EXPECT_FALSE(box(form, "Hide the diagonal")->isVisibleTo(&form));
    EXPECT_TRUE(box(form, "Hide special tokens")->isVisibleTo(&form));
    form.setShown(AttentionForm::Shown::Maps);
    for (const auto* list : form.findChildren<QComboBox*>())
        EXPECT_TRUE(list->isVisibleTo(&form));
}

}  // namespace
}  // namespace strand
