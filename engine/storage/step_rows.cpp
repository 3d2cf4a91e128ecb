#include "storage/step_rows.hpp"

#include "storage/blob_store.hpp"
#include "storage/connection.hpp"
#include "storage/json.hpp"

#include <SQLiteCpp/Statement.h>

#include <algorithm>

namespace strand::detail {

namespace {

bool isSound(const SequenceMarks& mark, const DatasetRecord& dataset, std::size_t classes) {
    return mark.ordinal >= 0 && mark.ordinal < dataset.sequences && mark.label >= kNoLabel &&
           mark.label < static_cast<std::int64_t>(classes) && mark.split >= 0 && mark.split < static_cast<int>(kSplitCount) &&
           mark.fold >= 0;
}

std::int64_t undoBlob(SQLite::Database& database, std::int64_t dataset, std::int64_t position) {
    SQLite::Statement query(database, "SELECT undo FROM dataset_steps WHERE dataset = ? AND position = ?");
    query.bind(1, dataset);
    query.bind(2, position);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

}  // namespace

void insertStep(SQLite::Database& database, std::int64_t dataset, const DatasetStep& step, const StepUndo& undo) {
    const std::int64_t blob = addArray(database, std::span(undo.marks));
    SQLite::Statement insert(database,
                             "INSERT INTO dataset_steps(dataset, position, kind, options_json, summary_json, created, classes_json, "
                             "fingerprint, undo) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, dataset);
    insert.bind(2, step.position);
    insert.bind(3, step.kind);
    insert.bind(4, toJson(step.options));
    insert.bind(5, toJson(step.summary));
    insert.bind(6, step.created);
    insert.bind(7, toJson(undo.classes));
    insert.bind(8, undo.fingerprint);
    insert.bind(9, blob);
    insert.exec();
}

std::vector<DatasetStep> readDatasetSteps(SQLite::Database& database, std::int64_t dataset) {
    std::vector<DatasetStep> steps;
    SQLite::Statement query(database,
                            "SELECT position, kind, options_json, summary_json, created FROM dataset_steps WHERE dataset = ? "
                            "ORDER BY position");
    query.bind(1, dataset);
    while (query.executeStep()) {
        DatasetStep& step = steps.emplace_back();
        step.position = query.getColumn(0).getInt64();
        step.kind = query.getColumn(1).getString();
        fromJson(query.getColumn(2).getString(), step.options);
        fromJson(query.getColumn(3).getString(), step.summary);
        step.created = query.getColumn(4).getString();
    }
    return steps;
}

StepUndo readUndo(SQLite::Database& database, const DatasetRecord& dataset, std::int64_t position) {
    SQLite::Statement query(database, "SELECT classes_json, fingerprint, undo FROM dataset_steps WHERE dataset = ? AND position = ?");
    query.bind(1, dataset.id);
    query.bind(2, position);
    StepUndo undo;
    bool whole = query.executeStep();
    if (whole) {
        fromJson(query.getColumn(0).getString(), undo.classes);
        undo.fingerprint = query.getColumn(1).getString();
        const auto bytes = readBlob(database, query.getColumn(2).getInt64());
        whole = bytes && bytes->size() % sizeof(SequenceMarks) == 0;
        if (whole) undo.marks = arrayFrom<SequenceMarks>(*bytes);
    }
    whole = whole && std::ranges::all_of(undo.marks, [&](const auto& mark) { return isSound(mark, dataset, undo.classes.size()); });
    if (!whole) throw Damaged({STRAND_TEXT("engine", "step %1 of dataset %2 is damaged"), position, dataset.name});
    return undo;
}

void removeStep(SQLite::Database& database, std::int64_t dataset, std::int64_t position) {
    const std::int64_t blob = undoBlob(database, dataset, position);
    SQLite::Statement remove(database, "DELETE FROM dataset_steps WHERE dataset = ? AND position = ?");
    remove.bind(1, dataset);
    remove.bind(2, position);
    remove.exec();
    removeBlob(database, blob);
}

void removeSteps(SQLite::Database& database, std::int64_t dataset) {
    for (const DatasetStep& step : readDatasetSteps(database, dataset))
        removeStep(database, dataset, step.position);
}

}  // namespace strand::detail
