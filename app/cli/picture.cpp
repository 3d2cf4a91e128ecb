#include "cli/picture.hpp"

#include "cli/speech.hpp"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace strand::cli {

namespace {

constexpr Rgb kWhite{255, 255, 255};
constexpr std::int64_t kGap = 8;              ///< pixels between heatmaps
constexpr std::int64_t kTilePixels = 320;     ///< a heatmap is at least about so wide
constexpr std::int64_t kVectorCells = 40000;  ///< more cells than this go into an SVG as an image
constexpr std::int64_t kStripPixels = 48;     ///< height of the one row of a vector
constexpr std::int64_t kNamedTokens = 120;    ///< longer axes carry numbers only

std::uint32_t crc32(const std::string& bytes) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> out{};
        for (std::uint32_t n = 0; n < out.size(); ++n) {
            std::uint32_t c = n;
            for (int bit = 0; bit < 8; ++bit)
                c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
            out[n] = c;
        }
        return out;
    }();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<std::uint8_t>(byte)) & 0xFFU] ^ (crc >> 8U);
    return ~crc;
}

std::string bigEndian(std::uint32_t value) {
    std::string out;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        out += static_cast<char>((value >> shift) & 0xFFU);
    return out;
}

std::string chunk(const std::string& type, const std::string& data) {
    return bigEndian(static_cast<std::uint32_t>(data.size())) + type + data + bigEndian(crc32(type + data));
}

double largest(const AttentionMap& map) {
    const auto top = std::ranges::max_element(map.values);
    return top == map.values.end() || !(*top > 0) ? 1 : static_cast<double>(*top);
}

Rgb colourOf(float value, double top) { return viridis(static_cast<double>(value) / top); }

std::int64_t tileHeight(const AttentionMap& map, std::int64_t scale) {
    return map.queries() == map.length ? map.length * scale : std::max(kStripPixels, scale);
}

/// One heatmap, `scale` pixels a cell; a vector is one high row.
void drawTile(Image& image, const AttentionMap& map, std::int64_t layer, std::int64_t head, std::int64_t left, std::int64_t top,
              std::int64_t scale) {
    const double largestValue = largest(map);
    const float* values = map.head(layer, head);
    const std::int64_t height = tileHeight(map, scale), rowHeight = height / map.queries();
    for (std::int64_t y = 0; y < height; ++y)
        for (std::int64_t x = 0; x < map.length * scale; ++x)
            image.at(left + x, top + y) = colourOf(values[y / rowHeight * map.length + x / scale], largestValue);
}

std::string colourText(Rgb colour) { return fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b); }

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
    return out;
}

std::string svgText(double x, double y, const std::string& text, const char* anchor, const std::string& more = {}) {
    return fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\" text-anchor=\"{}\"{}>{}</text>\n", x, y, anchor, more, escaped(text));
}

std::string svgPage(double width, double height, const std::string& content) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
        "font-family=\"Inter, sans-serif\" font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n{2}</svg>\n",
        width, height, content);
}

std::string svgTile(const AttentionMap& map, std::int64_t layer, std::int64_t head, double left, double top, double side) {
    const double cell = side / static_cast<double>(map.length);
    if (map.layers * map.heads * map.length * map.length > kVectorCells) {
        Image image(map.length, map.length, kWhite);
        drawTile(image, map, layer, head, 0, 0, 1);
        const auto base64 = QByteArray::fromStdString(encodePng(image)).toBase64().toStdString();
        return fmt::format(
            "<image x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" style=\"image-rendering:pixelated\" "
            "href=\"data:image/png;base64,{}\"/>\n",
            left, top, side, side, base64);
    }
    std::string out = "<g shape-rendering=\"crispEdges\">\n";
    const double largestValue = largest(map);
    const float* values = map.head(layer, head);
    for (std::int64_t y = 0; y < map.length; ++y) {
        const auto colourAt = [&](std::int64_t x) { return colourText(colourOf(values[y * map.length + x], largestValue)); };
        // Neighbours of one colour are one rectangle.
        for (std::int64_t x = 0, end = 0; x < map.length; x = end) {
            const auto colour = colourAt(x);
            for (end = x + 1; end < map.length && colourAt(end) == colour; ++end) {
            }
            out += fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" fill=\"{}\"/>\n",
                               left + static_cast<double>(x) * cell, top + static_cast<double>(y) * cell,
                               static_cast<double>(end - x) * cell, cell, colour);
        }
    }
    return out + "</g>\n";
}

/// Tokens, or every so many positions, along both axes of the tile at (left, top).
std::string svgTicks(const AttentionMap& map, double left, double top, double side) {
    const double cell = side / static_cast<double>(map.length);
    const bool named = map.length <= kNamedTokens;
    const std::int64_t every = named ? 1 : std::max<std::int64_t>(1, map.length / 10);
    std::string out;
    for (std::int64_t i = 0; i < map.length; i += every) {
        const auto text = named ? map.tokens[static_cast<std::size_t>(i)] : std::to_string(i + 1);
        const double middle = (static_cast<double>(i) + 0.5) * cell;
        const auto size = fmt::format(" font-size=\"{:.2f}\"", named ? std::clamp(cell * 0.8, 2.0, 9.0) : 9.0);
        out += svgText(left - 3, top + middle + 2, text, "end", size);
        out += svgText(0, 0, text, "end",
                       fmt::format("{} transform=\"translate({:.2f},{:.2f}) rotate(-90)\"", size, left + middle + 2, top + side + 3));
    }
    return out;
}

/// A vector as bars above its tokens.
std::string profileSvg(const AttentionMap& map) {
    const double width = std::clamp(static_cast<double>(map.length) * 14, 320.0, 1400.0), height = 160, left = 60, top = 40;
    const double cell = width / static_cast<double>(map.length), most = largest(map);
    std::string out = svgText(left, 18, fmt::format("{} ({})", map.record, map.kind), "start", " font-size=\"13\"");
    for (std::int64_t i = 0; i < map.length; ++i) {
        const double bar = height * static_cast<double>(map.values[static_cast<std::size_t>(i)]) / most;
        out += fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" fill=\"{}\"/>\n",
                           left + static_cast<double>(i) * cell, top + height - bar, cell * 0.9, bar, colourText(viridis(0.35)));
    }
    const std::int64_t every = map.length <= kNamedTokens ? 1 : map.length / 10;
    for (std::int64_t i = 0; i < map.length; i += every) {
        const auto text = every == 1 ? map.tokens[static_cast<std::size_t>(i)] : std::to_string(i + 1);
        out += svgText(left + (static_cast<double>(i) + 0.45) * cell, top + height + 14, text, "middle");
    }
    out += svgText(left - 6, top + 8, fmt::format("{:.3g}", most), "end") + svgText(left - 6, top + height, "0", "end");
    return svgPage(left + width + 20, top + height + 30, out);
}

std::string svgScale(double left, double top, double height, double largestValue) {
    constexpr int kSteps = 64;
    std::string out = "<g shape-rendering=\"crispEdges\">\n";
    const double step = height / kSteps;
    for (int i = 0; i < kSteps; ++i)
        out += fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"12\" height=\"{:.2f}\" fill=\"{}\"/>\n", left,
                           top + height - (i + 1) * step, step + 0.02, colourText(viridis((i + 0.5) / kSteps)));
    out += "</g>\n";
    out += svgText(left + 16, top + 8, fmt::format("{:.3g}", largestValue), "start");
    return out + svgText(left + 16, top + height, "0", "start");
}

}  // namespace

Image::Image(std::int64_t width_, std::int64_t height_, Rgb fill)
    : width(width_), height(height_), pixels(static_cast<std::size_t>(width_ * height_), fill) {}

Rgb viridis(double t) {
    static constexpr double coefficients[3][7] = {{0.2777273272234177, 0.1050930431085774, -0.3308618287255563, -4.634230498983486,
                                                   6.228269936347081, 4.776384997670288, -5.435455855934631},
                                                  {0.005407344544966578, 1.404613529898575, 0.214847559468213, -5.799100973351585,
                                                   14.17993336680509, -13.74514537774601, 4.645852612178535},
                                                  {0.3340998053353061, 1.384590162594685, 0.09509516302823659, -19.33244095627987,
                                                   56.69055260068105, -65.35303263337234, 26.3124352495832}};
    t = t > 0 ? std::min(t, 1.0) : 0;  // also for NaN
    const auto channel = [t](const double(&c)[7]) {
        double value = c[6];
        for (int i = 5; i >= 0; --i)
            value = value * t + c[i];
        return static_cast<std::uint8_t>(std::clamp(value * 255 + 0.5, 0.0, 255.0));
    };
    return {channel(coefficients[0]), channel(coefficients[1]), channel(coefficients[2])};
}

std::string encodePng(const Image& image) {
    QByteArray rows;
    rows.reserve(static_cast<qsizetype>(image.height * (1 + 3 * image.width)));
    for (std::int64_t y = 0; y < image.height; ++y) {
        rows.append('\0');  // no filter
        for (std::int64_t x = 0; x < image.width; ++x) {
            const Rgb pixel = image.pixels[static_cast<std::size_t>(y * image.width + x)];
            for (const auto part : {pixel.r, pixel.g, pixel.b})
                rows.append(static_cast<char>(part));
        }
    }
    // qCompress puts the length before the zlib stream.
    const auto packed = qCompress(rows).mid(4).toStdString();
    const auto header = bigEndian(static_cast<std::uint32_t>(image.width)) + bigEndian(static_cast<std::uint32_t>(image.height)) +
                        std::string("\x08\x02\0\0\0", 5);
    return std::string("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) + chunk("IDAT", packed) + chunk("IEND", "");
}

std::string attentionPng(const AttentionMap& map) {
    const auto scale = std::max<std::int64_t>(
        1, kTilePixels / std::max<std::int64_t>(1, map.length) / std::max<std::int64_t>(1, map.layers * map.heads / 4));
    const auto side = map.length * scale;
    const auto height = tileHeight(map, scale);
    Image image(map.heads * (side + kGap) + kGap, map.layers * (height + kGap) + kGap, kWhite);
    for (std::int64_t layer = 0; layer < map.layers; ++layer)
        for (std::int64_t head = 0; head < map.heads; ++head)
            drawTile(image, map, layer, head, kGap + head * (side + kGap), kGap + layer * (height + kGap), scale);
    return encodePng(image);
}

std::string attentionSvg(const AttentionMap& map, const AttentionLabels& labels) {
    if (map.queries() != map.length) return profileSvg(map);
    const bool single = map.layers * map.heads == 1;
    const double side = single ? 480 : 200, gap = 16, left = 70, top = 48, below = single ? 70 : 30;
    const double width = left + static_cast<double>(map.heads) * (side + gap) + 70;
    const double height = top + static_cast<double>(map.layers) * (side + gap) + below;
    std::string out = svgText(left, 18, fmt::format("{} ({})", map.record, map.kind), "start", " font-size=\"13\"");
    for (std::int64_t head = 0; head < map.heads; ++head)
        out += svgText(left + static_cast<double>(head) * (side + gap) + side / 2, top - 6,
                       say(STRAND_TEXT("cli", "head %1"), labels.heads[static_cast<std::size_t>(head)]), "middle");
    for (std::int64_t layer = 0; layer < map.layers; ++layer) {
        const double y = top + static_cast<double>(layer) * (side + gap);
        out += svgText(0, 0, say(STRAND_TEXT("cli", "layer %1"), labels.layers[static_cast<std::size_t>(layer)]), "middle",
                       fmt::format(" transform=\"translate(16,{:.2f}) rotate(-90)\"", y + side / 2));
        for (std::int64_t head = 0; head < map.heads; ++head)
            out += svgTile(map, layer, head, left + static_cast<double>(head) * (side + gap), y, side);
    }
    if (single) out += svgTicks(map, left, top, side);
    out += svgText(0, 0, say(STRAND_TEXT("cli", "query (asks)")), "middle",
                   fmt::format(" transform=\"translate(32,{:.2f}) rotate(-90)\"", (top + height - below) / 2));
    out += svgText((left + width - 70) / 2, height - 8, say(STRAND_TEXT("cli", "key (is asked)")), "middle");
    out += svgScale(width - 60, top, std::min(side, 160.0), largest(map));
    return svgPage(width, height, out);
}

}  // namespace strand::cli
