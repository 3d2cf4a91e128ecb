#include "ui/plots/colour_map.hpp"

#include "ui/text/sentences.hpp"

#include <QLocale>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace strand {

namespace {

constexpr int kPoints = 65;
constexpr std::array<std::uint32_t, kPoints> kViridis = {
    0x440154, 0x46065a, 0x470d60, 0x471365, 0x48186a, 0x481d6f, 0x482374, 0x482878, 0x472d7b, 0x46327e, 0x453681, 0x443b84, 0x424086,
    0x404587, 0x3f4989, 0x3d4e8a, 0x3b528b, 0x39568c, 0x375a8d, 0x355e8d, 0x33638d, 0x31668e, 0x2f6a8e, 0x2e6e8e, 0x2c728e, 0x2b768e,
    0x297a8e, 0x287d8e, 0x26818e, 0x25858e, 0x23898e, 0x228c8d, 0x21908c, 0x20948c, 0x1f988b, 0x1e9b8a, 0x1f9f88, 0x20a387, 0x21a685,
    0x24aa83, 0x28ae80, 0x2cb17e, 0x31b57b, 0x37b877, 0x3ebc74, 0x45bf70, 0x4cc26c, 0x54c667, 0x5dc963, 0x65cc5d, 0x6ece58, 0x78d152,
    0x82d34c, 0x8cd646, 0x96d83f, 0xa0da39, 0xabdc32, 0xb5de2b, 0xc0df24, 0xcbe11f, 0xd5e21a, 0xe0e318, 0xeae51a, 0xf4e61e, 0xfde725};
constexpr std::array<std::uint32_t, kPoints> kCividis = {
    0x00224e, 0x002554, 0x00285b, 0x002b62, 0x002e6a, 0x003070, 0x043371, 0x113570, 0x1a386f, 0x213b6e, 0x273e6e, 0x2d416d, 0x32436d,
    0x36466c, 0x3b496c, 0x3f4c6c, 0x434e6c, 0x47516c, 0x4b546c, 0x4f576c, 0x52596d, 0x565c6d, 0x5a5f6e, 0x5d626e, 0x61656f, 0x646770,
    0x686a71, 0x6b6d72, 0x6f7073, 0x727374, 0x757676, 0x797877, 0x7c7b78, 0x807e78, 0x848179, 0x878478, 0x8b8778, 0x8f8a78, 0x938d78,
    0x979077, 0x9b9376, 0x9f9676, 0xa39a75, 0xa79d74, 0xaba072, 0xafa371, 0xb3a670, 0xb7aa6e, 0xbbad6c, 0xbfb06b, 0xc3b469, 0xc8b766,
    0xccba64, 0xd0be61, 0xd4c15f, 0xd9c55c, 0xddc958, 0xe1cc55, 0xe6d051, 0xead44c, 0xefd748, 0xf4db42, 0xf8df3c, 0xfde334, 0xfee838};

constexpr double kLogDecades = 4;  ///< a logarithmic scale reaches so far below the top

QRgb between(std::uint32_t a, std::uint32_t b, double t) {
    const auto channel = [&](int shift) {
        const int low = static_cast<int>(a >> shift & 255U);
        const int high = static_cast<int>(b >> shift & 255U);
        return static_cast<int>(std::lround(low + (high - low) * t));
    };
    return qRgb(channel(16), channel(8), channel(0));
}

std::uint8_t levelAt(double position) { return static_cast<std::uint8_t>(1 + std::lround(std::clamp(position, 0.0, 1.0) * kLevels)); }

}  // namespace

QString colourMapName(ColourMap map) { return map == ColourMap::Cividis ? QStringLiteral("Cividis") : QStringLiteral("Viridis"); }

ColourTable colourTable(ColourMap map, QRgb hidden) {
    const auto& points = map == ColourMap::Cividis ? kCividis : kViridis;
    ColourTable table{};
    table[0] = hidden;
    for (int level = 1; level <= 255; ++level) {
        const double place = static_cast<double>(level - 1) / kLevels * (kPoints - 1);
        const auto left = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(kPoints - 2));
        table[static_cast<std::size_t>(level)] = between(points[left], points[left + 1], place - static_cast<double>(left));
    }
    return table;
}

std::size_t ColourScale::bin(float value) {
    if (std::isnan(value)) return kBins - 1;
    return value > 0 ? std::bit_cast<std::uint32_t>(value) >> 14U : 0U;
}

float ColourScale::binValue(std::size_t bin) { return std::bit_cast<float>(static_cast<std::uint32_t>(bin) << 14U); }

ValueSummary::ValueSummary(ScaleKind kind) : m_kind(kind), m_smallest(std::numeric_limits<float>::infinity()) {
    if (kind == ScaleKind::Percentile) m_ranks.resize(ColourScale::kBins);
}

void ValueSummary::add(std::span<const float> values) {
    float top = m_top, smallest = m_smallest;
    std::uint64_t hidden = 0;
    for (const float value : values) {
        top = value > top ? value : top;
        smallest = value > 0 && value < smallest ? value : smallest;
        hidden += value != value ? 1U : 0U;
    }
    m_top = top;
    m_smallest = smallest;
    m_count += values.size() - hidden;
    if (m_kind != ScaleKind::Percentile) return;
    for (const float value : values)
        ++m_ranks[ColourScale::bin(value)];
}

ColourScale::ColourScale(ScaleKind kind, const ValueSummary& summary) : m_kind(kind), m_top(summary.top() > 0 ? summary.top() : 1) {
    if (kind == ScaleKind::Log) {
        m_bottom = m_top * std::pow(10, -kLogDecades);
        if (std::isfinite(summary.smallestPositive()) && summary.smallestPositive() > m_bottom) m_bottom = summary.smallestPositive();
        if (!(m_bottom < m_top)) m_bottom = m_top / 10;
    }
    if (kind == ScaleKind::Percentile) {
        auto below = std::make_shared<std::vector<float>>(kBins);
        const double cells = std::max<double>(1, static_cast<double>(summary.count()));
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < kBins; ++i) {
            (*below)[i] = static_cast<float>(static_cast<double>(sum) / cells);
            if (i + 1 < kBins) sum += summary.ranks()[i];
        }
        // The highest value is the top of the bar, however often it occurs.
        for (std::size_t i = bin(static_cast<float>(m_top)); i < kBins; ++i)
            (*below)[i] = 1;
        m_below = below;
    }
    auto table = std::make_shared<std::vector<std::uint8_t>>(kBins);
    for (std::size_t i = 0; i + 1 < kBins; ++i) {
        // The middle of a bin stands for it, so that rounding is as often up as down.
        const double middle = i == 0 ? 0 : (static_cast<double>(binValue(i)) + binValue(i + 1)) / 2;
        (*table)[i] = levelAt(position(middle));
    }
    (*table)[kBins - 1] = 0;
    m_table = table;
}

double ColourScale::position(double value) const {
    switch (m_kind) {
        case ScaleKind::Linear: return std::clamp(value / m_top, 0.0, 1.0);
        case ScaleKind::Log: return value <= m_bottom ? 0 : std::clamp(std::log(value / m_bottom) / std::log(m_top / m_bottom), 0.0, 1.0);
        case ScaleKind::Percentile: return m_below ? static_cast<double>((*m_below)[bin(static_cast<float>(value))]) : 0;
    }
    return 0;
}

double ColourScale::value(double position) const {
    position = std::clamp(position, 0.0, 1.0);
    switch (m_kind) {
        case ScaleKind::Linear: return m_top * position;
        case ScaleKind::Log: return m_bottom * std::pow(m_top / m_bottom, position);
        case ScaleKind::Percentile: {
            if (!m_below || position >= 1) return m_top;
            const auto found = std::upper_bound(m_below->begin(), m_below->end(), static_cast<float>(position));
            return found == m_below->begin() ? 0 : static_cast<double>(binValue(static_cast<std::size_t>(found - m_below->begin()) - 1));
        }
    }
    return 0;
}

std::vector<ColourScale::Tick> ColourScale::ticks() const {
    std::vector<Tick> out;
    if (m_kind == ScaleKind::Percentile) {
        for (const double percent : {0.0, 25.0, 50.0, 75.0, 90.0, 100.0})
            out.push_back({percent / 100, value(percent / 100), percent});
        return out;
    }
    if (m_kind == ScaleKind::Log) {
        for (int exponent = static_cast<int>(std::ceil(std::log10(m_bottom) - 1e-9)); exponent <= std::log10(m_top); ++exponent) {
            const double tick = std::pow(10, exponent);
            if (position(tick) < 0.94) out.push_back({position(tick), tick});
        }
        if (out.empty() || out.front().position > 0.12) out.insert(out.begin(), {0, m_bottom});
        out.push_back({1, m_top});
        return out;
    }
    // Steps of 1, 2 or 5: four to eight of them.
    const double rough = m_top / 5;
    const double decade = std::pow(10, std::floor(std::log10(rough)));
    const double step = decade * (rough / decade < 1.5 ? 1 : rough / decade < 3.5 ? 2 : rough / decade < 7.5 ? 5 : 10);
    for (int i = 0; i * step <= m_top * 0.94; ++i)
        out.push_back({position(i * step), i * step});
    out.push_back({1, m_top});
    return out;
}

QString weightText(double value) {
    if (!std::isfinite(value)) return real(value);
    if (value == 0) return QStringLiteral("0");
    const double size = std::abs(value);
    if (size < 1e-3 || size >= 1e6) return QLocale().toString(value, 'e', 1);
    const int digits = std::max(0, 2 - static_cast<int>(std::floor(std::log10(size))));
    return real(value, std::min(digits, 5));
}

}  // namespace strand
