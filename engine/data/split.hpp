// Train, validation and test parts.
#pragma once

#include "data/groups.hpp"
#include "data/sequence.hpp"

#include <array>

namespace strand {

/// Assigns every sequence that is not left out to train, validation or test by `fractions` (sum 1 within 1e-6), stratified by label; the same seed gives the same split.
/// Sizes are exact by largest remainder; identical residues stay in one part wherever the sizes allow it.
/// ErrorCode::Usage when a fraction is negative or the sum is not 1.
Result<void> splitByRatio(Dataset& dataset, const std::array<double, 3>& fractions, std::uint64_t seed);

/// The same for whole groups: none is ever divided, so sizes and classes are as near to `fractions` as groups allow.
Result<void> splitGroupsByRatio(Dataset& dataset, const GroupMembers& groups, const std::array<double, 3>& fractions, std::uint64_t seed);

/// Indices used by a run. Where a dataset has no validation part, `validationFraction` of train is held out, stratified and seeded,
/// identical residues kept on one side (so it may hold fewer than its fraction); where it has no test part, test stays empty.
/// Sequences without a split count as train; those left out are in no part. ErrorCode::Usage for a fraction outside [0, 1), BadInput where nothing is left to train on.
struct RunSplit {
    std::vector<std::int64_t> train, validation, test;  ///< indices into Dataset::sequences, ascending
};
[[nodiscard]] Result<RunSplit> makeRunSplit(const Dataset& dataset, double validationFraction, std::uint64_t seed);

/// Round `fold` of a cross-validation: that fold is test, the next one validation (of two folds: `validationFraction` of train is held out),
/// the others train. ErrorCode::Usage where there is no such fold.
[[nodiscard]] Result<RunSplit> makeFoldSplit(const Dataset& dataset, std::int32_t fold, double validationFraction, std::uint64_t seed);

/// 64-bit FNV-1a over ids, residues, labels, splits and folds, as 16 hex digits: names the data of a run.
[[nodiscard]] std::string fingerprint(const Dataset& dataset);

}  // namespace strand
