#include "layers/packed_matrix.hpp"

#include "tests/layers/compare.hpp"

namespace strand {
namespace {

torch::Tensor times(const torch::Tensor& a, const PackedMatrix& b, std::int64_t columns) {
    torch::Tensor c = torch::empty({a.size(0), columns});
    b.multiply(a.size(0), a.const_data_ptr<float>(), a.size(1), 1, c.mutable_data_ptr<float>());
    return c;
}

/// Sizes below and above those that are laid out anew; views whose rows do not follow each other in memory.
TEST(PackedMatrix, MultipliesAsTheMatrixItWasMadeOf) {
    torch::manual_seed(1);
    for (const std::int64_t k : {3, 40, 600}) {
        for (const std::int64_t n : {5, 16, 77}) {
            const torch::Tensor a = torch::randn({9, k}), b = torch::randn({k, n});
            const torch::Tensor expected = torch::mm(a.to(torch::kDouble), b.to(torch::kDouble)), columns = b.t().contiguous();
            for (const PackedMatrix& packed :
                 {PackedMatrix::of(b), PackedMatrix::of(columns.t()), PackedMatrix::transposed(columns), PackedMatrix::transposed(b.t())})
                EXPECT_LT(relativeDifference(times(a, packed, n), expected), 2e-5) << k << " x " << n;
        }
    }
}

TEST(PackedMatrix, AddsToWhatIsThereAndReadsColumns) {
    torch::manual_seed(2);
    const torch::Tensor a = torch::randn({70, 20}), b = torch::randn({70, 30}), before = torch::randn({20, 30});
    torch::Tensor c = before.clone();
    PackedMatrix::of(b).multiply(20, a.const_data_ptr<float>(), 1, 20, c.mutable_data_ptr<float>(), true);
    EXPECT_LT(relativeDifference(c, before + torch::mm(a.t(), b)), 2e-5);
}

/// Whoever packs holds the numbers: the tensor may go, and the number of threads changes nothing.
TEST(PackedMatrix, OutlivesItsTensor) {
    torch::manual_seed(3);
    const torch::Tensor a = torch::randn({8, 64});
    torch::Tensor b = torch::randn({64, 300});
    const int threads = at::get_num_threads();
    at::set_num_threads(1);
    const torch::Tensor expected = times(a, PackedMatrix::of(b), 300);
    at::set_num_threads(2);
    const PackedMatrix packed = PackedMatrix::of(b);
    b.reset();
    EXPECT_TRUE(sameBits(times(a, packed, 300), expected));
    at::set_num_threads(threads);
}

}  // namespace
}  // namespace strand
