#include "storage/dataset_store.hpp"

#include "data/split.hpp"
#include "storage/connection.hpp"
#include "storage/dataset_rows.hpp"
#include "storage/sequence_table.hpp"
#include "storage/step_rows.hpp"

#include <algorithm>
#include <stdexcept>

namespace strand {

using namespace detail;

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
        insertDataset(database, record);
        STRAND_TRY(insertSequences(database, record.id, dataset.sequences, progress, stop));
        transaction.commit();
        return record;
    });
}

Result<std::vector<DatasetRecord>> DatasetStore::list() const {
    return guarded(m_project, [&]() -> Result<std::vector<DatasetRecord>> {
        std::vector<DatasetRecord> records;
        SQLite::Statement query(m_project.database(), fmt::format("SELECT {} FROM datasets ORDER BY id", kDatasetColumns));
        while (query.executeStep())
            records.push_back(datasetFrom(query));
        return records;
    });
}

Result<DatasetRecord> DatasetStore::find(const std::string& nameOrId) const {
    return guarded(m_project, [&]() -> Result<DatasetRecord> {
        SQLite::Database& database = m_project.database();
        const Transaction transaction(database, Transaction::Kind::Read);
        return datasetOf(database, idOf(database, "datasets", nameOrId), nameOrId);
    });
}

Result<DatasetRecord> DatasetStore::get(std::int64_t id) const {
    return guarded(m_project, [&] { return datasetOf(m_project.database(), id, std::to_string(id)); });
}

Result<Dataset> DatasetStore::load(std::int64_t id) const {
    return guarded(m_project, [&]() -> Result<Dataset> {
        SQLite::Database& database = m_project.database();
        const Transaction transaction(database, Transaction::Kind::Read);
        STRAND_ASSIGN(const DatasetRecord record, datasetOf(database, id, std::to_string(id)));
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

Result<void> DatasetStore::rename(std::int64_t id, const std::string& name) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_TRY(datasetOf(database, id, std::to_string(id)));
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
            STRAND_ASSIGN(const DatasetRecord record, datasetOf(database, id, std::to_string(id)));
            STRAND_TRY(requireUnused(database, record, STRAND_TEXT("engine", "Remove those runs first.")));
            removeSteps(database, id);
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
            for (const DatasetStep& step : readDatasetSteps(database, record.id))
                (void)readUndo(database, record, step.position);
        }
        if (database.execAndGet("SELECT count(*) FROM sequences").getInt64() != sequences) {
            throw Damaged(STRAND_TEXT("engine", "there are sequences that belong to no dataset"));
        }
        return {};
    });
}

}  // namespace strand
