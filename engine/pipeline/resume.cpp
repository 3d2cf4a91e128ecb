#include "core/count_text.hpp"
#include "pipeline/device.hpp"
#include "pipeline/jobs.hpp"
#include "pipeline/training_job.hpp"
#include "pipeline/word_vectors.hpp"
#include "storage/setting_store.hpp"

#include <charconv>

namespace strand {
namespace {

Result<std::int64_t> setting(const ProjectFile& project, std::int64_t run, const char* name, std::int64_t otherwise) {
    STRAND_ASSIGN(const auto text, SettingStore(project).get(runSetting(run, name)));
    if (text) std::from_chars(text->data(), text->data() + text->size(), otherwise);
    return otherwise;
}

Result<void> checkResumable(const RunRecord& run) {
    const auto refuse = [&](const char* found, const char* hint) {
        return fail(ErrorCode::Usage, {found, run.name}, STRAND_TEXT("engine", "expected a stopped or interrupted run"), hint);
    };
    switch (run.state) {
        case RunState::Finished:
            return refuse(STRAND_TEXT("engine", "run \"%1\" has finished"),
                          STRAND_TEXT("engine", "train a new run with more epochs to go further"));
        case RunState::Failed:
            return refuse(STRAND_TEXT("engine", "run \"%1\" has failed and would fail again"),
                          STRAND_TEXT("engine", "train a new run with a smaller learning rate"));
        default: return {};
    }
}

/// The run's own device and threads where nothing else is asked for, since only these give its bits.
Result<torch::Device> resumeDevice(const RunRecord& run, const DeviceOptions& wanted) {
    if (wanted.device != "auto" && !wanted.device.empty()) return selectDevice(wanted.device);
    if (auto own = selectDevice(run.device)) return own;
    return selectDevice("auto");
}

void warnOfBits(PreparedRun& prepared, const RunRecord& run, const std::string& device, int threads) {
    const auto differ = [&](const char* what, const std::string& before, const std::string& now) {
        if (before == now) return;
        Warning warning;
        warning.message = Message(what, before, now);
        prepared.warnings.push_back(std::move(warning));
    };
    differ(STRAND_TEXT("engine", "the run began on device %1 and goes on on %2: bits may differ"), run.device, device);
    differ(STRAND_COUNT("engine", "the run began with %1 threads and goes on with %2: bits may differ"), std::to_string(run.threads),
           std::to_string(threads));
    differ(STRAND_TEXT("engine", "the run began with \"%1\" and goes on with \"%2\": bits may differ"), run.versions, versionsText());
}

}  // namespace

Result<TrainReport> resumeRun(ProjectFile& project, std::int64_t id, const DeviceOptions& wanted, TrainObserver& observer,
                              const std::stop_token& stop) {
    const RunStore reader(project);
    STRAND_ASSIGN(auto run, reader.get(id));
    STRAND_TRY(checkResumable(run));
    STRAND_ASSIGN(auto prepared, reopenRun(project, run));
    STRAND_ASSIGN(const torch::Device device, resumeDevice(run, wanted));
    const int threads = setThreads(wanted.threads > 0 ? wanted.threads : static_cast<int>(run.threads));
    warnOfBits(prepared, run, device.str(), threads);
    STRAND_ASSIGN(prepared.watched, setting(project, id, "watched", -1));
    STRAND_ASSIGN(const std::int64_t every, setting(project, id, "checkpoint_every", 0));

    STRAND_ASSIGN(const auto checkpoint, reader.checkpoint(id, CheckpointKind::Latest));
    std::optional<TensorArchive> archive;
    if (checkpoint) {
        STRAND_ASSIGN(archive, TensorArchive::fromBytes(checkpoint->bytes));
        prepared.tokens.context.aligned = wasAligned(*archive);
    }
    RunStore runs(project);
    run.step = checkpoint ? checkpoint->step : 0;
    run.epoch = checkpoint ? checkpoint->epoch : 0;
    run.error.reset();
    STRAND_TRY(runs.truncate(id, run.step));
    auto model = newModel(prepared, run.seed, device);
    if (!archive)
        STRAND_TRY(loadWordVectors(
            prepared, *model, [&](const Progress& progress) { observer.onProgress(progress); }, stop));
    TrainingJob job(project, std::move(prepared), std::move(run), std::move(model), device, observer, stop);
    return job.run(archive ? &*archive : nullptr, every);
}

}  // namespace strand
