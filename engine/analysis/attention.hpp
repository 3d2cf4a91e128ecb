// Attention tensors to plain maps and pictures of them.
#pragma once

#include "core/run_report.hpp"

#include <span>
#include <string>
#include <vector>

namespace strand {

enum class HeadAggregate { None, Mean, Max, Rollout };

/// Aggregates over layers and heads: Mean and Max over heads keep the layers; Rollout (Abnar & Zuidema 2020) multiplies 0.5 A + 0.5 I
/// (head mean, rows renormalised) over the layers into one map. The result has heads = 1.
/// A "vector" has no rollout: std::invalid_argument.
[[nodiscard]] AttentionMap aggregate(const AttentionMap& map, HeadAggregate how);
/// Keeps the given layers and heads (0-based), in the order given; an empty list keeps all. Throws std::out_of_range for one that is not there.
[[nodiscard]] AttentionMap select(const AttentionMap& map, std::span<const std::int64_t> layers, std::span<const std::int64_t> heads);

}  // namespace strand
