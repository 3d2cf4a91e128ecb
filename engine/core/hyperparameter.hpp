// Hyperparameters: each is declared once, in a table; form, command line, checks, stored record and manual follow from it.
#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace strand {

enum class HyperparameterType { Integer, Real, Boolean, Choice, IntegerList, File };

/// bool, integer, real, text (Choice; File: a path, empty = none) or list of integers.
using HyperparameterValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::int64_t>>;

struct HyperparameterSpec {
    std::string name{};  ///< the field's own word: d_model, n_heads ...
    HyperparameterType type = HyperparameterType::Integer;
    HyperparameterValue defaultValue{};
    double min = 0, max = 0;             ///< inclusive; for Integer, Real and each item of IntegerList
    std::vector<std::string> choices{};  ///< Choice only
    std::string unit{};                  ///< "tokens", "epochs", "" ...
    Message help{};                      ///< one plain sentence
    bool expert = false;                 ///< hidden until asked for
    bool logarithmic = false;            ///< a slider moves in decades
};

using HyperparameterTable = std::vector<HyperparameterSpec>;

/// Validated values, one for each entry of a table. Reading a name that is not there is a broken invariant and throws.
class Hyperparameters {
public:
    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] double real(std::string_view name) const;
    [[nodiscard]] bool boolean(std::string_view name) const;
    [[nodiscard]] const std::string& text(std::string_view name) const;
    [[nodiscard]] const std::vector<std::int64_t>& integers(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    void set(std::string name, HyperparameterValue value);
    [[nodiscard]] const std::map<std::string, HyperparameterValue, std::less<>>& values() const { return m_values; }
    friend bool operator==(const Hyperparameters&, const Hyperparameters&) = default;

private:
    [[nodiscard]] const HyperparameterValue& at(std::string_view name) const;
    std::map<std::string, HyperparameterValue, std::less<>> m_values;
};

using TextValues = std::map<std::string, std::string, std::less<>>;  ///< as typed: name -> text

/// Names one table entry; null where there is none.
[[nodiscard]] const HyperparameterSpec* findSpec(std::span<const HyperparameterSpec> table, std::string_view name);
/// Reads one value as typed ("1e-3", "3,4,5", "true") and checks type and range. ErrorCode::Usage names value and range.
[[nodiscard]] Result<HyperparameterValue> parseValue(const HyperparameterSpec& spec, std::string_view text);
/// Defaults of `table`, then `given` over them. Unknown names (with the nearest known one as hint) and bad values are ErrorCode::Usage.
[[nodiscard]] Result<Hyperparameters> makeHyperparameters(std::span<const HyperparameterSpec> table, const TextValues& given);
/// The text that parseValue reads back to the same value.
[[nodiscard]] std::string formatValue(const HyperparameterValue& value);
/// Closest entry by edit distance, empty where nothing is near.
[[nodiscard]] std::string nearestName(std::string_view name, std::span<const std::string> known);

}  // namespace strand
