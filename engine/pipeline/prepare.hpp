// What a run works on: dataset, split, tokens and settings, all checked before anything is written or trained.
#pragma once

#include "pipeline/engine.hpp"
#include "tokens/augmenter.hpp"

namespace strand {

/// How residues become the ids of one run.
struct RunTokens {
    std::shared_ptr<const Tokenizer> tokenizer;
    ModelContext context;
    std::int64_t maxLength = 0;  ///< tokens a sequence may have, [CLS] included; longer ones are cut
    bool cls = false;
};

struct PreparedRun {
    const ModelEntry* entry = nullptr;
    Hyperparameters values;
    DatasetRecord record;
    Dataset dataset;
    RunSplit split;  ///< labelled sequences only
    RunTokens tokens;
    EncodedSequences encoded;  ///< row i = sequence i of the dataset
    AugmentOptions augment;    ///< of training sequences
    std::int64_t truncated = 0;
    std::optional<std::int64_t> embedded;  ///< words of the vocabulary found in the file of embeddings, where there is one
    std::int64_t stepsPerEpoch = 0, steps = 0;
    std::int64_t watched = -1;  ///< ordinal of the watched sequence
    std::vector<Warning> warnings;
};

/// The share of the training part that is held out where a dataset has no validation part.
inline constexpr double kHeldOut = 0.1;

/// A new run. ErrorCode::Usage: dataset, model, hyperparameter, watched record unknown; ErrorCode::BadInput: data that cannot be learned.
[[nodiscard]] Result<PreparedRun> prepareRun(ProjectFile& project, const TrainOptions& options);
/// A stored run as it was; ErrorCode::Project where its data are no longer the same.
[[nodiscard]] Result<PreparedRun> reopenRun(ProjectFile& project, const RunRecord& run);

/// The tokenizer a stored run was trained with. ErrorCode::Project where it needs a vocabulary and the run has none.
[[nodiscard]] Result<std::shared_ptr<const Tokenizer>> storedTokenizer(const RunStore& runs, const RunRecord& run,
                                                                       const std::string& specification, SequenceKind kind);

/// The sequences at `ordinals` that have a label.
[[nodiscard]] std::vector<std::int64_t> labelledOnly(const Dataset& dataset, std::vector<std::int64_t> ordinals);

}  // namespace strand
