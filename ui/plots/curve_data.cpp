#include "ui/plots/curve_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace strand {

double Smoother::next(double value) {
    if (!std::isfinite(value)) return std::numeric_limits<double>::quiet_NaN();
    m_sum = m_weight * m_sum + (1 - m_weight) * value;
    m_norm = m_weight * m_norm + (1 - m_weight);
    return m_sum / m_norm;
}

void Smoother::extend(std::span<const double> values, std::vector<double>& out) {
    out.reserve(out.size() + values.size());
    for (const double value : values)
        out.push_back(next(value));
}

namespace {

/// Keeps the lowest and highest finite value met.
struct Extremes {
    std::span<const double> y;
    std::size_t smallest, largest;
    void take(std::size_t i) {
        if (y[i] < y[smallest] || std::isnan(y[smallest])) smallest = i;
        if (y[i] > y[largest] || std::isnan(y[largest])) largest = i;
    }
};

}  // namespace

void BlockExtremes::extend(std::span<const double> y) {
    for (std::size_t begin = m_blocks.size() * kBlock; begin + kBlock <= y.size(); begin += kBlock) {
        Extremes extremes{y, begin, begin};
        for (std::size_t i = begin; i < begin + kBlock; ++i)
            extremes.take(i);
        m_blocks.emplace_back(static_cast<std::uint32_t>(extremes.smallest), static_cast<std::uint32_t>(extremes.largest));
    }
}

std::pair<std::size_t, std::size_t> BlockExtremes::of(std::span<const double> y, std::size_t begin, std::size_t end) const {
    Extremes extremes{y, begin, begin};
    std::size_t i = begin;
    while (i < end) {
        const std::size_t block = i / kBlock;
        if (i % kBlock == 0 && i + kBlock <= end && block < m_blocks.size()) {
            extremes.take(m_blocks[block].first);
            extremes.take(m_blocks[block].second);
            i += kBlock;
        } else {
            extremes.take(i++);
        }
    }
    return {extremes.smallest, extremes.largest};
}

std::vector<QPointF> decimated(std::span<const double> x, std::span<const double> y, const BlockExtremes& blocks, double low, double high,
                               int columns) {
    std::vector<QPointF> out;
    const auto first = std::lower_bound(x.begin(), x.end(), low);
    const auto last = std::upper_bound(first, x.end(), high);
    const std::size_t from = first == x.begin() ? 0 : static_cast<std::size_t>(first - x.begin()) - 1;
    const std::size_t to = std::min(x.size(), static_cast<std::size_t>(last - x.begin()) + 1);
    if (columns < 1 || to - from <= static_cast<std::size_t>(columns) * 4 || !(high > low)) {
        out.reserve(to - from);
        for (std::size_t i = from; i < to; ++i)
            out.emplace_back(x[i], y[i]);
        return out;
    }
    out.reserve(static_cast<std::size_t>(columns + 2) * 4);
    for (std::size_t begin = from; begin < to;) {
        const double column = std::floor((x[begin] - low) / (high - low) * columns);
        const double border = low + (column + 1) * (high - low) / columns;
        const auto next =
            std::lower_bound(x.begin() + static_cast<std::ptrdiff_t>(begin) + 1, x.begin() + static_cast<std::ptrdiff_t>(to), border);
        const auto end = static_cast<std::size_t>(next - x.begin());
        const auto [smallest, largest] = blocks.of(y, begin, end);
        std::array<std::size_t, 4> kept = {begin, smallest, largest, end - 1};
        std::sort(kept.begin(), kept.end());
        for (std::size_t k = 0; k < kept.size(); ++k) {
            if (k == 0 || kept[k] != kept[k - 1]) out.emplace_back(x[kept[k]], y[kept[k]]);
        }
        begin = end;
    }
    return out;
}

namespace {

/// Liang & Barsky 1984: the part [t0, t1] of a segment inside the box; false where there is none.
bool clipSegment(const QPointF& a, const QPointF& b, const QRectF& box, double& t0, double& t1) {
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const std::array<double, 4> p = {-dx, dx, -dy, dy};
    const std::array<double, 4> q = {a.x() - box.left(), box.right() - a.x(), a.y() - box.top(), box.bottom() - a.y()};
    t0 = 0;
    t1 = 1;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] == 0) {
            if (q[i] < 0) return false;
            continue;
        }
        const double t = q[i] / p[i];
        if (p[i] < 0) {
            t0 = std::max(t0, t);
        } else {
            t1 = std::min(t1, t);
        }
    }
    return t0 <= t1;
}

}  // namespace

std::vector<QPointF> clipped(std::span<const QPointF> points, const QRectF& box) {
    std::vector<QPointF> out;
    const auto gap = [&] {
        if (!out.empty() && std::isfinite(out.back().y())) out.emplace_back(out.back().x(), std::numeric_limits<double>::quiet_NaN());
    };
    if (points.size() == 1 && box.contains(points[0])) out.push_back(points[0]);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF& a = points[i - 1];
        const QPointF& b = points[i];
        double t0 = 0, t1 = 0;
        if (!std::isfinite(a.y()) || !std::isfinite(b.y()) || !clipSegment(a, b, box, t0, t1)) {
            gap();
            continue;
        }
        const QPointF from = a + (b - a) * t0;
        if (t0 > 0 || out.empty() || out.back() != from) {
            if (t0 > 0 || (!out.empty() && std::isfinite(out.back().y()))) gap();
            out.push_back(from);
        }
        out.push_back(a + (b - a) * t1);
        if (t1 < 1) gap();
    }
    return out;
}

std::size_t nearestIndex(std::span<const double> x, std::span<const double> y, double at) {
    const auto found = static_cast<std::size_t>(std::lower_bound(x.begin(), x.end(), at) - x.begin());
    std::size_t up = found, down = found;
    while (up < x.size() && !std::isfinite(y[up]))
        ++up;
    while (down > 0 && !std::isfinite(y[down - 1]))
        --down;
    if (down == 0) return up;
    if (up == x.size()) return down - 1;
    return x[up] - at < at - x[down - 1] ? up : down - 1;
}

}  // namespace strand
