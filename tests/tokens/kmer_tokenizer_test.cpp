#include "tokens/kmer_tokenizer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using Ids = std::vector<std::int32_t>;

TEST(KmerTokenizer, VocabularyIsLexicographic) {
    for (const SequenceKind kind : {SequenceKind::Dna, SequenceKind::Rna, SequenceKind::Protein}) {
        for (std::int64_t k = 1; k <= 3; ++k) {
            const auto tokenizer = makeKmerTokenizer(kind, k, 1);
            const auto& words = tokenizer->vocabulary();
            std::int64_t expected = 3, base = kind == SequenceKind::Protein ? 20 : 4, power = 1;
            for (std::int64_t i = 0; i < k; ++i)
                power *= base;
            expected += power;
            ASSERT_EQ(static_cast<std::int64_t>(words.size()), expected);
            EXPECT_EQ(words[0], "[PAD]");
            EXPECT_EQ(words[1], "[UNK]");
            EXPECT_EQ(words[2], "[CLS]");
            EXPECT_TRUE(std::is_sorted(words.begin() + 3, words.end()));
            EXPECT_EQ(std::adjacent_find(words.begin() + 3, words.end()), words.end());
        }
    }
    EXPECT_EQ(makeKmerTokenizer(SequenceKind::Dna, 3, 1)->vocabulary()[3], "AAA");
    EXPECT_EQ(makeKmerTokenizer(SequenceKind::Rna, 2, 1)->vocabulary().back(), "UU");
    EXPECT_EQ(makeKmerTokenizer(SequenceKind::Dna, 8, 1)->vocabularySize(), 65539);
}

TEST(KmerTokenizer, OverlappingIdsAndOffsets) {
    const auto tokenizer = makeKmerTokenizer(SequenceKind::Dna, 3, 1);
    const Encoding encoding = tokenizer->encode("AAACG", true);
    EXPECT_EQ(encoding.ids, (Ids{2, 3, 4, 9}));  // AAA, AAC, ACG = 0*16 + 1*4 + 2
    EXPECT_EQ(encoding.offsets, (std::vector<Offset>{{0, 0}, {0, 3}, {1, 4}, {2, 5}}));
    EXPECT_EQ(tokenizer->specification(), "kmer:3");
}

TEST(KmerTokenizer, StrideLeavesOutTheRest) {
    const auto tokenizer = makeKmerTokenizer(SequenceKind::Dna, 3, 3);
    const Encoding encoding = tokenizer->encode("AAACGTTT", false);
    EXPECT_EQ(encoding.ids.size(), 2U);
    EXPECT_EQ(tokenizer->vocabulary()[static_cast<std::size_t>(encoding.ids[1])], "CGT");
    EXPECT_EQ(encoding.offsets, (std::vector<Offset>{{0, 3}, {3, 6}}));
    EXPECT_EQ(tokenizer->specification(), "kmer:3:3");
    EXPECT_EQ(makeKmerTokenizer(SequenceKind::Dna, 3, 2)->encode("AAACGTTT", false).offsets, (std::vector<Offset>{{0, 3}, {2, 5}, {4, 7}}));
}

TEST(KmerTokenizer, ShortAndEmpty) {
    const auto tokenizer = makeKmerTokenizer(SequenceKind::Dna, 3, 1);
    EXPECT_EQ(tokenizer->encode("AC", false).ids, (Ids{1}));
    EXPECT_EQ(tokenizer->encode("AC", false).offsets, (std::vector<Offset>{{0, 2}}));
    EXPECT_TRUE(tokenizer->encode("", false).ids.empty());
    EXPECT_EQ(tokenizer->encode("", true).ids, (Ids{2}));
    EXPECT_EQ(tokenizer->encode("ACG", false).ids.size(), 1U);
}

TEST(KmerTokenizer, AmbiguousResiduesSpoilTheirKmersOnly) {
    const auto tokenizer = makeKmerTokenizer(SequenceKind::Dna, 3, 1);
    const Ids ids = tokenizer->encode("ACGNACGT", false).ids;
    EXPECT_EQ(ids, (Ids{9, 1, 1, 1, 9, 30}));  // ACG, three with N, ACG, CGT
    EXPECT_EQ(tokenizer->encode("acgu", false).ids, tokenizer->encode("ACGT", false).ids);
}

// Against the vocabulary itself: every id names the k residues it covers.
TEST(KmerTokenizer, IdsSpellWhatTheyCover) {
    Random random(6);
    for (int round = 0; round < 300; ++round) {
        const SequenceKind kind = round % 3 == 0 ? SequenceKind::Protein : SequenceKind::Dna;
        const std::int64_t k = 1 + random.below(static_cast<std::uint32_t>(kind == SequenceKind::Protein ? 2 : 5));
        const std::int64_t stride = 1 + random.below(static_cast<std::uint32_t>(k));
        const auto tokenizer = makeKmerTokenizer(kind, k, stride);
        const std::string residues =
            test::randomResidues(random.below(60), kind == SequenceKind::Protein ? "ACDEFGHIKLMNPQRSTVWYX" : "AACCGGTTN", random());
        const Encoding encoding = tokenizer->encode(residues, false);
        ASSERT_EQ(encoding.ids.size(), encoding.offsets.size());
        const auto length = static_cast<std::int64_t>(residues.size());
        ASSERT_EQ(static_cast<std::int64_t>(encoding.ids.size()), length == 0 ? 0 : length < k ? 1 : (length - k) / stride + 1);
        for (std::size_t t = 0; t < encoding.ids.size(); ++t) {
            const auto [begin, end] = encoding.offsets[t];
            const std::string covered = residues.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
            const bool known = end - begin == k && covered.find_first_of(kind == SequenceKind::Protein ? "X" : "N") == std::string::npos;
            EXPECT_EQ(tokenizer->vocabulary()[static_cast<std::size_t>(encoding.ids[t])], known ? covered : "[UNK]")
                << residues << " at " << t;
        }
        Ids appended{-1};
        tokenizer->appendIds(residues, false, appended);
        appended.erase(appended.begin());
        EXPECT_EQ(appended, encoding.ids);
    }
}

TEST(KmerTokenizer, LongestK) {
    EXPECT_EQ(longestKmer(SequenceKind::Dna), 8);
    EXPECT_EQ(longestKmer(SequenceKind::Protein), 3);
    EXPECT_EQ(longestKmer(SequenceKind::Text), 0);
}

}  // namespace
}  // namespace strand
