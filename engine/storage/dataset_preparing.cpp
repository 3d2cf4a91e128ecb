#include "storage/connection.hpp"
#include "storage/dataset_rows.hpp"
#include "storage/dataset_store.hpp"
#include "storage/sequence_table.hpp"
#include "storage/step_rows.hpp"

namespace strand {

using namespace detail;

namespace {

constexpr const char* kCopyHint =
    STRAND_TEXT("engine", "Copy the dataset and prepare the copy, or remove those runs first: a run needs the data it began with.");

SequenceMarks marksOf(const Sequence& sequence, std::size_t ordinal) {
    return {static_cast<std::int32_t>(ordinal), sequence.label, static_cast<std::int32_t>(sequence.split), sequence.fold};
}

bool differ(const SequenceMarks& a, const SequenceMarks& b) { return a.label != b.label || a.split != b.split || a.fold != b.fold; }

std::vector<SequenceMarks> marksOf(const Dataset& dataset) {
    std::vector<SequenceMarks> marks(dataset.sequences.size());
    for (std::size_t i = 0; i < marks.size(); ++i)
        marks[i] = marksOf(dataset.sequences[i], i);
    return marks;
}

/// Those of `before` that are not so in `after`, and what they are there.
std::pair<std::vector<SequenceMarks>, std::vector<SequenceMarks>> changes(const std::vector<SequenceMarks>& before, const Dataset& after) {
    std::pair<std::vector<SequenceMarks>, std::vector<SequenceMarks>> found;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const SequenceMarks now = marksOf(after.sequences[i], i);
        if (!differ(before[i], now)) continue;
        found.first.push_back(before[i]);
        found.second.push_back(now);
    }
    return found;
}

void applyMarks(Dataset& dataset, const std::vector<SequenceMarks>& marks) {
    for (const SequenceMarks& mark : marks) {
        Sequence& sequence = dataset.sequences[static_cast<std::size_t>(mark.ordinal)];
        sequence.label = mark.label;
        sequence.split = static_cast<Split>(mark.split);
        sequence.fold = mark.fold;
    }
}

Result<PreparedDataset> unchanged(const DatasetRecord& record, DatasetStep step) { return PreparedDataset{record, std::move(step)}; }

}  // namespace

Result<PreparedDataset> DatasetStore::prepare(std::int64_t id, const StepOptions& options, const ProgressFn& progress,
                                              std::stop_token stop) {
    return guarded(m_project, [&]() -> Result<PreparedDataset> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_ASSIGN(DatasetRecord record, datasetOf(database, id, std::to_string(id)));
        STRAND_TRY(requireUnused(database, record, kCopyHint));
        Dataset dataset = loadSequences(database, record);
        const std::vector<SequenceMarks> before = marksOf(dataset);
        STRAND_ASSIGN(DatasetStep step, runStep(dataset, options, progress, stop));
        requireSound(dataset);
        auto [undo, marks] = changes(before, dataset);
        if (marks.empty() && dataset.classes == record.classes) return unchanged(record, std::move(step));
        step.summary["changed"] = std::to_string(marks.size());
        step.position = static_cast<std::int64_t>(readDatasetSteps(database, id).size()) + 1;
        step.created = utcNow();
        insertStep(database, id, step, {record.classes, record.fingerprint, std::move(undo)});
        STRAND_TRY(updateMarks(database, id, marks, progress, stop));
        updateContent(database, record, dataset);
        transaction.commit();
        return PreparedDataset{std::move(record), std::move(step)};
    });
}

Result<std::vector<DatasetStep>> DatasetStore::steps(std::int64_t id) const {
    return guarded(m_project, [&]() -> Result<std::vector<DatasetStep>> { return readDatasetSteps(m_project.database(), id); });
}

Result<PreparedDataset> DatasetStore::undo(std::int64_t id, const ProgressFn& progress, std::stop_token stop) {
    return guarded(m_project, [&]() -> Result<PreparedDataset> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_ASSIGN(DatasetRecord record, datasetOf(database, id, std::to_string(id)));
        STRAND_TRY(requireUnused(database, record, kCopyHint));
        const std::vector<DatasetStep> all = readDatasetSteps(database, id);
        if (all.empty()) return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no step of dataset \"%1\" to undo"), record.name});
        const StepUndo before = readUndo(database, record, all.back().position);
        Dataset dataset = loadSequences(database, record);
        applyMarks(dataset, before.marks);
        dataset.classes = before.classes;
        STRAND_TRY(updateMarks(database, id, before.marks, progress, stop));
        updateContent(database, record, dataset);
        if (record.fingerprint != before.fingerprint)
            throw Damaged({STRAND_TEXT("engine", "step %1 of dataset %2 is damaged"), all.back().position, record.name});
        removeStep(database, id, all.back().position);
        transaction.commit();
        return PreparedDataset{std::move(record), all.back()};
    });
}

Result<DatasetRecord> DatasetStore::copy(std::int64_t id, const std::string& name) {
    return guarded(m_project, [&]() -> Result<DatasetRecord> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_ASSIGN(DatasetRecord record, datasetOf(database, id, std::to_string(id)));
        const DatasetRecord original = record;
        record.name = freeName(database, "datasets", name.empty() ? original.name : name, "dataset");
        record.created = utcNow();
        insertDataset(database, record);
        copySequences(database, id, record.id);
        for (const DatasetStep& step : readDatasetSteps(database, id))
            insertStep(database, record.id, step, readUndo(database, original, step.position));
        transaction.commit();
        return record;
    });
}

}  // namespace strand
