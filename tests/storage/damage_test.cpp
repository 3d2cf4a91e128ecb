// Files that were cut or changed: every answer is a value or a sentence.
#include <random>

#include "storage/run_store.hpp"
#include "tests/storage/support.hpp"

namespace strand {
namespace {

using namespace test;
using Access = ProjectFile::Access;

std::string soundProject(const TempFolder& folder) {
    const std::string path = folder / "sound.strand";
    const ProjectFile project = create(path);
    addDataset(project, smallDataset(400));
    addDataset(project, smallDataset(20, "second"));
    RunRecord run = addRun(project, sampleRun(1));
    const std::vector<StepPoint> steps{{1, 0.5, 0.1}, {2, 0.4, 0.1}};
    EpochReport epoch;
    epoch.epoch = 1;
    epoch.validation.confusion = {{1, 2}, {3, 4}};
    const std::vector<Checkpoint> checkpoints{{CheckpointKind::Latest, 1, 2, pattern(40'000, 1)},
                                              {CheckpointKind::Best, 1, 2, pattern(100, 2)}};
    EXPECT_OK(RunStore(project).record(run, steps, std::span(&epoch, 1), checkpoints));
    AttentionMap map;
    map.record = "seq1";
    map.layers = 1;
    map.heads = 2;
    map.length = 3;
    map.tokens = {"A", "C", "G"};
    map.values.assign(18, 0.5F);
    EXPECT_OK(RunStore(project).addAttention(run.id, map));
    EXPECT_OK(RunStore(project).setPredictions(run.id, Split::Test, std::vector<PredictionRow>{{1, 0, {0.5F, 0.5F}}}));
    EXPECT_OK(SettingStore(project).set("a", "b"));
    EXPECT_OK(project.check());
    return path;
}

class Damage : public ::testing::Test {
protected:
    template <typename T>
    void note(const Result<T>& result) {
        if (result) return;
        ++m_refused;
        // Usage: a name or number that is no longer found.
        EXPECT_TRUE(result.error().code == ErrorCode::Project || result.error().code == ErrorCode::Usage) << said(result);
        EXPECT_FALSE(result.error().english().empty());
    }

    /// Everything a session does, without a wish for success.
    void useAll(const std::string& path, Access access) {
        const auto project = ProjectFile::open(path, access);
        note(project);
        if (!project) return;
        note(project->check());
        DatasetStore datasets(*project);
        RunStore runs(*project);
        const auto list = datasets.list();
        note(list);
        for (const std::int64_t id : {1, 2}) {
            note(datasets.load(id));
            note(datasets.page(id, 5, 100));
            SequenceFilter filter;
            filter.text = "ACG";
            filter.sort = SequenceSort::Id;
            note(datasets.page(id, 0, 100, filter));
            note(datasets.count(id, filter));
        }
        note(runs.list());
        note(runs.find("first"));
        note(runs.split(1));
        note(runs.steps(1));
        note(runs.epochs(1));
        note(runs.checkpoint(1, CheckpointKind::Latest));
        note(runs.checkpoint(1, CheckpointKind::Best));
        note(runs.attentionKeys(1));
        note(runs.attention(1, 0, -1));
        note(runs.predictions(1, Split::Test));
        note(SettingStore(*project).get("a"));
        note(project->saveCopy(path + ".copy"));
        if (access == Access::Read) return;
        note(datasets.add(smallDataset(50, "more"), {}));
        note(datasets.rename(2, "renamed"));
        note(runs.truncate(1, 1));
        note(SettingStore(*project).set("a", "c"));
        note(runs.remove(1));
        note(datasets.remove(1));
    }

    void useBoth(const TempFolder& folder, const std::string& bytes) {
        for (const Access access : {Access::Read, Access::Write}) {
            writeBytes(folder / "harmed.strand", bytes);
            useAll(folder / "harmed.strand", access);
            for (const std::string& name : folder.names()) {
                if (name != "sound.strand") std::filesystem::remove(folder / name);
            }
        }
    }

    int m_refused = 0;
};

TEST_F(Damage, OfAnyByteIsSurvived) {
    const TempFolder folder;
    const std::string sound = readBytes(soundProject(folder));
    std::mt19937 random(static_cast<unsigned>(rounds("STRAND_SEED", 1)));
    for (int round = 0; round < rounds("STRAND_DAMAGES", 40); ++round) {
        std::string bytes = sound;
        // From one bit to a stretch; half of them where structure is dense: the header and the beginnings of pages.
        const std::size_t page = random() % (bytes.size() / 8192) * 8192;
        std::size_t at = random() % 2 == 0 ? page + random() % 120 : random() % bytes.size();
        const unsigned kind = random() % 3;
        for (std::size_t left = kind == 2 ? 64 : 1; left > 0 && at < bytes.size(); --left, ++at) {
            bytes[at] = kind == 0 ? static_cast<char>(bytes[at] ^ (1 << (random() % 8))) : static_cast<char>(random());
        }
        useBoth(folder, bytes);
        if (HasFailure()) FAIL() << "round " << round;
    }
    EXPECT_GT(m_refused, 5);
}

TEST_F(Damage, ByCuttingIsNoticed) {
    const TempFolder folder;
    const std::string sound = readBytes(soundProject(folder));
    for (std::size_t size = sound.size(); size > 0; size -= std::min<std::size_t>(size, 5000)) {
        if (size == sound.size()) continue;
        writeBytes(folder / "cut.strand", sound.substr(0, size));
        const auto project = ProjectFile::open(folder / "cut.strand", Access::Read);
        if (project) {
            EXPECT_REFUSED(project->check(), ErrorCode::Project, "damaged");
        } else {
            EXPECT_EQ(project.error().code, ErrorCode::Project);
        }
        useBoth(folder, sound.substr(0, size));
    }
}

TEST_F(Damage, OfTheJournalLosesOnlyTheEnd) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    ASSERT_EQ(inChild([&]() -> std::string {
                  static const ProjectFile project = create(path);
                  for (int i = 0; i < 8; ++i)
                      addDataset(project, smallDataset(50, "set" + std::to_string(i)));
                  return "done";
              }),
              "done");
    const std::string file = readBytes(path), journal = readBytes(path + "-wal");
    ASSERT_GT(journal.size(), 50'000U);
    std::mt19937 random(2);
    for (int round = 0; round < 40; ++round) {
        std::string harmed = journal;
        if (round % 2 == 0) harmed.resize(random() % journal.size());
        if (round % 2 == 1) harmed[random() % journal.size()] ^= 0x10;
        writeBytes(path, file);
        writeBytes(path + "-wal", harmed);
        std::filesystem::remove(path + "-shm");
        const auto project = ProjectFile::open(path, Access::Write);
        ASSERT_OK(project);
        EXPECT_OK(project->check());
        int i = 0;
        for (const DatasetRecord& record : valueOf(DatasetStore(*project).list()))
            EXPECT_EQ(record.name, "set" + std::to_string(i++));
    }
}

}  // namespace
}  // namespace strand
