#include "storage/sequence_table.hpp"

#include <SQLiteCpp/Database.h>

#include <numeric>

#include "storage/connection.hpp"
#include "storage/schema.hpp"
#include "tests/storage/mixed_dataset.hpp"

namespace strand {
namespace {

using namespace test;

class SequenceSearch : public ::testing::Test {
protected:
    TempFolder m_folder;
    ProjectFile m_project = create(m_folder / "a.strand");
    DatasetStore m_store{m_project};
};

bool containsFolded(std::string hay, std::string needle) {
    const auto fold = [](std::string& text) {
        for (char& c : text)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    };
    fold(hay);
    fold(needle);
    return hay.find(needle) != std::string::npos;
}

TEST_F(SequenceSearch, FiltersAsAPlainLoopDoes) {
    const Dataset dataset = mixedDataset();
    addDataset(m_project, smallDataset(9, "other"));
    addDataset(m_project, dataset);
    std::vector<SequenceFilter> filters;
    for (const char* text : {"", "A", "ef", "Seq1", "p0", "zzz", "CDE", "0"}) {
        for (const auto& label : {std::optional<std::int32_t>(), std::optional(-1), std::optional(2), std::optional(7)}) {
            for (const auto& split : {std::optional<Split>(), std::optional(Split::None), std::optional(Split::Test)}) {
                filters.push_back({text, label, split, SequenceSort::Ordinal, false});
            }
        }
    }
    for (const SequenceFilter& filter : filters) {
        std::vector<std::int32_t> expected;
        for (std::size_t i = 0; i < dataset.sequences.size(); ++i) {
            const Sequence& sequence = dataset.sequences[i];
            if (filter.label && sequence.label != *filter.label) continue;
            if (filter.split && sequence.split != *filter.split) continue;
            if (containsFolded(sequence.id, filter.text) || containsFolded(sequence.residues, filter.text))
                expected.push_back(static_cast<std::int32_t>(i));
        }
        EXPECT_EQ(m_store.ordinals(2, filter).value(), expected) << filter.text;
        EXPECT_EQ(m_store.count(2, filter), static_cast<std::int64_t>(expected.size()));
        const auto page = m_store.page(2, 3, 10, filter);
        ASSERT_OK(page);
        ASSERT_EQ(page->size(), std::min<std::size_t>(10, expected.size() - std::min<std::size_t>(3, expected.size())));
        for (std::size_t i = 0; i < page->size(); ++i)
            EXPECT_EQ((*page)[i].ordinal, expected[i + 3]);
    }
}

TEST_F(SequenceSearch, SortsStablyBothWays) {
    const Dataset dataset = mixedDataset();
    addDataset(m_project, dataset);
    const auto expectSorted = [&](SequenceSort sort, auto key) {
        for (const bool descending : {false, true}) {
            std::vector<std::int32_t> expected(dataset.sequences.size());
            std::iota(expected.begin(), expected.end(), 0);
            std::stable_sort(expected.begin(), expected.end(), [&](std::int32_t a, std::int32_t b) {
                const auto keyA = key(dataset.sequences[static_cast<std::size_t>(a)]),
                           keyB = key(dataset.sequences[static_cast<std::size_t>(b)]);
                return descending ? keyB < keyA : keyA < keyB;
            });
            SequenceFilter filter;
            filter.sort = sort;
            filter.descending = descending;
            EXPECT_EQ(m_store.ordinals(1, filter).value(), expected) << static_cast<int>(sort) << descending;
        }
    };
    expectSorted(SequenceSort::Length, [](const Sequence& sequence) { return sequence.residues.size(); });
    expectSorted(SequenceSort::Label, [](const Sequence& sequence) { return sequence.label; });
    expectSorted(SequenceSort::Split, [](const Sequence& sequence) { return static_cast<int>(sequence.split); });
    expectSorted(SequenceSort::Fold, [](const Sequence& sequence) { return sequence.fold; });
    // "P0" + number before "seq" + number, numbers by value.
    expectSorted(SequenceSort::Id, [](const Sequence& sequence) {
        const std::size_t digits = sequence.id.rfind(sequence.id[0] == 'P' ? 'P' : 'q') + 1;
        return std::tuple(sequence.id.substr(0, 1), std::stoi(sequence.id.substr(digits)), sequence.id);
    });
    SequenceFilter descending;
    descending.descending = true;
    EXPECT_EQ(m_store.ordinals(1, descending)->front(), 499);
}

TEST_F(SequenceSearch, SortsNumbersInIdsByValue) {
    Dataset dataset;
    dataset.name = "ids";
    const std::vector<std::string> order{
        "", "007", "7", "a", "a2", "a02b", "a2c", "a10", "a10b1", "a99999999999999999999998", "a99999999999999999999999", "b", "\xE6"};
    for (auto id = order.rbegin(); id != order.rend(); ++id)
        dataset.sequences.push_back({*id, "ACGT", kNoLabel, Split::None});
    addDataset(m_project, dataset);
    SequenceFilter byId;
    byId.sort = SequenceSort::Id;
    std::vector<std::string> sorted;
    for (const SequenceRow& row : valueOf(m_store.page(1, 0, 100, byId)))
        sorted.push_back(row.sequence.id);
    EXPECT_EQ(sorted, order);
}

TEST_F(SequenceSearch, StopsASearch) {
    addDataset(m_project, smallDataset(10000));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_REFUSED(m_store.ordinals(1, {}, stop.get_token()), ErrorCode::Interrupted, "stopped");
}

class SequenceTable : public ::testing::Test {
protected:
    SequenceTable() { detail::migrate(m_database, detail::migrations()); }
    void insert(std::int64_t dataset, const std::vector<Sequence>& sequences) {
        ASSERT_OK(detail::insertSequences(m_database, dataset, sequences, {}, {}));
    }
    [[nodiscard]] std::string ids(std::int64_t dataset) {
        std::string out;
        for (const Sequence& sequence : detail::readAllSequences(m_database, dataset))
            out += sequence.id + " ";
        return out;
    }
    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(SequenceTable, DatasetsDoNotTouchTheirNeighbours) {
    const std::vector<std::int64_t> datasets{1, 2, 3, detail::kMaxDataset - 1, detail::kMaxDataset};
    for (const std::int64_t dataset : datasets)
        insert(dataset, {{.id = std::to_string(dataset)}, {.id = "b"}});
    detail::removeSequences(m_database, 2);
    detail::removeSequences(m_database, detail::kMaxDataset - 1);
    detail::copySequences(m_database, 3, 2);
    insert(2 + 5, {});
    const std::string greatest = std::to_string(detail::kMaxDataset) + " b ";
    EXPECT_EQ(ids(1) + ids(2) + ids(3) + ids(detail::kMaxDataset - 1) + ids(detail::kMaxDataset) + ids(7), "1 b 3 b 3 b " + greatest);
    EXPECT_EQ(detail::countSequences(m_database, 1, {}), 2);
    EXPECT_TRUE(detail::readSequences(m_database, 1, 1, 100).size() == 1) << "a window ends with its dataset";
}

TEST_F(SequenceTable, MarksChangeAndTheRestStays) {
    insert(1, {{"a", "ACGT", 0, Split::Train, 1}, {"b", "AC", 1, Split::Test, 2}, {"c", "A", 1, Split::None, 0}});
    const std::vector<detail::SequenceMarks> marks{{.ordinal = 2, .label = kNoLabel, .split = 4, .fold = 7}, {.ordinal = 0}};
    std::vector<std::int64_t> told;
    ASSERT_OK(detail::updateMarks(m_database, 1, marks, [&](const Progress& progress) { told.push_back(progress.done); }, {}));
    EXPECT_EQ(told, (std::vector<std::int64_t>{0, 2}));
    std::string content;
    for (const Sequence& s : detail::readAllSequences(m_database, 1))
        content += fmt::format("{} {} {} {} {}; ", s.id, s.residues, s.label, splitName(s.split), s.fold);
    EXPECT_EQ(content, "a ACGT 0 none 0; b AC 1 test 2; c A -1 excluded 7; ");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_REFUSED(detail::updateMarks(m_database, 1, marks, {}, stop.get_token()), ErrorCode::Interrupted, "stopped");
}

TEST_F(SequenceTable, AGapOrARowOutOfRangeIsDamage) {
    insert(1, {{.id = "a"}, {.id = "b"}, {.id = "c"}});
    m_database.exec("PRAGMA ignore_check_constraints = ON");
    for (const char* harm : {"DELETE FROM sequences WHERE id = 'b'", "UPDATE sequences SET split = 5 WHERE id = 'b'",
                             "UPDATE sequences SET label = -2 WHERE id = 'b'", "UPDATE sequences SET fold = -1 WHERE id = 'b'"}) {
        m_database.exec("BEGIN");
        m_database.exec(harm);
        try {
            (void)ids(1);
            ADD_FAILURE() << harm;
        } catch (const detail::Damaged& damaged) {
            EXPECT_NE(damaged.message().english().find("sequence 2 of a dataset is "), std::string::npos) << damaged.message().english();
        }
        m_database.exec("ROLLBACK");
    }
    EXPECT_EQ(ids(1), "a b c ");
}

TEST_F(SequenceTable, AFilterIsPlainUntilAnyPartOfItIsSet) {
    EXPECT_TRUE(detail::isPlain({}));
    const std::vector<void (*)(SequenceFilter&)> parts{[](auto& f) { f.text = "a"; }, [](auto& f) { f.label = 0; },
                                                       [](auto& f) { f.split = Split::None; }, [](auto& f) { f.sort = SequenceSort::Id; },
                                                       [](auto& f) { f.descending = true; }};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        SequenceFilter filter;
        parts[i](filter);
        EXPECT_FALSE(detail::isPlain(filter)) << i;
    }
}

}  // namespace
}  // namespace strand
