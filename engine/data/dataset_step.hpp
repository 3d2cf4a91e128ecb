// What can be done to a dataset in preparing it. A step changes labels, parts and folds of sequences; none is ever removed.
#pragma once

#include "core/hyperparameter.hpp"
#include "core/progress.hpp"
#include "data/sequence.hpp"

#include <array>
#include <optional>
#include <stop_token>
#include <variant>

namespace strand {

/// Which copies, or members of a cluster, are left out.
enum class LeaveOut {
    Repeats,  ///< all but one: of copies the one held out most (test before validation before train), of a cluster its representative
    Leaks     ///< those that lie in another part than the one held out most: test before validation before train
};

/// Assigns train, validation and test anew. With an identity no cluster of similar sequences is divided.
struct RatioStep {
    std::array<double, 3> ratio{0.8, 0.1, 0.1};
    std::uint64_t seed = 1;
    std::optional<double> identity{};
};

/// Numbers the sequences 1 ... folds, stratified by label, copies (with an identity: clusters) in one fold.
struct FoldStep {
    std::int64_t folds = 5;
    std::uint64_t seed = 1;
    std::optional<double> identity{};
    bool keepTest = false;  ///< the test part gets no fold
};

struct DuplicateStep {
    LeaveOut leaveOut = LeaveOut::Repeats;
    bool contradictions = false;  ///< leave out every copy of sequences that carry more than one label, and nothing else
};

struct SimilarStep {
    double identity = 0.9;
    LeaveOut leaveOut = LeaveOut::Repeats;
};

struct LabelStep {
    std::vector<std::int32_t> ordinals{};
    std::string label{};  ///< a class, new ones allowed; empty = none. Classes without a sequence go.
};

struct PartStep {
    std::vector<std::int32_t> ordinals{};
    Split split = Split::Train;
};

using StepOptions = std::variant<RatioStep, FoldStep, DuplicateStep, SimilarStep, LabelStep, PartStep>;

/// A step as it is recorded.
struct DatasetStep {
    std::int64_t position = 0;  ///< 1-based
    std::string kind;           ///< "split" "folds" "duplicates" "similar" "labels" "parts"
    TextValues options;         ///< as given
    TextValues summary;         ///< "changed" sequences, "excluded" ones, "clusters" found ...
    std::string created;        ///< UTC, ISO 8601
};

/// Does the step to `dataset`. ErrorCode::Usage: options out of range; ErrorCode::Interrupted: stopped, `dataset` as it was.
[[nodiscard]] Result<DatasetStep> runStep(Dataset& dataset, const StepOptions& options, const ProgressFn& progress = {},
                                          std::stop_token stop = {});

/// "Divided 0.8,0.1,0.1 (seed 1), clusters at identity 0.8 kept whole".
[[nodiscard]] Message describe(const DatasetStep& step);

}  // namespace strand
