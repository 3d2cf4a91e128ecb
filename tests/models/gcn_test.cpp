#include "tests/models/classic_reference.hpp"

#include <algorithm>

namespace strand {
namespace {

/// D^-1/2 (A + I) D^-1/2 for a row of tokens: A counts the pairs of places fewer than `window` apart.
torch::Tensor normalisedEdges(const torch::Tensor& stands, std::int64_t window) {
    const torch::Tensor place = torch::arange(stands.size(1)), apart = (place.unsqueeze(0) - place.unsqueeze(1)).abs();
    const torch::Tensor near = ((apart < window) & (apart > 0)).to(torch::kFloat);
    const torch::Tensor edges = torch::mm(torch::mm(stands, near), stands.t()) + torch::eye(stands.size(0));
    const torch::Tensor scale = edges.sum(1).rsqrt();
    return scale.unsqueeze(1) * edges * scale;
}

/// Which node stands at each place [nodes, places], in order of first occurrence.
torch::Tensor standing(const std::vector<std::int64_t>& row, bool types) {
    std::vector<std::int64_t> seen, at;
    for (std::size_t p = 0; p < row.size(); ++p) {
        const auto found = types ? std::ranges::find(seen, row[p]) : seen.end();
        at.push_back(found - seen.begin());
        if (found == seen.end()) seen.push_back(row[p]);
    }
    return torch::one_hot(torch::tensor(at)).t().to(torch::kFloat);
}

const std::vector<std::vector<std::int64_t>> kRows = {{3, 4, 5, 6, 3, 7, 8, 4, 4, 3, 5}, {8, 3, 3, 7}, {5}};

TEST(Gcn, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("GCN", 2); }

/// Equation 2 of the paper with dense matrices, from the weights of the model.
TEST(Gcn, LayersAreProductsWithTheNormalisedEdges) {
    for (const bool types : {true, false}) {
        for (const std::int64_t window : {2, 4}) {
            const auto model = toyModel(
                entryOf("GCN"), 6, 2,
                {{"nodes", types ? "types" : "positions"}, {"window", std::to_string(window)}, {"positions", "none"}, {"n_layers", "3"}});
            model->eval();
            const torch::NoGradGuard frozen;
            const auto weights = model->namedParameters();
            for (const char* bias : {"bias0", "bias1", "bias2"})
                torch::Tensor(weights[bias]).normal_();
            const torch::Tensor read = model->forward(inputOf(kRows)).representation;
            for (std::size_t i = 0; i < kRows.size(); ++i) {
                const torch::Tensor stands = standing(kRows[i], types), edges = normalisedEdges(stands, window);
                const torch::Tensor tokens = torch::embedding(weights["input.embedding.weight"], torch::tensor(kRows[i]));
                torch::Tensor x = torch::mm(stands, tokens) / stands.sum(1, true);
                for (const char* layer : {"0", "1", "2"}) {
                    const std::string name(layer);
                    x = torch::relu(torch::mm(edges, torch::mm(x, weights["layer" + name + ".weight"].t())) + weights["bias" + name]);
                }
                EXPECT_LT(largestDifference(read[static_cast<std::int64_t>(i)], torch::cat({x.mean(0), x.amax(0)})), 1e-5)
                    << "row " << i << ", window " << window << (types ? ", types" : ", positions");
            }
        }
    }
}

TEST(Gcn, TheOptionsSetTheSizes) {
    using Sizes = std::vector<std::int64_t>;
    const auto weights = toyModel(entryOf("GCN"), 6, 2, {{"hidden", "9"}, {"n_layers", "3"}})->namedParameters();
    EXPECT_EQ(weights["layer0.weight"].sizes(), (Sizes{9, 10}));
    EXPECT_EQ(weights["layer2.weight"].sizes(), (Sizes{9, 9}));
    EXPECT_FALSE(weights.contains("layer3.weight"));
    EXPECT_EQ(weights["classifier.weight"].sizes(), (Sizes{2, 18})) << "mean and maximum";
}

}  // namespace
}  // namespace strand
