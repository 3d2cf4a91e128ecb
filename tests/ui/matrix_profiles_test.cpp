// The bars beside an attention matrix have the lengths of its weights.
#include "scripted_engine.hpp"
#include "ui/plots/attention_pictures.hpp"
#include "ui/plots/matrix_view.hpp"
#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace strand::test {
namespace {

constexpr double kTint = 0.62;

struct Grabbed {
    Grabbed() {
        const auto map =
            std::make_shared<const AttentionMap>(scriptedAttention("s1", 4, "ACGTACGTAACCGGTTACGT", {.layers = 1, .heads = 2}));
        view.resize(900, 760);
        view.setPicture(makePicture(map, {}, 0, 0));
    }
    void grab() { image = view.grab().toImage(); }
    [[nodiscard]] double x(std::int64_t column) const {
        return view.mapArea().left() + view.transform().xOf(static_cast<double>(column) + 0.5);
    }
    [[nodiscard]] double y(std::int64_t row) const { return view.mapArea().top() + view.transform().yOf(static_cast<double>(row) + 0.5); }
    /// Pixels of the bar of a column, above the map.
    [[nodiscard]] int above(std::int64_t column) const {
        int count = 0;
        for (int at = 0; at < static_cast<int>(view.mapArea().top()); ++at)
            count += is(static_cast<int>(x(column)), at, 0) ? 1 : 0;
        return count;
    }
    /// Pixels of the bar of a row, right of the map.
    [[nodiscard]] int beside(std::int64_t row) const {
        int count = 0;
        for (int at = static_cast<int>(view.mapArea().right()) + 1; at < image.width(); ++at)
            count += is(at, static_cast<int>(y(row)), 1) ? 1 : 0;
        return count;
    }
    [[nodiscard]] const AttentionMatrix& matrix() const { return view.picture()->matrix; }
    MatrixView view;
    QImage image;

private:
    [[nodiscard]] bool is(int column, int row, int series) const {
        return image.pixelColor(column, row) == mixed(theme().surface, theme().classColour(series), kTint);
    }
};

TEST(MatrixProfiles, WithoutACellTheyShowWhatEachKeyReceives) {
    Grabbed shown;
    shown.grab();
    const auto& mean = shown.view.picture()->mean;
    const auto highest = std::max_element(mean.begin(), mean.end()) - mean.begin();
    const int full = shown.above(highest);
    ASSERT_GT(full, 40);
    for (std::int64_t column = 0; column < shown.matrix().columns; ++column)
        EXPECT_NEAR(shown.above(column), full * mean[static_cast<std::size_t>(column)] / mean[static_cast<std::size_t>(highest)], 1.5)
            << column;
    EXPECT_EQ(shown.beside(3), 0) << "no key is asked";
}

TEST(MatrixProfiles, OfACellTheyAreItsRowAndItsColumn) {
    Grabbed shown;
    shown.view.choose({.row = 5, .column = 2});
    shown.grab();
    const AttentionMatrix& matrix = shown.matrix();
    float across = 0, down = 0;
    for (std::int64_t i = 0; i < matrix.columns; ++i) {
        across = std::max(across, matrix.at(5, i));
        down = std::max(down, matrix.at(i, 2));
    }
    int highest = 0, widest = 0;
    for (std::int64_t i = 0; i < matrix.columns; ++i) {
        highest = std::max(highest, shown.above(i));
        widest = std::max(widest, shown.beside(i));
    }
    ASSERT_GT(highest, 40);
    ASSERT_GT(widest, 40);
    for (std::int64_t i = 0; i < matrix.columns; ++i) {
        EXPECT_NEAR(shown.above(i), i == 2 ? 0 : 58 * matrix.at(5, i) / across, 1.5) << i << ", the chosen one has the accent";
        EXPECT_NEAR(shown.beside(i), i == 5 ? 0 : 58 * matrix.at(i, 2) / down, 1.5) << i;
    }
}

}  // namespace
}  // namespace strand::test
