#include "layers/positions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace strand {

torch::Tensor sinusoidalPositions(std::int64_t length, std::int64_t dim, const torch::TensorOptions& options) {
    const torch::Tensor place = torch::arange(length, torch::kDouble).unsqueeze(1);
    const torch::Tensor rate = torch::exp(torch::arange(0, dim, 2, torch::kDouble) * (-std::log(10000.0) / static_cast<double>(dim)));
    const torch::Tensor angle = place * rate;  // [length, ceil(dim / 2)]
    const torch::Tensor interleaved = torch::stack({angle.sin(), angle.cos()}, 2).flatten(1);
    return interleaved.narrow(1, 0, dim).to(options).contiguous();
}

Positions::Positions(PositionKind kind, std::int64_t maxLength, std::int64_t dim, std::int64_t columns)
    : m_kind(kind), m_maxLength(maxLength), m_dim(dim) {
    constexpr double kDeviation = 0.02;
    if (m_kind == PositionKind::Learned) m_table = registerParameter("weight", torch::randn({maxLength, dim}) * kDeviation);
    if (m_kind != PositionKind::Axial) return;
    m_rows = registerParameter("rows", torch::randn({(maxLength + columns - 1) / columns, dim}) * kDeviation);
    m_columns = registerParameter("columns", torch::randn({columns, dim}) * kDeviation);
}

torch::Tensor Positions::learned() const {
    return m_kind == PositionKind::Learned ? m_table : (m_rows.unsqueeze(1) + m_columns.unsqueeze(0)).flatten(0, 1);
}

torch::Tensor Positions::forward(std::int64_t length, const torch::TensorOptions& options) {
    if (m_kind != PositionKind::Sinusoidal) {
        if (length > m_maxLength) throw std::length_error(fmt::format("{} tokens, but positions were learned for {}", length, m_maxLength));
        return learned().narrow(0, 0, length);
    }
    const bool fits =
        m_table.defined() && m_table.size(0) >= length && m_table.device() == options.device() && m_table.dtype() == options.dtype();
    if (!fits) m_table = sinusoidalPositions(std::max<std::int64_t>(length, 64), m_dim, options);
    return m_table.narrow(0, 0, length);
}

}  // namespace strand
