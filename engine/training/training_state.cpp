#include "training/training_state.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace strand {
namespace {

using nlohmann::json;

/// The shortest text that reads back to the same bits; null for NaN.
json number(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }
double real(const json& value) { return value.is_null() ? kNotAvailable : value.get<double>(); }

TrainingState parsed(const json& text) {
    TrainingState state;
    state.seed = text.at("seed").get<std::uint64_t>();
    state.stepsPerEpoch = text.at("steps_per_epoch").get<std::int64_t>();
    state.totalSteps = text.at("total_steps").get<std::int64_t>();
    state.step = text.at("step").get<std::int64_t>();
    state.epoch = text.at("epoch").get<std::int64_t>();
    state.bestEpoch = text.at("best_epoch").get<std::int64_t>();
    state.bestStep = text.at("best_step").get<std::int64_t>();
    state.bestMcc = real(text.at("best_mcc"));
    state.bestLoss = real(text.at("best_loss"));
    state.lossSum = real(text.at("loss_sum"));
    state.rows = text.at("rows").get<std::int64_t>();
    state.correct = text.at("correct").get<std::int64_t>();
    state.seconds = real(text.at("seconds"));
    state.trainingSeconds = real(text.at("training_seconds"));
    return state;
}

tl::unexpected<Error> doesNotFit(Message found) {
    return fail(ErrorCode::Project, std::move(found), {STRAND_TEXT("engine", "a checkpoint of the same run")});
}

}  // namespace

void TrainingState::take(const EpochReport& epoch_) {
    epoch = epoch_.epoch;
    if (epoch_.best) {
        bestEpoch = epoch;
        bestStep = step;
        bestMcc = epoch_.validation.mcc;
        bestLoss = epoch_.validation.loss;
    }
    lossSum = seconds = trainingSeconds = 0;
    rows = correct = 0;
}

void TrainingState::store(TensorArchive& archive) const {
    const json text{{"seed", seed},
                    {"steps_per_epoch", stepsPerEpoch},
                    {"total_steps", totalSteps},
                    {"step", step},
                    {"epoch", epoch},
                    {"best_epoch", bestEpoch},
                    {"best_step", bestStep},
                    {"best_mcc", number(bestMcc)},
                    {"best_loss", number(bestLoss)},
                    {"loss_sum", number(lossSum)},
                    {"rows", rows},
                    {"correct", correct},
                    {"seconds", number(seconds)},
                    {"training_seconds", number(trainingSeconds)}};
    archive.texts["training"] = text.dump();
}

Result<void> TrainingState::load(const TensorArchive& archive) {
    const auto found = archive.texts.find("training");
    if (found == archive.texts.end())
        return doesNotFit({STRAND_TEXT("engine", "the checkpoint holds weights only and cannot be continued")});
    TrainingState read;
    try {
        read = parsed(json::parse(found->second));
    } catch (const json::exception&) {
        return doesNotFit({STRAND_TEXT("engine", "the checkpoint is damaged: its record of the training cannot be read")});
    }
    const bool plausible = read.step >= 0 && read.step <= read.totalSteps && read.epoch >= 0 &&
                           read.epoch * read.stepsPerEpoch <= read.step && read.bestEpoch >= 0 && read.bestEpoch <= read.epoch;
    if (!plausible) return doesNotFit({STRAND_TEXT("engine", "the checkpoint is damaged: its record of the training cannot be read")});
    if (read.seed != seed || read.stepsPerEpoch != stepsPerEpoch || read.totalSteps != totalSteps) {
        return doesNotFit(
            {STRAND_TEXT("engine", "the checkpoint was made with another seed, number of sequences, batch size or number of epochs")});
    }
    *this = read;
    return {};
}

bool isBetter(const ClassificationMetrics& validation, const TrainingState& state) {
    if (validation.n == 0 || state.bestEpoch == 0) return true;
    // Where validation holds a single class there is no MCC, and the loss decides.
    if (validation.mcc != state.bestMcc && !std::isnan(validation.mcc)) return validation.mcc > state.bestMcc;
    return validation.loss < state.bestLoss;
}

}  // namespace strand
