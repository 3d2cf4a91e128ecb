#include "data/import_inputs.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

class ImportInputsTest : public ::testing::Test {
protected:
    Result<SequenceKind> kindOfFiles(const std::vector<std::string>& files) {
        const ImportOptions options{.files = files};
        STRAND_ASSIGN(const auto inputs, openInputs(options));
        return kindOf(options, inputs);
    }
    test::TempDir m_dir;
};

TEST_F(ImportInputsTest, EachFileHasItsReaderAndPacking) {
    const auto inputs =
        openInputs({.files = {m_dir.write("a.fa", test::gzipped(">a\nACGT\n")), m_dir.write("b", "sequence,label\nAC,1\n")}});
    ASSERT_TRUE(inputs) << inputs.error().english();
    EXPECT_STREQ(inputs->at(0).reader->name, "fasta");
    EXPECT_EQ(inputs->at(0).packing, "gz");
    EXPECT_STREQ(inputs->at(1).reader->name, "csv");
    EXPECT_EQ(inputs->at(1).bytes, 20);
    EXPECT_EQ(inputs->at(1).reading.sequenceColumn, "1");
    EXPECT_EQ(inputs->at(1).reading.labelColumn, "2");
    EXPECT_EQ(inputs->at(1).reading.splitColumn, "") << "none";
}

TEST_F(ImportInputsTest, ColumnsThatAreNotAskedForAreNone) {
    const auto inputs = openInputs(
        {.files = {m_dir.write("b", "sequence,label,split\nAC,1,train\n")}, .label = LabelSource::None, .split = SplitSource::None});
    ASSERT_TRUE(inputs);
    EXPECT_EQ(inputs->front().table.label, -1);
    EXPECT_EQ(inputs->front().table.split, -1);
}

TEST_F(ImportInputsTest, TheKindIsJudgedByAllFiles) {
    const auto dna = m_dir.write("a.fa", ">a\nACGT\n"), protein = m_dir.write("b.fa", ">b\nMKLLVFEDWWMKLLVFEDWW\n");
    EXPECT_EQ(kindOfFiles({dna}), SequenceKind::Dna);
    EXPECT_EQ(kindOfFiles({dna, protein}), SequenceKind::Protein);
}

TEST_F(ImportInputsTest, WhatCannotBeOpenedOrIsNotKnown) {
    EXPECT_EQ(openInputs({}).error().english(), "no file to import; expected at least one");
    const auto unknown = openInputs({.files = {m_dir.write("a", ">a\nA\n")}, .format = "fast"});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::Usage);
    EXPECT_EQ(unknown.error().found.english(), "unknown format \"fast\"");
}

}  // namespace
}  // namespace strand
