#include "tokens/tokenizer.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(MakeTokenizer, SpecificationsReadBack) {
    for (const char* specification : {"char", "kmer:1", "kmer:3", "kmer:8", "kmer:3:2", "kmer:3:3"}) {
        const auto tokenizer = makeTokenizer(specification, SequenceKind::Dna);
        ASSERT_TRUE(tokenizer) << specification;
        EXPECT_EQ((*tokenizer)->specification(), specification);
    }
    EXPECT_EQ((*makeTokenizer("kmer:3:1", SequenceKind::Dna))->specification(), "kmer:3");
    EXPECT_EQ((*makeTokenizer("kmer:3", SequenceKind::Protein))->vocabularySize(), 8003);
    const std::vector<std::string> words{"b", "a"};
    for (const char* specification : {"word", "char", "word:cased", "char:cased"}) {
        const auto tokenizer = makeTokenizer(specification, SequenceKind::Text, words);
        ASSERT_TRUE(tokenizer) << specification;
        EXPECT_EQ((*tokenizer)->specification(), specification);
        EXPECT_EQ(learnedWords(**tokenizer), words);
    }
    EXPECT_TRUE(learnedWords(**makeTokenizer("char", SequenceKind::Dna)).empty());
}

TEST(MakeTokenizer, ErrorsSayWhatGoes) {
    const auto error = [](const char* specification, SequenceKind kind) {
        const auto tokenizer = makeTokenizer(specification, kind);
        EXPECT_FALSE(tokenizer) << specification;
        EXPECT_EQ(tokenizer.error().code, ErrorCode::Usage);
        return tokenizer.error().english();
    };
    EXPECT_EQ(error("kmer:9", SequenceKind::Dna),
              "tokenizer \"kmer:9\" cannot be used for dna; expected char or kmer:K[:STRIDE] with K from 1 to 8");
    EXPECT_EQ(error("kmer:4", SequenceKind::Protein),
              "tokenizer \"kmer:4\" cannot be used for protein; expected char or kmer:K[:STRIDE] with K from 1 to 3");
    EXPECT_EQ(error("kmer:3", SequenceKind::Text),
              "tokenizer \"kmer:3\" cannot be used for text; expected word or char, followed by :cased to tell A from a");
    EXPECT_EQ(error("kmer:3:4", SequenceKind::Dna), "stride \"4\" cannot be used for 3-mers; expected a whole number from 1 to 3");
    for (const char* wrong : {"", "word", "kmer", "kmer:", "kmer:0", "kmer:-1", "kmer:x", "kmer:3:1:1", "char:1", "KMER:3"}) {
        EXPECT_NE(error(wrong, SequenceKind::Dna), "");
    }
    EXPECT_NE(error("kmer:3:0", SequenceKind::Dna), "");
    EXPECT_NE(error("kmer:3:", SequenceKind::Dna), "");
}

TEST(LearnTokenizer, TextsGiveWordsAndResiduesNothing) {
    const std::vector<std::string_view> texts{"to be", "or not to be"};
    const auto word = learnTokenizer("word", SequenceKind::Text, texts, {.minCount = 2});
    ASSERT_TRUE(word);
    EXPECT_EQ(learnedWords(**word), (std::vector<std::string>{"be", "to"}));
    EXPECT_EQ((*word)->encode("to be or", false).ids, (std::vector<std::int32_t>{4, 3, 1}));
    const auto dna = learnTokenizer("char", SequenceKind::Dna, texts, {.minCount = 2});
    ASSERT_TRUE(dna);
    EXPECT_FALSE((*dna)->isLearned());
    EXPECT_EQ((*dna)->vocabularySize(), 18);
}

TEST(LearnTokenizer, NothingFrequentEnoughIsAnError) {
    const std::vector<std::string_view> texts{"each word once"};
    const auto tokenizer = learnTokenizer("word", SequenceKind::Text, texts, {.minCount = 2});
    ASSERT_FALSE(tokenizer);
    EXPECT_EQ(tokenizer.error().code, ErrorCode::BadInput);
    EXPECT_EQ(tokenizer.error().english(), "no token is found min_count = 2 times in the training texts; expected one or more");
    EXPECT_FALSE(learnTokenizer("word", SequenceKind::Text, {}, {}));
    EXPECT_EQ(learnTokenizer("kmer:3", SequenceKind::Text, texts, {}).error().code, ErrorCode::Usage);
}

/// Every residue twice, by way of encode alone.
class TwiceTokenizer final : public Tokenizer {
public:
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return m_vocabulary; }
    [[nodiscard]] std::string specification() const override { return "twice"; }
    [[nodiscard]] Encoding encode(std::string_view sequence, bool cls) const override {
        Encoding encoding;
        if (cls) encoding.ids.push_back(kCls);
        for (std::size_t i = 0; i < 2 * sequence.size(); ++i)
            encoding.ids.push_back(kUnknown);
        return encoding;
    }

private:
    std::vector<std::string> m_vocabulary{"[PAD]", "[UNK]", "[CLS]"};
};

TEST(Tokenizer, AppendIdsIsEncodeByDefault) {
    std::vector<std::int32_t> ids{9};
    TwiceTokenizer().appendIds("AC", true, ids);
    EXPECT_EQ(ids, (std::vector<std::int32_t>{9, 2, 1, 1, 1, 1}));
}

TEST(ToResidues, MeanOfTheTokensThatCover) {
    // Three overlapping 3-mers over five residues and a [CLS].
    const std::vector<Offset> offsets{{0, 0}, {0, 3}, {1, 4}, {2, 5}};
    EXPECT_EQ(toResidues({100, 3, 6, 9}, offsets, 6), (std::vector<float>{3, 4.5F, 6, 7.5F, 9, 0}));
    EXPECT_EQ(toResidues({1, 2}, {{0, 2}, {2, 9}}, 4), (std::vector<float>{1, 1, 2, 2}));  // cut at the end
    EXPECT_EQ(toResidues({}, {}, 2), (std::vector<float>{0, 0}));
    EXPECT_TRUE(toResidues({1}, {{0, 1}}, 0).empty());
}

}  // namespace
}  // namespace strand
