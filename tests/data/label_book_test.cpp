#include "data/label_book.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

struct Record {
    const char* id;
    const char* label;
};

SequenceRecord recordOf(const Record& given, std::int64_t line) {
    SequenceRecord record;
    record.id = given.id;
    record.label = given.label;
    record.header = record.label.empty() ? record.id : record.id + "|" + record.label;
    record.line = line;
    return record;
}

struct Outcome {
    LabelSource source = LabelSource::None;
    std::vector<std::string> classes;
    std::vector<std::int32_t> labels;
};

/// Files of records through a book.
Result<Outcome> label(LabelSource source, const std::vector<std::pair<std::string, std::vector<Record>>>& files) {
    LabelBook book(source);
    Dataset dataset;
    for (const auto& [path, records] : files) {
        STRAND_ASSIGN(const auto names, nameFiles({path}));
        book.beginFile(names.front(), false);
        std::int64_t line = 1;
        for (const Record& record : records) {
            STRAND_TRY(book.add(recordOf(record, line)));
            dataset.sequences.emplace_back();
            line += 2;
        }
    }
    Outcome out;
    STRAND_ASSIGN(out.source, book.decide());
    book.apply(dataset);
    out.classes = dataset.classes;
    for (const Sequence& sequence : dataset.sequences)
        out.labels.push_back(sequence.label);
    return out;
}

TEST(LabelBook, HeaderClassesAreSorted) {
    const auto out = label(LabelSource::Header, {{"a.fa", {{"a", "10"}, {"b", "x"}, {"c", "2"}, {"d", "10"}}}});
    ASSERT_TRUE(out);
    EXPECT_EQ(out->classes, (std::vector<std::string>{"2", "10", "x"}));
    EXPECT_EQ(out->labels, (std::vector<std::int32_t>{1, 2, 0, 1}));
}

TEST(LabelBook, MissingLabelNamesThePlaceAndTheWayOut) {
    const auto out = label(LabelSource::Header, {{"a.fa", {{"a", "1"}, {"b", ""}, {"c", ""}}}});
    ASSERT_FALSE(out);
    EXPECT_EQ(out.error().english(), "a.fa:3: the header \"b\" has no label; expected a header such as >name|label or >name|label|train");
    EXPECT_EQ(out.error().record, "b");
    EXPECT_EQ(out.error().hint.english(), "--label none imports without labels, --label filename takes one class a file");
}

TEST(LabelBook, FilenameTakesStems) {
    const auto out =
        label(LabelSource::Filename, {{"/x/pos.fa.gz", {{"a", ""}, {"b", "9"}}}, {"/x/neg.fa", {{"c", ""}}}, {"/y/pos.txt", {{"d", ""}}}});
    ASSERT_TRUE(out);
    EXPECT_EQ(out->classes, (std::vector<std::string>{"neg", "pos"}));
    EXPECT_EQ(out->labels, (std::vector<std::int32_t>{1, 1, 0, 1}));
}

TEST(LabelBook, FirstLetterOfTheName) {
    const auto out = label(LabelSource::FirstLetter, {{"a.fa", {{"P1", ""}, {"N1", ""}, {"P2", ""}}}});
    ASSERT_TRUE(out);
    EXPECT_EQ(out->classes, (std::vector<std::string>{"N", "P"}));
    EXPECT_EQ(out->labels, (std::vector<std::int32_t>{1, 0, 1}));
    EXPECT_EQ(label(LabelSource::FirstLetter, {{"a.fa", {{"\xC3\x9Cx", ""}}}})->classes, (std::vector<std::string>{"\xC3\x9C"}));
    EXPECT_FALSE(label(LabelSource::FirstLetter, {{"a.fa", {{"", ""}}}}));
}

TEST(LabelBook, NoneHasNoClasses) {
    const auto out = label(LabelSource::None, {{"a.fa", {{"a", "1"}, {"b", ""}}}});
    ASSERT_TRUE(out);
    EXPECT_TRUE(out->classes.empty());
    EXPECT_EQ(out->labels, (std::vector<std::int32_t>{kNoLabel, kNoLabel}));
}

TEST(LabelBook, AutoTakesHeadersWhereAllHaveOne) {
    const auto out = label(LabelSource::Auto, {{"x.fa", {{"a", "1"}}}, {"y.fa", {{"b", "0"}}}});
    ASSERT_TRUE(out);
    EXPECT_EQ(out->source, LabelSource::Header);
    EXPECT_EQ(out->classes, (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(out->labels, (std::vector<std::int32_t>{1, 0}));
}

TEST(LabelBook, AutoTakesFilesWhereNoHeaderHasOne) {
    const auto out = label(LabelSource::Auto, {{"pos.fa", {{"a", ""}, {"b", ""}}}, {"neg.fa", {{"c", ""}}}});
    ASSERT_TRUE(out);
    EXPECT_EQ(out->source, LabelSource::Filename);
    EXPECT_EQ(out->classes, (std::vector<std::string>{"neg", "pos"}));
    EXPECT_EQ(out->labels, (std::vector<std::int32_t>{1, 1, 0}));
}

TEST(LabelBook, AutoFindsNoLabelsInOneFileNorInParts) {
    EXPECT_EQ(label(LabelSource::Auto, {{"a.fa", {{"a", ""}}}})->source, LabelSource::None);
    EXPECT_EQ(label(LabelSource::Auto, {{"a.fa", {{"a", ""}}}, {"/x/a.fa", {{"a", ""}}}})->source, LabelSource::None);
    EXPECT_EQ(label(LabelSource::Auto, {{"train.fa", {{"a", ""}}}, {"test.fa", {{"a", ""}}}})->source, LabelSource::None);
}

TEST(LabelBook, AutoDoesNotGuessAwayMissingLabels) {
    const auto mostly = label(LabelSource::Auto, {{"a.fa", {{"a", "1"}, {"b", ""}, {"c", "0"}, {"d", ""}, {"e", "1"}}}});
    ASSERT_FALSE(mostly);
    EXPECT_EQ(mostly.error().line, 3);
    EXPECT_EQ(mostly.error().record, "b");
    // A few bars in headers that mean something else.
    const auto few = label(LabelSource::Auto, {{"a.fa", {{"a", ""}, {"b", "x"}, {"c", ""}, {"d", ""}}}});
    ASSERT_TRUE(few);
    EXPECT_EQ(few->source, LabelSource::None);
    EXPECT_TRUE(few->classes.empty());
    EXPECT_EQ(few->labels, (std::vector<std::int32_t>(4, kNoLabel)));
}

TEST(LabelBook, AutoTakesFirstLettersOfNumberedNames) {
    const auto letters = [](const std::vector<Record>& records) {
        LabelBook book(LabelSource::Auto);
        Dataset dataset;
        book.beginFile({.path = "S_627.txt", .label = "S_627"}, false);
        for (const Record& record : records) {
            EXPECT_TRUE(book.add(recordOf(record, 1)));
            dataset.sequences.push_back({.id = record.id});
        }
        const auto source = book.decide();
        book.apply(dataset);
        return std::pair(*source, dataset.classes);
    };
    EXPECT_EQ(letters({{"P1", ""}, {"N_1", ""}, {"P22", ""}}), std::pair(LabelSource::FirstLetter, std::vector<std::string>{"N", "P"}));
    EXPECT_EQ(letters({{"P1", ""}, {"P2", ""}}).first, LabelSource::None);
    EXPECT_EQ(letters({{"P1", ""}, {"N1", ""}, {"N1x", ""}}).first, LabelSource::None);
    EXPECT_EQ(letters({{"P1", ""}, {"N1", ""}, {"", ""}}).first, LabelSource::None);
    EXPECT_EQ(letters({{"P1", ""}, {"N1", ""}, {"Q9H869", ""}}).first, LabelSource::None);
}

TEST(LabelBook, ColumnsAndFolders) {
    LabelBook book(LabelSource::Column);
    book.beginFile({.path = "a.csv"}, true);
    const auto missing = book.add(recordOf({"a", ""}, 4));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().english(), "a.csv:4: the record has no label in its column; expected a class in every row");
    LabelBook folders(LabelSource::Folder);
    folders.beginFile({.path = "/x/pos/1.txt"}, false);
    Dataset dataset;
    EXPECT_TRUE(folders.add(recordOf({"a", ""}, 1)));
    dataset.sequences.emplace_back();
    EXPECT_EQ(*folders.decide(), LabelSource::Folder);
    folders.apply(dataset);
    EXPECT_EQ(dataset.classes, (std::vector<std::string>{"pos"}));
}

TEST(LabelBook, ThoseWithoutALabelAreNamedForLeavingOut) {
    LabelBook book(LabelSource::Auto);
    book.beginFile({.path = "a.fa"}, false);
    for (const Record& record : {Record{"a", "1"}, Record{"b", ""}, Record{"c", "0"}})
        EXPECT_TRUE(book.add(recordOf(record, 1)));
    std::vector<std::size_t> without;
    EXPECT_EQ(*book.decide(&without), LabelSource::Header);
    EXPECT_EQ(without, (std::vector<std::size_t>{1}));
}

TEST(LabelBook, ForeignBytesBecomeUtf8) {
    EXPECT_EQ(label(LabelSource::Header, {{"a.fa", {{"a", "caf\xE9"}}}})->classes, (std::vector<std::string>{"caf\xC3\xA9"}));
}

}  // namespace
}  // namespace strand
