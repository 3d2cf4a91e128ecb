#include "layers/auxiliary_loss.hpp"

#include "compare.hpp"

namespace strand {
namespace {

TEST(AuxiliaryLoss, JoinsTheGradientAsIfItWereAdded) {
    const torch::Tensor x = torch::randn({3, 4}).requires_grad_(), y = x.detach().clone().requires_grad_();
    (withAuxiliaryLoss(x * 2, x.pow(2).sum()).sin().sum() * 3).backward();
    ((y * 2).sin().sum() * 3 + y.pow(2).sum()).backward();
    EXPECT_LT(largestDifference(x.grad(), y.grad()), 1e-6);
    EXPECT_TRUE(sameBits(withAuxiliaryLoss(x, x.sum()), x));
}

}  // namespace
}  // namespace strand
