#include "pipeline/device.hpp"
#include "pipeline/jobs.hpp"
#include "pipeline/training_job.hpp"
#include "pipeline/word_vectors.hpp"
#include "training/tensor_memory.hpp"

namespace strand {
namespace {

RunRecord describeRun(const PreparedRun& prepared, const TrainOptions& options, torch::Device device, int threads,
                      std::int64_t parameters) {
    RunRecord run;
    run.name = options.runName;
    run.datasetId = prepared.record.id;
    run.datasetName = prepared.record.name;
    run.model = prepared.entry->name;
    for (const auto& [name, value] : prepared.values.values())
        run.hyperparameters[name] = formatValue(value);
    run.preset = options.preset;
    run.seed = options.seed;
    run.fingerprint = fingerprint(prepared.dataset);
    run.device = device.str();
    run.threads = threads;
    run.versions = versionsText();
    run.parameters = parameters;
    run.classes = prepared.dataset.classes;
    run.epochsPlanned = prepared.values.integer("epochs");
    run.stepsPlanned = prepared.steps;
    return run;
}

}  // namespace

Result<TrainReport> trainRun(ProjectFile& project, const TrainOptions& options, const DeviceOptions& wanted, TrainObserver& observer,
                             const std::stop_token& stop) {
    STRAND_ASSIGN(auto prepared, prepareRun(project, options));
    STRAND_ASSIGN(const torch::Device device, selectDevice(wanted.device));
    const int threads = setThreads(wanted.threads);
    const TensorMemoryScope memory;
    auto model = newModel(prepared, options.seed, device);
    STRAND_TRY(loadWordVectors(
        prepared, *model, [&](const Progress& progress) { observer.onProgress(progress); }, stop));
    const RunVocabulary vocabulary{.tokens = learnedWords(*prepared.tokens.tokenizer), .embedded = prepared.embedded};
    TextValues settings{{"watched", std::to_string(prepared.watched)}, {"checkpoint_every", std::to_string(options.checkpointEverySteps)}};
    if (options.fold > 0) settings["fold"] = std::to_string(options.fold);
    STRAND_ASSIGN(auto run, RunStore(project).add(describeRun(prepared, options, device, threads, countParameters(*model)), prepared.split,
                                                  vocabulary, settings));
    TrainingJob job(project, std::move(prepared), std::move(run), std::move(model), device, observer, stop);
    return job.run(nullptr, options.checkpointEverySteps);
}

}  // namespace strand
