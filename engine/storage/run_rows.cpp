#include "storage/run_rows.hpp"

#include "storage/blob_store.hpp"
#include "storage/connection.hpp"
#include "storage/json.hpp"

#include <stdexcept>

namespace strand {

namespace detail {

namespace {

std::string runName(SQLite::Database& database, std::int64_t run) {
    SQLite::Statement query(database, "SELECT name FROM runs WHERE id = ?");
    query.bind(1, run);
    return query.executeStep() ? query.getColumn(0).getString() : std::to_string(run);
}

/// The first column of all rows.
std::vector<std::int64_t> idsFrom(SQLite::Statement& rows) {
    std::vector<std::int64_t> ids;
    while (rows.executeStep())
        ids.push_back(rows.getColumn(0).getInt64());
    rows.reset();
    return ids;
}

/// Removes the rows of `table` that hold these blobs, and the blobs.
void removeWithBlobs(SQLite::Database& database, const char* table, const std::vector<std::int64_t>& blobs) {
    SQLite::Statement remove(database, fmt::format("DELETE FROM {} WHERE content = ?", table));
    for (const std::int64_t blob : blobs) {
        remove.bind(1, blob);
        remove.exec();
        remove.reset();
        removeBlob(database, blob);
    }
}

bool isSound(const AttentionMap& map) {
    // Sizes first, so that the products below cannot overflow.
    constexpr std::int64_t most = 1 << 20;
    if (map.layers < 0 || map.heads < 0 || map.length < 0 || map.layers > most || map.heads > most || map.length > most) return false;
    const auto length = static_cast<std::size_t>(map.length);
    const auto square = static_cast<std::uint64_t>(map.queries()) * static_cast<std::uint64_t>(map.length);
    const auto maps = static_cast<std::uint64_t>(map.layers) * static_cast<std::uint64_t>(map.heads);
    if (square != 0 && maps > (std::uint64_t{1} << 40) / square) return false;
    const auto fits = [&](const auto& values) { return values.empty() || values.size() == length; };
    return map.values.size() == maps * square && fits(map.tokens) && fits(map.begin) && fits(map.end);
}

}  // namespace

Result<void> requireRun(SQLite::Database& database, std::int64_t run) {
    SQLite::Statement query(database, "SELECT 1 FROM runs WHERE id = ?");
    query.bind(1, run);
    if (query.executeStep()) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no run with the number %1"), run}, {},
                STRAND_TEXT("engine", "It may have been removed meanwhile."));
}

std::vector<std::int64_t> blobsOf(SQLite::Database& database, std::int64_t run) {
    SQLite::Statement query(database,
                            "SELECT ordinals FROM run_splits WHERE run = ?1 UNION ALL SELECT content FROM checkpoints WHERE run = ?1 "
                            "UNION ALL SELECT content FROM attention WHERE run = ?1 "
                            "UNION ALL SELECT content FROM run_vocabularies WHERE run = ?1");
    query.bind(1, run);
    return idsFrom(query);
}

void insertVocabulary(SQLite::Database& database, std::int64_t run, const RunVocabulary& vocabulary) {
    if (vocabulary.tokens.empty()) return;
    const std::string json = toJson(vocabulary.tokens);
    SQLite::Statement insert(database, "INSERT INTO run_vocabularies(run, embedded, content) VALUES(?, ?, ?)");
    insert.bind(1, run);
    if (vocabulary.embedded) insert.bind(2, *vocabulary.embedded);
    insert.bind(3, addBlob(database, json));
    insert.exec();
}

RunVocabulary readVocabulary(SQLite::Database& database, std::int64_t run, const std::string& name) {
    SQLite::Statement query(database, "SELECT embedded, content FROM run_vocabularies WHERE run = ?");
    query.bind(1, run);
    RunVocabulary vocabulary;
    if (!query.executeStep()) return vocabulary;
    if (!query.getColumn(0).isNull()) vocabulary.embedded = query.getColumn(0).getInt64();
    const auto bytes = readBlob(database, query.getColumn(1).getInt64());
    if (!bytes) throw Damaged({STRAND_TEXT("engine", "the vocabulary of run %1 is damaged"), name});
    fromJson(std::string(bytes->begin(), bytes->end()), vocabulary.tokens);
    return vocabulary;
}

void insertSteps(SQLite::Database& database, std::int64_t run, std::span<const StepPoint> steps) {
    SQLite::Statement insert(database, "INSERT OR REPLACE INTO steps(run, step, loss, lr) VALUES(?, ?, ?, ?)");
    for (const StepPoint& point : steps) {
        insert.bind(1, run);
        insert.bind(2, point.step);
        bindReal(insert, 3, point.loss);
        bindReal(insert, 4, point.lr);
        insert.exec();
        insert.reset();
    }
}

void insertEpochs(SQLite::Database& database, std::int64_t run, std::span<const EpochReport> epochs) {
    SQLite::Statement insert(
        database,
        "INSERT OR REPLACE INTO epochs(run, epoch, step, train_loss, train_acc, validation_json, lr, seconds, sequences_per_second, "
        "best) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const EpochReport& report : epochs) {
        insert.bind(1, run);
        insert.bind(2, report.epoch);
        insert.bind(3, report.step);
        bindReal(insert, 4, report.trainLoss);
        bindReal(insert, 5, report.trainAcc);
        insert.bind(6, toJson(report.validation));
        bindReal(insert, 7, report.lr);
        bindReal(insert, 8, report.seconds);
        bindReal(insert, 9, report.sequencesPerSecond);
        insert.bind(10, report.best ? 1 : 0);
        insert.exec();
        insert.reset();
    }
}

void replaceCheckpoint(SQLite::Database& database, std::int64_t run, const Checkpoint& checkpoint) {
    SQLite::Statement earlier(database, "SELECT content FROM checkpoints WHERE run = ? AND kind = ?");
    earlier.bind(1, run);
    earlier.bind(2, static_cast<int>(checkpoint.kind));
    removeWithBlobs(database, "checkpoints", idsFrom(earlier));
    SQLite::Statement insert(database, "INSERT INTO checkpoints(run, kind, epoch, step, content) VALUES(?, ?, ?, ?, ?)");
    insert.bind(1, run);
    insert.bind(2, static_cast<int>(checkpoint.kind));
    insert.bind(3, checkpoint.epoch);
    insert.bind(4, checkpoint.step);
    insert.bind(5, addBlob(database, checkpoint.bytes));
    insert.exec();
}

std::vector<StepPoint> readSteps(SQLite::Database& database, std::int64_t run) {
    SQLite::Statement query(database, "SELECT step, loss, lr FROM steps WHERE run = ? ORDER BY step");
    query.bind(1, run);
    std::vector<StepPoint> steps;
    while (query.executeStep())
        steps.push_back({query.getColumn(0).getInt64(), realOrNan(query, 1), realOrNan(query, 2)});
    return steps;
}

std::vector<EpochReport> readEpochs(SQLite::Database& database, std::int64_t run) {
    SQLite::Statement query(
        database,
        "SELECT epoch, step, train_loss, train_acc, validation_json, lr, seconds, sequences_per_second, best FROM epochs "
        "WHERE run = ? ORDER BY epoch");
    query.bind(1, run);
    std::vector<EpochReport> epochs;
    while (query.executeStep()) {
        EpochReport& report = epochs.emplace_back();
        report.epoch = query.getColumn(0).getInt64();
        report.step = query.getColumn(1).getInt64();
        report.trainLoss = realOrNan(query, 2);
        report.trainAcc = realOrNan(query, 3);
        fromJson(query.getColumn(4).getString(), report.validation);
        report.lr = realOrNan(query, 5);
        report.seconds = realOrNan(query, 6);
        report.sequencesPerSecond = realOrNan(query, 7);
        report.best = query.getColumn(8).getInt() != 0;
    }
    return epochs;
}

std::optional<Checkpoint> readCheckpoint(SQLite::Database& database, std::int64_t run, const std::string& name, CheckpointKind kind) {
    SQLite::Statement query(database, "SELECT epoch, step, content FROM checkpoints WHERE run = ? AND kind = ?");
    query.bind(1, run);
    query.bind(2, static_cast<int>(kind));
    if (!query.executeStep()) return std::nullopt;
    Checkpoint checkpoint;
    checkpoint.kind = kind;
    checkpoint.epoch = query.getColumn(0).getInt64();
    checkpoint.step = query.getColumn(1).getInt64();
    auto bytes = readBlob(database, query.getColumn(2).getInt64());
    if (!bytes) {
        throw Damaged({kind == CheckpointKind::Best ? STRAND_TEXT("engine", "the best checkpoint of run %1 (step %2) is damaged")
                                                    : STRAND_TEXT("engine", "the latest checkpoint of run %1 (step %2) is damaged"),
                       name, checkpoint.step});
    }
    checkpoint.bytes = std::move(*bytes);
    return checkpoint;
}

std::vector<RunStore::AttentionKey> readAttentionKeys(SQLite::Database& database, std::int64_t run) {
    SQLite::Statement query(database, "SELECT epoch, ordinal, record FROM attention WHERE run = ? ORDER BY epoch, ordinal, record");
    query.bind(1, run);
    std::vector<RunStore::AttentionKey> keys;
    while (query.executeStep())
        keys.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), query.getColumn(2).getString()});
    return keys;
}

std::optional<AttentionMap> readAttention(SQLite::Database& database, std::int64_t run, const std::string& name,
                                          const RunStore::AttentionKey& key) {
    SQLite::Statement query(database,
                            "SELECT record, step, kind, layers, heads, length, tokens_json, predicted, content FROM attention "
                            "WHERE run = ?1 AND epoch = ?2 AND ordinal = ?3 AND (?4 = '' OR record = ?4) ORDER BY record");
    query.bind(1, run);
    query.bind(2, key.epoch);
    query.bind(3, key.ordinal);
    query.bind(4, key.record);
    if (!query.executeStep()) return std::nullopt;
    AttentionMap map;
    map.epoch = key.epoch;
    map.ordinal = key.ordinal;
    map.record = query.getColumn(0).getString();
    map.step = query.getColumn(1).getInt64();
    map.kind = query.getColumn(2).getString();
    map.layers = query.getColumn(3).getInt64();
    map.heads = query.getColumn(4).getInt64();
    map.length = query.getColumn(5).getInt64();
    tokensFromJson(query.getColumn(6).getString(), map);
    map.predicted = query.getColumn(7).getInt();
    const auto bytes = readBlob(database, query.getColumn(8).getInt64());
    if (bytes && bytes->size() % sizeof(float) == 0) map.values = arrayFrom<float>(*bytes);
    if (!bytes || !isSound(map)) {
        throw Damaged({STRAND_TEXT("engine", "the attention of run %1 for %2 after epoch %3 is damaged"), name, map.record, key.epoch});
    }
    return map;
}

std::vector<PredictionRow> readPredictions(SQLite::Database& database, std::int64_t run, const std::string& name, Split split) {
    SQLite::Statement query(database,
                            "SELECT ordinal, predicted, probabilities FROM predictions WHERE run = ? AND split = ? ORDER BY ordinal");
    query.bind(1, run);
    query.bind(2, static_cast<int>(split));
    std::vector<PredictionRow> rows;
    while (query.executeStep()) {
        const SQLite::Column probabilities = query.getColumn(2);
        const std::span bytes(static_cast<const char*>(probabilities.getBlob()), static_cast<std::size_t>(probabilities.getBytes()));
        if (bytes.size() % sizeof(float) != 0) throw Damaged({STRAND_TEXT("engine", "the predictions of run %1 are damaged"), name});
        rows.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt(), arrayFrom<float>(bytes)});
    }
    return rows;
}

}  // namespace detail

using namespace detail;

Result<void> RunStore::truncate(std::int64_t run, std::int64_t step) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_TRY(requireRun(database, run));
        for (const char* table : {"steps", "epochs"}) {
            SQLite::Statement remove(database, fmt::format("DELETE FROM {} WHERE run = ? AND step > ?", table));
            remove.bind(1, run);
            remove.bind(2, step);
            remove.exec();
        }
        SQLite::Statement later(database, "SELECT content FROM attention WHERE run = ? AND step > ?");
        later.bind(1, run);
        later.bind(2, step);
        removeWithBlobs(database, "attention", idsFrom(later));
        transaction.commit();
        return {};
    });
}

Result<RunVocabulary> RunStore::vocabulary(std::int64_t run) const {
    return guarded(m_project, [&]() -> Result<RunVocabulary> {
        const Transaction transaction(m_project.database(), Transaction::Kind::Read);
        return readVocabulary(m_project.database(), run, runName(m_project.database(), run));
    });
}

Result<std::vector<StepPoint>> RunStore::steps(std::int64_t run) const {
    return guarded(m_project, [&]() -> Result<std::vector<StepPoint>> { return readSteps(m_project.database(), run); });
}

Result<std::vector<EpochReport>> RunStore::epochs(std::int64_t run) const {
    return guarded(m_project, [&]() -> Result<std::vector<EpochReport>> { return readEpochs(m_project.database(), run); });
}

Result<std::optional<Checkpoint>> RunStore::checkpoint(std::int64_t run, CheckpointKind kind) const {
    return guarded(m_project, [&]() -> Result<std::optional<Checkpoint>> {
        const Transaction transaction(m_project.database(), Transaction::Kind::Read);
        return readCheckpoint(m_project.database(), run, runName(m_project.database(), run), kind);
    });
}

Result<void> RunStore::addAttention(std::int64_t run, const AttentionMap& map) {
    if (!isSound(map)) throw std::logic_error("attention values that are not [layers, heads, queries, length]");
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_TRY(requireRun(database, run));
        SQLite::Statement earlier(database, "SELECT content FROM attention WHERE run = ? AND epoch = ? AND ordinal = ? AND record = ?");
        earlier.bind(1, run);
        earlier.bind(2, map.epoch);
        earlier.bind(3, map.ordinal);
        earlier.bind(4, map.record);
        removeWithBlobs(database, "attention", idsFrom(earlier));
        SQLite::Statement insert(
            database,
            "INSERT INTO attention(run, epoch, ordinal, record, step, kind, layers, heads, length, tokens_json, predicted, content) "
            "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int column = 0;
        insert.bind(++column, run);
        insert.bind(++column, map.epoch);
        insert.bind(++column, map.ordinal);
        insert.bind(++column, map.record);
        insert.bind(++column, map.step);
        insert.bind(++column, map.kind);
        insert.bind(++column, map.layers);
        insert.bind(++column, map.heads);
        insert.bind(++column, map.length);
        insert.bind(++column, tokensToJson(map));
        insert.bind(++column, map.predicted);
        insert.bind(++column, addArray<float>(database, map.values));
        insert.exec();
        transaction.commit();
        return {};
    });
}

Result<std::vector<RunStore::AttentionKey>> RunStore::attentionKeys(std::int64_t run) const {
    return guarded(m_project, [&]() -> Result<std::vector<AttentionKey>> { return readAttentionKeys(m_project.database(), run); });
}

Result<std::optional<AttentionMap>> RunStore::attention(std::int64_t run, std::int64_t epoch, std::int64_t ordinal) const {
    return guarded(m_project, [&]() -> Result<std::optional<AttentionMap>> {
        const Transaction transaction(m_project.database(), Transaction::Kind::Read);
        return readAttention(m_project.database(), run, runName(m_project.database(), run), {epoch, ordinal, {}});
    });
}

Result<void> RunStore::setPredictions(std::int64_t run, Split split, std::span<const PredictionRow> rows) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_TRY(requireRun(database, run));
        SQLite::Statement remove(database, "DELETE FROM predictions WHERE run = ? AND split = ?");
        remove.bind(1, run);
        remove.bind(2, static_cast<int>(split));
        remove.exec();
        SQLite::Statement insert(database, "INSERT INTO predictions(run, split, ordinal, predicted, probabilities) VALUES(?, ?, ?, ?, ?)");
        for (const PredictionRow& row : rows) {
            insert.bind(1, run);
            insert.bind(2, static_cast<int>(split));
            insert.bind(3, row.ordinal);
            insert.bind(4, row.predicted);
            // A null pointer would be NULL instead of an empty value.
            const void* const values = row.probabilities.empty() ? static_cast<const void*>("") : row.probabilities.data();
            insert.bindNoCopy(5, values, static_cast<int>(row.probabilities.size() * sizeof(float)));
            insert.exec();
            insert.reset();
        }
        transaction.commit();
        return {};
    });
}

Result<std::vector<PredictionRow>> RunStore::predictions(std::int64_t run, Split split) const {
    return guarded(m_project, [&]() -> Result<std::vector<PredictionRow>> {
        const Transaction transaction(m_project.database(), Transaction::Kind::Read);
        return readPredictions(m_project.database(), run, runName(m_project.database(), run), split);
    });
}

}  // namespace strand
