// A small model, data and a recording of everything a training tells, for the tests of the trainer.
#pragma once

#include "core/random.hpp"
#include "layers/batch_norm.hpp"
#include "layers/dropout.hpp"
#include "layers/linear.hpp"
#include "layers/token_rows.hpp"
#include "training/trainer.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace strand::test {

/// Embedding, masked mean, batch norm, both kinds of dropout (torch's generator and the layers' own), linear; a buffer that counts the steps.
class TinyModel : public Model {
public:
    TinyModel(std::int64_t vocabulary, std::int64_t classes, double dropout)
        : m_dropout(dropout),
          m_embedding(registerModule("embedding", std::make_shared<TokenEmbedding>(vocabulary, 8))),
          m_norm(registerModule("norm", std::make_shared<BatchNorm>(8))),
          m_hidden(registerModule("hidden", std::make_shared<Linear>(8, 16))),
          m_output(registerModule("output", std::make_shared<Linear>(16, classes))),
          m_steps(registerBuffer("steps", torch::zeros({1}, torch::kLong))) {}

    using Model::forward;
    ModelOutput forward(const ModelInput& input, Taps*) override {
        torch::Tensor x = m_embedding->forward(input.ids);
        if (input.padded()) x = x * input.mask.unsqueeze(2);
        x = x.sum(1, /*keepdim=*/true) / input.lengths.clamp_min(1).view({-1, 1, 1});
        x = m_norm->forward(x, {.lengths = torch::ones_like(input.lengths), .mask = {}}, false).squeeze(1);
        x = torch::dropout(torch::relu(m_hidden->forward(x)), m_dropout, isTraining());
        x = applyDropout(x, 0.2, isTraining());
        torch::Tensor logits = m_output->forward(x);
        if (isTraining() && poisonAtStep >= 0 && m_steps.item<std::int64_t>() == poisonAtStep) logits = logits * poison;
        return {logits, x};
    }
    void afterStep() override { m_steps += 1; }

    std::int64_t poisonAtStep = -1;
    double poison = std::nan("");

private:
    double m_dropout;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<BatchNorm> m_norm;
    std::shared_ptr<Linear> m_hidden, m_output;
    torch::Tensor m_steps;
};

/// Class c is rich in token 3 + c; lengths vary, `noise` of the labels are wrong.
inline EncodedSequences makeData(std::int64_t rows, std::int64_t classes, double noise = 0, std::uint64_t seed = 5) {
    Random random(seed);
    EncodedSequences data;
    data.start.push_back(0);
    for (std::int64_t i = 0; i < rows; ++i) {
        const auto label = static_cast<std::int32_t>(i % classes);
        const std::uint32_t length = 6 + random.below(5);
        for (std::uint32_t k = 0; k < length; ++k) {
            const bool telling = random.uniform() < 0.5;
            data.ids.push_back(3 + (telling ? label : static_cast<std::int32_t>(random.below(4))));
        }
        data.start.push_back(static_cast<std::int64_t>(data.ids.size()));
        data.labels.push_back(random.uniform() < noise ? static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(classes)))
                                                       : label);
    }
    return data;
}

inline Hyperparameters makeValues(std::int64_t batchSize, std::int64_t epochs) {
    Hyperparameters values;
    values.set("batch_size", batchSize);
    values.set("epochs", epochs);
    values.set("lr", 1e-2);
    values.set("optimizer", std::string("adamw"));
    values.set("weight_decay", 0.01);
    values.set("schedule", std::string("warmup_cosine"));
    values.set("warmup_steps", std::int64_t{-1});
    values.set("hold_steps", std::int64_t{0});
    values.set("warmup_lr", 0.0);
    values.set("grad_clip", 1.0);
    values.set("patience", std::int64_t{0});
    values.set("class_weights", std::string("none"));
    values.set("sampling", std::string("none"));
    values.set("loss", std::string("cross_entropy"));
    values.set("focal_gamma", 2.0);
    values.set("label_smoothing", 0.0);
    return values;
}

inline TensorArchive copyOf(const TensorArchive& archive) {
    TensorArchive copy = archive;
    for (auto& [name, tensor] : copy.tensors)
        tensor = tensor.clone();
    return copy;
}

/// The first name whose tensors differ in a bit, empty where none does.
inline std::string difference(const TensorArchive& a, const TensorArchive& b) {
    if (a.tensors.size() != b.tensors.size()) return "number of tensors";
    for (const auto& [name, tensor] : a.tensors) {
        const auto other = b.tensors.find(name);
        if (other == b.tensors.end() || !torch::equal(tensor, other->second)) return name;
    }
    return {};
}

/// One run from its start; resumes from the last checkpoint in `archive` after a stop.
struct TinyRun {
    EncodedSequences data;
    TrainingSetup setup;
    std::shared_ptr<TinyModel> model;
    TrainingHooks hooks;

    std::vector<StepPoint> steps;
    std::vector<EpochReport> epochs;
    std::optional<TensorArchive> archive, best;
    std::int64_t archivedStep = -1, polledStep = -1, checkpoints = 0, polls = 0;
    std::int64_t endAtPoll = -1;  ///< counted from 1 over all calls of train
    TrainingEnd endHow = TrainingEnd::Stopped;
    bool disturbed = false;

    explicit TinyRun(std::int64_t rows = 50, std::int64_t validationRows = 20, std::int64_t epochCount = 4, double noise = 0.2,
                     std::int64_t classes = 2)
        : data(makeData(rows + validationRows, classes, noise)) {
        for (std::int64_t i = 0; i < rows + validationRows; ++i)
            (i < rows ? setup.split.train : setup.split.validation).push_back(i);
        setup.data = &data;
        setup.classes = classes;
        setup.values = makeValues(8, epochCount);
        setup.seed = 11;
        freshModel();
        hooks.poll = [this](std::int64_t step) -> std::optional<TrainingEnd> {
            polledStep = step;
            if (disturbed) (void)torch::rand({3});  // whoever is asked at a border may draw numbers
            if (++polls == endAtPoll) return endHow;
            return {};
        };
        hooks.steps = [this](const std::vector<StepPoint>& points) { steps.insert(steps.end(), points.begin(), points.end()); };
        hooks.epoch = [this](const EpochReport& report) { epochs.push_back(report); };
        hooks.checkpoint = [this](const TensorArchive& state, const TensorArchive* bestState, std::int64_t,
                                  std::int64_t step) -> Result<void> {
            archive = copyOf(state);
            if (bestState != nullptr) best = copyOf(*bestState);
            archivedStep = step;
            ++checkpoints;
            return {};
        };
    }
    TinyRun(const TinyRun&) = delete;
    TinyRun& operator=(const TinyRun&) = delete;

    void freshModel() {
        torch::manual_seed(deriveSeed(setup.seed, "init"));
        model = std::make_shared<TinyModel>(8, setup.classes, 0.3);
        setup.model = model;
    }
    Result<TrainingResult> start() { return train(setup, hooks); }
    /// In another process, as it were: new model with other initial values, torch's generator elsewhere. What was told after the checkpoint is forgotten.
    Result<TrainingResult> resume() {
        torch::manual_seed(987654321);
        setDropoutKey(987654321, 5);
        disturbed = true;
        model = std::make_shared<TinyModel>(8, setup.classes, 0.3);
        setup.model = model;
        std::erase_if(steps, [this](const StepPoint& point) { return point.step > archivedStep; });
        std::erase_if(epochs, [this](const EpochReport& report) { return report.step > archivedStep; });
        const TensorArchive from = copyOf(*archive);
        return train(setup, hooks, &from);
    }
    [[nodiscard]] TensorArchive weights() const {
        TensorArchive taken;
        storeModule(*model, taken, "model.");
        return copyOf(taken);
    }
};

}  // namespace strand::test
