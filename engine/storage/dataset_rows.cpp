#include "storage/dataset_rows.hpp"

#include "core/count_text.hpp"
#include "data/split.hpp"
#include "storage/json.hpp"
#include "storage/sequence_table.hpp"

#include <SQLiteCpp/Statement.h>

#include <stdexcept>

namespace strand::detail {

namespace {

Error noDataset(const std::string& what, SQLite::Database& database) {
    const std::string names = namesIn(database, "datasets");
    Message there = names.empty() ? Message(STRAND_TEXT("engine", "there are no datasets yet"))
                                  : Message(STRAND_TEXT("engine", "there are: %1"), names);
    return Error(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no dataset %1"), what}, std::move(there));
}

}  // namespace

DatasetRecord datasetFrom(SQLite::Statement& row) {
    DatasetRecord record;
    record.id = row.getColumn(0).getInt64();
    record.name = row.getColumn(1).getString();
    if (record.id < 1 || record.id > kMaxDataset) throw Damaged({STRAND_TEXT("engine", "the dataset %1 has no sound number"), record.name});
    const auto kind = parseKind(row.getColumn(2).getString());
    if (!kind) throw Damaged({STRAND_TEXT("engine", "the dataset %1 is of no known kind"), record.name});
    record.kind = *kind;
    fromJson(row.getColumn(3).getString(), record.classes);
    record.sequences = row.getColumn(4).getInt64();
    record.fingerprint = row.getColumn(5).getString();
    record.created = row.getColumn(6).getString();
    fromJson(row.getColumn(7).getString(), record.report);
    fromJson(row.getColumn(8).getString(), record.statistics);
    for (auto& splits : record.statistics.classBySplit)
        splits.resize(kSplitCount);
    return record;
}

Result<DatasetRecord> datasetOf(SQLite::Database& database, std::int64_t id, const std::string& asked) {
    SQLite::Statement query(database, fmt::format("SELECT {} FROM datasets WHERE id = ?", kDatasetColumns));
    query.bind(1, id);
    if (!query.executeStep()) return fail(noDataset(asked, database));
    return datasetFrom(query);
}

void requireSound(const Dataset& dataset) {
    const auto classes = static_cast<std::int32_t>(dataset.classes.size());
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.label < kNoLabel || sequence.label >= classes) throw std::logic_error("a label outside the classes of its dataset");
    }
}

void insertDataset(SQLite::Database& database, DatasetRecord& record) {
    SQLite::Statement insert(
        database,
        "INSERT INTO datasets(name, kind, classes_json, sequences, fingerprint, created, report_json, statistics_json) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, record.name);
    insert.bind(2, kindName(record.kind));
    insert.bind(3, toJson(record.classes));
    insert.bind(4, record.sequences);
    insert.bind(5, record.fingerprint);
    insert.bind(6, record.created);
    insert.bind(7, toJson(record.report));
    insert.bind(8, toJson(record.statistics));
    insert.exec();
    record.id = database.getLastInsertRowid();
}

Result<void> requireUnused(SQLite::Database& database, const DatasetRecord& record, const char* hint) {
    SQLite::Statement query(database, "SELECT count(*), min(name) FROM runs WHERE dataset = ?");
    query.bind(1, record.id);
    query.executeStep();
    const std::int64_t runs = query.getColumn(0).getInt64();
    if (runs == 0) return {};
    return fail(ErrorCode::Usage,
                {STRAND_COUNT("engine", "the dataset %1 is used by %2 runs (%3, ...)"), record.name, runs, query.getColumn(1).getString()},
                {}, hint);
}

Dataset loadSequences(SQLite::Database& database, const DatasetRecord& record) {
    Dataset dataset;
    dataset.name = record.name;
    dataset.kind = record.kind;
    dataset.classes = record.classes;
    dataset.sequences = readAllSequences(database, record.id);
    const auto classes = static_cast<std::int32_t>(record.classes.size());
    if (static_cast<std::int64_t>(dataset.sequences.size()) != record.sequences) {
        throw Damaged({STRAND_TEXT("engine", "the dataset %1 has %2 sequences where %3 were stored"), record.name, dataset.sequences.size(),
                       record.sequences});
    }
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.label >= classes)
            throw Damaged({STRAND_TEXT("engine", "the sequence %1 of dataset %2 is of no known class"), sequence.id, record.name});
    }
    return dataset;
}

void updateContent(SQLite::Database& database, DatasetRecord& record, const Dataset& dataset) {
    const ImportReport now = summarise(dataset);
    record.classes = dataset.classes;
    record.fingerprint = fingerprint(dataset);
    record.statistics = computeStatistics(dataset);
    record.report.classes = now.classes;
    record.report.splits = now.splits;
    SQLite::Statement update(database,
                             "UPDATE datasets SET classes_json = ?, fingerprint = ?, statistics_json = ?, report_json = ? WHERE id = ?");
    update.bind(1, toJson(record.classes));
    update.bind(2, record.fingerprint);
    update.bind(3, toJson(record.statistics));
    update.bind(4, toJson(record.report));
    update.bind(5, record.id);
    update.exec();
}

}  // namespace strand::detail
