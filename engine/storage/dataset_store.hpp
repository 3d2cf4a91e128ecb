// Datasets and their sequences in the project file.
#pragma once

#include "data/dataset_step.hpp"
#include "data/import.hpp"
#include "data/sequence.hpp"
#include "data/statistics.hpp"
#include "storage/project_file.hpp"

#include <optional>
#include <vector>

namespace strand {

struct DatasetRecord {
    std::int64_t id = 0;
    std::string name;
    SequenceKind kind = SequenceKind::Dna;
    std::vector<std::string> classes;
    std::int64_t sequences = 0;
    std::string fingerprint;       ///< strand::fingerprint of the content
    std::string created;           ///< UTC, ISO 8601
    ImportReport report;           ///< as at the import (warnings included), classes and splits as they are now
    DatasetStatistics statistics;  ///< as it is now
};

struct SequenceRow {
    std::int64_t ordinal = 0;  ///< 0-based place in the dataset
    Sequence sequence;
};

/// After a step: the dataset as it is, and the step done or undone.
struct PreparedDataset {
    DatasetRecord record;
    DatasetStep step;
};

enum class SequenceSort { Ordinal, Id, Length, Label, Split, Fold };
struct SequenceFilter {
    std::string text;  ///< part of an id or of the residues, A-Z in either case; empty = all
    std::optional<std::int32_t> label;
    std::optional<Split> split;
    SequenceSort sort = SequenceSort::Ordinal;  ///< ids with numbers by value: seq2 before seq10; ties by ordinal
    bool descending = false;
};

class DatasetStore {
public:
    explicit DatasetStore(const ProjectFile& project) : m_project(project) {}

    /// One transaction: there whole, or not at all. A name already used gets " (2)"; returns the record stored.
    Result<DatasetRecord> add(const Dataset& dataset, const ImportReport& report, const ProgressFn& progress = {},
                              std::stop_token stop = {});
    [[nodiscard]] Result<std::vector<DatasetRecord>> list() const;
    /// By name or, where the text is a number and no dataset has that name, by id. ErrorCode::Usage lists what there is.
    [[nodiscard]] Result<DatasetRecord> find(const std::string& nameOrId) const;
    [[nodiscard]] Result<DatasetRecord> get(std::int64_t id) const;
    [[nodiscard]] Result<Dataset> load(std::int64_t id) const;
    /// A window of rows, for tables: [offset, offset + count). Without filter or sort a page of a million rows takes well under a millisecond.
    [[nodiscard]] Result<std::vector<SequenceRow>> page(std::int64_t id, std::int64_t offset, std::int64_t count,
                                                        const SequenceFilter& filter = {}) const;
    [[nodiscard]] Result<std::int64_t> count(std::int64_t id, const SequenceFilter& filter = {}) const;
    /// The ordinals that pass a filter, in its order: computed once on a worker, then paged through `rows`.
    [[nodiscard]] Result<std::vector<std::int32_t>> ordinals(std::int64_t id, const SequenceFilter& filter,
                                                             std::stop_token stop = {}) const;
    [[nodiscard]] Result<std::vector<SequenceRow>> rows(std::int64_t id, const std::vector<std::int32_t>& ordinals) const;
    /// Does a step and records it, in one transaction; fingerprint, statistics, and the report's classes and splits follow. A step that
    /// changes nothing is not recorded (position 0). Errors: those of runStep; ErrorCode::Usage while runs use the dataset.
    Result<PreparedDataset> prepare(std::int64_t id, const StepOptions& options, const ProgressFn& progress = {},
                                    std::stop_token stop = {});
    /// The steps done, first to last.
    [[nodiscard]] Result<std::vector<DatasetStep>> steps(std::int64_t id) const;
    /// Takes the last step back: the content is bit for bit as before it. ErrorCode::Usage: no step, or runs use the dataset.
    Result<PreparedDataset> undo(std::int64_t id, const ProgressFn& progress = {}, std::stop_token stop = {});
    /// The same content and steps under another name (one already used gets " (2)"), for a dataset that runs use.
    Result<DatasetRecord> copy(std::int64_t id, const std::string& name);
    Result<void> rename(std::int64_t id, const std::string& name);
    /// Refused (ErrorCode::Usage) while runs use it.
    Result<void> remove(std::int64_t id);
    /// Counts, labels, splits and fingerprints of all datasets against their records; the first finding is the error.
    [[nodiscard]] Result<void> check() const;

private:
    const ProjectFile& m_project;
};

}  // namespace strand
