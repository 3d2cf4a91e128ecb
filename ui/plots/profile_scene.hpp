// Paints a ProfileView, on screen and in a figure alike.
#pragma once

#include "ui/plots/profile_view.hpp"
#include "ui/plots/token_ruler.hpp"

namespace strand {

struct ProfileView::Scene {
    const MatrixPicture& picture;
    const Theme& theme;
    ResidueColours residues;
    std::int64_t column = -1;  ///< marked
    QFont small, letterFont;
    double first = 0, cell = 1;  ///< cell at the left edge, pixels a cell

    /// Room around the bars: left and right, above and below, in pixels.
    [[nodiscard]] QMarginsF margins() const;
    void paint(QPainter& painter, const QRectF& plot) const;

private:
    [[nodiscard]] TokenRuler ruler() const;
    [[nodiscard]] double top() const;  ///< of the axis: a round value
    [[nodiscard]] double step() const;
    void paintAxis(QPainter& painter, const QRectF& plot) const;
    void paintBars(QPainter& painter, const QRectF& plot) const;
    void paintShare(QPainter& painter, const QRectF& plot) const;
};

}  // namespace strand
