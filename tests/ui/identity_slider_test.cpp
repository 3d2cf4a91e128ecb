#include "ui/widgets/identity_slider.hpp"

#include <gtest/gtest.h>

#include <QSlider>

namespace strand {
namespace {

TEST(IdentitySlider, NucleotidesAreNotComparedBelowWhatTheyCanTell) {
    IdentitySlider slider;
    slider.setKind(SequenceKind::Protein);
    slider.setIdentity(0.4);
    EXPECT_DOUBLE_EQ(slider.identity(), 0.4);
    slider.setKind(SequenceKind::Dna);
    EXPECT_DOUBLE_EQ(slider.identity(), 0.7);
    EXPECT_FALSE(slider.findChild<QSlider*>()->accessibleName().isEmpty());
}

}  // namespace
}  // namespace strand
