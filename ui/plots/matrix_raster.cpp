#include "ui/plots/matrix_raster.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace strand {

namespace {

using Level = std::uint8_t;

struct Highest {
    Level operator()(Level a, Level b, Level c, Level d) const { return std::max(std::max(a, b), std::max(c, d)); }
};

/// Of those that are shown; hidden where none is.
struct Mean {
    Level operator()(Level a, Level b, Level c, Level d) const {
        const unsigned shown = (a > 0 ? 1U : 0U) + (b > 0 ? 1U : 0U) + (c > 0 ? 1U : 0U) + (d > 0 ? 1U : 0U);
        return shown == 0 ? Level{0} : static_cast<Level>((unsigned{a} + b + c + d + shown / 2) / shown);
    }
};

/// Halves a plane in both directions; an odd last row or column stands for two.
template <typename Pool>
void halve(const std::vector<Level>& fine, std::int64_t fineRows, std::int64_t fineColumns, std::vector<Level>& coarse, Pool pool) {
    const std::int64_t rows = (fineRows + 1) / 2;
    const std::int64_t columns = (fineColumns + 1) / 2;
    coarse.resize(static_cast<std::size_t>(rows * columns));
    for (std::int64_t row = 0; row < rows; ++row) {
        const Level* above = fine.data() + 2 * row * fineColumns;
        const Level* below = 2 * row + 1 < fineRows ? above + fineColumns : above;
        Level* to = coarse.data() + row * columns;
        const std::int64_t pairs = fineColumns / 2;
        for (std::int64_t i = 0; i < pairs; ++i)
            to[i] = pool(above[2 * i], above[2 * i + 1], below[2 * i], below[2 * i + 1]);
        if (pairs < columns) to[pairs] = pool(above[2 * pairs], above[2 * pairs], below[2 * pairs], below[2 * pairs]);
    }
}

/// Cell of each pixel along one axis, in blocks of 2^power; -1 = outside.
std::vector<std::int32_t> cellsOfPixels(int pixels, double first, double extent, std::int64_t count, int power) {
    std::vector<std::int32_t> out(static_cast<std::size_t>(pixels));
    for (int pixel = 0; pixel < pixels; ++pixel) {
        const double cell = std::floor(first + (pixel + 0.5) * extent / pixels);
        out[static_cast<std::size_t>(pixel)] =
            cell >= 0 && cell < static_cast<double>(count) ? static_cast<std::int32_t>(cell) >> power : -1;
    }
    return out;
}

}  // namespace

MatrixPyramid::MatrixPyramid(std::int64_t rows, std::int64_t columns, std::span<const float> values, const ColourScale& scale) {
    if (rows == 0 || columns == 0) return;
    Plane first{rows, columns, std::vector<std::uint8_t>(values.size())};
    for (std::size_t i = 0; i < values.size(); ++i)
        first.levels[i] = scale.level(values[i]);
    m_planes.push_back(std::move(first));
    while (m_planes.back().rows > 1 || m_planes.back().columns > 1) {
        const Plane& fine = m_planes.back();
        Plane coarse{(fine.rows + 1) / 2, (fine.columns + 1) / 2, {}};
        if (scale.kind() == ScaleKind::Percentile) {
            halve(fine.levels, fine.rows, fine.columns, coarse.levels, Mean{});
        } else {
            halve(fine.levels, fine.rows, fine.columns, coarse.levels, Highest{});
        }
        m_planes.push_back(std::move(coarse));
    }
}

std::uint8_t MatrixPyramid::level(std::int64_t row, std::int64_t column, int power) const {
    const Plane& plane = m_planes[static_cast<std::size_t>(std::clamp(power, 0, static_cast<int>(m_planes.size()) - 1))];
    return plane.levels[static_cast<std::size_t>((row >> power) * plane.columns + (column >> power))];
}

void MatrixPyramid::render(QImage& frame, const QRectF& cells, const ColourTable& colours, QRgb outside) const {
    if (empty() || frame.isNull()) return;
    // The power at which a block is at least one pixel wide and high: then every block is met by a pixel.
    const double perPixel = std::max(cells.width() / frame.width(), cells.height() / frame.height());
    const int power =
        std::clamp(static_cast<int>(std::ceil(std::log2(std::max(perPixel, 1e-9)))), 0, static_cast<int>(m_planes.size()) - 1);
    const Plane& plane = m_planes[static_cast<std::size_t>(power)];
    const std::vector<std::int32_t> across = cellsOfPixels(frame.width(), cells.left(), cells.width(), columns(), power);
    const std::vector<std::int32_t> down = cellsOfPixels(frame.height(), cells.top(), cells.height(), rows(), power);
    const QRgb* before = nullptr;
    std::int32_t rowBefore = -2;
    for (int y = 0; y < frame.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(frame.scanLine(y));
        const std::int32_t row = down[static_cast<std::size_t>(y)];
        if (row == rowBefore) {
            std::memcpy(line, before, static_cast<std::size_t>(frame.width()) * sizeof(QRgb));
        } else if (row < 0) {
            std::fill(line, line + frame.width(), outside);
        } else {
            const std::uint8_t* levels = plane.levels.data() + static_cast<std::int64_t>(row) * plane.columns;
            for (int x = 0; x < frame.width(); ++x) {
                const std::int32_t column = across[static_cast<std::size_t>(x)];
                line[x] = column < 0 ? outside : colours[levels[column]];
            }
        }
        before = line;
        rowBefore = row;
    }
}

void MatrixTransform::setSizes(std::int64_t rows, std::int64_t columns, QSizeF room) {
    const bool other = rows != m_rows || columns != m_columns;
    m_rows = rows;
    m_columns = columns;
    m_room = room;
    if (other || m_fitted) {
        fit();
    } else {
        clamp();
    }
}

double MatrixTransform::fittedCell() const {
    if (m_rows == 0 || m_columns == 0) return 1;
    const double across = m_room.width() / static_cast<double>(m_columns);
    return m_fixedHeight > 0 ? across : std::min(across, m_room.height() / static_cast<double>(m_rows));
}

void MatrixTransform::fit() {
    m_cell = fittedCell();
    m_origin = {0, 0};
    m_fitted = true;
}

void MatrixTransform::setPart(std::int64_t rows, std::int64_t columns, QSizeF room, QPointF origin, double cell) {
    m_rows = rows;
    m_columns = columns;
    m_room = room;
    m_origin = origin;
    m_cell = cell;
    m_fitted = false;
}

QSizeF MatrixTransform::size() const {
    return {std::min(m_room.width(), static_cast<double>(m_columns) * cellWidth()),
            std::min(m_room.height(), static_cast<double>(m_rows) * cellHeight())};
}

QRectF MatrixTransform::visibleCells() const {
    const QSizeF shown = size();
    return {m_origin, QSizeF(shown.width() / cellWidth(), shown.height() / cellHeight())};
}

void MatrixTransform::clamp() {
    const QRectF cells = visibleCells();
    m_origin.setX(std::clamp(m_origin.x(), 0.0, std::max(0.0, static_cast<double>(m_columns) - cells.width())));
    m_origin.setY(std::clamp(m_origin.y(), 0.0, std::max(0.0, static_cast<double>(m_rows) - cells.height())));
}

void MatrixTransform::zoom(double factor, QPointF at) {
    const double fitted = fittedCell();
    const double cell = std::clamp(m_cell * factor, fitted, std::max(fitted, kLargestCell));
    if (cell <= fitted * 1.0001) return fit();
    const QPointF under = cellAt(at);
    m_cell = cell;
    m_fitted = false;
    m_origin = {under.x() - at.x() / cellWidth(), under.y() - at.y() / cellHeight()};
    clamp();
}

void MatrixTransform::pan(QPointF pixels) {
    m_origin -= QPointF(pixels.x() / cellWidth(), pixels.y() / cellHeight());
    clamp();
}

void MatrixTransform::show(std::int64_t row, std::int64_t column) {
    const QRectF cells = visibleCells();
    const auto scrolled = [](double first, double extent, double cell) {
        return std::clamp(first, cell + 1 - extent, std::max(cell + 1 - extent, cell));
    };
    m_origin = {scrolled(m_origin.x(), cells.width(), static_cast<double>(column)),
                scrolled(m_origin.y(), cells.height(), static_cast<double>(row))};
    clamp();
}

std::int64_t MatrixTransform::columnAt(double x) const {
    const double cell = std::floor(m_origin.x() + x / cellWidth());
    return x < 0 || x >= size().width() || cell < 0 || cell >= static_cast<double>(m_columns) ? -1 : static_cast<std::int64_t>(cell);
}

std::int64_t MatrixTransform::rowAt(double y) const {
    const double cell = std::floor(m_origin.y() + y / cellHeight());
    return y < 0 || y >= size().height() || cell < 0 || cell >= static_cast<double>(m_rows) ? -1 : static_cast<std::int64_t>(cell);
}

}  // namespace strand
