// Pictures of attention: PNG and SVG, in viridis, without a window system.
#pragma once

#include "core/run_report.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace strand::cli {

struct Rgb {
    std::uint8_t r = 0, g = 0, b = 0;
};
/// Viridis (Smith and van der Walt 2015), `t` in 0..1; polynomial fit.
[[nodiscard]] Rgb viridis(double t);

struct Image {
    std::int64_t width = 0, height = 0;
    std::vector<Rgb> pixels;  ///< [height, width]
    Image(std::int64_t width_, std::int64_t height_, Rgb fill);
    Rgb& at(std::int64_t x, std::int64_t y) { return pixels[static_cast<std::size_t>(y * width + x)]; }
};
/// PNG (RFC 2083), 8 bits a channel.
[[nodiscard]] std::string encodePng(const Image& image);

/// What stands along the two axes of the grid of heatmaps: one row a layer, one column a head.
struct AttentionLabels {
    std::vector<std::string> layers, heads;
};
/// Rows of each heatmap are queries, columns keys; one scale for all, 0 to the largest weight. A vector is one row, in SVG a row of bars.
[[nodiscard]] std::string attentionPng(const AttentionMap& map);
[[nodiscard]] std::string attentionSvg(const AttentionMap& map, const AttentionLabels& labels);

}  // namespace strand::cli
