// Classification metrics from probabilities; ties handled as scikit-learn does.
#pragma once

#include "core/run_report.hpp"

#include <span>
#include <vector>

namespace strand {

/// probabilities [n, classes] row-major, labels [n]; rows with kNoLabel are left out. The predicted class is the first of the most probable.
/// A figure that is undefined (no positive, say) is kNotAvailable. Macro averages go over the classes that occur; among them, one that is
/// never predicted counts with precision 0. mcc is 0 where only one class is predicted, kNotAvailable where only one occurs.
[[nodiscard]] ClassificationMetrics computeMetrics(std::span<const float> probabilities, std::span<const std::int32_t> labels,
                                                   std::int64_t classes, double loss);

struct CurvePoint {
    double x = 0, y = 0;
    double threshold = 0;  ///< scores at or above it count as positive
};
/// x = false positive rate, y = true positive rate, from (0,0) down the thresholds to (1,1); points on straight lines are left out.
/// Empty where a class does not occur or a score is NaN.
[[nodiscard]] std::vector<CurvePoint> rocCurve(std::span<const float> scores, std::span<const std::int32_t> positives);
/// x = recall, y = precision, from (0,1) down the thresholds. Empty where there is no positive or a score is NaN.
[[nodiscard]] std::vector<CurvePoint> precisionRecallCurve(std::span<const float> scores, std::span<const std::int32_t> positives);

}  // namespace strand
