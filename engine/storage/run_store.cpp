#include "storage/run_store.hpp"

#include "storage/blob_store.hpp"
#include "storage/connection.hpp"
#include "storage/json.hpp"
#include "storage/run_rows.hpp"
#include "storage/setting_store.hpp"

#include <array>
#include <limits>
#include <stdexcept>
#include <utility>

namespace strand {

using namespace detail;

namespace {

constexpr const char* kColumns =
    "runs.id, runs.name, dataset, datasets.name, model, hyperparameters_json, preset, seed, runs.fingerprint, device, threads, versions, "
    "parameters, "
    "runs.classes_json, runs.created, state, session, epoch, step, best_epoch, epochs_planned, steps_planned, seconds, test_json, error, "
    "error_json";

constexpr std::array kStates{RunState::Created,     RunState::Running,  RunState::Stopped,
                             RunState::Interrupted, RunState::Finished, RunState::Failed};

RunState parseState(const std::string& name) {
    for (const RunState state : kStates) {
        if (name == runStateName(state)) return state;
    }
    throw Damaged({STRAND_TEXT("engine", "a run is in no known state: %1"), name});
}

/// A run that is written as running is alive where its connection still is: this one, or for a reader whoever holds the file.
RunState shownState(RunState stored, const std::string& session, const ProjectFile& project) {
    if (stored != RunState::Running) return stored;
    const bool alive = project.access() == ProjectFile::Access::Write ? session == project.session() : project.beingWritten();
    return alive ? RunState::Running : RunState::Interrupted;
}

RunRecord runFrom(SQLite::Statement& row, const ProjectFile& project) {
    RunRecord run;
    int column = 0;
    const auto text = [&] { return row.getColumn(column++).getString(); };
    const auto integer = [&] { return row.getColumn(column++).getInt64(); };
    run.id = integer();
    run.name = text();
    run.datasetId = integer();
    if (row.getColumn(column).isNull()) throw Damaged({STRAND_TEXT("engine", "run \"%1\" names a dataset that is not there"), run.name});
    run.datasetName = text();
    run.model = text();
    fromJson(text(), run.hyperparameters);
    run.preset = text();
    run.seed = static_cast<std::uint64_t>(integer());
    run.fingerprint = text();
    run.device = text();
    run.threads = integer();
    run.versions = text();
    run.parameters = integer();
    fromJson(text(), run.classes);
    run.created = text();
    run.state = parseState(text());
    run.state = shownState(run.state, text(), project);
    run.epoch = integer();
    run.step = integer();
    run.bestEpoch = integer();
    run.epochsPlanned = integer();
    run.stepsPlanned = integer();
    run.seconds = realOrNan(row, column++);
    if (!row.getColumn(column).isNull()) fromJson(row.getColumn(column).getString(), run.test.emplace());
    ++column;
    const std::string english = text(), json = text();
    if (!json.empty()) {
        fromJson(json, run.error.emplace());
    } else if (!english.empty()) {
        run.error.emplace().found.text = english;
    }
    return run;
}

Error noRun(const std::string& what, SQLite::Database& database) {
    const std::string names = namesIn(database, "runs");
    Message there =
        names.empty() ? Message(STRAND_TEXT("engine", "there are no runs yet")) : Message(STRAND_TEXT("engine", "there are: %1"), names);
    return Error(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no run %1"), what}, std::move(there));
}

Result<RunRecord> runOf(const ProjectFile& project, std::int64_t id, const std::string& asked) {
    SQLite::Statement query(project.database(),
                            fmt::format("SELECT {} FROM runs LEFT JOIN datasets ON datasets.id = dataset WHERE runs.id = ?", kColumns));
    query.bind(1, id);
    if (!query.executeStep()) return fail(noRun(asked, project.database()));
    return runFrom(query, project);
}

void insertRun(SQLite::Database& database, RunRecord& run, const std::string& session) {
    SQLite::Statement insert(
        database,
        "INSERT INTO runs(name, dataset, model, hyperparameters_json, preset, seed, fingerprint, device, threads, versions, parameters, "
        "classes_json, created, state, session, epoch, step, best_epoch, epochs_planned, steps_planned, error) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, '')");
    int column = 0;
    insert.bind(++column, run.name);
    insert.bind(++column, run.datasetId);
    insert.bind(++column, run.model);
    insert.bind(++column, toJson(run.hyperparameters));
    insert.bind(++column, run.preset);
    insert.bind(++column, static_cast<std::int64_t>(run.seed));
    insert.bind(++column, run.fingerprint);
    insert.bind(++column, run.device);
    insert.bind(++column, run.threads);
    insert.bind(++column, run.versions);
    insert.bind(++column, run.parameters);
    insert.bind(++column, toJson(run.classes));
    insert.bind(++column, run.created);
    insert.bind(++column, runStateName(run.state));
    insert.bind(++column, session);
    insert.exec();
    run.id = database.getLastInsertRowid();
}

/// State, progress, test and error.
void updateProgress(SQLite::Database& database, const RunRecord& run, const std::string& session) {
    SQLite::Statement update(
        database,
        "UPDATE runs SET state = ?, session = ?, epoch = ?, step = ?, best_epoch = ?, epochs_planned = ?, steps_planned = ?, "
        "seconds = ?, test_json = ?, error = '', error_json = ? WHERE id = ?");
    int column = 0;
    update.bind(++column, runStateName(run.state));
    update.bind(++column, session);
    update.bind(++column, run.epoch);
    update.bind(++column, run.step);
    update.bind(++column, run.bestEpoch);
    update.bind(++column, run.epochsPlanned);
    update.bind(++column, run.stepsPlanned);
    bindReal(update, ++column, run.seconds);
    if (run.test) {
        update.bind(++column, toJson(*run.test));
    } else {
        update.bind(++column);
    }
    update.bind(++column, run.error ? toJson(*run.error) : std::string());
    update.bind(++column, run.id);
    update.exec();
}

using Part = std::pair<Split, std::vector<std::int64_t> RunSplit::*>;
constexpr std::array<Part, 3> kParts{Part{Split::Train, &RunSplit::train}, Part{Split::Validation, &RunSplit::validation},
                                     Part{Split::Test, &RunSplit::test}};

void insertSplit(SQLite::Database& database, std::int64_t run, const RunSplit& split) {
    SQLite::Statement insert(database, "INSERT INTO run_splits(run, split, ordinals) VALUES(?, ?, ?)");
    for (const auto& [part, member] : kParts) {
        std::vector<std::int32_t> ordinals;
        ordinals.reserve((split.*member).size());
        for (const std::int64_t ordinal : split.*member) {
            if (ordinal < 0 || ordinal > std::numeric_limits<std::int32_t>::max()) throw std::logic_error("an ordinal outside its dataset");
            ordinals.push_back(static_cast<std::int32_t>(ordinal));
        }
        insert.bind(1, run);
        insert.bind(2, static_cast<int>(part));
        insert.bind(3, addArray<std::int32_t>(database, ordinals));
        insert.exec();
        insert.reset();
    }
}

Error noDataset(std::int64_t id) { return Error(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no dataset with the number %1"), id}); }

RunSplit splitOf(SQLite::Database& database, const RunRecord& run) {
    SQLite::Statement size(database, "SELECT sequences FROM datasets WHERE id = ?");
    size.bind(1, run.datasetId);
    size.executeStep();
    const std::int64_t sequences = size.getColumn(0).getInt64();
    RunSplit split;
    SQLite::Statement query(database, "SELECT ordinals FROM run_splits WHERE run = ? AND split = ?");
    for (const auto& [part, member] : kParts) {
        query.bind(1, run.id);
        query.bind(2, static_cast<int>(part));
        const auto bytes = query.executeStep() ? readBlob(database, query.getColumn(0).getInt64()) : std::nullopt;
        if (!bytes || bytes->size() % sizeof(std::int32_t) != 0)
            throw Damaged({STRAND_TEXT("engine", "the split of run %1 is damaged"), run.name});
        for (const std::int32_t ordinal : arrayFrom<std::int32_t>(*bytes)) {
            if (ordinal < 0 || ordinal >= sequences)
                throw Damaged({STRAND_TEXT("engine", "the split of run %1 names sequences that are not there"), run.name});
            (split.*member).push_back(ordinal);
        }
        query.reset();
    }
    return split;
}

}  // namespace

std::string runSetting(std::int64_t run, std::string_view name) { return fmt::format("run.{}.{}", run, name); }

Result<RunRecord> RunStore::add(RunRecord run, const RunSplit& split, const RunVocabulary& vocabulary, const TextValues& settings) {
    return guarded(m_project, [&]() -> Result<RunRecord> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        SQLite::Statement dataset(database, "SELECT name FROM datasets WHERE id = ?");
        dataset.bind(1, run.datasetId);
        if (!dataset.executeStep()) return fail(noDataset(run.datasetId));
        run.datasetName = dataset.getColumn(0).getString();
        const bool unnamed = run.name.empty();
        // Unnamed runs are called after their id, which the insertion gives.
        run.name = freeName(database, "runs", unnamed ? m_project.session() : run.name, "run");
        if (run.created.empty()) run.created = utcNow();
        insertRun(database, run, m_project.session());
        if (unnamed) {
            run.name = freeName(database, "runs", fmt::format("{}-{}", run.model, run.id), "run");
            STRAND_TRY(renameRow(database, "runs", run.id, run.name));
        }
        updateProgress(database, run, m_project.session());
        insertSplit(database, run.id, split);
        insertVocabulary(database, run.id, vocabulary);
        for (const auto& [name, value] : settings)
            STRAND_TRY(SettingStore(m_project).set(runSetting(run.id, name), value));
        transaction.commit();
        return run;
    });
}

Result<void> RunStore::update(const RunRecord& run) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_TRY(requireRun(database, run.id));
        STRAND_TRY(renameRow(database, "runs", run.id, run.name));
        updateProgress(database, run, m_project.session());
        transaction.commit();
        return {};
    });
}

Result<std::vector<RunRecord>> RunStore::list() const {
    return guarded(m_project, [&]() -> Result<std::vector<RunRecord>> {
        std::vector<RunRecord> runs;
        SQLite::Statement query(m_project.database(),
                                fmt::format("SELECT {} FROM runs LEFT JOIN datasets ON datasets.id = dataset ORDER BY runs.id", kColumns));
        while (query.executeStep())
            runs.push_back(runFrom(query, m_project));
        return runs;
    });
}

Result<RunRecord> RunStore::find(const std::string& nameOrId) const {
    return guarded(m_project, [&]() -> Result<RunRecord> {
        const Transaction transaction(m_project.database(), Transaction::Kind::Read);
        return runOf(m_project, idOf(m_project.database(), "runs", nameOrId), nameOrId);
    });
}

Result<RunRecord> RunStore::get(std::int64_t id) const {
    return guarded(m_project, [&] { return runOf(m_project, id, std::to_string(id)); });
}

Result<RunSplit> RunStore::split(std::int64_t run) const {
    return guarded(m_project, [&]() -> Result<RunSplit> {
        const Transaction transaction(m_project.database(), Transaction::Kind::Read);
        STRAND_ASSIGN(const RunRecord record, runOf(m_project, run, std::to_string(run)));
        return splitOf(m_project.database(), record);
    });
}

Result<void> RunStore::remove(std::int64_t id) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        {
            Transaction transaction(database, Transaction::Kind::Write);
            STRAND_TRY(requireRun(database, id));
            const std::vector<std::int64_t> blobs = blobsOf(database, id);
            SQLite::Statement remove(database, "DELETE FROM runs WHERE id = ?");
            remove.bind(1, id);
            remove.exec();
            for (const std::int64_t blob : blobs)
                removeBlob(database, blob);
            SQLite::Statement settings(database, "DELETE FROM settings WHERE key GLOB ?");
            settings.bind(1, runSetting(id, "*"));
            settings.exec();
            transaction.commit();
        }
        shrink(database);
        return {};
    });
}

Result<void> RunStore::markInterrupted() {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Statement update(m_project.database(), "UPDATE runs SET state = ? WHERE state = ? AND session <> ?");
        update.bind(1, runStateName(RunState::Interrupted));
        update.bind(2, runStateName(RunState::Running));
        update.bind(3, m_project.session());
        update.exec();
        return {};
    });
}

Result<void> RunStore::record(const RunRecord& run, std::span<const StepPoint> steps, std::span<const EpochReport> epochs,
                              std::span<const Checkpoint> checkpoints) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        Transaction transaction(database, Transaction::Kind::Write);
        STRAND_TRY(requireRun(database, run.id));
        updateProgress(database, run, m_project.session());
        insertSteps(database, run.id, steps);
        insertEpochs(database, run.id, epochs);
        for (const Checkpoint& checkpoint : checkpoints)
            replaceCheckpoint(database, run.id, checkpoint);
        transaction.commit();
        return {};
    });
}

Result<void> RunStore::check() const {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Database& database = m_project.database();
        const Transaction transaction(database, Transaction::Kind::Read);
        STRAND_ASSIGN(const std::vector<RunRecord> runs, list());
        for (const RunRecord& run : runs) {
            (void)splitOf(database, run);
            (void)readVocabulary(database, run.id, run.name);
            (void)readSteps(database, run.id);
            (void)readEpochs(database, run.id);
            for (const CheckpointKind kind : {CheckpointKind::Latest, CheckpointKind::Best})
                (void)readCheckpoint(database, run.id, run.name, kind);
            for (const auto& key : readAttentionKeys(database, run.id))
                (void)readAttention(database, run.id, run.name, key);
            for (const Split part : {Split::None, Split::Train, Split::Validation, Split::Test})
                (void)readPredictions(database, run.id, run.name, part);
        }
        if (database
                .execAndGet(
                    "SELECT count(*) FROM blobs WHERE id NOT IN (SELECT ordinals FROM run_splits UNION ALL SELECT content FROM checkpoints "
                    "UNION ALL SELECT content FROM attention) AND id NOT IN (SELECT content FROM run_vocabularies UNION ALL SELECT undo "
                    "FROM dataset_steps)")
                .getInt64() != 0) {
            throw Damaged(STRAND_TEXT("engine", "there are stored values that belong to no run"));
        }
        return {};
    });
}

}  // namespace strand
