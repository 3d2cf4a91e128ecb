#include "cli/arguments.hpp"
#include "cli/npy.hpp"
#include "cli/output.hpp"
#include "cli/output_file.hpp"
#include "cli/picture.hpp"
#include "cli/speech.hpp"
#include "tests/cli/support.hpp"

#include <sys/stat.h>

namespace strand {
namespace {

using namespace cli;
using test::bytesOf;
using test::TempDir;

TEST(Arguments, HyperparametersAreTakenInBothForms) {
    const auto split =
        splitArguments({"train", "p.strand", "--hp_lr", "-0.1", "--model", "M", "--hp_widths=3,4,5", "--lang=zh_CN", "--hp_lr", "0.2"});
    ASSERT_TRUE(split);
    EXPECT_EQ(split->rest, (std::vector<std::string>{"train", "p.strand", "--model", "M", "--lang=zh_CN"}));
    EXPECT_EQ(split->hyperparameters, (TextValues{{"lr", "0.2"}, {"widths", "3,4,5"}}));
    EXPECT_EQ(split->language, "zh_CN");
    EXPECT_EQ(split->firstHyperparameter, "--hp_lr");
}

TEST(Arguments, AfterTwoDashesNothingIsTaken) {
    const auto split = splitArguments({"predict", "--", "--hp_lr"});
    ASSERT_TRUE(split);
    EXPECT_EQ(split->rest.back(), "--hp_lr");
}

TEST(Arguments, WhatIsMissingIsToldByName) {
    EXPECT_EQ(splitArguments({"--hp_lr"}).error().english(), "--hp_lr has no value; expected --hp_lr VALUE");
    EXPECT_EQ(splitArguments({"--hp_=3"}).error().code, ErrorCode::Usage);
    EXPECT_EQ(splitArguments({"--hp_"}).error().code, ErrorCode::Usage);
}

TEST(Npy, TheHeaderIsAlignedAndNamesTheShape) {
    const std::int64_t shape[] = {2, 3, 4, 41, 41};
    const auto header = npyHeader(shape);
    EXPECT_EQ(header.size() % 64, 0U);
    EXPECT_EQ(header.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
    EXPECT_EQ(static_cast<std::size_t>(static_cast<unsigned char>(header[8])) + 10, header.size());
    EXPECT_NE(header.find("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3, 4, 41, 41, ), }"), std::string::npos);
    EXPECT_EQ(header.back(), '\n');
}

TEST(Picture, ViridisHasItsEnds) {
    const auto low = viridis(0), high = viridis(1), over = viridis(9);
    EXPECT_NEAR(low.r, 68, 4);
    EXPECT_NEAR(low.g, 1, 4);
    EXPECT_NEAR(low.b, 84, 4);
    EXPECT_NEAR(high.r, 253, 6);
    EXPECT_NEAR(high.g, 231, 6);
    EXPECT_NEAR(high.b, 37, 6);
    EXPECT_EQ(over.r, high.r);
}

TEST(Picture, PngBeginsWithItsSizeAndEndsWithItsChunk) {
    Image image(3, 2, {255, 255, 255});
    const auto png = encodePng(image);
    EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
    EXPECT_EQ(png.substr(16, 8), std::string("\0\0\0\3\0\0\0\2", 8));
    // CRC of the empty IEND chunk, as the standard gives it.
    EXPECT_EQ(png.substr(png.size() - 4), "\xAE\x42\x60\x82");
}

TEST(Table, NumbersStandAtTheRightAndWideLettersCountTwice) {
    const Table table{{"模型", "n"}, {{"a", "1"}, {"bcdefg", "100"}}};
    EXPECT_EQ(table.text(), "模型      n\na         1\nbcdefg  100\n");
}

TEST(Numbers, AreExactOrAbsent) {
    EXPECT_EQ(exact(0.1), "0.1");
    EXPECT_EQ(exact(kNotAvailable), "-");
    EXPECT_EQ(fixed(kNotAvailable, 3), "-");
    EXPECT_EQ(duration(41), "0:41");
    EXPECT_EQ(duration(3723), "1:02:03");
}

TEST(Speech, PlacesComeFirstAndDetailsLast) {
    const auto error = Error(ErrorCode::BadInput, {"\"%1\" is no letter", "!"}, "expected ACGT").at("a.fa", 3, 5, "seq1");
    EXPECT_EQ(speak(error), "a.fa:3: \"!\" is no letter (column 5, record seq1); expected ACGT");
}

class OutputFileTest : public ::testing::Test {
protected:
    std::size_t files() { return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(m_folder.path()), {})); }
    TempDir m_folder;
};

TEST_F(OutputFileTest, IsThereWhole) {
    const auto path = m_folder.file("out.tsv");
    ASSERT_TRUE(writeFile(path, "abc"));
    EXPECT_EQ(bytesOf(path), "abc");
    EXPECT_EQ(files(), 1U);
}

TEST_F(OutputFileTest, OrNotAtAll) {
    const auto path = m_folder.write("out.tsv", "old");
    {
        auto file = OutputFile::create(path);
        ASSERT_TRUE(file);
        file->write("half");
    }
    EXPECT_EQ(bytesOf(path), "old");
    EXPECT_EQ(files(), 1U);
}

TEST_F(OutputFileTest, APlaceThatCannotBeWrittenIsNamed) {
    const auto path = m_folder.file("none/out.tsv");
    const auto result = writeFile(path, "abc");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Usage);
    EXPECT_EQ(result.error().file, path);
}

TEST_F(OutputFileTest, AFullDiskIsAnError) {
    const auto result = writeFile("/dev/full", std::string(100000, 'x'));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Project);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST_F(OutputFileTest, LinksAreFollowed) {
    const auto target = m_folder.write("target", "old");
    const auto link = m_folder.file("link");
    std::filesystem::create_symlink(target, link);
    ASSERT_TRUE(writeFile(link, "new"));
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_EQ(bytesOf(target), "new");
}

}  // namespace
}  // namespace strand
