#include "cli/checks.hpp"
#include "cli/speech.hpp"
#include "tests/cli/support.hpp"

#include <gtest/gtest.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace strand::cli {
namespace {

/// What the parser says of these arguments, last first.
std::string saidOf(std::vector<std::string> reversed) {
    CLI::App app;
    std::string project, kind;
    std::int64_t folds = 0;
    std::vector<std::string> runs;
    app.add_option("PROJECT", project)->required();
    app.add_option("--kind", kind)->check(oneOf({"dna", "text"}));
    auto* rounds = app.add_option("--folds", folds)->check(wholeNumber(1, 100));
    app.add_option("--ratio", runs)->excludes(rounds);
    app.add_flag("--keep-test")->needs(rounds);
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& problem) {
        return speak(parserMessage(problem));
    }
    return {};
}

TEST(Checks, WhatIsRightSaysNothing) {
    EXPECT_EQ(saidOf({"100", "--folds", "dna", "--kind", "p.strand"}), "");
    EXPECT_EQ(saidOf({"1", "--folds", "--keep-test", "p.strand"}), "");
}

TEST(Checks, TheValuesThereAreAreNamed) {
    EXPECT_EQ(saidOf({"rna", "--kind", "p.strand"}), "--kind: \"rna\" is not possible; expected one of dna, text");
    for (const char* wrong : {"0", "101", "-1", "x", "1.5", "9223372036854775808"})
        EXPECT_EQ(saidOf({wrong, "--folds", "p.strand"}), "--folds: \"" + std::string(wrong) + "\" is no whole number from 1 to 100");
}

TEST(Checks, SentencesOfTheParserAreOurs) {
    EXPECT_EQ(saidOf({}), "PROJECT is missing");
    EXPECT_EQ(saidOf({"--kind", "p.strand"}), "--kind stands without a value");
    EXPECT_EQ(saidOf({"a", "--ratio", "3", "--folds", "p.strand"}), "--folds and --ratio exclude each other");
    EXPECT_EQ(saidOf({"--keep-test", "p.strand"}), "--keep-test is only possible with --folds");
    EXPECT_EQ(saidOf({"q.strand", "p.strand"}), "there is too much on the command line: q.strand");
}

TEST(Checks, TheyAreTranslated) {
    const auto missing = test::runCli({"--lang", "zh_CN", "train"}), wrong = test::runCli({"--lang", "zh_CN", "--threads", "x", "models"});
    EXPECT_EQ(missing.status, 2);
    EXPECT_EQ(missing.err.find("missing"), std::string::npos) << missing.err;
    EXPECT_NE(missing.err.find("PROJECT"), std::string::npos) << missing.err;
    EXPECT_EQ(wrong.err.find("whole number"), std::string::npos) << wrong.err;
}

}  // namespace
}  // namespace strand::cli
