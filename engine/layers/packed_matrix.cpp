#include "layers/packed_matrix.hpp"

namespace strand {

PackedMatrix::PackedMatrix(std::int64_t k, std::int64_t n, const float* b, std::int64_t bRow, std::int64_t bColumn)
    : m_k(k), m_n(n), m_floats(torch::empty({kernels::table().packedSize(k, n)}, torch::kFloat)) {
    constexpr std::int64_t kColumns = 4 * kernels::kPackedColumns;
    splitWork(n, kColumns, [&, to = m_floats.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
        kernels::table().pack(k, n, b, bRow, bColumn, to, begin, end);
    });
}

PackedMatrix PackedMatrix::of(const torch::Tensor& b) {
    const torch::Tensor rows = b.contiguous();
    const std::int64_t k = rows.size(0), n = rows.size(1);
    if (!kernels::table().packs(k, n)) return {k, n, rows};
    return {k, n, rows.const_data_ptr<float>(), n, 1};
}

PackedMatrix PackedMatrix::transposed(const torch::Tensor& b) {
    const torch::Tensor rows = b.contiguous();
    return {rows.size(1), rows.size(0), rows.const_data_ptr<float>(), 1, rows.size(1)};
}

}  // namespace strand
