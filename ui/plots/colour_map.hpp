// Colours of a heatmap: maps from the literature, and the scale from value to colour.
#pragma once

#include <QRgb>
#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace strand {

enum class ColourMap { Viridis, Cividis };
inline constexpr int kColourMaps = 2;
[[nodiscard]] QString colourMapName(ColourMap map);

/// Level 0 is a hidden cell; 1 (lowest) to 255 (highest) are colours.
using ColourTable = std::array<QRgb, 256>;
inline constexpr int kLevels = 254;  ///< steps from level 1 to level 255
/// Viridis: Smith & van der Walt 2015 (CC0). Cividis: Nunez, Anderton & Renslow 2018, doi:10.1371/journal.pone.0199239 (CC0). Both through
/// 65 points of the published tables, straight lines between; no channel is off by more than 2 of 255. `hidden` becomes level 0.
[[nodiscard]] ColourTable colourTable(ColourMap map, QRgb hidden);

enum class ScaleKind { Linear, Log, Percentile };

/// What a scale must know of the values, gathered over one or several matrices. NaN = hidden, not counted.
class ValueSummary {
public:
    explicit ValueSummary(ScaleKind kind);
    void add(std::span<const float> values);
    [[nodiscard]] float top() const { return m_top; }
    [[nodiscard]] float smallestPositive() const { return m_smallest; }
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// Values by their leading bits, kept for Percentile only.
    [[nodiscard]] const std::vector<std::uint32_t>& ranks() const { return m_ranks; }

private:
    ScaleKind m_kind;
    float m_top = 0, m_smallest = 0;
    std::uint64_t m_count = 0;
    std::vector<std::uint32_t> m_ranks;
};

/// From value to level and to a place on the colour bar. Non-negative values; a table over the leading bits of the float serves every kind
/// of scale at the same speed, exact within 1/512 of the value.
class ColourScale {
public:
    ColourScale() = default;
    ColourScale(ScaleKind kind, const ValueSummary& summary);

    [[nodiscard]] ScaleKind kind() const { return m_kind; }
    [[nodiscard]] std::uint8_t level(float value) const { return m_table ? (*m_table)[bin(value)] : std::uint8_t{0}; }
    /// Place of a value on the bar, 0 to 1.
    [[nodiscard]] double position(double value) const;
    /// The value at a place of the bar.
    [[nodiscard]] double value(double position) const;
    struct Tick {
        double position = 0;
        double value = 0;
        double percent = -1;  ///< Percentile: how many of the cells are below; -1 otherwise
    };
    [[nodiscard]] std::vector<Tick> ticks() const;

    static constexpr std::size_t kBins = 1U << 17U;
    /// The leading 17 bits below the sign: ascending with the value; 0 for what is not positive, the last one for NaN.
    [[nodiscard]] static std::size_t bin(float value);
    /// The lowest value of a bin.
    [[nodiscard]] static float binValue(std::size_t bin);

private:
    ScaleKind m_kind = ScaleKind::Linear;
    double m_bottom = 0, m_top = 1;
    std::shared_ptr<const std::vector<std::uint8_t>> m_table;
    std::shared_ptr<const std::vector<float>> m_below;  ///< Percentile: fraction of the cells in lower bins
};

/// "0.0412", "3.1e-5": three digits that matter, in the language of the window.
[[nodiscard]] QString weightText(double value);

}  // namespace strand
