// What tells runs of one model apart: the settings that are not the same in all of them.
#pragma once

#include "storage/run_store.hpp"

#include <QString>

#include <span>
#include <vector>

namespace strand {

/// For each run "lr 0.01 · seed 2"; empty where no other run of its model has another value.
[[nodiscard]] std::vector<QString> runDifferences(std::span<const RunRecord> runs);

}  // namespace strand
