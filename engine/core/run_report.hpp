// What a run tells: plain structs, the same for a live run, a stored one and a view.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace strand {

inline constexpr double kNotAvailable = std::numeric_limits<double>::quiet_NaN();  ///< stored as NULL, printed as null

/// Quality on one split. Binary figures take class 1 as positive; for C > 2 sn, sp, precision, f1, auc, auprc are macro averages
/// over one-versus-rest, mcc is the multi-class R_K (Gorodkin 2004).
struct ClassificationMetrics {
    std::int64_t n = 0;
    double loss = kNotAvailable, acc = kNotAvailable, sn = kNotAvailable, sp = kNotAvailable, precision = kNotAvailable, f1 = kNotAvailable,
           mcc = kNotAvailable, auc = kNotAvailable, auprc = kNotAvailable;
    std::vector<std::vector<std::int64_t>> confusion;  ///< [true class][predicted class]
    struct PerClass {
        double sn = kNotAvailable, sp = kNotAvailable, precision = kNotAvailable, f1 = kNotAvailable, auc = kNotAvailable,
               auprc = kNotAvailable;
        std::int64_t support = 0;
    };
    std::vector<PerClass> perClass;  ///< [class]
};

/// One point of the step curves.
struct StepPoint {
    std::int64_t step = 0;  ///< 1-based, optimiser steps done
    double loss = 0;        ///< mean training loss of the batch
    double lr = 0;
};

struct EpochReport {
    std::int64_t epoch = 0;  ///< 1-based
    std::int64_t step = 0;   ///< optimiser steps done at its end
    double trainLoss = kNotAvailable;
    double trainAcc = kNotAvailable;
    ClassificationMetrics validation;
    double lr = 0;
    double seconds = 0;             ///< of this epoch
    double sequencesPerSecond = 0;  ///< training only
    bool best = false;              ///< best validation so far
};

enum class RunState { Created, Running, Stopped, Interrupted, Finished, Failed };
[[nodiscard]] const char* runStateName(RunState state);  ///< "created" "running" "stopped" ...

/// Attention of one sequence, as shown and exported. What the numbers mean for a model is `kind`.
struct AttentionMap {
    std::string kind;                                ///< "exact" "sparse" "implied" "vector" "edges"
    std::string record;                              ///< sequence id
    std::int64_t ordinal = -1;                       ///< in the dataset, -1 = not of the dataset
    std::int64_t epoch = 0, step = 0;                ///< of the weights
    std::int64_t layers = 0, heads = 0, length = 0;  ///< length in tokens
    std::vector<std::string> tokens;                 ///< [length]
    std::vector<std::int32_t> begin, end;            ///< [length] residues covered, special tokens 0,0
    std::vector<float> values;                       ///< [layers, heads, queries, length]; row = query (asks), column = key (is asked)
    std::int32_t predicted = -1;                     ///< class
    std::vector<double> probabilities;               ///< [classes]
    /// Rows of each map: length, or 1 for a "vector", whose one weight a token serves the whole sequence.
    [[nodiscard]] std::int64_t queries() const { return kind == "vector" ? 1 : length; }
    [[nodiscard]] const float* head(std::int64_t layer, std::int64_t head_) const {
        return values.data() + static_cast<std::size_t>(((layer * heads) + head_) * queries() * length);
    }
};

}  // namespace strand
