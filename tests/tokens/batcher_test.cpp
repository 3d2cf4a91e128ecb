#include "tokens/batcher.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using Rows = std::vector<std::int64_t>;

EncodedSequences lengthsOf(const std::vector<std::int64_t>& lengths) {
    EncodedSequences data;
    data.start.push_back(0);
    for (const std::int64_t length : lengths) {
        data.ids.insert(data.ids.end(), static_cast<std::size_t>(length), 3);
        data.start.push_back(static_cast<std::int64_t>(data.ids.size()));
        data.labels.push_back(0);
    }
    return data;
}

EncodedSequences randomLengths(std::int64_t count, std::uint32_t longest, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::int64_t> lengths;
    for (std::int64_t i = 0; i < count; ++i)
        lengths.push_back(random.below(longest + 1));
    return lengthsOf(lengths);
}

Rows allRows(std::int64_t count) {
    Rows rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), std::int64_t{0});
    return rows;
}

Rows flattened(const std::vector<Rows>& batches) {
    Rows rows;
    for (const Rows& batch : batches)
        rows.insert(rows.end(), batch.begin(), batch.end());
    return rows;
}

std::int64_t padding(const EncodedSequences& data, const std::vector<Rows>& batches) {
    std::int64_t cells = 0;
    for (const Rows& batch : batches) {
        std::int64_t longest = 0;
        for (const std::int64_t row : batch)
            longest = std::max(longest, data.length(row));
        for (const std::int64_t row : batch)
            cells += longest - data.length(row);
    }
    return cells;
}

TEST(EncodeDataset, RowsLabelsAndTruncation) {
    const Dataset dataset = test::datasetOf({"ACGT", "", "GGGGGG"}, {1, kNoLabel, 0});
    const auto tokenizer = makeTokenizer("char", SequenceKind::Dna).value();
    const EncodeReport plain = encodeDataset(dataset, *tokenizer, 0, false);
    EXPECT_EQ(plain.truncated, 0);
    EXPECT_EQ(plain.encoded.rows(), 3);
    EXPECT_EQ(plain.encoded.start, (Rows{0, 4, 4, 10}));
    EXPECT_EQ(plain.encoded.labels, (std::vector<std::int32_t>{1, kNoLabel, 0}));
    EXPECT_EQ(plain.encoded.length(1), 0);
    const EncodeReport cut = encodeDataset(dataset, *tokenizer, 5, true);
    EXPECT_EQ(cut.truncated, 1);
    EXPECT_EQ(cut.encoded.start, (Rows{0, 5, 6, 11}));
    const auto row = cut.encoded.row(2);
    EXPECT_EQ(std::vector<std::int32_t>(row.begin(), row.end()), (std::vector<std::int32_t>{2, 5, 5, 5, 5}));
    const EncodeReport kmers = encodeDataset(dataset, *makeTokenizer("kmer:3", SequenceKind::Dna).value(), 512, false);
    EXPECT_EQ(kmers.encoded.start, (Rows{0, 2, 2, 6}));
}

// Over random sets of lengths, sizes and seeds: every row is in exactly one batch, and only one batch is short.
TEST(PlanBatches, EveryRowExactlyOnce) {
    Random random(12);
    for (int round = 0; round < 200; ++round) {
        const std::int64_t count = random.below(2000);
        const EncodedSequences data = randomLengths(count + 10, round % 3 == 0 ? 0 : 300, random());
        Rows rows = allRows(count + 10);
        random.shuffle(std::span<std::int64_t>(rows));
        rows.resize(static_cast<std::size_t>(count));
        const std::int64_t size = 1 + random.below(70);
        for (const bool shuffle : {false, true}) {
            const auto batches = planBatches(data, rows, size, shuffle, static_cast<std::uint64_t>(round));
            Rows found = flattened(batches), expected = rows;
            std::sort(found.begin(), found.end());
            std::sort(expected.begin(), expected.end());
            ASSERT_EQ(found, expected);
            ASSERT_EQ(static_cast<std::int64_t>(batches.size()), (count + size - 1) / size);
            const auto full = std::count_if(batches.begin(), batches.end(),
                                            [&](const Rows& batch) { return static_cast<std::int64_t>(batch.size()) == size; });
            ASSERT_EQ(full, count / size);
        }
    }
}

TEST(PlanBatches, EvaluationIsSortedAndStable) {
    const EncodedSequences data = lengthsOf({5, 3, 5, 1, 3});
    EXPECT_EQ(planBatches(data, Rows{4, 3, 2, 1, 0}, 2, false, 1), (std::vector<Rows>{{3, 4}, {1, 2}, {0}}));
}

TEST(PlanBatches, SeedDecidesTheOrder) {
    const EncodedSequences data = randomLengths(1000, 100, 1);
    const Rows rows = allRows(1000);
    EXPECT_EQ(planBatches(data, rows, 16, true, 5), planBatches(data, rows, 16, true, 5));
    EXPECT_NE(planBatches(data, rows, 16, true, 5), planBatches(data, rows, 16, true, 6));
    const EncodedSequences even = lengthsOf(std::vector<std::int64_t>(1000, 41));
    EXPECT_EQ(planBatches(even, rows, 16, true, 5), planBatches(even, rows, 16, true, 5));
    EXPECT_NE(planBatches(even, rows, 16, true, 5), planBatches(even, rows, 16, true, 6));
    EXPECT_NE(flattened(planBatches(even, rows, 16, true, 5)), rows);
}

TEST(PlanBatches, SimilarLengthsShareABatch) {
    const EncodedSequences data = randomLengths(20000, 1000, 3);
    const Rows rows = allRows(20000);
    const auto batches = planBatches(data, rows, 32, true, 1);
    EXPECT_LT(padding(data, batches) * 10, std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                                                           [&](std::int64_t sum, std::int64_t row) { return sum + data.length(row); }));
    // Not sorted as a whole: the batches come in random order.
    std::int64_t ascending = 0;
    for (std::size_t b = 1; b < batches.size(); ++b)
        ascending += data.length(batches[b].front()) >= data.length(batches[b - 1].front()) ? 1 : 0;
    EXPECT_NEAR(static_cast<double>(ascending) / static_cast<double>(batches.size()), 0.5, 0.1);
}

// Which rows meet in a batch changes from epoch to epoch, also where lengths are few.
TEST(PlanBatches, EqualLengthsAreDealtAnew) {
    std::vector<std::int64_t> lengths;
    for (int i = 0; i < 640; ++i)
        lengths.push_back(i % 2 == 0 ? 40 : 41);
    const EncodedSequences data = lengthsOf(lengths);
    auto together = [&](std::uint64_t seed) {
        for (const Rows& batch : planBatches(data, allRows(640), 32, true, seed)) {
            if (std::find(batch.begin(), batch.end(), 0) != batch.end()) return batch;
        }
        return Rows{};
    };
    Rows first = together(1), second = together(2);
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    EXPECT_NE(first, second);
}

TEST(PlanBatches, NothingGivesNoBatch) {
    EXPECT_TRUE(planBatches(lengthsOf({1}), {}, 8, true, 1).empty());
    EXPECT_EQ(planBatches(lengthsOf({1, 2}), Rows{0, 1}, 0, false, 1).size(), 2U);  // a size below 1 is 1
}

TEST(MakeBatch, PadsToTheLongestRow) {
    const Dataset dataset = test::datasetOf({"ACGT", "G", "TT"}, {0, 1, kNoLabel});
    const EncodedSequences data = encodeDataset(dataset, *makeTokenizer("char", SequenceKind::Dna).value(), 0, false).encoded;
    const Batch batch = makeBatch(data, Rows{2, 1, 0});
    EXPECT_EQ(batch.size, 3);
    EXPECT_EQ(batch.length, 4);
    EXPECT_EQ(batch.rows, (Rows{2, 1, 0}));
    EXPECT_EQ(batch.lengths, (Rows{2, 1, 4}));
    EXPECT_EQ(batch.labels, (Rows{-1, 1, 0}));
    EXPECT_EQ(batch.ids, (Rows{6, 6, 0, 0, 5, 0, 0, 0, 3, 4, 5, 6}));
    const Batch shorter = makeBatch(data, Rows{2, 1});
    EXPECT_EQ(shorter.length, 2);
    EXPECT_EQ(shorter.ids, (Rows{6, 6, 5, 0}));
}

}  // namespace
}  // namespace strand
