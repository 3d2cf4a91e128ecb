// The right operand of matrix products on the CPU, laid out once for all rows that are multiplied by it.
#pragma once

#include "layers/fast_path.hpp"

#include <utility>

namespace strand {

class PackedMatrix {
public:
    /// b [k,n], float32, contiguous.
    [[nodiscard]] static PackedMatrix of(const torch::Tensor& b);
    /// b' [k,n] for b [n,k].
    [[nodiscard]] static PackedMatrix transposed(const torch::Tensor& b);

    /// c [m,n] (+)= a times this, on the calling thread; element (i,j) of a lies at i * aRow + j * aColumn, one of which is 1.
    void multiply(std::int64_t m, const float* a, std::int64_t aRow, std::int64_t aColumn, float* c, bool accumulate = false) const {
        kernels::table().gemmPacked(m, m_n, m_k, a, aRow, aColumn, data(), c, m_n, accumulate);
    }

    /// For kernels that multiply by it themselves.
    [[nodiscard]] const float* data() const { return m_floats.const_data_ptr<float>(); }

private:
    PackedMatrix(std::int64_t k, std::int64_t n, torch::Tensor floats) : m_k(k), m_n(n), m_floats(std::move(floats)) {}
    PackedMatrix(std::int64_t k, std::int64_t n, const float* b, std::int64_t bRow, std::int64_t bColumn);

    std::int64_t m_k, m_n;
    torch::Tensor m_floats;
};

}  // namespace strand
