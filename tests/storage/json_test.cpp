#include "storage/json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "storage/connection.hpp"

namespace strand::detail {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(StorageJson, KeepsReports) {
    ImportReport report;
    report.name = "promoters";
    report.kind = SequenceKind::Protein;
    report.present = 10;
    report.imported = 9;
    report.skipped = 1;
    report.classes = {{"0", 4}, {"caf\xE9", 5}};
    report.splits = {{"train", 9}};
    report.length = {1, 2, 3, 4};
    report.warnings = {{{"%1 at %2", "J", 7}, "a.fa", 12, "seq\xFF", 3, true}, {}};
    report.labelSource = LabelSource::Column;
    report.splitSource = SplitSource::None;
    report.format = "fasta";
    ImportReport back;
    fromJson(toJson(report), back);
    EXPECT_EQ(back.name, report.name);
    EXPECT_EQ(back.kind, report.kind);
    EXPECT_EQ(back.present, 10);
    EXPECT_EQ(back.imported, 9);
    EXPECT_EQ(back.skipped, 1);
    EXPECT_EQ(back.classes, report.classes);
    EXPECT_EQ(back.splits, report.splits);
    EXPECT_EQ(back.length.min + 10 * back.length.median + 100 * back.length.p95 + 1000 * back.length.max, 4321);
    ASSERT_EQ(back.warnings.size(), 2U);
    EXPECT_EQ(back.warnings[0].message, report.warnings[0].message);
    EXPECT_EQ(back.warnings[0].message.english(), "J at 7");
    EXPECT_EQ(back.warnings[0].file, "a.fa");
    EXPECT_EQ(back.warnings[0].line, 12);
    EXPECT_EQ(back.warnings[0].record, "seq\xFF");
    EXPECT_EQ(back.warnings[0].column, 3);
    EXPECT_TRUE(back.warnings[0].skipped);
    EXPECT_EQ(back.labelSource, LabelSource::Column);
    EXPECT_EQ(back.splitSource, SplitSource::None);
    EXPECT_EQ(back.format, "fasta");
}

TEST(StorageJson, KeepsStatistics) {
    DatasetStatistics statistics;
    statistics.sequences = 3;
    statistics.length = {1, 2, 3, 4};
    statistics.lengths = {0.5, 0.1, {1, 0, 2}};
    statistics.classBySplit = {{1, 2, 3, 4}, {}};
    statistics.composition = {{'A', 10}, {'T', 1}, {'\xE9', 2}};
    statistics.duplicates = 5;
    statistics.duplicatesAcrossSplits = 6;
    DatasetStatistics back;
    fromJson(toJson(statistics), back);
    EXPECT_EQ(toJson(back), toJson(statistics));
    EXPECT_EQ(back.lengths.width, 0.1);
    EXPECT_EQ(back.lengths.counts, statistics.lengths.counts);
    EXPECT_EQ(back.classBySplit, statistics.classBySplit);
    EXPECT_EQ(back.composition, statistics.composition);
    EXPECT_EQ(back.duplicatesAcrossSplits, 6);
}

TEST(StorageJson, KeepsNumbersToTheLastBitAndWhatIsNone) {
    ClassificationMetrics metrics;
    metrics.n = 1'000'000'007;
    metrics.loss = kInfinity;
    metrics.acc = 0.1 + 0.2;
    metrics.sn = -kInfinity;
    metrics.sp = 5e-324;
    metrics.confusion = {{1, 2}, {3, 4}};
    metrics.perClass.resize(2);
    metrics.perClass[1].auc = 1.0 / 3.0;
    metrics.perClass[1].support = 17;
    const std::string json = toJson(metrics);
    EXPECT_NE(json.find("\"mcc\":null"), std::string::npos);
    ClassificationMetrics back;
    back.mcc = 1;
    fromJson(json, back);
    EXPECT_EQ(back.n, metrics.n);
    EXPECT_EQ(back.loss, kInfinity);
    EXPECT_EQ(back.acc, 0.1 + 0.2);
    EXPECT_EQ(back.sn, -kInfinity);
    EXPECT_EQ(back.sp, 5e-324);
    EXPECT_TRUE(std::isnan(back.mcc));
    EXPECT_EQ(back.confusion, metrics.confusion);
    ASSERT_EQ(back.perClass.size(), 2U);
    EXPECT_TRUE(std::isnan(back.perClass[0].auc));
    EXPECT_EQ(back.perClass[1].auc, 1.0 / 3.0);
    EXPECT_EQ(back.perClass[1].support, 17);
    EXPECT_EQ(toJson(back), json);
}

TEST(StorageJson, KeepsTextsOfAnyBytes) {
    const std::vector<std::string> texts{"",
                                         "A",
                                         "\xE6\xA8\xA1\xE5\x9E\x8B",
                                         "\xF0\x9F\xA7\xAC",
                                         "\xC0\x80",
                                         "\xED\xA0\x80",
                                         "caf\xE9",
                                         "\xF4\x90\x80\x80",
                                         std::string("\0\n\"", 3)};
    std::vector<std::string> back;
    fromJson(toJson(texts), back);
    EXPECT_EQ(back, texts);
    const TextValues values{{"lr", "1e-3"}, {"name \xFF", "\xFE"}};
    TextValues valuesBack{{"old", "1"}};
    fromJson(toJson(values), valuesBack);
    EXPECT_EQ(valuesBack, values);
}

TEST(StorageJson, KeepsErrorsWithTheirArguments) {
    const Error error =
        Error(ErrorCode::Diverged, {"%1 at step %2", "loss \xFF", 31}, {"expected %1", "less"}, "lower lr").at("caf\xE9/a", 3, 4, "r");
    Error back;
    fromJson(toJson(error), back);
    EXPECT_EQ(back.code, ErrorCode::Diverged);
    EXPECT_EQ(back.found, error.found);
    EXPECT_EQ(back.expected, error.expected);
    EXPECT_EQ(back.hint, error.hint);
    EXPECT_EQ(back.record, "r");
    EXPECT_EQ(back.english(), "caf\xE9/a:3:4: loss \xFF at step 31; expected less");
    EXPECT_THROW(fromJson("{\"code\":131}", back), Damaged);
}

TEST(StorageJson, KeepsTokens) {
    AttentionMap map;
    map.tokens = {"[CLS]", "AC", "\x80"};
    map.begin = {0, 0, 1};
    map.end = {0, 2, 3};
    map.probabilities = {0.25, kNotAvailable};
    AttentionMap back;
    tokensFromJson(tokensToJson(map), back);
    EXPECT_EQ(back.tokens, map.tokens);
    EXPECT_EQ(back.begin, map.begin);
    EXPECT_EQ(back.end, map.end);
    ASSERT_EQ(back.probabilities.size(), 2U);
    EXPECT_EQ(back.probabilities[0], 0.25);
    EXPECT_TRUE(std::isnan(back.probabilities[1]));
}

TEST(StorageJson, ReadsWhatOlderVersionsDidNotWrite) {
    ImportReport report;
    fromJson("{\"name\":\"x\",\"later\":[1]}", report);
    EXPECT_EQ(report.name, "x");
    EXPECT_EQ(report.imported, 0);
}

TEST(StorageJson, RefusesWhatIsNotIts) {
    for (const char* text :
         {"", "{", "[]", "7", "{\"name\":7}", "{\"present\":1.5}", "{\"present\":\"1\"}", "{\"kind\":4}", "{\"kind\":-1}",
          "{\"classes\":[[1]]}", "{\"classes\":{\"a\":1}}", "{\"warnings\":[3]}", "{\"name\":[300]}", "{\"name\":[\"a\"]}", "\xFF"}) {
        ImportReport report;
        EXPECT_THROW(fromJson(text, report), Damaged) << text;
    }
    std::vector<std::string> texts;
    EXPECT_THROW(fromJson(std::string(100000, '['), texts), Damaged);
    EXPECT_THROW(fromJson(std::string(100, '[') + std::string(100, ']'), texts), Damaged);
    EXPECT_THROW(fromJson("[" + std::string(70 << 20, ' ') + "]", texts), Damaged);
    fromJson(toJson(std::vector<std::string>{std::string(100, '['), "\\\"[" + std::string(100, '{')}), texts);
    EXPECT_EQ(texts.size(), 2U);
    ClassificationMetrics metrics;
    EXPECT_THROW(fromJson("{\"loss\":[]}", metrics), Damaged);
}

}  // namespace
}  // namespace strand::detail
