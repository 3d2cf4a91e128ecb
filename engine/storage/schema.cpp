#include "storage/schema.hpp"

#include "storage/connection.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <vector>

namespace strand::detail {

namespace {

// sequences.key is dataset * 2^32 + ordinal: a table of 10^6 short sequences is 10 % smaller than with a two-column key,
// and long residues stay out of the inner pages. residues come last, so that a scan of the other columns never reads them.
// NaN is NULL in REAL columns. Columns named *_json hold what storage/json.hpp writes.
// Large values (checkpoints, attention, ordinals) are blobs: rows of 8 MiB with the size and the CRC-32 of the whole.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE datasets(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  classes_json TEXT NOT NULL,
  sequences INTEGER NOT NULL CHECK(sequences >= 0),
  fingerprint TEXT NOT NULL,
  created TEXT NOT NULL,
  report_json TEXT NOT NULL,
  statistics_json TEXT NOT NULL
) STRICT;

CREATE TABLE sequences(
  key INTEGER PRIMARY KEY,
  length INTEGER NOT NULL,
  label INTEGER NOT NULL CHECK(label >= -1),
  split INTEGER NOT NULL CHECK(split BETWEEN 0 AND 3),
  id TEXT NOT NULL,
  residues TEXT NOT NULL
) STRICT;

CREATE TABLE blobs(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bytes INTEGER NOT NULL CHECK(bytes >= 0),
  crc32 INTEGER NOT NULL
) STRICT;

CREATE TABLE blob_parts(
  blob INTEGER NOT NULL REFERENCES blobs(id) ON DELETE CASCADE,
  part INTEGER NOT NULL CHECK(part >= 0),
  data BLOB NOT NULL,
  PRIMARY KEY(blob, part)
) STRICT;

CREATE TABLE runs(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  dataset INTEGER NOT NULL REFERENCES datasets(id),
  model TEXT NOT NULL,
  hyperparameters_json TEXT NOT NULL,
  preset TEXT NOT NULL,
  seed INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  device TEXT NOT NULL,
  threads INTEGER NOT NULL,
  versions TEXT NOT NULL,
  parameters INTEGER NOT NULL,
  classes_json TEXT NOT NULL,
  created TEXT NOT NULL,
  state TEXT NOT NULL,
  session TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  best_epoch INTEGER NOT NULL,
  epochs_planned INTEGER NOT NULL,
  steps_planned INTEGER NOT NULL,
  seconds REAL,
  test_json TEXT,
  error TEXT NOT NULL
) STRICT;

CREATE TABLE run_splits(
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  split INTEGER NOT NULL CHECK(split BETWEEN 1 AND 3),
  ordinals INTEGER NOT NULL UNIQUE REFERENCES blobs(id),
  PRIMARY KEY(run, split)
) STRICT, WITHOUT ROWID;

CREATE TABLE steps(
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  loss REAL,
  lr REAL,
  PRIMARY KEY(run, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE epochs(
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  train_loss REAL,
  train_acc REAL,
  validation_json TEXT NOT NULL,
  lr REAL,
  seconds REAL,
  sequences_per_second REAL,
  best INTEGER NOT NULL CHECK(best IN (0, 1)),
  PRIMARY KEY(run, epoch)
) STRICT;

CREATE TABLE checkpoints(
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  kind INTEGER NOT NULL CHECK(kind IN (0, 1)),
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  content INTEGER NOT NULL UNIQUE REFERENCES blobs(id),
  PRIMARY KEY(run, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE attention(
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  record TEXT NOT NULL,
  step INTEGER NOT NULL,
  kind TEXT NOT NULL,
  layers INTEGER NOT NULL,
  heads INTEGER NOT NULL,
  length INTEGER NOT NULL,
  tokens_json TEXT NOT NULL,
  predicted INTEGER NOT NULL,
  content INTEGER NOT NULL UNIQUE REFERENCES blobs(id),
  PRIMARY KEY(run, epoch, ordinal, record)
) STRICT;

CREATE TABLE predictions(
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  split INTEGER NOT NULL CHECK(split BETWEEN 0 AND 3),
  ordinal INTEGER NOT NULL,
  predicted INTEGER NOT NULL,
  probabilities BLOB NOT NULL,
  PRIMARY KEY(run, split, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// What a run has learnt of its training texts. content is a JSON list of tokens; embedded counts those found in a file of word vectors.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE run_vocabularies(
  run INTEGER PRIMARY KEY REFERENCES runs(id) ON DELETE CASCADE,
  embedded INTEGER,
  content INTEGER NOT NULL UNIQUE REFERENCES blobs(id)
) STRICT;
)sql";

// sequences get a fold (0 = none) and the split 4 (left out). dataset_steps holds what a step changed: undo is an array of
// int32 [ordinal, label, split, fold] as they were before it; classes and fingerprint likewise.
constexpr const char* kVersion3 = R"sql(
CREATE TABLE sequences_3(
  key INTEGER PRIMARY KEY,
  length INTEGER NOT NULL,
  label INTEGER NOT NULL CHECK(label >= -1),
  split INTEGER NOT NULL CHECK(split BETWEEN 0 AND 4),
  fold INTEGER NOT NULL CHECK(fold >= 0),
  id TEXT NOT NULL,
  residues TEXT NOT NULL
) STRICT;
INSERT INTO sequences_3 SELECT key, length, label, split, 0, id, residues FROM sequences ORDER BY key;
DROP TABLE sequences;
ALTER TABLE sequences_3 RENAME TO sequences;

CREATE TABLE dataset_steps(
  dataset INTEGER NOT NULL REFERENCES datasets(id),
  position INTEGER NOT NULL CHECK(position >= 1),
  kind TEXT NOT NULL,
  options_json TEXT NOT NULL,
  summary_json TEXT NOT NULL,
  created TEXT NOT NULL,
  classes_json TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  undo INTEGER NOT NULL UNIQUE REFERENCES blobs(id),
  PRIMARY KEY(dataset, position)
) STRICT, WITHOUT ROWID;
)sql";

// error_json is what broke a run off, to be said in any language, or empty. error has held the English sentence and is empty since.
constexpr const char* kVersion4 = R"sql(
ALTER TABLE runs ADD COLUMN error_json TEXT NOT NULL DEFAULT '';
)sql";

constexpr std::array kMigrations{Migration{1, kVersion1}, Migration{2, kVersion2}, Migration{3, kVersion3}, Migration{4, kVersion4}};

struct SchemaObject {
    std::string type, name, sql;
};

std::vector<SchemaObject> expectedObjects() {
    SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(memory, kMigrations);
    std::vector<SchemaObject> objects;
    SQLite::Statement query(memory, "SELECT type, name, ifnull(sql, '') FROM sqlite_schema ORDER BY name");
    while (query.executeStep())
        objects.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()});
    return objects;
}

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

int schemaVersion() { return kMigrations.back().version; }

void migrate(SQLite::Database& database, std::span<const Migration> list) {
    // Off only outside a transaction; tables that are made anew would otherwise cascade.
    database.exec("PRAGMA foreign_keys = OFF");
    {
        Transaction transaction(database, Transaction::Kind::Write);
        int version = database.execAndGet("PRAGMA user_version").getInt();
        for (const Migration& migration : list) {
            if (migration.version <= version) continue;
            database.exec(migration.sql);
            version = migration.version;
        }
        database.exec("PRAGMA user_version = " + std::to_string(version));
        SQLite::Statement orphans(database, "PRAGMA foreign_key_check");
        if (orphans.executeStep())
            throw Damaged(
                Message(STRAND_TEXT("engine", "a row of table %1 refers to one that is missing"), orphans.getColumn(0).getString()));
        orphans.reset();
        transaction.commit();
    }
    database.exec("PRAGMA foreign_keys = ON");
}

std::string schemaProblem(SQLite::Database& database) {
    static const std::vector<SchemaObject> expected = expectedObjects();
    SQLite::Statement query(database, "SELECT ifnull(sql, '') FROM sqlite_schema WHERE type = ? AND name = ?");
    for (const SchemaObject& object : expected) {
        query.bindNoCopy(1, object.type);
        query.bindNoCopy(2, object.name);
        if (!query.executeStep() || query.getColumn(0).getString() != object.sql) return object.name;
        query.reset();
    }
    return {};
}

}  // namespace strand::detail
