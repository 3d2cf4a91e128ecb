#include "tokens/word_vectors.hpp"

#include "support/synthetic.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace strand {
namespace {

using test::TempDir;

class WordVectorsTest : public ::testing::Test {
protected:
    WordVectors read(const std::string& text, std::int64_t dim, bool foldCase = true) {
        const auto vectors = readWordVectors(m_folder.write("vectors.txt", text), *m_tokenizer, dim, foldCase);
        EXPECT_TRUE(vectors) << vectors.error().english();
        return vectors.value_or(WordVectors());
    }
    Error refusal(const std::string& text, std::int64_t dim) {
        const auto vectors = readWordVectors(m_folder.write("vectors.txt", text), *m_tokenizer, dim, true);
        EXPECT_FALSE(vectors);
        return vectors ? Error() : vectors.error();
    }

    TempDir m_folder;
    std::vector<std::string> m_words{"the", "win", "字"};  // ids 3, 4, 5
    std::shared_ptr<const Tokenizer> m_tokenizer = makeTokenizer("word", SequenceKind::Text, m_words).value();
};

TEST_F(WordVectorsTest, ThoseOfTheVocabularyInItsOrder) {
    const auto vectors = read("字 1 2.5\nother 9 9\nthe -1e-2 +4 \n", 2);
    EXPECT_EQ(vectors.ids, (std::vector<std::int64_t>{3, 5}));
    EXPECT_EQ(vectors.values, (std::vector<float>{-0.01F, 4, 1, 2.5F}));
}

TEST_F(WordVectorsTest, AHeaderIsNoWord) {
    const auto vectors = read("2 3\nthe 1 2 3\nwin 4 5 6\n", 3);
    EXPECT_EQ(vectors.ids, (std::vector<std::int64_t>{3, 4}));
    // Two numbers that are a word and its only number, without a header before them.
    EXPECT_EQ(read("the 7\n2 3\nwin 1\n", 1).values, (std::vector<float>{7, 1}));
}

TEST_F(WordVectorsTest, AWordMayHoldBlanks) {
    const auto vectors = read("the 1 2\nat win.com win 5 6\n. . 3 4\nwin 7 8\n", 2);
    EXPECT_EQ(vectors.ids, (std::vector<std::int64_t>{3, 4}));
    EXPECT_EQ(vectors.values, (std::vector<float>{1, 2, 7, 8}));
}

TEST_F(WordVectorsTest, AWordMayBeANumber) {
    m_words = {"2024"};
    m_tokenizer = makeTokenizer("word", SequenceKind::Text, m_words).value();
    EXPECT_EQ(read("2024 1 2\n7 3 4\n", 2).values, (std::vector<float>{1, 2}));
}

TEST_F(WordVectorsTest, TheFirstLineCountsAndCapitalsOnlyStandIn) {
    EXPECT_EQ(read("THE 1\nthe 2\nthe 3\nThe 4\n", 1).values, (std::vector<float>{2}));
    EXPECT_EQ(read("Win 1\nWIN 2\n", 1).values, (std::vector<float>{1}));
    EXPECT_TRUE(read("Win 1\n", 1, false).ids.empty());
}

TEST_F(WordVectorsTest, TabsBlankLinesAndCompressedFiles) {
    EXPECT_EQ(read("the\t1\t2\r\n\r\nwin\t3\t4\r\n", 2).values, (std::vector<float>{1, 2, 3, 4}));
    const std::string path = m_folder.file("vectors.gz");
    gzFile file = gzopen(path.c_str(), "wb");
    gzputs(file, "win 1 2\n");
    gzclose(file);
    const auto vectors = readWordVectors(path, *m_tokenizer, 2, true);
    ASSERT_TRUE(vectors);
    EXPECT_EQ(vectors->ids, (std::vector<std::int64_t>{4}));
    EXPECT_EQ(*wordVectorSize(path), 2);
}

TEST_F(WordVectorsTest, TheSizeIsKnownFromTheFirstLines) {
    const auto size = [&](const std::string& text) { return wordVectorSize(m_folder.write("vectors.txt", text)).value_or(-1); };
    EXPECT_EQ(size("5 300\nthe 1 2\n"), 300);
    EXPECT_EQ(size("the 1 2 3\n"), 3);
    EXPECT_EQ(size("2024 1 2 3\n"), 3);
    EXPECT_EQ(size("a word 1 2 3\n"), 3);
    EXPECT_EQ(size("the quick fox\n"), -1);
}

TEST_F(WordVectorsTest, ErrorsNameTheLine) {
    const auto early = refusal("the 1 2\nwin 1\n", 2);
    EXPECT_EQ(early.code, ErrorCode::BadInput);
    EXPECT_EQ(early.line, 2);
    EXPECT_EQ(early.found.english(), "the line of \"win\" ends early");
    EXPECT_EQ(early.expected.english(), "expected a word and 2 numbers");
    const auto word = refusal("the 1 2\n\nwin 1 x2\n", 2);
    EXPECT_EQ(word.line, 3);
    EXPECT_EQ(word.found.english(), "\"x2\" is no number");
    EXPECT_EQ(refusal("the 1 nan\nwin 1 2\n", 2).line, 1);
    EXPECT_EQ(refusal("the quick fox\n", 2).line, 1);
    EXPECT_EQ(refusal("", 2).code, ErrorCode::BadInput);
    EXPECT_EQ(readWordVectors(m_folder.file("none"), *m_tokenizer, 2, true).error().file, m_folder.file("none"));
}

TEST_F(WordVectorsTest, CanBeStopped) {
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += "x 1\n";
    std::stop_source stop;
    stop.request_stop();
    std::int64_t reports = 0;
    const auto vectors = readWordVectors(
        m_folder.write("vectors.txt", text), *m_tokenizer, 1, true, [&](const Progress&) { ++reports; }, stop.get_token());
    ASSERT_FALSE(vectors);
    EXPECT_EQ(vectors.error().code, ErrorCode::Interrupted);
    EXPECT_EQ(reports, 1);
}

}  // namespace
}  // namespace strand
