#include "layers/edge_attention.hpp"

#include "compare.hpp"
#include "layers/dropout.hpp"

namespace strand {
namespace {

SequenceGraph smallGraph() {
    return sequenceGraph(torch::tensor({{5, 9, 5, 4, 7, 4}, {8, 8, 3, 0, 0, 0}, {0, 0, 0, 0, 0, 0}}), torch::tensor({6, 3, 0}), {});
}

std::shared_ptr<EdgeAttention> layer(double dropout) {
    torch::manual_seed(1);
    return std::make_shared<EdgeAttention>(EdgeAttentionOptions{.input = 5, .heads = 2, .headDim = 3, .slope = 0.2, .dropout = dropout});
}

TEST(EdgeAttention, CoefficientsOfEachNodeSumToOne) {
    const SequenceGraph graph = smallGraph();
    torch::Tensor alpha;
    const auto attention = layer(0);
    (void)attention->forward(graph, torch::randn({graph.edges.start.size(0) - 1, 5}), &alpha);
    const torch::Tensor sums = torch::zeros({graph.edges.start.size(0) - 1, 2}).index_add(0, graph.edges.row(), alpha);
    EXPECT_LT(largestDifference(sums, torch::ones_like(sums)), 1e-6);
    EXPECT_GT(alpha.min().item<double>(), 0);
}

/// Float64 goes through torch's operators, whose gradients are torch's own.
TEST(EdgeAttention, LoopsAndOperatorsAgree) {
    const SequenceGraph graph = smallGraph();
    const auto own = layer(0), wide = layer(0);
    wide->to(torch::kDouble);
    const torch::Tensor x = torch::randn({graph.edges.start.size(0) - 1, 5}).requires_grad_();
    const torch::Tensor same = x.detach().to(torch::kDouble).requires_grad_();
    const torch::Tensor out = own->forward(graph, x), expected = wide->forward(graph, same);
    EXPECT_LT(largestDifference(out, expected), 1e-5);
    const torch::Tensor factors = torch::randn_like(out);
    (out * factors).sum().backward();
    (expected * factors.to(torch::kDouble)).sum().backward();
    EXPECT_LT(largestDifference(x.grad(), same.grad()), 1e-5);
    for (const auto& item : own->namedParameters())
        EXPECT_LT(largestDifference(item.value().grad(), wide->namedParameters()[item.key()].grad()), 1e-5) << item.key();
}

/// With dropout the masks follow the key, so the derivative along a direction can be taken by differences.
TEST(EdgeAttention, GradientsHoldWithDropout) {
    const SequenceGraph graph = smallGraph();
    const auto attention = layer(0.4);
    const torch::Tensor x = torch::randn({graph.edges.start.size(0) - 1, 5}).requires_grad_(), direction = torch::randn_like(x);
    const auto value = [&](const torch::Tensor& at) {
        setDropoutKey(1, 1);
        return attention->forward(graph, at).pow(2).sum();
    };
    value(x).backward();
    const torch::NoGradGuard frozen;
    const double step = 1e-3;
    const double slope = (value(x + step * direction) - value(x - step * direction)).item<double>() / (2 * step);
    EXPECT_NEAR((x.grad() * direction).sum().item<double>(), slope, 2e-2 * std::max(1.0, std::abs(slope)));
}

TEST(EdgeAttention, AnEdgeCountsAsOftenAsItWasCounted) {
    SequenceGraph graph = smallGraph();
    const auto attention = layer(0);
    const torch::Tensor x = torch::randn({graph.edges.start.size(0) - 1, 5});
    torch::Tensor once, twice;
    (void)attention->forward(graph, x, &once);
    graph.edges.weight[1] *= 2;
    (void)attention->forward(graph, x, &twice);
    const torch::Tensor before = once[1] / once[0], after = twice[1] / twice[0];
    EXPECT_LT(largestDifference(after, 2 * before), 1e-4);
}

}  // namespace
}  // namespace strand
