// Learning-rate schedules: constant, and warm-up, hold, cosine decay (Loshchilov & Hutter 2017, arXiv:1608.03983, with linear warm-up).
#pragma once

#include "core/hyperparameter.hpp"

#include <cstdint>

namespace strand {

enum class ScheduleKind { Constant, WarmupCosine };

struct Schedule {
    ScheduleKind kind = ScheduleKind::Constant;
    double base = 1e-3;  ///< learning_rate_base
    double warmup = 0;   ///< warmup_learning_rate, at step 0
    std::int64_t warmupSteps = 0, holdSteps = 0, totalSteps = 0;

    /// Linear from `warmup` to `base` over warmupSteps, held for holdSteps, cosine to 0 at totalSteps, 0 after.
    [[nodiscard]] double at(std::int64_t step) const;
};

/// From schedule, lr, warmup_lr, warmup_steps, hold_steps. warmup_steps -1 = a tenth of totalSteps.
/// ErrorCode::Usage: totalSteps < warmup_steps; lr < warmup_lr.
[[nodiscard]] Result<Schedule> makeSchedule(const Hyperparameters& values, std::int64_t totalSteps);

}  // namespace strand
