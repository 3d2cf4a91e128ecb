#include "tokens/char_tokenizer.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

using Ids = std::vector<std::int32_t>;

TEST(CharTokenizer, DnaVocabulary) {
    const auto tokenizer = makeCharTokenizer(SequenceKind::Dna);
    EXPECT_EQ(tokenizer->vocabulary(), (std::vector<std::string>{"[PAD]", "[UNK]", "[CLS]", "A", "C", "G", "T", "N", "R", "Y", "S", "W",
                                                                 "K", "M", "B", "D", "H", "V"}));
    EXPECT_EQ(tokenizer->vocabularySize(), 18);
    EXPECT_EQ(tokenizer->specification(), "char");
}

TEST(CharTokenizer, IdsAndOffsets) {
    const auto tokenizer = makeCharTokenizer(SequenceKind::Dna);
    const Encoding plain = tokenizer->encode("ACGTNR", false);
    EXPECT_EQ(plain.ids, (Ids{3, 4, 5, 6, 7, 8}));
    EXPECT_EQ(plain.offsets.front(), (Offset{0, 1}));
    EXPECT_EQ(plain.offsets.back(), (Offset{5, 6}));
    const Encoding cls = tokenizer->encode("AC", true);
    EXPECT_EQ(cls.ids, (Ids{2, 3, 4}));
    EXPECT_EQ(cls.offsets, (std::vector<Offset>{{0, 0}, {0, 1}, {1, 2}}));
    EXPECT_TRUE(tokenizer->encode("", false).ids.empty());
    EXPECT_EQ(tokenizer->encode("", true).ids, (Ids{2}));
}

TEST(CharTokenizer, CaseAndOtherBase) {
    const auto dna = makeCharTokenizer(SequenceKind::Dna), rna = makeCharTokenizer(SequenceKind::Rna);
    EXPECT_EQ(dna->encode("acgtuU", false).ids, (Ids{3, 4, 5, 6, 6, 6}));
    EXPECT_EQ(rna->encode("ACGUtT", false).ids, (Ids{3, 4, 5, 6, 6, 6}));
    EXPECT_EQ(rna->vocabulary()[6], "U");
    EXPECT_EQ(dna->encode("-1@\xC3", false).ids, (Ids{1, 1, 1, 1}));
}

TEST(CharTokenizer, Protein) {
    const auto tokenizer = makeCharTokenizer(SequenceKind::Protein);
    EXPECT_EQ(tokenizer->vocabularySize(), 29);
    EXPECT_EQ(tokenizer->encode("AYXJ", false).ids, (Ids{3, 22, 23, 28}));
    EXPECT_EQ(tokenizer->encode("*", false).ids, (Ids{1}));
    std::string all;
    for (const std::string& token : tokenizer->vocabulary())
        all += token.size() == 1 ? token : "";
    EXPECT_EQ(all, "ACDEFGHIKLMNPQRSTVWYXBZUOJ");
}

}  // namespace
}  // namespace strand
