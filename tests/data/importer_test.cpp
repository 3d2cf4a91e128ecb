#include "data/importer.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

TEST(Importer, KeepsTheFileOfEachSequence) {
    const test::TempDir dir;
    const ImportOptions options{.files = {dir.write("a.fa", ">a|1\nAC\n>b|0\nA?\n>c|0\nGG\n"), dir.write("b.fa", ">d|1\nTT\n")},
                                .kind = SequenceKind::Dna,
                                .onBad = OnBad::Skip};
    const auto inputs = openInputs(options);
    ASSERT_TRUE(inputs);
    Importer importer(options, SequenceKind::Dna);
    ASSERT_TRUE(importer.read(*inputs, 0, {}, {}));
    const auto imported = importer.finish();
    ASSERT_TRUE(imported) << imported.error().english();
    EXPECT_EQ(imported->dataset.sequences.size(), 3U);
    EXPECT_EQ(importer.fileOfEach(), (std::vector<std::size_t>{0, 0, 1}));
    EXPECT_EQ(imported->report.skipped, 1);
}

TEST(Importer, AFewOfEachFileAreEnough) {
    const test::TempDir dir;
    const ImportOptions options{.files = {dir.write("a.fa", ">a|1\nAC\n>b|0\nAA\n>c|0\nG?\n"), dir.write("b.fa", ">d|1\nTT\n")}};
    const auto inputs = openInputs(options);
    ASSERT_TRUE(inputs);
    Importer importer(options, SequenceKind::Dna);
    ASSERT_TRUE(importer.read(*inputs, 2, {}, {})) << "the bad record is behind them";
    EXPECT_EQ(importer.finish()->report.present, 3);
}

TEST(Importer, ProgressRunsOverAllFiles) {
    const test::TempDir dir;
    const ImportOptions options{.files = {dir.write("a.fa", ">a|1\nAC\n"), dir.write("b.fa", ">d|0\nTT\n")}};
    const auto inputs = openInputs(options);
    ASSERT_TRUE(inputs);
    std::int64_t done = 0, total = 0;
    const auto watch = [&](const Progress& progress) {
        EXPECT_GE(progress.done, done);
        done = progress.done;
        total = progress.total;
    };
    Importer importer(options, SequenceKind::Dna);
    ASSERT_TRUE(importer.read(*inputs, 0, watch, {}));
    EXPECT_EQ(done, 16);
    EXPECT_EQ(total, 16);
}

}  // namespace
}  // namespace strand
