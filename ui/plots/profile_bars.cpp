#include "ui/plots/profile_bars.hpp"

#include <algorithm>
#include <cmath>

namespace strand {

std::pair<std::int64_t, std::int64_t> visibleRange(double first, double extent, std::int64_t count) {
    return {std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(first))),
            std::min(count, static_cast<std::int64_t>(std::ceil(first + extent - 1e-9)))};
}

std::vector<ProfileBar> profileBars(std::int64_t count, double first, double extent, double pixels,
                                    const std::function<float(std::int64_t)>& at, std::int64_t marked) {
    std::vector<ProfileBar> out;
    const double size = pixels / extent;
    if (size >= 1) {
        const auto [from, to] = visibleRange(first, extent, count);
        for (std::int64_t i = from; i < to; ++i) {
            if (const float value = at(i); value > 0) out.push_back({(static_cast<double>(i) - first) * size, size, value, i == marked});
        }
        return out;
    }
    for (int pixel = 0; pixel < static_cast<int>(pixels); ++pixel) {
        const auto begin = static_cast<std::int64_t>(first + (pixel / size));
        const auto end = std::min(count, static_cast<std::int64_t>(first + ((pixel + 1) / size)) + 1);
        float highest = 0;
        for (std::int64_t i = begin; i < end; ++i)
            highest = at(i) > highest ? at(i) : highest;
        if (highest > 0) out.push_back({static_cast<double>(pixel), 1, highest, begin <= marked && marked < end});
    }
    return out;
}

}  // namespace strand
