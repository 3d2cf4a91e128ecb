#include "training/device_error.hpp"
#include "training/tensor_memory.hpp"
#include "training/trainer.hpp"

#include <algorithm>
#include <cmath>

namespace strand {
namespace {

class EvaluationMode {
public:
    explicit EvaluationMode(Model& model) : m_model(model), m_training(model.isTraining()) { m_model.eval(); }
    ~EvaluationMode() { m_model.train(m_training); }
    EvaluationMode(const EvaluationMode&) = delete;
    EvaluationMode& operator=(const EvaluationMode&) = delete;

private:
    Model& m_model;
    bool m_training;
};

/// log p of every batch, taken from the device one batch late so that it always has work.
class Collector {
public:
    Collector(const EncodedSequences& data, std::size_t classes)
        : m_classes(classes), m_logProbabilities(static_cast<std::size_t>(data.rows()) * classes) {}

    void add(const std::vector<std::int64_t>& rows, const torch::Tensor& logits) {
        torch::Tensor values = logits.to(torch::kDouble).log_softmax(1);
        flush();
        m_rows = rows;
        m_values = std::move(values);
    }

    void flush() {
        if (!m_values.defined()) return;
        const torch::Tensor values = m_values.cpu().contiguous();
        const auto* from = values.data_ptr<double>();
        for (const std::int64_t row : m_rows) {
            std::copy_n(from, m_classes,
                        m_logProbabilities.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * m_classes));
            from += m_classes;
        }
        m_values.reset();
    }

    [[nodiscard]] EvaluationResult inOrderOf(std::span<const std::int64_t> rows, const EncodedSequences& data) const {
        EvaluationResult result;
        result.probabilities.reserve(rows.size() * m_classes);
        double sum = 0;
        std::int64_t labelled = 0;
        for (const std::int64_t row : rows) {
            const double* logProbabilities = &m_logProbabilities[static_cast<std::size_t>(row) * m_classes];
            for (std::size_t c = 0; c < m_classes; ++c)
                result.probabilities.push_back(static_cast<float>(std::exp(logProbabilities[c])));
            const std::int32_t label = data.labels[static_cast<std::size_t>(row)];
            if (label < 0) continue;
            sum -= logProbabilities[label];
            ++labelled;
        }
        if (labelled > 0) result.loss = sum / static_cast<double>(labelled);
        return result;
    }

private:
    std::size_t m_classes;
    std::vector<double> m_logProbabilities;  ///< [rows of the data, classes]
    std::vector<std::int64_t> m_rows;
    torch::Tensor m_values;
};

}  // namespace

Result<EvaluationResult> evaluate(Model& model, torch::Device device, const EncodedSequences& data, std::span<const std::int64_t> rows,
                                  std::int64_t classes, std::int64_t batchSize, const std::function<bool(std::int64_t done)>& keepGoing) {
    return withDeviceErrors([&]() -> Result<EvaluationResult> {
        // Not InferenceMode: what a model keeps for later (position tables, masks) must stay usable in training.
        const torch::NoGradGuard noGradient;
        const EvaluationMode evaluation(model);
        const TensorMemoryScope memory;
        Collector collector(data, static_cast<std::size_t>(classes));
        std::int64_t done = 0;
        for (const auto& batchRows : planBatches(data, rows, batchSize, false, 0)) {
            if (keepGoing && !keepGoing(done)) return fail(ErrorCode::Interrupted, {STRAND_TEXT("engine", "the evaluation was stopped")});
            collector.add(batchRows, model.forward(toInput(makeBatch(data, batchRows), device)).logits);
            done += static_cast<std::int64_t>(batchRows.size());
        }
        collector.flush();
        return collector.inOrderOf(rows, data);
    });
}

}  // namespace strand
