// Where a token stands: sinusoidal (Vaswani et al. 2017, arXiv:1706.03762, section 3.5), learned, or axial (Kitaev et al. 2020,
// arXiv:2001.04451, appendix A): position p of a grid with c columns is row p / c plus column p mod c, so that a long table is short.
#pragma once

#include "layers/module.hpp"

namespace strand {

/// [length, dim]: sin(p / 10000^(2i/dim)) in column 2i, cos of the same in column 2i + 1.
[[nodiscard]] torch::Tensor sinusoidalPositions(std::int64_t length, std::int64_t dim, const torch::TensorOptions& options = {});

enum class PositionKind { None, Sinusoidal, Learned, Axial };

/// A table of position vectors. A learned or axial one has `maxLength` rows; the sinusoidal one grows as needed and is no parameter.
class Positions : public Module {
public:
    /// `columns` of the grid of axial positions.
    Positions(PositionKind kind, std::int64_t maxLength, std::int64_t dim, std::int64_t columns = 1);
    /// [length, dim]; throws std::length_error where a learned table is too short.
    [[nodiscard]] torch::Tensor forward(std::int64_t length, const torch::TensorOptions& options);

private:
    [[nodiscard]] torch::Tensor learned() const;

    PositionKind m_kind;
    std::int64_t m_maxLength, m_dim;
    torch::Tensor m_table;            ///< learned: the parameter; sinusoidal: rows made so far
    torch::Tensor m_rows, m_columns;  ///< axial: [rows, dim], [columns, dim]
};

}  // namespace strand
