#include "storage/dataset_store.hpp"

#include <SQLiteCpp/Database.h>

#include "data/split.hpp"
#include "storage/json.hpp"
#include "tests/storage/mixed_dataset.hpp"

namespace strand {
namespace {

using namespace test;

class DatasetStoreTest : public ::testing::Test {
protected:
    TempFolder m_folder;
    ProjectFile m_project = create(m_folder / "a.strand");
    DatasetStore m_store{m_project};
};

bool operator==(const Sequence& a, const Sequence& b) {
    return a.id == b.id && a.residues == b.residues && a.label == b.label && a.split == b.split && a.fold == b.fold;
}

void expectSame(const Dataset& a, const Dataset& b) {
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.classes, b.classes);
    ASSERT_EQ(a.sequences.size(), b.sequences.size());
    for (std::size_t i = 0; i < a.sequences.size(); ++i)
        EXPECT_TRUE(a.sequences[i] == b.sequences[i]) << i;
}

TEST_F(DatasetStoreTest, KeepsEverything) {
    Dataset dataset = mixedDataset();
    dataset.kind = SequenceKind::Text;
    dataset.classes = {"0", "caf\xE9", "\xE6\xA8\xA1"};
    dataset.sequences[3].residues = std::string("bytes \0 \xFF\xFE \xE6\xA8\xA1", 13);
    dataset.sequences[4].id.clear();
    dataset.sequences[5].residues.assign(3'000'000, 'x');
    ImportReport report = summarise(dataset);
    report.skipped = 3;
    report.warnings = {{{"bad character %1", "J"}, "a.fa", 3, "seq3"}};
    const auto stored = m_store.add(dataset, report);
    ASSERT_OK(stored);
    EXPECT_EQ(stored->id, 1);
    EXPECT_EQ(stored->name, "mixed");
    EXPECT_EQ(stored->sequences, 500);
    EXPECT_EQ(stored->fingerprint, fingerprint(dataset));
    EXPECT_EQ(stored->created.size(), 20U);
    m_project = openWrite((m_project = create(m_folder / "other.strand"), m_folder / "a.strand"));
    const auto loaded = m_store.load(1);
    ASSERT_OK(loaded);
    expectSame(*loaded, dataset);
    const auto record = m_store.get(1);
    ASSERT_OK(record);
    EXPECT_EQ(record->name, stored->name);
    EXPECT_EQ(record->kind, SequenceKind::Text);
    EXPECT_EQ(record->classes, dataset.classes);
    EXPECT_EQ(record->sequences, 500);
    EXPECT_EQ(record->fingerprint, stored->fingerprint);
    EXPECT_EQ(record->created, stored->created);
    EXPECT_EQ(detail::toJson(record->report), detail::toJson(report));
    EXPECT_EQ(detail::toJson(record->statistics), detail::toJson(computeStatistics(dataset)));
    EXPECT_OK(m_project.check());
}

TEST_F(DatasetStoreTest, KeepsAnEmptyDataset) {
    Dataset dataset;
    ASSERT_OK(m_store.add(dataset, {}));
    EXPECT_EQ(m_store.list()->front().name, "dataset");
    EXPECT_TRUE(m_store.load(1)->sequences.empty());
    EXPECT_TRUE(m_store.page(1, 0, 10)->empty());
    EXPECT_EQ(m_store.count(1), 0);
    EXPECT_OK(m_store.check());
}

TEST_F(DatasetStoreTest, RefusesLabelsOutsideTheClasses) {
    Dataset dataset = smallDataset();
    dataset.sequences[0].label = 2;
    EXPECT_THROW((void)m_store.add(dataset, {}), std::logic_error);
    EXPECT_TRUE(m_store.list()->empty());
}

TEST_F(DatasetStoreTest, GivesNamesOnce) {
    EXPECT_EQ(addDataset(m_project, smallDataset()).name, "promoters");
    EXPECT_EQ(addDataset(m_project, smallDataset()).name, "promoters (2)");
    EXPECT_EQ(addDataset(m_project, smallDataset()).name, "promoters (3)");
    EXPECT_REFUSED(m_store.rename(1, "promoters (2)"), ErrorCode::Usage, "in use already");
    EXPECT_REFUSED(m_store.rename(1, ""), ErrorCode::Usage, "empty");
    EXPECT_REFUSED(m_store.rename(9, "x"), ErrorCode::Usage, "there is no dataset 9");
    ASSERT_OK(m_store.rename(1, "3"));
    ASSERT_OK(m_store.rename(1, "3"));
    EXPECT_EQ(m_store.find("3")->id, 1);  // the name goes before the number
    EXPECT_EQ(m_store.find("2")->name, "promoters (2)");
    EXPECT_EQ(m_store.find("promoters (3)")->id, 3);
    EXPECT_REFUSED(m_store.find("promoters"), ErrorCode::Usage,
                   "there is no dataset promoters; there are: 3, promoters (2), promoters (3)");
    EXPECT_REFUSED(m_store.find("2x"), ErrorCode::Usage, "there is no dataset 2x");
    EXPECT_REFUSED(m_store.get(0), ErrorCode::Usage, "there is no dataset 0");
    EXPECT_REFUSED(m_store.load(77), ErrorCode::Usage, "there is no dataset 77");
}

TEST_F(DatasetStoreTest, SaysThatThereIsNothingYet) { EXPECT_REFUSED(m_store.find("x"), ErrorCode::Usage, "there are no datasets yet"); }

TEST_F(DatasetStoreTest, StopsWithoutATrace) {
    std::stop_source stop;
    std::int64_t last = -1;
    const auto result = m_store.add(
        smallDataset(20000), {},
        [&](const Progress& progress) {
            EXPECT_GE(progress.done, last);
            last = progress.done;
            if (progress.done > 10000) stop.request_stop();
        },
        stop.get_token());
    EXPECT_REFUSED(result, ErrorCode::Interrupted, "stopped");
    EXPECT_GT(last, 10000);
    EXPECT_LT(last, 20000);
    EXPECT_TRUE(m_store.list()->empty());
    EXPECT_OK(m_project.check());
    ASSERT_OK(m_store.add(smallDataset(20000), {}, [&](const Progress& progress) { last = progress.done; }));
    EXPECT_EQ(last, 20000);
    EXPECT_EQ(m_store.count(1), 20000);
}

TEST_F(DatasetStoreTest, PagesInOrder) {
    addDataset(m_project, smallDataset(7, "other"));
    const Dataset dataset = smallDataset(1000);
    addDataset(m_project, dataset);
    const auto ordinals = [&](std::int64_t offset, std::int64_t count) {
        std::vector<std::int64_t> out;
        for (const SequenceRow& row : valueOf(m_store.page(2, offset, count))) {
            EXPECT_TRUE(row.sequence == dataset.sequences[static_cast<std::size_t>(row.ordinal)]);
            out.push_back(row.ordinal);
        }
        return out;
    };
    EXPECT_EQ(ordinals(997, 200), (std::vector<std::int64_t>{997, 998, 999}));
    EXPECT_EQ(ordinals(0, 2), (std::vector<std::int64_t>{0, 1}));
    EXPECT_EQ(ordinals(-5, 1), (std::vector<std::int64_t>{0}));
    EXPECT_TRUE(ordinals(1000, 5).empty());
    EXPECT_TRUE(ordinals(5, 0).empty());
    EXPECT_TRUE(ordinals(5, -1).empty());
    EXPECT_TRUE(ordinals(std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::max()).empty());
    EXPECT_EQ(ordinals(998, std::numeric_limits<std::int64_t>::max()).size(), 2U);
    EXPECT_TRUE(m_store.page(99, 0, 5)->empty());
}

TEST_F(DatasetStoreTest, ReadsChosenRows) {
    const Dataset dataset = smallDataset(50);
    addDataset(m_project, dataset);
    const auto rows = m_store.rows(1, {49, 0, 49});
    ASSERT_OK(rows);
    ASSERT_EQ(rows->size(), 3U);
    EXPECT_EQ((*rows)[0].ordinal, 49);
    EXPECT_TRUE((*rows)[1].sequence == dataset.sequences[0]);
    EXPECT_REFUSED(m_store.rows(1, {50}), ErrorCode::Usage, "there is no sequence 51");
    EXPECT_REFUSED(m_store.rows(1, {-1}), ErrorCode::Usage, "there is no sequence 0");
}

TEST_F(DatasetStoreTest, RemovesWhatNoRunUses) {
    addDataset(m_project, smallDataset(50000, "big"));
    addDataset(m_project, smallDataset(10, "small"));
    const RunRecord run = addRun(m_project, sampleRun(1));
    EXPECT_REFUSED(m_store.remove(1), ErrorCode::Usage, "the dataset big is used by 1 runs (first");
    ASSERT_OK(RunStore(m_project).remove(run.id));
    const int pages = m_project.database().execAndGet("PRAGMA page_count").getInt();
    ASSERT_OK(m_store.remove(1));
    EXPECT_LT(m_project.database().execAndGet("PRAGMA page_count").getInt(), pages / 5);
    EXPECT_REFUSED(m_store.remove(1), ErrorCode::Usage, "there is no dataset 1");
    EXPECT_EQ(m_store.list()->size(), 1U);
    EXPECT_EQ(m_store.count(1), 0);
    EXPECT_EQ(m_store.count(2), 10);
    EXPECT_OK(m_project.check());
    // Ids are not given again.
    EXPECT_EQ(addDataset(m_project, smallDataset()).id, 3);
}

}  // namespace
}  // namespace strand
