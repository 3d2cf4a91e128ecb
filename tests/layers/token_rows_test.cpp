#include "layers/token_rows.hpp"

#include "layers/linear.hpp"
#include "tests/layers/compare.hpp"

namespace strand {
namespace {

const std::vector<std::int64_t> kLengths{9, 1, 0, 5, 2};

TokenRows rowsOf(const torch::Tensor& index) { return {.index = index, .lengths = torch::tensor(kLengths, torch::kLong), .positions = 9}; }
torch::Tensor someIds() { return torch::randint(0, 6, {5, 9}); }

TEST(TokenRows, PathsAgreeInValueAndGradient) {
    torch::manual_seed(1);
    const torch::Tensor ids = someIds();
    for (const std::int64_t columns : {1, 7, 70}) {
        for (const bool sum : {false, true}) {
            expectPathsAgree([&](const auto& in) { return rowMeans({in[0], rowsOf(ids)}, sum); }, {torch::randn({6, columns})});
            expectPathsAgree([&](const auto& in) { return rowMeans({in[0], rowsOf({})}, sum); }, {torch::randn({45, columns})});
        }
        for (const std::int64_t width : {1, 2, 5, 12}) {
            expectPathsAgree(
                [&](const auto& in) {
                    return tokenConvolution({in[0], rowsOf(ids)}, in[1], width);
                },
                {torch::randn({6, width * columns}), torch::randn({columns})});
        }
        const std::vector<std::int64_t> widths{3, 1, 11};
        expectPathsAgree(
            [&](const auto& in) {
                return tokenConvolutionMax({in[0], rowsOf(ids)}, widths, columns);
            },
            {torch::randn({6, 15 * columns})});
        expectPathsAgree(
            [&](const auto& in) {
                return tokenConvolutionMax({in[0], rowsOf({})}, widths, columns);
            },
            {torch::randn({45, 15 * columns})});
    }
}

TEST(TokenRows, ConvolutionIsTorchsConvolutionOfTheEmbedding) {
    torch::manual_seed(2);
    const std::int64_t dim = 10, maps = 6, width = 3;
    const TokenEmbedding embedding(7, dim);
    const torch::Tensor ids = torch::randint(1, 7, {4, 20}), lengths = torch::full({4}, 20, torch::kLong);
    const torch::Tensor kernel = torch::randn({maps, dim, width}), bias = torch::randn({maps});
    const torch::Tensor projection = kernel.permute({2, 0, 1}).reshape({width * maps, dim});
    const torch::Tensor vectors = embedding.forward(ids).transpose(1, 2);
    const TokenTable projected = embedding.project({ids, lengths, {}, {}}, projection, {});
    EXPECT_EQ(projected.table.size(0), 7);
    EXPECT_LT(largestDifference(tokenConvolution(projected, bias, width), torch::conv1d(vectors, kernel, bias, 1, 1).transpose(1, 2)),
              1e-5);
    EXPECT_LT(largestDifference(tokenConvolutionMax(projected, {width}, maps), torch::conv1d(vectors, kernel).amax(2)), 1e-5);
}

TEST(TokenRows, ATableIsProjectedByRowOrByTokenToTheSameBits) {
    torch::manual_seed(3);
    const TokenEmbedding embedding(30, 16);
    const torch::Tensor projection = torch::randn({12, 16}), bias = torch::randn({12});
    const torch::Tensor many = torch::randint(1, 30, {4, 20}), few = many.narrow(0, 0, 1).contiguous();
    const TokenTable byRow = embedding.project({many, torch::full({4}, 20, torch::kLong), {}, {}}, projection, bias);
    const TokenTable byToken = embedding.project({few, torch::full({1}, 20, torch::kLong), {}, {}}, projection, bias);
    EXPECT_TRUE(byRow.rows.index.defined());
    EXPECT_FALSE(byToken.rows.index.defined());
    EXPECT_TRUE(sameBits(torch::embedding(byRow.table, few[0]), byToken.table));
    EXPECT_TRUE(sameBits(rowMeans(byRow)[0], rowMeans(byToken)[0]));
    const TokenTable replaced = embedding.project({few, torch::full({1}, 20, torch::kLong), embedding.forward(few), {}}, projection, bias);
    EXPECT_TRUE(sameBits(replaced.table, byToken.table));
}

TEST(TokenRows, PlacesAreAddedToTheVectorsOnEveryWay) {
    torch::manual_seed(4);
    const std::int64_t length = 9, dim = 8;
    const torch::Tensor projection = torch::randn({12, dim}), bias = torch::randn({12}), places = torch::randn({length, dim});
    for (const std::int64_t vocabulary : {3, 30}) {  // a table of all letters at all places, or one row for each token
        const TokenEmbedding embedding(vocabulary, dim);
        const torch::Tensor ids = torch::randint(1, vocabulary, {5, length}), lengths = torch::tensor(kLengths, torch::kLong);
        const torch::Tensor expected = torch::addmm(bias, (embedding.forward(ids) + places).flatten(0, 1), projection.t());
        const TokenTable found = embedding.project({ids, lengths, {}, places}, projection, bias);
        EXPECT_EQ(found.rows.index.defined(), vocabulary == 3);
        const torch::Tensor rows = found.rows.index.defined() ? torch::embedding(found.table, found.rows.index).flatten(0, 1) : found.table;
        EXPECT_LT(largestDifference(rows, expected), 1e-5);
        const TokenTable replaced = embedding.project({ids, lengths, embedding.forward(ids), places}, projection, bias);
        EXPECT_LT(largestDifference(replaced.table, expected), 1e-5);
    }
}

TEST(TokenRows, ShorterThanTheWindowAndEmpty) {
    const torch::Tensor table = torch::ones({6, 5 * 2}), ids = torch::ones({5, 9}, torch::kLong);
    const torch::Tensor best = tokenConvolutionMax({table, rowsOf(ids)}, {5}, 2);
    EXPECT_TRUE(sameBits(best.select(1, 0), torch::tensor({5.0F, 1.0F, 0.0F, 5.0F, 2.0F})));
}

TEST(TokenRows, NotANumberIsNotHiddenByTheMaximum) {
    torch::Tensor table = torch::ones({6, 3});
    table[2][0] = std::nan("");
    const torch::Tensor ids = torch::full({5, 9}, 2, torch::kLong);
    EXPECT_TRUE(tokenConvolutionMax({table, rowsOf(ids)}, {3}, 1)[0].isnan().item<bool>());
}

TEST(TokenEmbeddingModule, PaddingIsZero) {
    const TokenEmbedding embedding(9, 4, 2.0);
    EXPECT_EQ(embedding.weight[0].abs().sum().item<float>(), 0);
    EXPECT_GT(embedding.weight.narrow(0, 1, 8).std().item<float>(), 1);
}

TEST(TokenEmbeddingModule, GivenRowsSetTheSpreadOfTheOthers) {
    torch::manual_seed(4);
    TokenEmbedding embedding(500, 8);
    const torch::Tensor vectors = torch::randn({100, 8}) * 0.2, ids = torch::arange(3, 103);
    embedding.setRows(ids, vectors);
    EXPECT_TRUE(sameBits(embedding.weight.index_select(0, ids).detach(), vectors));
    EXPECT_NEAR(embedding.weight.narrow(0, 103, 397).std().item<double>(), 0.2, 0.02);
    EXPECT_EQ(embedding.weight[0].abs().sum().item<float>(), 0);
    EXPECT_TRUE(embedding.weight.requires_grad());
    // One number has no spread.
    TokenEmbedding tiny(4, 1);
    const torch::Tensor before = tiny.weight.detach().clone();
    tiny.setRows(torch::tensor({std::int64_t{3}}), torch::full({1, 1}, 7.0));
    EXPECT_EQ(tiny.weight[3].item<float>(), 7);
    EXPECT_TRUE(sameBits(tiny.weight.detach().narrow(0, 0, 3), before.narrow(0, 0, 3)));
}

}  // namespace
}  // namespace strand
