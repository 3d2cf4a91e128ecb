// Paints a MatrixView, on screen and in a figure alike: everything but the pixels of the map itself.
#pragma once

#include "ui/plots/matrix_view.hpp"

#include <QPainter>

namespace strand {

/// Room around the map, in pixels.
struct MatrixMargins {
    double left = 0, top = 0, right = 0, bottom = 0;
};

struct MatrixView::Scene {
    const MatrixPicture& picture;
    const MatrixTransform& transform;
    const Theme& theme;
    const ColourTable& colours;
    ResidueColours residues;
    Cell cell;
    QFont small, letterFont;
    bool letters = true;  ///< tokens on the rulers, or only their places
    double profile = 58;  ///< depth of a profile

    static constexpr double kBar = 14;  ///< width of the colour bar
    static constexpr double kSmallestLetterCell = 11;

    [[nodiscard]] MatrixMargins margins() const;
    /// Everything around and over the map, whose corner is at `map`.
    void paint(QPainter& painter, QPointF map) const;

private:
    [[nodiscard]] static QString keyTitle();
    [[nodiscard]] static QString queryTitle();
    [[nodiscard]] double tokenDepth() const;  ///< room of the longest token
    [[nodiscard]] double rulerDepth() const;  ///< of tokens or ticks, without numbers
    [[nodiscard]] bool upright(double cellWidth) const;
    void paintRulers(QPainter& painter, const QRectF& map) const;
    void paintLetter(QPainter& painter, const QRectF& box, std::int32_t token, bool rotated) const;
    void paintTicks(QPainter& painter, const QRectF& map, bool across) const;
    void paintCrossHair(QPainter& painter, const QRectF& map) const;
    void paintFlag(QPainter& painter, const QRectF& map, bool across) const;
    void paintProfiles(QPainter& painter, const QRectF& map) const;
    void paintBar(QPainter& painter, const QRectF& map) const;
    void paintTitles(QPainter& painter, const QRectF& map) const;
};

}  // namespace strand
