#include "training/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace strand {

double Schedule::at(std::int64_t step) const {
    if (kind == ScheduleKind::Constant) return base;
    if (step > totalSteps) return 0;
    if (step < warmupSteps) return warmup + ((base - warmup) / static_cast<double>(warmupSteps) * static_cast<double>(step));
    const std::int64_t decayed = step - warmupSteps - holdSteps;
    if (decayed <= 0) return base;
    const double angle = std::numbers::pi * static_cast<double>(decayed) / static_cast<double>(totalSteps - warmupSteps - holdSteps);
    return 0.5 * base * (1 + std::cos(angle));
}

Result<Schedule> makeSchedule(const Hyperparameters& values, std::int64_t totalSteps) {
    Schedule schedule;
    schedule.base = values.real("lr");
    schedule.totalSteps = totalSteps;
    if (values.text("schedule") == "constant") return schedule;
    schedule.kind = ScheduleKind::WarmupCosine;
    schedule.warmup = values.real("warmup_lr");
    schedule.holdSteps = values.integer("hold_steps");
    schedule.warmupSteps = values.integer("warmup_steps");
    if (schedule.warmupSteps < 0) schedule.warmupSteps = totalSteps / 10;
    if (totalSteps < schedule.warmupSteps) {
        return fail(ErrorCode::Usage,
                    {STRAND_TEXT("engine", "warmup_steps is %1, but the whole run has %2 steps"), schedule.warmupSteps, totalSteps},
                    {STRAND_TEXT("engine", "total steps must be larger than or equal to warmup_steps")},
                    {STRAND_TEXT("engine", "lower warmup_steps, train more epochs, or set warmup_steps to -1 for a tenth of the run")});
    }
    if (schedule.base < schedule.warmup) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "warmup_lr is %1, but lr is %2"), schedule.warmup, schedule.base},
                    {STRAND_TEXT("engine", "lr must be larger than or equal to warmup_lr")},
                    {STRAND_TEXT("engine", "raise lr or lower warmup_lr")});
    }
    return schedule;
}

}  // namespace strand
