#include "tokens/text_tokenizer.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

using Ids = std::vector<std::int32_t>;
using Texts = std::vector<std::string>;

const std::vector<std::string_view> kTexts{"Win a prize! Win NOW", "win the day", "The day is now", "字字 day"};

TEST(LearnVocabulary, MostFrequentFirstThenByText) {
    EXPECT_EQ(learnVocabulary({}, kTexts, {}),
              (Texts{"day", "win", "now", "the", "字", "!", "a", "is", "prize"}));  // 3 3 2 2 2, then one each
    EXPECT_EQ(learnVocabulary({}, kTexts, {.minCount = 2}), (Texts{"day", "win", "now", "the", "字"}));
    EXPECT_EQ(learnVocabulary({}, kTexts, {.minCount = 2, .most = 3}), (Texts{"day", "win", "now"}));
    EXPECT_TRUE(learnVocabulary({}, kTexts, {.minCount = 4}).empty());
}

TEST(LearnVocabulary, DoesNotDependOnTheOrderOfTexts) {
    const std::vector<std::string_view> reversed(kTexts.rbegin(), kTexts.rend());
    EXPECT_EQ(learnVocabulary({}, reversed, {}), learnVocabulary({}, kTexts, {}));
}

TEST(LearnVocabulary, CapitalsCountWhereTheyAreTold) {
    const auto words = learnVocabulary({.words = true, .lowerCase = false}, kTexts, {.minCount = 2});
    EXPECT_EQ(words, (Texts{"day", "Win", "字"}));
}

TEST(LearnVocabulary, CharactersAndNothingThatIsNotUtf8) {
    const std::vector<std::string_view> texts{"aB a", "字\xFF"};
    EXPECT_EQ(learnVocabulary({.words = false, .lowerCase = true}, texts, {}), (Texts{"a", " ", "b", "字"}));
    EXPECT_EQ(learnVocabulary({}, texts, {}), (Texts{"a", "ab", "字"}));
}

TEST(LearnVocabulary, RareNumbersAreCountedByTheirForm) {
    const std::vector<std::string_view> texts{"call 0871 or 0905, not 24 24", "5 pm", "1000 x1", "x2 1"};
    const auto words = learnVocabulary({}, texts, {.minCount = 2});
    EXPECT_EQ(words, (Texts{"0000", "0", "24", "x0"}));  // 0871 0905 1000; 5 1; 24 24; x1 x2
    const auto tokenizer = makeTextTokenizer({}, words);
    EXPECT_EQ(tokenizer->encode("24 7777 9 X7 33 call", false).ids, (Ids{5, 3, 4, 6, 1, 1}));
    // Characters are what they are.
    EXPECT_EQ(learnVocabulary({.words = false, .lowerCase = true}, texts, {.minCount = 5}), (Texts{" ", "0"}));
}

TEST(TextTokenizer, KnownAndUnseenWords) {
    const Texts words{"win", "字", "!"};
    const auto tokenizer = makeTextTokenizer({}, words);
    EXPECT_EQ(tokenizer->vocabulary(), (Texts{"[PAD]", "[UNK]", "[CLS]", "win", "字", "!"}));
    const Encoding encoding = tokenizer->encode("WIN 字词 now!", true);
    EXPECT_EQ(encoding.ids, (Ids{2, 3, 4, 1, 1, 5}));
    EXPECT_EQ(encoding.offsets, (std::vector<Offset>{{0, 0}, {0, 3}, {4, 7}, {7, 10}, {11, 14}, {14, 15}}));
    EXPECT_TRUE(tokenizer->encode("", false).ids.empty());
    EXPECT_TRUE(tokenizer->encode(" \n", false).ids.empty());
    EXPECT_EQ(tokenizer->encode("", true).ids, (Ids{2}));
    EXPECT_EQ(tokenizer->encode("\xFF", false).ids, (Ids{1}));
    // A text that spells a special token is a text.
    EXPECT_EQ(tokenizer->encode("[PAD]", false).ids, (Ids{1, 1, 1}));
}

TEST(TextTokenizer, AsWritten) {
    const Texts words{"Win"};
    const auto tokenizer = makeTextTokenizer({.words = true, .lowerCase = false}, words);
    EXPECT_EQ(tokenizer->encode("Win win WIN", false).ids, (Ids{3, 1, 1}));
}

TEST(TextTokenizer, CharactersOfChinese) {
    const Texts words{"你", "好"};
    const auto tokenizer = makeTextTokenizer({.words = false, .lowerCase = true}, words);
    const Encoding encoding = tokenizer->encode("你好吗", false);
    EXPECT_EQ(encoding.ids, (Ids{3, 4, 1}));
    EXPECT_EQ(encoding.offsets, (std::vector<Offset>{{0, 3}, {3, 6}, {6, 9}}));
}

TEST(ParseTextRule, ReadsWhatSpecificationSays) {
    for (const char* specification : {"word", "char", "word:cased", "char:cased"}) {
        const auto rule = parseTextRule(specification);
        ASSERT_TRUE(rule) << specification;
        const auto tokenizer = makeTextTokenizer(*rule, {});
        EXPECT_EQ(tokenizer->specification(), specification);
        EXPECT_TRUE(tokenizer->isLearned());
    }
    for (const char* wrong : {"", "words", "word:", ":cased", "kmer:3", "word:cased:cased"})
        EXPECT_FALSE(parseTextRule(wrong)) << wrong;
}

}  // namespace
}  // namespace strand
