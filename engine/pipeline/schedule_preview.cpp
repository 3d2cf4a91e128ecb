#include "pipeline/schedule_preview.hpp"

#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "training/schedule.hpp"

namespace strand {

Result<std::vector<std::pair<std::int64_t, double>>> previewSchedule(const std::string& model, const std::string& preset,
                                                                     const TextValues& given, std::int64_t steps) {
    Hyperparameters values;
    if (model.empty()) {
        const auto table = withCommon({}, {});
        STRAND_ASSIGN(values, makeHyperparameters(table, given));
    } else {
        STRAND_ASSIGN(const auto* entry, findModel(model));
        STRAND_ASSIGN(values, resolveHyperparameters(*entry, preset, given));
    }
    STRAND_ASSIGN(const auto schedule, makeSchedule(values, steps));
    std::vector<std::pair<std::int64_t, double>> out;
    for (std::int64_t step = 0; step <= steps; ++step)
        out.emplace_back(step, schedule.at(step));
    return out;
}

}  // namespace strand
