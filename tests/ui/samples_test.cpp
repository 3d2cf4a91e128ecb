#include "ui/session/samples.hpp"

#include "data/import.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QFile>

namespace strand::test {
namespace {

/// Imports with the readers alone: what the shipped engine does, without LibTorch.
class ReadingEngine : public ScriptedEngine {
public:
    Result<DatasetRecord> import(ProjectFile& project, const ImportOptions& options, const ProgressFn& progress,
                                 std::stop_token stop) override {
        STRAND_ASSIGN(const ImportedDataset read, importFiles(options, progress, stop));
        return DatasetStore(project).add(read.dataset, read.report, progress, stop);
    }
};

TEST(Samples, EachFillsAProjectWithLabelledSplitSequences) {
    const std::map<std::string, std::int64_t> counts{{"promoters", 106}, {"splice", 3190}, {"motif", 4000}};
    for (const SampleEntry& sample : sampleTable()) {
        const TempDir folder;
        auto project = ProjectFile::open(folder.file("s.strand"), ProjectFile::Access::Write, ProjectFile::Missing::Create);
        ASSERT_TRUE(project.has_value());
        ReadingEngine engine;
        const auto record = fillSample(sample, *project, engine, {}, {});
        ASSERT_TRUE(record.has_value()) << record.error().english();
        EXPECT_EQ(record->sequences, counts.at(sample.name));
        EXPECT_GE(record->classes.size(), 2U);
        EXPECT_GT(record->report.splits.at("train"), 0);
        EXPECT_GT(record->report.splits.at("test"), 0);
    }
}

TEST(Samples, AreFoundByNameAndLieInTheChosenFolder) {
    EXPECT_EQ(findSample("nothing"), nullptr);
    ASSERT_NE(findSample("splice"), nullptr);
    const TempDir folder;
    setSampleFolder(QString::fromStdString(folder.path()));
    EXPECT_EQ(samplePath("splice"), QString::fromStdString(folder.file("splice.strand")));
}

}  // namespace
}  // namespace strand::test
