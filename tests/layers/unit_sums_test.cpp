#include "layers/unit_sums.hpp"

#include "compare.hpp"

namespace strand {
namespace {

TEST(UnitSums, AreThoseOfQueriesAndKeysAtUnitLength) {
    torch::manual_seed(3);
    const torch::Tensor lengths = torch::full({5}, 33, torch::kLong);
    for (const std::int64_t dim : {1, 5, 32, 37}) {
        for (const Padding& padding : {padded(), Padding{.lengths = lengths, .mask = {}}}) {
            const LayerFunction layer = [&](const std::vector<torch::Tensor>& in) { return unitSums(in[0], 3, padding); };
            // In one dimension the length has no gradient: away from 0, lest its rounding be divided by little.
            const torch::Tensor x = torch::randn({5, 33, 9 * dim});
            expectPathsAgree(layer, {x + x.sign()});
        }
    }
}

}  // namespace
}  // namespace strand
