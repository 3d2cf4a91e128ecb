#include "tokens/segments.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace strand {
namespace {

using Texts = std::vector<std::string>;

Texts cut(std::string_view text, const std::vector<Offset>& offsets) {
    Texts out;
    for (const auto& [begin, end] : offsets)
        out.emplace_back(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    return out;
}
Texts words(std::string_view text) { return cut(text, wordsOf(text)); }
Texts characters(std::string_view text) { return cut(text, charactersOf(text)); }

TEST(WordsOf, KeepWhatBelongsTogether) {
    EXPECT_EQ(words("Don't pay 3.14 or 1,000!"), (Texts{"Don't", "pay", "3.14", "or", "1,000", "!"}));
    EXPECT_EQ(words("see www.example.org, e-mail me_too"), (Texts{"see", "www.example.org", ",", "e", "-", "mail", "me_too"}));
    EXPECT_EQ(words("\xC2\xA3"
                    "500 150p"),
              (Texts{"\xC2\xA3", "500", "150p"}));  // pound sign
    EXPECT_EQ(words("wow!!! :)"), (Texts{"wow", "!", "!", "!", ":", ")"}));
}

TEST(WordsOf, WhiteSpaceAndControlCharactersAreNone) {
    EXPECT_EQ(words(" a\t\n\r\nb  \x01 c\xC2\xA0"
                    "d "),
              (Texts{"a", "b", "c", "d"}));  // no-break space
    EXPECT_TRUE(words("").empty());
    EXPECT_TRUE(words(" \n\t ").empty());
    EXPECT_EQ(words("x"), (Texts{"x"}));
}

TEST(WordsOf, OtherScripts) {
    EXPECT_EQ(words("Привет, мир"), (Texts{"Привет", ",", "мир"}));
    EXPECT_EQ(words("naïve cafe\xCC\x81"), (Texts{"naïve", "cafe\xCC\x81"}));  // a combining accent stays with its letter
    EXPECT_EQ(words("안녕 세계"), (Texts{"안녕", "세계"}));
    EXPECT_EQ(words("สวัสดีครับ"), (Texts{"สวัสดี", "ครับ"}));
    EXPECT_EQ(words("👨‍👩‍👧 ok👍"), (Texts{"👨‍👩‍👧", "ok", "👍"}));
}

TEST(WordsOf, ChineseAndJapaneseByCharacter) {
    EXPECT_EQ(words("我爱北京。"), (Texts{"我", "爱", "北", "京", "。"}));
    EXPECT_EQ(words("买iPhone15,到3月"), (Texts{"买", "iPhone15", ",", "到", "3", "月"}));
    EXPECT_EQ(words("東京タワーです"), (Texts{"東", "京", "タ", "ワ", "ー", "で", "す"}));
    EXPECT_EQ(words("か\xE3\x82\x99く"), (Texts{"か\xE3\x82\x99", "く"}));  // a combining voiced mark stays with its kana
    EXPECT_EQ(words("𠮷野"), (Texts{"𠮷", "野"}));                          // outside the basic plane
}

TEST(WordsOf, BytesThatAreNotUtf8AreTokens) {
    EXPECT_EQ(words("ab\xFF"
                    "cd"),
              (Texts{"ab", "\xFF", "cd"}));
    EXPECT_EQ(words("\xE4\xBD"), (Texts{"\xE4\xBD"}));  // a character cut off
    for (int byte = 0x80; byte < 0x100; ++byte) {
        const std::string text = "a " + std::string(3, static_cast<char>(byte)) + " b";
        const auto offsets = wordsOf(text);
        ASSERT_GE(offsets.size(), 2U) << byte;
        EXPECT_EQ(offsets.back(), (Offset{6, 7})) << byte;
    }
}

TEST(WordsOf, ALongTextIsCutWhole) {
    std::string text;
    for (int i = 0; i < 200000; ++i)
        text += "word 字 ";
    const auto offsets = wordsOf(text);
    ASSERT_EQ(offsets.size(), 400000U);
    EXPECT_EQ(offsets.back()[1], static_cast<std::int32_t>(text.size()) - 1);
}

TEST(WordsOf, ThreadsDoNotDisturbEachOther) {
    const auto expected = words("one two 三");
    std::vector<std::thread> threads;
    std::vector<int> wrong(4);
    for (int& count : wrong) {
        threads.emplace_back([&expected, &count] {
            for (int i = 0; i < 500; ++i)
                count += words("one two 三") == expected ? 0 : 1;
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, (std::vector<int>{0, 0, 0, 0}));
}

TEST(CharactersOf, AreCodePoints) {
    EXPECT_EQ(characters("a é字"), (Texts{"a", " ", "é", "字"}));
    EXPECT_EQ(characters("\xE5\xAD\xFFz"), (Texts{"\xE5", "\xAD", "\xFF", "z"}));
    EXPECT_TRUE(characters("").empty());
}

TEST(LowerCaseText, EveryScriptAndNoLocale) {
    EXPECT_EQ(lowerCaseText("FREE Msg"), "free msg");
    EXPECT_EQ(lowerCaseText("ÄÉ ΑΣ Привет"), "äé ας привет");
    EXPECT_EQ(lowerCaseText("字"), "字");
    EXPECT_EQ(lowerCaseText("\xC3\x84\xFF"), "\xC3\x84\xFF");
}

TEST(SegmentationVersion, NamesIcu) { EXPECT_EQ(segmentationVersion().substr(0, 4), "ICU "); }

}  // namespace
}  // namespace strand
