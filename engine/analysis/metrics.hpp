// Classification metrics from probabilities; ties handled as scikit-learn does.
#pragma once

#include "core/run_report.hpp"

#include <span>
#include <vector>

namespace strand {

/// probabilities [n, classes] row-major, labels [n]. A figure that is undefined (no positive, say) is kNotAvailable.
[[nodiscard]] ClassificationMetrics computeMetrics(std::span<const float> probabilities, std::span<const std::int32_t> labels, std::int64_t classes,
                                                   double loss);

struct CurvePoint {
    double x = 0, y = 0, threshold = 0;
};
[[nodiscard]] std::vector<CurvePoint> rocCurve(std::span<const float> scores, std::span<const std::int32_t> positives);
[[nodiscard]] std::vector<CurvePoint> precisionRecallCurve(std::span<const float> scores, std::span<const std::int32_t> positives);

}  // namespace strand
