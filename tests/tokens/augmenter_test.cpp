#include "tokens/augmenter.hpp"

#include "data/synthetic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace strand {
namespace {

Dataset dataOf(SequenceKind kind, std::vector<std::string> sequences) {
    Dataset data{.name = "given", .kind = kind, .classes = {"0", "1"}, .sequences = {}};
    for (auto& residues : sequences)
        data.sequences.push_back({.id = "s", .residues = std::move(residues), .label = 1});
    return data;
}

struct Fixture {
    Fixture(SequenceKind kind, std::vector<std::string> sequences, const std::string& tokens = "char")
        : data(dataOf(kind, std::move(sequences))), tokenizer(makeTokenizer(tokens, kind).value()) {}
    [[nodiscard]] Batch batch(const AugmentOptions& options, std::uint64_t step, bool cls = true, std::int64_t maxLength = 0,
                              std::uint64_t seed = 1) const {
        std::vector<std::int64_t> rows;
        for (std::size_t i = 0; i < data.sequences.size(); ++i)
            rows.push_back(static_cast<std::int64_t>(i));
        return Augmenter(options, data, *tokenizer, maxLength, cls, seed).batch(rows, step);
    }
    [[nodiscard]] Batch plain(bool cls = true, std::int64_t maxLength = 0) const {
        const EncodeReport report = encodeDataset(data, *tokenizer, maxLength, cls);
        std::vector<std::int64_t> rows;
        for (std::int64_t i = 0; i < report.encoded.rows(); ++i)
            rows.push_back(i);
        return makeBatch(report.encoded, rows);
    }
    Dataset data;
    std::shared_ptr<const Tokenizer> tokenizer;
};

const std::string kLong(2000, 'A');

TEST(Augmenter, WithNothingToChangeItsBatchIsThePlainOne) {
    const Fixture fixture(SequenceKind::Dna, {"ACGTN", "TTTTGGGA", "A", ""}, "kmer:2");
    for (const std::int64_t maxLength : {0, 4}) {
        const Batch ours = fixture.batch({}, 3, true, maxLength), expected = fixture.plain(true, maxLength);
        EXPECT_EQ(ours.ids, expected.ids);
        EXPECT_EQ(ours.lengths, expected.lengths);
        EXPECT_EQ(ours.labels, expected.labels);
        EXPECT_EQ(ours.rows, expected.rows);
    }
}

TEST(Augmenter, ReverseComplementsKnowAmbiguityAndRna) {
    EXPECT_EQ(reverseComplement("AACGTRYSWKMBDHVN", SequenceKind::Dna), "NBDHVKMWSRYACGTT");
    EXPECT_EQ(reverseComplement("AACGU", SequenceKind::Rna), "ACGUU");
    EXPECT_EQ(reverseComplement(reverseComplement("GATTACA", SequenceKind::Dna), SequenceKind::Dna), "GATTACA");
}

TEST(Augmenter, TheOtherStrandComesAsOftenAsAskedFor) {
    const Fixture fixture(SequenceKind::Dna, std::vector<std::string>(400, "AACG")), other(SequenceKind::Dna, {"CGTT"});
    const Batch batch = fixture.batch({.reverseComplement = 0.25}, 1), turned = other.plain(),
                straight = Fixture(SequenceKind::Dna, {"AACG"}).plain();
    std::int64_t count = 0;
    for (std::int64_t b = 0; b < batch.size; ++b) {
        const std::vector<std::int64_t> ids(batch.ids.begin() + b * batch.length, batch.ids.begin() + (b + 1) * batch.length);
        EXPECT_TRUE(ids == turned.ids || ids == straight.ids);
        count += ids == turned.ids ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(count), 100, 35);  // four standard deviations
}

TEST(Augmenter, MutationChangesItsShareToOtherLetters) {
    const Fixture fixture(SequenceKind::Dna, {kLong});
    const Batch batch = fixture.batch({.mutation = 0.2}, 1, false);
    const std::int64_t own = fixture.plain(false).ids.front();
    const std::set<std::int64_t> letters(batch.ids.begin(), batch.ids.end());
    EXPECT_EQ(letters.size(), 4U);
    EXPECT_NEAR(static_cast<double>(std::ranges::count(batch.ids, own)), 1600, 75);
}

TEST(Augmenter, CroppingKeepsOnePieceOfItsLeastShareOrMore) {
    std::string residues;
    for (int i = 0; i < 10; ++i)
        residues += std::string("ACDEFGHIKL").substr(static_cast<std::size_t>(i), 1);
    const Fixture fixture(SequenceKind::Protein, std::vector<std::string>(200, residues));
    const Batch batch = fixture.batch({.crop = 0.35}, 1, true);
    const auto whole = Fixture(SequenceKind::Protein, {residues}).plain(false).ids;
    std::set<std::int64_t> lengths;
    for (std::int64_t b = 0; b < batch.size; ++b) {
        const auto row = batch.ids.begin() + b * batch.length;
        EXPECT_EQ(*row, Tokenizer::kCls);
        const std::vector<std::int64_t> piece(row + 1, row + batch.lengths[static_cast<std::size_t>(b)]);
        EXPECT_FALSE(std::ranges::search(whole, piece).empty());
        lengths.insert(static_cast<std::int64_t>(piece.size()));
    }
    EXPECT_EQ(lengths, (std::set<std::int64_t>{4, 5, 6, 7, 8, 9, 10}));
}

TEST(Augmenter, MaskingHidesItsShareButNeverTheFirstToken) {
    const Fixture fixture(SequenceKind::Dna, {kLong});
    const Batch batch = fixture.batch({.mask = 0.5}, 1);
    EXPECT_EQ(batch.ids.front(), Tokenizer::kCls);
    EXPECT_NEAR(static_cast<double>(std::ranges::count(batch.ids, Tokenizer::kUnknown)), 1000, 100);
}

TEST(Augmenter, CutsAfterCroppingToTheLengthAllowed) {
    const Fixture fixture(SequenceKind::Dna, {kLong});
    EXPECT_EQ(fixture.batch({.crop = 0.5}, 1, true, 100).length, 100);
}

TEST(Augmenter, FollowsSeedStepAndPlaceAlone) {
    const Fixture fixture(SequenceKind::Dna, {"ACGTACGTACGTACGT", "ACGTACGTACGTACGT"});
    const AugmentOptions options{.reverseComplement = 0.5, .mutation = 0.3, .crop = 0.5, .mask = 0.2};
    const Batch first = fixture.batch(options, 5);
    EXPECT_EQ(first.ids, fixture.batch(options, 5).ids);
    EXPECT_NE(first.ids, fixture.batch(options, 6).ids);
    EXPECT_NE(first.ids, fixture.batch(options, 5, true, 0, 2).ids);
    const std::vector<std::int64_t> one(first.ids.begin(), first.ids.begin() + first.length),
        two(first.ids.begin() + first.length, first.ids.end());
    EXPECT_NE(one, two);
}

Hyperparameters valuesOf(double reverse, double mutation) {
    Hyperparameters values;
    values.set("augment_reverse_complement", reverse);
    values.set("augment_mutation", mutation);
    values.set("augment_crop", 1.0);
    values.set("augment_mask", 0.0);
    return values;
}

TEST(AugmentOptions, WhatAKindCannotHaveIsRefusedByName) {
    const auto protein = makeAugmentOptions(valuesOf(0.5, 0), SequenceKind::Protein);
    ASSERT_FALSE(protein);
    EXPECT_EQ(protein.error().code, ErrorCode::Usage);
    EXPECT_EQ(protein.error().english(),
              "augment_reverse_complement = 0.5 cannot be done with this dataset, whose sequences are protein; expected DNA or RNA, which "
              "have another strand");
    EXPECT_FALSE(makeAugmentOptions(valuesOf(0, 0.1), SequenceKind::Text));
    EXPECT_TRUE(makeAugmentOptions(valuesOf(0, 0.1), SequenceKind::Protein));
    EXPECT_TRUE(makeAugmentOptions(valuesOf(1, 0.1), SequenceKind::Rna));
    EXPECT_FALSE(makeAugmentOptions(valuesOf(0, 0), SequenceKind::Text)->any());
}

}  // namespace
}  // namespace strand
