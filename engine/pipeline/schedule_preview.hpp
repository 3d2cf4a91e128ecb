// The learning rate of every step of a run, before there is one.
#pragma once

#include "core/hyperparameter.hpp"

#include <utility>
#include <vector>

namespace strand {

/// Steps 0 to `steps` with the common hyperparameters, or those of `model` where one is named. ErrorCode::Usage as makeSchedule says.
[[nodiscard]] Result<std::vector<std::pair<std::int64_t, double>>> previewSchedule(const std::string& model, const std::string& preset,
                                                                                   const TextValues& given, std::int64_t steps);

}  // namespace strand
