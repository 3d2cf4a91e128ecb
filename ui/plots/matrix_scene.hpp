// Paints a MatrixView, on screen and in a figure alike: everything but the pixels of the map itself.
#pragma once

#include "ui/plots/matrix_view.hpp"
#include "ui/plots/token_ruler.hpp"

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

    [[nodiscard]] MatrixMargins margins() const;
    /// Everything around and over the map, whose corner is at `map`.
    void paint(QPainter& painter, QPointF map) const;

private:
    [[nodiscard]] static QString text(const char* source);
    [[nodiscard]] static QString keyTitle();
    [[nodiscard]] static QString queryTitle();
    [[nodiscard]] bool hasCell() const;
    [[nodiscard]] TokenRuler ruler(bool across) const;
    [[nodiscard]] TokenRuler::Axis axis(const QRectF& map, bool across) const;
    void paintCrossHair(QPainter& painter, const QRectF& map) const;
    void paintProfiles(QPainter& painter, const QRectF& map) const;
    float paintRowProfile(QPainter& painter, const QRectF& above) const;      ///< the highest value
    float paintColumnProfile(QPainter& painter, const QRectF& beside) const;  ///< the highest value
    void paintProfileTitles(QPainter& painter, const QRectF& above, const QRectF& beside, float highestAcross, float highestDown) const;
    void paintBar(QPainter& painter, const QRectF& map) const;
    void paintBarTicks(QPainter& painter, const QRectF& bar) const;
    void paintTitles(QPainter& painter, const QRectF& map) const;
};

}  // namespace strand
