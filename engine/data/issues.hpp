// What may spoil a result: few sequences of a class, the same sequence in two parts, and the like, each with its remedy.
#pragma once

#include "core/progress.hpp"
#include "data/sequence.hpp"

#include <optional>
#include <stop_token>

namespace strand {

enum class IssueKind {
    Unlabelled,        ///< some sequences have no label
    OneClass,          ///< nothing to tell apart
    FewInClass,        ///< in the training part
    Unbalanced,        ///< the largest class is more than 10 times the smallest
    NoTestPart,        ///< there will be no test figures
    NoValidationPart,  ///< each run holds out its own
    Repeats,           ///< copies inside a part
    Leaks,             ///< copies in two parts
    Contradictions,    ///< copies with different labels
    SimilarLeaks,      ///< clusters that span two parts
    TooLong            ///< longer than a model takes
};

/// What a click does about it; the steps of data/dataset_step.hpp where there is one.
enum class Remedy {
    None,
    EditLabels,              ///< show those without a label
    SplitByRatio,            ///< RatioStep
    SplitByClusters,         ///< RatioStep with an identity
    LeaveOutRepeats,         ///< DuplicateStep, LeaveOut::Repeats
    LeaveOutLeaks,           ///< DuplicateStep, LeaveOut::Leaks
    LeaveOutContradictions,  ///< DuplicateStep, contradictions
    LeaveOutSimilar,         ///< SimilarStep, LeaveOut::Leaks
    BalanceClasses,          ///< class weights or sampling in the training settings
    RaiseMaxLength           ///< max_len in the training settings
};

struct DataIssue {
    IssueKind kind = IssueKind::Unlabelled;
    Message text;
    std::int64_t count = 0;         ///< sequences concerned
    std::int32_t label = kNoLabel;  ///< class concerned
    std::vector<Remedy> remedies;   ///< best first
};

struct IssueOptions {
    std::int64_t maxLength = 0;        ///< residues, or words of a text, that a model takes; 0 = not asked
    std::optional<double> identity{};  ///< look for similar sequences in two parts, too: takes as long as clusterSequences
};

/// Sequences left out do not count. ErrorCode::Interrupted: stopped; otherwise as clusterSequences.
[[nodiscard]] Result<std::vector<DataIssue>> findIssues(const Dataset& dataset, const IssueOptions& options = {},
                                                        const ProgressFn& progress = {}, std::stop_token stop = {});

}  // namespace strand
