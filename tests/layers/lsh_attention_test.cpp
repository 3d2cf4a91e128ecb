#include "layers/lsh_attention.hpp"

#include "compare.hpp"

#include <cmath>
#include <map>

namespace strand {
namespace {

constexpr std::int64_t kHeads = 2, kDim = 4;

Padding wholeOf(std::int64_t batch, std::int64_t entries) { return {.lengths = torch::full({batch}, entries, torch::kLong), .mask = {}}; }

Padding paddedTo(const std::vector<std::int64_t>& lengths, std::int64_t entries) {
    const torch::Tensor all = torch::tensor(lengths);
    return {.lengths = all, .mask = torch::arange(entries).unsqueeze(0) < all.unsqueeze(1)};
}

/// One head of one sequence by the definition, element by element: entries 0 .. n - 1, `tokens` of them tokens.
torch::Tensor byDefinition(const torch::Tensor& qk, const torch::Tensor& v, const torch::Tensor& buckets, const LshOptions& options) {
    const std::int64_t n = qk.size(0), rounds = buckets.size(0), size = options.bucketSize, chunks = (n + size - 1) / size;
    std::vector<std::vector<std::int64_t>> inChunk;  // of all rounds in turn
    std::vector<std::vector<std::int64_t>> chunkOf(static_cast<std::size_t>(rounds),
                                                   std::vector<std::int64_t>(static_cast<std::size_t>(n)));
    for (std::int64_t r = 0; r < rounds; ++r) {
        std::multimap<std::int64_t, std::int64_t> sorted;
        for (std::int64_t i = 0; i < n; ++i)
            sorted.emplace(buckets[r][i].item<std::int64_t>(), i);
        std::int64_t slot = 0;
        for (const auto& [bucket, i] : sorted) {
            if (slot % size == 0) inChunk.emplace_back();
            inChunk.back().push_back(i);
            chunkOf[static_cast<std::size_t>(r)][static_cast<std::size_t>(i)] = r * chunks + slot++ / size;
        }
    }
    const torch::Tensor dots = torch::matmul(qk, (qk / qk.norm(2, 1, true)).t()) / std::sqrt(static_cast<double>(kDim));
    torch::Tensor out = torch::zeros({options.shared.tokens, v.size(1)});
    for (std::int64_t q = 0; q < options.shared.tokens; ++q) {
        std::vector<std::pair<std::int64_t, std::int64_t>> seen;  // round, key
        std::map<std::int64_t, int> times;
        for (std::int64_t r = 0; r < rounds; ++r) {
            const std::int64_t own = chunkOf[static_cast<std::size_t>(r)][static_cast<std::size_t>(q)];
            for (const std::int64_t chunk : {own, (own + rounds * chunks - 1) % (rounds * chunks)}) {
                for (const std::int64_t k : inChunk[static_cast<std::size_t>(chunk)]) {
                    const bool sameBucket = chunk / chunks == r && buckets[r][q].item<std::int64_t>() == buckets[r][k].item<std::int64_t>();
                    if (!options.acrossBuckets && !sameBucket) continue;
                    if (options.shared.causal && k > q && k < options.shared.tokens) continue;
                    seen.emplace_back(r, k);
                    ++times[k];
                }
            }
        }
        double sum = 0;
        torch::Tensor mixed = torch::zeros({v.size(1)});
        double top = -1e9;
        const auto logit = [&](std::int64_t k) {
            return (k == q ? -5e4 : dots[q][k].item<double>()) - (options.allowDuplicates ? 0 : std::log(times[k]));
        };
        for (const auto& [r, k] : seen)
            top = std::max(top, logit(k));
        for (const auto& [r, k] : seen) {
            const double weight = std::exp(logit(k) - top);
            sum += weight;
            mixed += weight * v[k];
        }
        out[q] = mixed / sum;
    }
    return out;
}

struct Data {
    torch::Tensor qk, v;
    explicit Data(std::int64_t batch, std::int64_t entries) {
        torch::manual_seed(3);
        qk = torch::randn({batch, kHeads, entries, kDim});
        v = torch::randn({batch, kHeads, entries, kDim});
    }
};

torch::Tensor rotationsOf(std::int64_t rounds, std::int64_t bucketSize, std::int64_t entries = 64) {
    torch::manual_seed(4);
    return lshRotations({.heads = kHeads, .headDim = kDim, .rounds = rounds, .bucketSize = bucketSize, .entries = entries});
}

class EveryLshKind : public testing::TestWithParam<std::tuple<std::int64_t, std::int64_t, bool, bool, bool>> {};
INSTANTIATE_TEST_SUITE_P(LshAttention, EveryLshKind,
                         testing::Combine(testing::Values(2, 3, 8), testing::Values(1, 3), testing::Bool(), testing::Bool(),
                                          testing::Bool()));

TEST_P(EveryLshKind, FollowsTheDefinitionShowsItsWeightsAndPaddingChangesNothing) {
    const auto& [size, rounds, causal, across, duplicates] = GetParam();
    constexpr std::int64_t kEntries = 19;
    const LshOptions options{
        .shared = {.tokens = kEntries, .causal = causal}, .bucketSize = size, .acrossBuckets = across, .allowDuplicates = duplicates};
    const Data data(4, kEntries);
    const Padding entries = paddedTo({19, 12, 7, 1}, kEntries);
    const torch::Tensor rotations = rotationsOf(rounds, size), buckets = lshBuckets(data.qk, rotations, entries, size);
    torch::Tensor weights;
    const torch::Tensor out = lshAttention(data.qk, data.v, buckets, entries, options, &weights);
    const torch::Tensor there = entries.mask.view({4, 1, kEntries, 1});
    EXPECT_LT(largestDifference(out * there, lshAttention(data.qk, data.v, buckets, entries, options) * there), 1e-5);
    for (std::int64_t b = 0; b < 4; ++b) {
        const std::int64_t n = entries.lengths[b].item<std::int64_t>();
        LshOptions alone = options;
        alone.shared.tokens = n;
        for (std::int64_t h = 0; h < kHeads; ++h) {
            const torch::Tensor qk = data.qk[b][h].narrow(0, 0, n), v = data.v[b][h].narrow(0, 0, n);
            const torch::Tensor own = lshBuckets(qk.view({1, 1, n, kDim}), rotations.narrow(0, h, 1), wholeOf(1, n), size);
            EXPECT_TRUE(torch::equal(own[0][0], buckets[b][h].narrow(1, 0, n))) << "buckets of a sequence are its own";
            EXPECT_LT(largestDifference(byDefinition(qk, v, own[0][0], alone), out[b][h].narrow(0, 0, n)), 1e-5) << b << " " << h;
            EXPECT_LT(largestDifference(torch::matmul(weights[b][h].narrow(1, 0, n), v).narrow(0, 0, n), out[b][h].narrow(0, 0, n)), 1e-5);
        }
        EXPECT_EQ(weights[b].narrow(2, n, kEntries - n).abs().sum().item<double>(), 0);
        EXPECT_EQ(weights[b].narrow(1, n, kEntries - n).abs().sum().item<double>(), 0);
    }
}

TEST(LshAttention, MemoriesAreSeenByAllThatHashToThem) {
    for (const bool causal : {false, true}) {
        const LshOptions options{.shared = {.tokens = 9, .causal = causal}, .bucketSize = 4};
        const Data data(1, 12);
        const torch::Tensor buckets = lshBuckets(data.qk, rotationsOf(2, 4), wholeOf(1, 12), 4);
        const torch::Tensor out = lshAttention(data.qk, data.v, buckets, wholeOf(1, 12), options);
        ASSERT_EQ(out.size(2), 9);
        for (std::int64_t h = 0; h < kHeads; ++h)
            EXPECT_LT(largestDifference(byDefinition(data.qk[0][h], data.v[0][h], buckets[0][h], options), out[0][h]), 1e-5);
    }
}

TEST(LshAttention, BucketsAreTheLargestOfTheRotationsAndTheirNegatives) {
    const Data data(2, 16);
    const torch::Tensor rotations = rotationsOf(3, 2), buckets = lshBuckets(data.qk, rotations, wholeOf(2, 16), 2);
    for (std::int64_t h = 0; h < kHeads; ++h) {
        for (std::int64_t r = 0; r < 3; ++r) {
            const torch::Tensor along = torch::matmul(data.qk.select(1, h), rotations[h].select(1, r).narrow(1, 0, 4));
            EXPECT_TRUE(torch::equal(torch::cat({along, -along}, 2).argmax(2), buckets.select(1, h).select(1, r)));
        }
    }
}

TEST(LshAttention, ApproachesFullAttentionAsRoundsGrow) {
    torch::manual_seed(5);
    // Sharp attention: what hashing is for.
    const torch::Tensor qk = 12 * torch::randn({1, kHeads, 256, kDim}), v = torch::randn({1, kHeads, 256, kDim});
    const torch::Tensor full = sharedQkAttention(qk, v, wholeOf(1, 256), {.tokens = 256});
    double before = 1e9;
    for (const std::int64_t rounds : {1, 4, 16}) {
        double error = 0;
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            const torch::Tensor rotations =
                lshRotations({.heads = 1, .headDim = kDim, .rounds = rounds, .bucketSize = 8, .entries = 256}, seed);
            const torch::Tensor buckets = lshBuckets(qk, rotations, wholeOf(1, 256), 8);
            const LshOptions options{.shared = {.tokens = 256}, .bucketSize = 8, .allowDuplicates = false};
            error += (lshAttention(qk, v, buckets, wholeOf(1, 256), options) - full).pow(2).mean().item<double>();
        }
        EXPECT_LT(error, 0.8 * before) << rounds << " rounds";
        before = error;
    }
}

TEST(LshAttention, GradientsOfBothTypesAgree) {
    const Data data(2, 13);
    const Padding entries = paddedTo({13, 6}, 13);
    const torch::Tensor buckets = lshBuckets(data.qk, rotationsOf(2, 3), entries, 3);
    for (const bool causal : {false, true}) {
        const LayerFunction layer = [&](const std::vector<torch::Tensor>& x) {
            const torch::Tensor out =
                lshAttention(x[0], x[1], buckets, entries, {.shared = {.tokens = 13, .causal = causal}, .bucketSize = 3});
            return out.masked_fill(entries.mask.logical_not().view({2, 1, 13, 1}), 0);
        };
        expectPathsAgree(layer, {data.qk, data.v});
    }
}

TEST(SharedQkAttention, FollowsItsFormula) {
    const Data data(2, 11);
    for (const bool causal : {false, true}) {
        const torch::Tensor unit = data.qk / data.qk.norm(2, 3, true);
        torch::Tensor scores = torch::matmul(data.qk, unit.transpose(2, 3)) / std::sqrt(static_cast<double>(kDim));
        scores = scores.masked_fill(torch::eye(11).to(torch::kBool), -5e4).narrow(2, 0, 9);
        if (causal) scores = scores.masked_fill(torch::constant_pad_nd(torch::ones({9, 9}).triu(1), {0, 2}).to(torch::kBool), -1e30);
        torch::Tensor weights;
        const torch::Tensor out = sharedQkAttention(data.qk, data.v, wholeOf(2, 11), {.tokens = 9, .causal = causal}, &weights);
        EXPECT_LT(largestDifference(out, torch::matmul(torch::softmax(scores, 3), data.v)), 1e-5);
        EXPECT_LT(largestDifference(weights, torch::softmax(scores, 3).narrow(3, 0, 9)), 1e-6);
    }
}

}  // namespace
}  // namespace strand
