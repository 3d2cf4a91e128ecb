#include "storage/dataset_store.hpp"

#include "data/split.hpp"
#include "storage/connection.hpp"
#include "storage/json.hpp"
#include "storage/sequence_table.hpp"

#include <algorithm>
#include <stdexcept>

namespace strand {

using namespace detail;

namespace {

constexpr const char* kColumns = "id, name, kind, classes_json, sequences, fingerprint, created, report_json, statistics_json";

DatasetRecord recordFrom(SQLite::Statement& row) {
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
    return record;
}

Error noDataset(const std::string& what, SQLite::Database& database) {
    const std::string names = namesIn(database, "datasets");
    Message there = names.empty() ? Message(STRAND_TEXT("engine", "there are no datasets yet"))
                                  : Message(STRAND_TEXT("engine", "there are: %1"), names);
    return Error(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no dataset %1"), what}, std::move(there));
}

Result<DatasetRecord> recordOf(SQLite::Database& database, std::int64_t id, const std::string& asked) {
    SQLite::Statement query(database, fmt::format("SELECT {} FROM datasets WHERE id = ?", kColumns));
    query.bind(1, id);
    if (!query.executeStep()) return fail(noDataset(asked, database));
    return recordFrom(query);
}

void requireSound(const Dataset& dataset) {
    const auto classes = static_cast<std::int32_t>(dataset.classes.size());
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.label < kNoLabel || sequence.label >= classes) throw std::logic_error("a label outside the classes of its dataset");
    }
}

void insertRecord(SQLite::Database& database, DatasetRecord& record) {
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

/// Refused while runs use the dataset.
Result<void> requireUnused(SQLite::Database& database, const DatasetRecord& record) {
    SQLite::Statement query(database, "SELECT count(*), min(name) FROM runs WHERE dataset = ?");
    query.bind(1, record.id);
    query.executeStep();
    const std::int64_t runs = query.getColumn(0).getInt64();
    if (runs == 0) return {};
    return fail(ErrorCode::Usage,
                {STRAND_TEXT("engine", "the dataset %1 is used by %2 runs (%3, ...)"), record.name, runs, query.getColumn(1).getString()},
                {}, STRAND_TEXT("engine", "Remove those runs first."));
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

}  // namespace

Result<DatasetRecord> DatasetStore::add(const Dataset& dataset, const ImportReport& report, const ProgressFn& progress,
                                        std::stop_token stop) {
    requireSound(dataset);
    if (dataset.sequences.size() > kMaxSequences) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "a dataset of %1 sequences"), dataset.sequences.size()},
                    {STRAND_TEXT("engine", "%1 at most"), kMaxSequences});
    }
    return guarded(m_project, [&]() -> Result<DatasetRecord> {
        SQLite::Database& database = m_project.database();
        DatasetRecord record;
        record.kind = dataset.kind;
        record.classes = dataset.classes;
        record.sequences = static_cast<std::int64_t>(dataset.sequences.size());
        record.fingerprint = fingerprint(dataset);
        record.created = utcNow();
        record.report = report;
        record.statistics = computeStatistics(dataset);
        Transaction transaction(database, Transaction::Kind::Write);
        record.name = freeName(database, "datasets", dataset.name, "dataset");
        insertRecord(database, record);
        STRAND_TRY(insertSequences(database, record.id, dataset.sequences, progress, stop));
        transaction.commit();
        return record;
    });
}

Result<std::vector<DatasetRecord>> DatasetStore::list() const {
    return guarded(m_project, [&]() -> Result<std::vector<DatasetRecord>> {
        std::vector<DatasetRecord> records;
        SQLite::Statement query(m_project.database(), fmt::format("SELECT {} FROM datasets ORDER BY id", kColumns));
        while (query.executeStep())
            records.push_back(recordFrom(query));
        return records;
    });
}

Result<DatasetRecord> DatasetStore::find(const std::string& nameOrId) const {
    return guarded(m_project, [&]() -> Result<DatasetRecord> {
        SQLite::Database& database = m_project.database();
        const Transaction transaction(database, Transaction::Kind::Read);
        return recordOf(database, idOf(database, "datasets", nameOrId), nameOrId);
    });
}

Result<DatasetRecord> DatasetStore::get(std::int64_t id) const {
    return guarded(m_project, [&] { return recordOf(m_project.database(), id, std::to_string(id)); });
}

Result<Dataset> DatasetStore::load(std::int64_t id) const {
    return guarded(m_project, [&]() -> Result<Dataset> {
        SQLite::Database& database = m_project.database();
        const Transaction transaction(database, Transaction::Kind::Read);
        STRAND_ASSIGN(const DatasetRecord record, recordOf(database, id, std::to_string(id)));
        return loadSequences(database, record);
    });
}

Result<std::vector<SequenceRow>> DatasetStore::page(std::int64_t id, std::int64_t offset, std::int64_t count,
                                                    const SequenceFilter& filter) const {
    return guarded(m_project, [&]() -> Result<std::vector<SequenceRow>> {
        SQLite::Database& database = m_project.database();
        const std::int64_t first = std::max<std::int64_t>(offset, 0);
        if (count <= 0 || first > static_cast<std::int64_t>(kMaxSequences)) return std::vector<SequenceRow>();
        if (isPlain(filter)) return readSequences(database, id, first, count);
        const Transaction transaction(database, Transaction::Kind::Read);
        STRAND_ASSIGN(const std::vector<std::int32_t> all, findSequences(database, id, filter, {}));
        const auto begin = std::min(static_cast<std::size_t>(first), all.size());
        const auto end = begin + std::min(static_cast<std::size_t>(count), all.size() - begin);
        return readSequences(database, id, std::span(all).subspan(begin, end - begin));
    });
}

Result<std::int64_t> DatasetStore::count(std::int64_t id, const SequenceFilter& filter) const {
    return guarded(m_project, [&]() -> Result<std::int64_t> { return countSequences(m_project.database(), id, filter); });
}

Result<std::vector<std::int32_t>> DatasetStore::ordinals(std::int64_t id, const SequenceFilter& filter, std::stop_token stop) const {
    return guarded(m_project, [&] { return findSequences(m_project.database(), id, filter, stop); });
}

Result<std::vector<SequenceRow>> DatasetStore::rows(std::int64_t id, const std::vector<std::int32_t>& ordinals) const {
    return guarded(m_project, [&] { return readSequences(m_project.database(), id, std::span(ordinals)); });
}

Result<DatasetRecord> DatasetStore::setSplits(std::int64_t id, const std::vector<Split>& splits) {
    return guarded(m_project, [&]() -> Result<DatasetRecord> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_ASSIGN(DatasetRecord record, recordOf(database, id, std::to_string(id)));
        STRAND_TRY(requireUnused(database, record));
        Dataset dataset = loadSequences(database, record);
        if (splits.size() != dataset.sequences.size()) throw std::logic_error("one split a sequence");
        for (std::size_t i = 0; i < splits.size(); ++i)
            dataset.sequences[i].split = splits[i];
        updateSplits(database, id, splits);
        record.fingerprint = fingerprint(dataset);
        record.statistics = computeStatistics(dataset);
        record.report.splits.clear();
        for (const Split split : splits)
            ++record.report.splits[splitName(split)];
        SQLite::Statement update(database, "UPDATE datasets SET fingerprint = ?, statistics_json = ?, report_json = ? WHERE id = ?");
        update.bind(1, record.fingerprint);
        update.bind(2, toJson(record.statistics));
        update.bind(3, toJson(record.report));
        update.bind(4, id);
        update.exec();
        transaction.commit();
        return record;
    });
}

Result<void> DatasetStore::rename(std::int64_t id, const std::string& name) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_TRY(recordOf(database, id, std::to_string(id)));
        STRAND_TRY(renameRow(database, "datasets", id, name));
        transaction.commit();
        return {};
    });
}

Result<void> DatasetStore::remove(std::int64_t id) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        {
            Transaction transaction(database, Transaction::Kind::Write);
            STRAND_ASSIGN(const DatasetRecord record, recordOf(database, id, std::to_string(id)));
            STRAND_TRY(requireUnused(database, record));
            removeSequences(database, id);
            SQLite::Statement remove(database, "DELETE FROM datasets WHERE id = ?");
            remove.bind(1, id);
            remove.exec();
            transaction.commit();
        }
        shrink(database);
        return {};
    });
}

Result<void> DatasetStore::check() const {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        const Transaction transaction(database, Transaction::Kind::Read);
        STRAND_ASSIGN(const std::vector<DatasetRecord> records, list());
        std::int64_t sequences = 0;
        for (const DatasetRecord& record : records) {
            if (fingerprint(loadSequences(database, record)) != record.fingerprint) {
                throw Damaged({STRAND_TEXT("engine", "the dataset %1 is not as it was stored: its fingerprint differs"), record.name});
            }
            sequences += record.sequences;
        }
        if (database.execAndGet("SELECT count(*) FROM sequences").getInt64() != sequences) {
            throw Damaged(STRAND_TEXT("engine", "there are sequences that belong to no dataset"));
        }
        return {};
    });
}

}  // namespace strand
