#include "data/file_names.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;

std::vector<std::string> labelsOf(const std::vector<std::string>& paths) {
    std::vector<std::string> out;
    const auto files = nameFiles(paths);
    for (const NamedFile& file : *files)
        out.push_back(file.label);
    return out;
}

std::vector<Split> splitsOf(const std::vector<std::string>& paths) {
    std::vector<Split> out;
    const auto files = nameFiles(paths);
    for (const NamedFile& file : *files)
        out.push_back(file.split);
    return out;
}

TEST(FileNames, ClassesWithoutSplitsAndKnownEndings) {
    EXPECT_EQ(labelsOf({"/d/pos.fa", "neg.fa.gz"}), (std::vector<std::string>{"pos", "neg"}));
    EXPECT_EQ(labelsOf({"train_pos.txt", "test-neg.txt", "pos valid.txt"}), (std::vector<std::string>{"pos", "neg", "pos"}));
    EXPECT_EQ(labelsOf({"AMP.tr.fa", "AMP.te.fa", "DECOY.eval.fa"}), (std::vector<std::string>{"AMP", "AMP", "DECOY"}));
    EXPECT_EQ(labelsOf({"non_promoter.fasta", "promoter.fasta"}), (std::vector<std::string>{"non_promoter", "promoter"}));
    EXPECT_EQ(labelsOf({"train.fa", "test.csv.xz"}), (std::vector<std::string>{"", ""}));
}

TEST(FileNames, WhatAllNamesShareBetweenDotsIsNoClass) {
    EXPECT_EQ(labelsOf({"custrev.neg", "custrev.pos"}), (std::vector<std::string>{"neg", "pos"}));
    EXPECT_EQ(labelsOf({"pos.v2.fa", "neg.v2.fa"}), (std::vector<std::string>{"pos", "neg"}));
    EXPECT_EQ(labelsOf({"custrev.neg"}), (std::vector<std::string>{"custrev.neg"}));
    EXPECT_EQ(labelsOf({"a.b.neg", "a.c.pos"}), (std::vector<std::string>{"b.neg", "c.pos"}));
}

TEST(FileNames, SplitsInAnyWord) {
    EXPECT_EQ(
        splitsOf({"train_pos.txt", "AMP.te.fa", "x-Validation.csv", "dev.fa", "AMP.eval.fa", "pos.fa", "retrain.fa"}),
        (std::vector<Split>{Split::Train, Split::Test, Split::Validation, Split::Validation, Split::Validation, Split::None, Split::None}));
    EXPECT_EQ(splitsOf({"train_test.fa"}), (std::vector<Split>{Split::None}));
    EXPECT_EQ(labelsOf({"train_test.fa"}), (std::vector<std::string>{"train_test"}));
    EXPECT_EQ(splitsOf({"/data/test/pos.fa", "/data/other/pos.fa"}), (std::vector<Split>{Split::Test, Split::None}));
}

TEST(FileNames, FoldersAreWalked) {
    const TempDir dir;
    for (const char* folder : {"c/train/pos", "c/train/neg", "c/test/pos", "c/.git"})
        std::filesystem::create_directories(dir.file(folder));
    for (const char* file :
         {"c/train/pos/2.txt", "c/train/pos/1.txt", "c/train/neg/1.txt", "c/test/pos/1.txt", "c/.git/x", "c/test/.hidden"})
        dir.write(file, "x");
    const auto files = nameFiles({dir.file("c")});
    ASSERT_TRUE(files);
    ASSERT_EQ(files->size(), 4U);
    EXPECT_EQ(files->at(0).path, dir.file("c/test/pos/1.txt"));
    EXPECT_EQ(files->at(0).folder, "pos");
    EXPECT_EQ(files->at(0).split, Split::Test);
    EXPECT_EQ(files->at(1).folder, "neg");
    EXPECT_EQ(files->at(2).path, dir.file("c/train/pos/1.txt"));
    EXPECT_EQ(files->at(3).path, dir.file("c/train/pos/2.txt"));
    EXPECT_EQ(files->at(3).split, Split::Train);
    const auto named = nameFiles({dir.file("c/train/pos/"), dir.file("c/train/neg")});
    ASSERT_TRUE(named);
    EXPECT_EQ(named->at(0).folder, "pos");
    EXPECT_EQ(named->at(2).folder, "neg");
}

TEST(FileNames, AFolderWithoutFilesIsAnError) {
    const TempDir dir;
    std::filesystem::create_directories(dir.file("empty/below"));
    const auto files = nameFiles({dir.file("empty")});
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().english(), dir.file("empty") + ": a folder without files; expected files of sequences in it");
}

TEST(FileStem, DropsFolderPackingAndExtension) {
    EXPECT_EQ(fileStem("/data/pos.fa"), "pos");
    EXPECT_EQ(fileStem("pos.fa.gz"), "pos");
    EXPECT_EQ(fileStem("pos.fasta.XZ"), "pos");
    EXPECT_EQ(fileStem("AMP.tr.fa"), "AMP.tr");
    EXPECT_EQ(fileStem("pos"), "pos");
}

TEST(FolderName, OfPathsThatAreNotAbsolute) {
    EXPECT_EQ(folderName("/a/pos/1.txt"), "pos");
    EXPECT_EQ(folderName("pos/1.txt"), "pos");
    EXPECT_EQ(folderName("1.txt"), std::filesystem::current_path().filename().string());
}

}  // namespace
}  // namespace strand
