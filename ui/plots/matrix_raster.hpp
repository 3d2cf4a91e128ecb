// Pictures of matrices of any size in constant time a frame: levels kept as a pyramid of block maxima, frames filled straight from it.
#pragma once

#include "ui/plots/colour_map.hpp"

#include <QImage>
#include <QRectF>

#include <cstdint>
#include <span>
#include <vector>

namespace strand {

/// Colour levels of a matrix, and of its blocks of 2x2, 4x4 ... cells. On a linear or logarithmic scale a block has the level of its highest cell,
/// so nothing bright is lost when zoomed out (levels rise with the value, hence the highest level is that of the highest value); on a percentile
/// scale, where the highest of many is always near the top, the mean level of the cells shown.
class MatrixPyramid {
public:
    MatrixPyramid() = default;
    /// values [rows, columns].
    MatrixPyramid(std::int64_t rows, std::int64_t columns, std::span<const float> values, const ColourScale& scale);

    [[nodiscard]] std::int64_t rows() const { return m_planes.empty() ? 0 : m_planes.front().rows; }
    [[nodiscard]] std::int64_t columns() const { return m_planes.empty() ? 0 : m_planes.front().columns; }
    [[nodiscard]] bool empty() const { return m_planes.empty(); }
    /// Level of the block of side 2^power that holds a cell.
    [[nodiscard]] std::uint8_t level(std::int64_t row, std::int64_t column, int power) const;

    /// Fills all of `frame` (Format_RGB32) with the part `cells` of the matrix (x = columns); outside of it `outside`.
    void render(QImage& frame, const QRectF& cells, const ColourTable& colours, QRgb outside) const;

private:
    struct Plane {
        std::int64_t rows = 0, columns = 0;
        std::vector<std::uint8_t> levels;
    };
    std::vector<Plane> m_planes;  ///< [power]
};

/// Which cells of a matrix are on screen: square or not, moved and zoomed. All in the pixels of the widget.
class MatrixTransform {
public:
    static constexpr double kLargestCell = 40;

    void setSizes(std::int64_t rows, std::int64_t columns, QSizeF room);
    /// A cell this high whatever its width; 0 = square cells.
    void setCellHeight(double height) { m_fixedHeight = height; }
    void fit();
    /// Shows the part from `origin` on that fills `room` with cells of this size, whatever the limits of zooming.
    void setPart(std::int64_t rows, std::int64_t columns, QSizeF room, QPointF origin, double cell);
    /// Keeps the cell under `at` (relative to the map) where it is.
    void zoom(double factor, QPointF at);
    void pan(QPointF pixels);
    void show(std::int64_t row, std::int64_t column);  ///< scrolls as little as needed

    [[nodiscard]] bool isFitted() const { return m_fitted; }
    [[nodiscard]] double cellWidth() const { return m_cell; }
    [[nodiscard]] double cellHeight() const { return m_fixedHeight > 0 ? m_fixedHeight : m_cell; }
    /// Size of the map on screen: the room, or less where the whole matrix takes less.
    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] QRectF visibleCells() const;
    [[nodiscard]] QPointF cellAt(QPointF pixel) const {
        return {m_origin.x() + pixel.x() / cellWidth(), m_origin.y() + pixel.y() / cellHeight()};
    }
    [[nodiscard]] std::int64_t columnAt(double x) const;  ///< -1 = outside
    [[nodiscard]] std::int64_t rowAt(double y) const;
    [[nodiscard]] double xOf(double column) const { return (column - m_origin.x()) * cellWidth(); }
    [[nodiscard]] double yOf(double row) const { return (row - m_origin.y()) * cellHeight(); }

private:
    [[nodiscard]] double fittedCell() const;
    void clamp();
    std::int64_t m_rows = 0, m_columns = 0;
    QSizeF m_room;
    QPointF m_origin;  ///< cell at the top left corner
    double m_cell = 1;
    double m_fixedHeight = 0;
    bool m_fitted = true;
};

}  // namespace strand
