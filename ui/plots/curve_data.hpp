// Arithmetic of curves: smoothing, thinning to what a screen can show, clipping. No widgets.
#pragma once

#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace strand {

/// Exponential moving average without the bias of its start (as TensorBoard draws it); NaN stays NaN and is not counted. Can be continued.
class Smoother {
public:
    /// `weight` in [0, 1): 0 = no smoothing.
    explicit Smoother(double weight = 0) : m_weight(weight) {}
    double next(double value);
    void extend(std::span<const double> values, std::vector<double>& out);

private:
    double m_weight;
    double m_sum = 0;
    double m_norm = 0;  ///< 1 - weight^n
};

/// Lowest and highest value of each block of points, so that a million points are not looked at again for every frame. Grows with its curve.
class BlockExtremes {
public:
    static constexpr std::size_t kBlock = 256;
    void clear() { m_blocks.clear(); }
    /// Takes in the complete blocks of `y` it has not seen.
    void extend(std::span<const double> y);
    /// Indices of the lowest and the highest finite value in [begin, end); `begin` where there is none.
    [[nodiscard]] std::pair<std::size_t, std::size_t> of(std::span<const double> y, std::size_t begin, std::size_t end) const;

private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_blocks;
};

/// What of a curve to draw in [low, high] on `columns` pixel columns: at most first, lowest, highest and last point of each column, in order,
/// plus the nearest point beyond each side. x ascending, same length as y; `blocks` of y.
[[nodiscard]] std::vector<QPointF> decimated(std::span<const double> x, std::span<const double> y, const BlockExtremes& blocks, double low,
                                             double high, int columns);

/// A polyline cut at the borders of `box`; a gap is a point with NaN as y. For devices that do not clip.
[[nodiscard]] std::vector<QPointF> clipped(std::span<const QPointF> points, const QRectF& box);

/// Index of the point nearest to `at` whose value is finite; x.size() where there is none.
[[nodiscard]] std::size_t nearestIndex(std::span<const double> x, std::span<const double> y, double at);

}  // namespace strand
