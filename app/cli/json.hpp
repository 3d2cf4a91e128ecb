// The engine's structs as JSON, with the keys that cli.md promises.
#pragma once

#include "cli/output.hpp"
#include "pipeline/engine.hpp"

namespace strand::cli {

[[nodiscard]] Json toJson(const HyperparameterValue& value);
[[nodiscard]] Json toJson(const Hyperparameters& values);
[[nodiscard]] Json toJson(const HyperparameterSpec& spec);
[[nodiscard]] Json toJson(const Warning& warning);
[[nodiscard]] Json toJson(const std::vector<Warning>& warnings);
/// loss, acc, mcc, auc, auprc, sn, sp, precision, f1, n, confusion.
[[nodiscard]] Json toJson(const ClassificationMetrics& metrics);

[[nodiscard]] Json datasetEvent(const ImportReport& report, const DatasetRecord* stored);
[[nodiscard]] Json modelEvent(const ModelEntry& entry, bool withHyperparameters);
/// Typed by the model's table where it is known; as text otherwise.
[[nodiscard]] Json hyperparametersOf(const RunRecord& run, std::span<const ModelEntry> models);
/// run, name, model, parameters, device, hyperparameters, and what else is recorded at the start.
[[nodiscard]] Json runEvent(const RunRecord& run, std::span<const ModelEntry> models);
[[nodiscard]] Json epochJson(const EpochReport& report);

}  // namespace strand::cli
