// Which sequences an epoch shows: all of them, or as many of each class.
#pragma once

#include "core/hyperparameter.hpp"
#include "tokens/batcher.hpp"

namespace strand {

enum class Sampling {
    None,
    Oversample,  ///< sequences of rarer classes again and again, until each class has as many as the most frequent one
    Undersample  ///< as many sequences of each class as the rarest one has, others each epoch
};

/// From sampling.
[[nodiscard]] Sampling samplingOf(const Hyperparameters& values);

/// Sequences shown in one epoch; the same for each.
[[nodiscard]] std::int64_t epochSize(const EncodedSequences& data, std::span<const std::int64_t> rows, Sampling sampling);
/// Those of `rows` (labelled) that the epoch shows, drawn by `seed`, class by class.
[[nodiscard]] std::vector<std::int64_t> epochRows(const EncodedSequences& data, std::span<const std::int64_t> rows, Sampling sampling,
                                                  std::uint64_t seed);

}  // namespace strand
