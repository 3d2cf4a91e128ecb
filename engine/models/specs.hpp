// Short ways to write a hyperparameter table.
#pragma once

#include "core/hyperparameter.hpp"

#include <utility>

namespace strand {

struct Range {
    double min = 0, max = 0;  ///< inclusive
};

inline HyperparameterSpec integerSpec(std::string name, std::int64_t value, Range range, std::string unit, Message help) {
    return {.name = std::move(name),
            .type = HyperparameterType::Integer,
            .defaultValue = value,
            .min = range.min,
            .max = range.max,
            .choices = {},
            .unit = std::move(unit),
            .help = std::move(help)};
}
inline HyperparameterSpec realSpec(std::string name, double value, Range range, std::string unit, Message help) {
    return {.name = std::move(name),
            .type = HyperparameterType::Real,
            .defaultValue = value,
            .min = range.min,
            .max = range.max,
            .choices = {},
            .unit = std::move(unit),
            .help = std::move(help)};
}
inline HyperparameterSpec flagSpec(std::string name, bool value, Message help) {
    return {.name = std::move(name),
            .type = HyperparameterType::Boolean,
            .defaultValue = value,
            .choices = {},
            .unit = {},
            .help = std::move(help)};
}
inline HyperparameterSpec choiceSpec(std::string name, std::string value, std::vector<std::string> choices, Message help) {
    return {.name = std::move(name),
            .type = HyperparameterType::Choice,
            .defaultValue = std::move(value),
            .choices = std::move(choices),
            .unit = {},
            .help = std::move(help)};
}
inline HyperparameterSpec listSpec(std::string name, std::vector<std::int64_t> value, Range range, std::string unit, Message help) {
    return {.name = std::move(name),
            .type = HyperparameterType::IntegerList,
            .defaultValue = std::move(value),
            .min = range.min,
            .max = range.max,
            .choices = {},
            .unit = std::move(unit),
            .help = std::move(help)};
}
inline HyperparameterSpec fileSpec(std::string name, Message help) {
    return {.name = std::move(name),
            .type = HyperparameterType::File,
            .defaultValue = std::string(),
            .choices = {},
            .unit = {},
            .help = std::move(help)};
}

/// Hidden until asked for.
inline HyperparameterSpec expert(HyperparameterSpec spec) {
    spec.expert = true;
    return spec;
}
/// Moved in decades.
inline HyperparameterSpec logarithmic(HyperparameterSpec spec) {
    spec.logarithmic = true;
    return spec;
}

}  // namespace strand
