#include "analysis/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace strand {
namespace {

using Counts = std::vector<std::vector<std::int64_t>>;

double ratio(double part, double whole) { return whole > 0 ? part / whole : kNotAvailable; }

/// Positives and negatives seen at or above each distinct score, highest score first.
struct Ranking {
    std::vector<double> threshold;
    std::vector<std::int64_t> truePositives, falsePositives;
    [[nodiscard]] std::size_t size() const { return threshold.size(); }
    [[nodiscard]] std::int64_t positives() const { return truePositives.empty() ? 0 : truePositives.back(); }
    [[nodiscard]] std::int64_t negatives() const { return falsePositives.empty() ? 0 : falsePositives.back(); }
};

/// Empty where a score is not a number: such scores have no order.
Ranking rank(std::span<const float> scores, std::span<const std::int32_t> positives) {
    Ranking ranking;
    if (std::any_of(scores.begin(), scores.end(), [](float score) { return std::isnan(score); })) return ranking;
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    std::int64_t truePositives = 0;
    std::int64_t falsePositives = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        (positives[order[i]] != 0 ? truePositives : falsePositives) += 1;
        if (i + 1 < order.size() && scores[order[i + 1]] == scores[order[i]]) continue;
        ranking.threshold.push_back(scores[order[i]]);
        ranking.truePositives.push_back(truePositives);
        ranking.falsePositives.push_back(falsePositives);
    }
    return ranking;
}

/// Area by trapezoids, in whole numbers until the last division.
double rocArea(const Ranking& ranking) {
    double twiceArea = 0;
    std::int64_t lastTrue = 0;
    std::int64_t lastFalse = 0;
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        twiceArea += static_cast<double>(ranking.falsePositives[i] - lastFalse) * static_cast<double>(ranking.truePositives[i] + lastTrue);
        lastTrue = ranking.truePositives[i];
        lastFalse = ranking.falsePositives[i];
    }
    return ratio(twiceArea, 2.0 * static_cast<double>(ranking.positives()) * static_cast<double>(ranking.negatives()));
}

double averagePrecision(const Ranking& ranking) {
    double sum = 0;
    std::int64_t lastTrue = 0;
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        const auto truePositives = static_cast<double>(ranking.truePositives[i]);
        const double precision = truePositives / (truePositives + static_cast<double>(ranking.falsePositives[i]));
        sum += static_cast<double>(ranking.truePositives[i] - lastTrue) * precision;
        lastTrue = ranking.truePositives[i];
    }
    return ratio(sum, static_cast<double>(ranking.positives()));
}

struct Labelled {
    std::vector<float> probabilities;  ///< [n, classes]
    std::vector<std::int32_t> labels;  ///< [n], all in [0, classes)
};

Labelled labelledRows(std::span<const float> probabilities, std::span<const std::int32_t> labels, std::size_t classes) {
    Labelled kept;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] < 0) continue;
        const auto row = probabilities.subspan(i * classes, classes);
        kept.probabilities.insert(kept.probabilities.end(), row.begin(), row.end());
        kept.labels.push_back(labels[i]);
    }
    return kept;
}

Counts confusionMatrix(const Labelled& data, std::size_t classes) {
    Counts counts(classes, std::vector<std::int64_t>(classes, 0));
    for (std::size_t i = 0; i < data.labels.size(); ++i) {
        const auto row = std::span(data.probabilities).subspan(i * classes, classes);
        const auto predicted = static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
        ++counts[static_cast<std::size_t>(data.labels[i])][predicted];
    }
    return counts;
}

/// Gorodkin's R_K; for two classes the Matthews correlation coefficient.
double matthews(const Counts& counts) {
    const std::size_t classes = counts.size();
    double total = 0;
    double correct = 0;
    double sumTrueSquares = 0;
    double sumPredictedSquares = 0;
    double sumProducts = 0;
    std::vector<double> isTrue(classes, 0.0);
    std::vector<double> isPredicted(classes, 0.0);
    for (std::size_t t = 0; t < classes; ++t) {
        correct += static_cast<double>(counts[t][t]);
        for (std::size_t p = 0; p < classes; ++p) {
            const auto count = static_cast<double>(counts[t][p]);
            total += count;
            isTrue[t] += count;
            isPredicted[p] += count;
        }
    }
    for (std::size_t c = 0; c < classes; ++c) {
        sumTrueSquares += isTrue[c] * isTrue[c];
        sumPredictedSquares += isPredicted[c] * isPredicted[c];
        sumProducts += isTrue[c] * isPredicted[c];
    }
    const double spreadTrue = (total * total) - sumTrueSquares;
    const double spreadPredicted = (total * total) - sumPredictedSquares;
    if (spreadTrue <= 0) return kNotAvailable;
    if (spreadPredicted <= 0) return 0;
    return ((correct * total) - sumProducts) / std::sqrt(spreadTrue * spreadPredicted);
}

/// One class against the rest.
ClassificationMetrics::PerClass oneVersusRest(const Labelled& data, const Counts& counts, std::size_t positive) {
    const std::size_t classes = counts.size();
    double truePositives = 0;
    double falsePositives = 0;
    double falseNegatives = 0;
    double trueNegatives = 0;
    for (std::size_t t = 0; t < classes; ++t) {
        for (std::size_t p = 0; p < classes; ++p) {
            double& cell =
                t == positive ? (p == positive ? truePositives : falseNegatives) : (p == positive ? falsePositives : trueNegatives);
            cell += static_cast<double>(counts[t][p]);
        }
    }
    std::vector<float> scores(data.labels.size());
    std::vector<std::int32_t> positives(data.labels.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i] = data.probabilities[(i * classes) + positive];
        positives[i] = data.labels[i] == static_cast<std::int32_t>(positive) ? 1 : 0;
    }
    const Ranking ranking = rank(scores, positives);
    ClassificationMetrics::PerClass result;
    result.support = static_cast<std::int64_t>(truePositives + falseNegatives);
    result.sn = ratio(truePositives, truePositives + falseNegatives);
    result.sp = ratio(trueNegatives, trueNegatives + falsePositives);
    result.precision = ratio(truePositives, truePositives + falsePositives);
    result.f1 = ratio(2 * truePositives, (2 * truePositives) + falsePositives + falseNegatives);
    result.auc = rocArea(ranking);
    result.auprc = averagePrecision(ranking);
    return result;
}

/// Mean over the classes that occur. A class that occurs and is never predicted has precision 0 here, as in scikit-learn.
double macro(const std::vector<ClassificationMetrics::PerClass>& perClass, double ClassificationMetrics::PerClass::*figure) {
    double sum = 0;
    double count = 0;
    for (const auto& one : perClass) {
        if (one.support == 0) continue;
        const double value = one.*figure;
        const bool neverPredicted = std::isnan(value) && figure == &ClassificationMetrics::PerClass::precision;
        sum += neverPredicted ? 0.0 : value;
        count += 1;
    }
    return ratio(sum, count);
}

}  // namespace

ClassificationMetrics computeMetrics(std::span<const float> probabilities, std::span<const std::int32_t> labels, std::int64_t classes,
                                     double loss) {
    const auto classCount = static_cast<std::size_t>(classes);
    const Labelled data = labelledRows(probabilities, labels, classCount);
    ClassificationMetrics metrics;
    metrics.n = static_cast<std::int64_t>(data.labels.size());
    metrics.loss = loss;
    metrics.confusion = confusionMatrix(data, classCount);
    for (std::size_t c = 0; c < classCount; ++c)
        metrics.perClass.push_back(oneVersusRest(data, metrics.confusion, c));

    double correct = 0;
    for (std::size_t c = 0; c < classCount; ++c)
        correct += static_cast<double>(metrics.confusion[c][c]);
    metrics.acc = ratio(correct, static_cast<double>(metrics.n));
    metrics.mcc = matthews(metrics.confusion);

    using PerClass = ClassificationMetrics::PerClass;
    const auto summary = [&](double PerClass::*figure) {
        return classes == 2 ? metrics.perClass[1].*figure : macro(metrics.perClass, figure);
    };
    metrics.sn = summary(&PerClass::sn);
    metrics.sp = summary(&PerClass::sp);
    metrics.precision = summary(&PerClass::precision);
    metrics.f1 = summary(&PerClass::f1);
    metrics.auc = summary(&PerClass::auc);
    metrics.auprc = summary(&PerClass::auprc);
    return metrics;
}

std::vector<CurvePoint> rocCurve(std::span<const float> scores, std::span<const std::int32_t> positives) {
    const Ranking ranking = rank(scores, positives);
    if (ranking.positives() == 0 || ranking.negatives() == 0) return {};
    std::vector<CurvePoint> curve{{0, 0, std::numeric_limits<double>::infinity()}};
    const std::size_t last = ranking.size() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        // A point on the straight line between its neighbours says nothing.
        if (i > 0 && i < last &&
            ranking.truePositives[i + 1] - ranking.truePositives[i] == ranking.truePositives[i] - ranking.truePositives[i - 1] &&
            ranking.falsePositives[i + 1] - ranking.falsePositives[i] == ranking.falsePositives[i] - ranking.falsePositives[i - 1]) {
            continue;
        }
        curve.push_back({static_cast<double>(ranking.falsePositives[i]) / static_cast<double>(ranking.negatives()),
                         static_cast<double>(ranking.truePositives[i]) / static_cast<double>(ranking.positives()), ranking.threshold[i]});
    }
    return curve;
}

std::vector<CurvePoint> precisionRecallCurve(std::span<const float> scores, std::span<const std::int32_t> positives) {
    const Ranking ranking = rank(scores, positives);
    if (ranking.positives() == 0) return {};
    std::vector<CurvePoint> curve{{0, 1, std::numeric_limits<double>::infinity()}};
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        const auto truePositives = static_cast<double>(ranking.truePositives[i]);
        curve.push_back({truePositives / static_cast<double>(ranking.positives()),
                         truePositives / (truePositives + static_cast<double>(ranking.falsePositives[i])), ranking.threshold[i]});
    }
    return curve;
}

}  // namespace strand
