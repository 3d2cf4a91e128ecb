// What the engine does, one function a file; Engine forwards here.
#pragma once

#include "pipeline/engine.hpp"

namespace strand {

Result<DatasetRecord> importDataset(ProjectFile& project, const ImportOptions& options, const ProgressFn& progress,
                                    const std::stop_token& stop);

Result<TrainEstimate> estimateRun(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device);

Result<TrainReport> trainRun(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device, TrainObserver& observer,
                             const std::stop_token& stop);

Result<TrainReport> resumeRun(ProjectFile& project, std::int64_t run, const DeviceOptions& device, TrainObserver& observer,
                              const std::stop_token& stop);

Result<ClassificationMetrics> evaluateRun(ProjectFile& project, std::int64_t run, std::int64_t dataset, Split split,
                                          const DeviceOptions& device, const ProgressFn& progress, const std::stop_token& stop);

Result<PredictionTable> predictFile(ProjectFile& project, std::int64_t run, const SequenceFile& file, const DeviceOptions& device,
                                    const ProgressFn& progress, const std::stop_token& stop);

Result<void> attentionMaps(ProjectFile& project, std::int64_t run, const std::vector<AttentionRequest>& requests,
                           const DeviceOptions& device, AttentionSink& sink, const ProgressFn& progress, const std::stop_token& stop);

}  // namespace strand
