#include "layers/kernels/listed.hpp"

#include "layers/kernels/kernel_set.hpp"
#include "tests/layers/kernels/each_set.hpp"

#include <utility>

namespace strand::kernels {

namespace {

class ListedKernels : public Kernels {
protected:
    [[nodiscard]] static const ListedTable& listed() { return kernelSet(GetParam())->listed; }
};
STRAND_EVERY_SET(ListedKernels);

/// Entries of a head, of which `tokens` are tokens and the rest memories, and the lists of a group.
struct Case {
    std::int64_t entries, dim, tokens;
    std::vector<std::int64_t> queries, keys;
    bool itselfLast, causal;
    [[nodiscard]] std::int64_t numbersOf(const std::vector<std::int64_t>& list) const {
        return static_cast<std::int64_t>(list.size()) * dim;
    }
    [[nodiscard]] std::int64_t all() const { return entries * dim; }
};

std::vector<Case> cases() {
    std::vector<std::int64_t> many, others;
    for (std::int64_t i = 0; i < 130; ++i) {
        many.push_back(i % 7 == 3 ? -1 : (i * 37) % 140);
        others.push_back(i % 11 == 5 ? -1 : (i * 53) % 140);
    }
    return {{8, 3, 8, {2, 0, 5}, {1, 2, 7, 0, 5}, false, false},
            {8, 3, 8, {2, 0, 5}, {1, 2, 7, 0, 5}, true, false},
            {8, 5, 6, {3, -1, 0, 5}, {-1, 3, 6, 1, 7, -1}, false, true},
            {8, 5, 6, {3, -1, 0, 5}, {0, 3, -1, 1, 5}, true, true},
            {4, 4, 4, {2}, {2}, true, false},
            {4, 4, 4, {-1, -1}, {1, 2}, false, false},
            {4, 4, 4, {1, 2}, {-1}, false, false},
            {140, 9, 120, many, others, true, true}};
}

struct Exact {
    std::vector<double> out, sums;
};

/// q, k, v one behind the other.
Exact exact(const Case& c, const std::vector<double>& qkv, float scale) {
    Exact result;
    const auto number = [&](std::int64_t part, std::int64_t row, std::int64_t d) {
        return qkv[static_cast<std::size_t>(part * c.all() + row * c.dim + d)];
    };
    for (const std::int64_t query : c.queries) {
        std::vector<std::pair<std::int64_t, double>> logits;
        for (const std::int64_t key : c.keys) {
            if (query < 0 || key < 0) continue;
            double logit = 0;
            for (std::int64_t d = 0; d < c.dim; ++d)
                logit += number(0, query, d) * number(1, key, d) * scale;
            if (c.itselfLast && key == query) logit = -5e4;
            if (c.causal && key > query && key < c.tokens) logit = -1e30;
            logits.emplace_back(key, logit);
        }
        double best = -1e31, sum = 0;
        for (const auto& [key, logit] : logits)
            best = std::max(best, logit);
        for (const auto& [key, logit] : logits)
            sum += std::exp(logit - best);
        result.sums.push_back(logits.empty() ? 0 : best + std::log(sum));
        for (std::int64_t d = 0; d < c.dim; ++d) {
            double out = 0;
            for (const auto& [key, logit] : logits)
                out += std::exp(logit - best) / sum * number(2, key, d);
            result.out.push_back(out);
        }
    }
    return result;
}

ListedGroup groupOf(const Case& c, const std::vector<float>& qkv, std::vector<float>& out, std::vector<float>& sums) {
    out.assign(static_cast<std::size_t>(c.numbersOf(c.queries)), 7);
    sums.assign(c.queries.size(), 7);
    return {.q = qkv.data(),
            .k = qkv.data() + c.all(),
            .v = qkv.data() + 2 * c.all(),
            .dim = c.dim,
            .queries = c.queries.data(),
            .keys = c.keys.data(),
            .queryCount = static_cast<std::int64_t>(c.queries.size()),
            .keyCount = static_cast<std::int64_t>(c.keys.size()),
            .itselfLast = c.itselfLast,
            .causal = c.causal,
            .tokens = c.tokens,
            .scale = static_cast<float>(1 / std::sqrt(static_cast<double>(c.dim))),
            .out = out.data(),
            .sums = sums.data()};
}

std::vector<float> scratchFor(const ListedTable& table, const Case& c) {
    return std::vector<float>(static_cast<std::size_t>(
        table.scratch(static_cast<std::int64_t>(c.queries.size()), static_cast<std::int64_t>(c.keys.size()), c.dim)));
}

TEST_P(ListedKernels, AGroupIsTheSoftmaxOfItsLists) {
    std::size_t number = 0;
    for (const Case& c : cases()) {
        const std::string name = "case " + std::to_string(number++);
        const auto qkv = numbers(3 * c.all(), 1, 2);
        std::vector<float> out, sums, scratch = scratchFor(listed(), c);
        const ListedGroup group = groupOf(c, qkv, out, sums);
        listed().attention(group, scratch.data());
        const Exact expected = exact(c, inDouble(qkv), group.scale);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            if (expected.sums[i] > -1e29) {  // else it sees nothing: some finite number
                ASSERT_NEAR(sums[i], expected.sums[i], 1e-5 * (1 + std::abs(expected.sums[i]))) << name;
                for (std::int64_t d = 0; d < c.dim; ++d) {
                    const auto place = i * static_cast<std::size_t>(c.dim) + static_cast<std::size_t>(d);
                    ASSERT_NEAR(out[place], expected.out[place], 1e-5) << name << " query " << i;
                }
            }
            ASSERT_TRUE(std::isfinite(sums[i])) << name;
        }
    }
}

TEST_P(ListedKernels, GradientsAreSlopes) {
    std::size_t number = 0;
    for (const Case& c : cases()) {
        const std::string name = "case " + std::to_string(number++);
        if (c.entries > 10) continue;  // below
        const auto qkv = numbers(3 * c.all(), 1), dOut = numbers(c.numbersOf(c.queries), 2),
                   dSums = numbers(static_cast<std::int64_t>(c.queries.size()), 3);
        std::vector<float> out, sums, scratch = scratchFor(listed(), c), gradient(qkv.size(), 0.5F);
        const ListedGroup group = groupOf(c, qkv, out, sums);
        listed().attention(group, scratch.data());
        listed().attentionBackward(group,
                                   {.dOut = dOut.data(),
                                    .dSums = dSums.data(),
                                    .dq = gradient.data(),
                                    .dk = gradient.data() + c.all(),
                                    .dv = gradient.data() + 2 * c.all()},
                                   scratch.data());
        std::vector<double> x = inDouble(qkv);
        std::vector<double> expected = slopes(x, [&] {
            const Exact y = exact(c, x, group.scale);
            double value = 0;
            for (std::size_t i = 0; i < y.out.size(); ++i)
                value += y.out[i] * dOut[i];
            for (std::size_t i = 0; i < y.sums.size(); ++i)
                if (y.sums[i] > -1e4) value += y.sums[i] * dSums[i];
            return value;
        });
        for (double& slope : expected)
            slope += 0.5;  // it is added to
        expectNear(gradient, expected, 2e-5, name);
    }
}

/// More queries than a block holds: the groups of single queries add up to the same gradient.
TEST_P(ListedKernels, BlocksOfQueriesAddUp) {
    const Case whole = cases().back();
    const auto qkv = numbers(3 * whole.all(), 1), dOut = numbers(whole.numbersOf(whole.queries), 2);
    const std::vector<float> dSums(whole.queries.size(), 0.3F);
    std::vector<float> together(qkv.size()), oneByOne(qkv.size());
    const auto add = [&](const Case& c, std::size_t first, std::vector<float>& gradient) {
        std::vector<float> out, sums, scratch = scratchFor(listed(), c);
        const ListedGroup group = groupOf(c, qkv, out, sums);
        listed().attention(group, scratch.data());
        listed().attentionBackward(group,
                                   {.dOut = dOut.data() + static_cast<std::int64_t>(first) * c.dim,
                                    .dSums = dSums.data() + first,
                                    .dq = gradient.data(),
                                    .dk = gradient.data() + c.all(),
                                    .dv = gradient.data() + 2 * c.all()},
                                   scratch.data());
    };
    add(whole, 0, together);
    for (std::size_t i = 0; i < whole.queries.size(); ++i) {
        Case single = whole;
        single.queries = {whole.queries[i]};
        add(single, i, oneByOne);
    }
    expectNear(together, inDouble(oneByOne), 2e-5, "blocks");
}

}  // namespace
}  // namespace strand::kernels
