// Tokens along a side of a plot: coloured letters where they fit, ticks at places of residues, and a flag at one of them.
#pragma once

#include "core/run_report.hpp"
#include "ui/theme/theme.hpp"

#include <QFont>
#include <QPainter>

#include <cstdint>
#include <span>

namespace strand {

enum class ResidueColours { None, Nucleotide, Protein };

struct TokenRuler {
    enum class Side { Above, Left, Below };
    /// The cells on screen, in pixels.
    struct Axis {
        Side side = Side::Above;
        double edge = 0;    ///< of the plot, where the ruler begins
        double start = 0;   ///< of the first pixel along the axis
        double length = 0;  ///< pixels along the axis
        double first = 0;   ///< cell at `start`, maybe a part of it
        double cell = 1;    ///< pixels a cell
        [[nodiscard]] double at(std::int64_t index) const { return start + ((static_cast<double>(index) - first) * cell); }
        /// `from` and `depth` go outwards from the edge.
        [[nodiscard]] QRectF box(double along, double size, double from, double depth) const;
    };

    const AttentionMap& map;
    std::span<const std::int32_t> tokens;  ///< of the cells
    const Theme& theme;
    ResidueColours residues;
    QFont small, letterFont;
    bool letters = true;  ///< tokens, or only their places

    static constexpr double kSmallestLetterCell = 11;

    [[nodiscard]] double tokenDepth() const;  ///< room of the longest token
    [[nodiscard]] double depth() const;       ///< of tokens or ticks, without numbers
    void paint(QPainter& painter, const Axis& axis) const;
    void paintFlag(QPainter& painter, const Axis& axis, std::int64_t index) const;

private:
    void paintLetters(QPainter& painter, const Axis& axis) const;
    void paintLetter(QPainter& painter, const QRectF& box, std::int32_t token) const;
    void paintTicks(QPainter& painter, const Axis& axis) const;
    [[nodiscard]] std::int64_t step(const Axis& axis) const;  ///< residues between ticks; 0 = there are no residues
    void paintTick(QPainter& painter, const Axis& axis, double middle, std::int64_t place) const;
};

}  // namespace strand
