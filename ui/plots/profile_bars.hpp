// The bars of a profile along an axis of cells, in pixels.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace strand {

/// Visible cells, whole ones and parts: [first, second).
[[nodiscard]] std::pair<std::int64_t, std::int64_t> visibleRange(double first, double extent, std::int64_t count);

struct ProfileBar {
    double start = 0, size = 0;  ///< pixels along the axis
    float value = 0;
    bool marked = false;
};

/// One a visible cell with a value above 0; where cells are narrower than a pixel, one a pixel with the highest value it covers.
[[nodiscard]] std::vector<ProfileBar> profileBars(std::int64_t count, double first, double extent, double pixels,
                                                  const std::function<float(std::int64_t)>& at, std::int64_t marked);

}  // namespace strand
