#include "core/hyperparameter.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <type_traits>

namespace strand {

namespace {

bool isBounded(const HyperparameterSpec& spec) { return spec.min < spec.max; }
bool isInside(const HyperparameterSpec& spec, double value) { return !isBounded(spec) || (value >= spec.min && value <= spec.max); }

Message expectedNumber(const HyperparameterSpec& spec, const char* bounded, const char* free) {
    if (!isBounded(spec)) return {free};
    return {bounded, spec.min, spec.max};
}

/// What a value of `spec` may be.
Message expectation(const HyperparameterSpec& spec) {
    switch (spec.type) {
        case HyperparameterType::Integer:
            return expectedNumber(spec, STRAND_TEXT("engine", "expected a whole number from %1 to %2"),
                                  STRAND_TEXT("engine", "expected a whole number"));
        case HyperparameterType::Real:
            return expectedNumber(spec, STRAND_TEXT("engine", "expected a number from %1 to %2"),
                                  STRAND_TEXT("engine", "expected a number"));
        case HyperparameterType::IntegerList:
            return expectedNumber(spec, STRAND_TEXT("engine", "expected whole numbers from %1 to %2, separated by commas"),
                                  STRAND_TEXT("engine", "expected whole numbers, separated by commas"));
        case HyperparameterType::Boolean: return {STRAND_TEXT("engine", "expected true or false")};
        case HyperparameterType::Choice: return {STRAND_TEXT("engine", "expected one of %1"), joined(spec.choices, ", ")};
        case HyperparameterType::File: break;
    }
    return {STRAND_TEXT("engine", "expected the path of a file")};
}

Message didYouMean(std::string_view name, std::span<const std::string> known) {
    const std::string near = nearestName(name, known);
    if (near.empty()) return {};
    return {STRAND_TEXT("engine", "did you mean %1?"), near};
}

tl::unexpected<Error> notAValue(const HyperparameterSpec& spec, std::string_view text) {
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "\"%1\" is no value for %2"), text, spec.name}, expectation(spec),
                spec.type == HyperparameterType::Choice ? didYouMean(text, spec.choices) : Message{});
}

tl::unexpected<Error> outOfRange(const HyperparameterSpec& spec, std::string_view text) {
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "%1 is out of range for %2"), text, spec.name}, expectation(spec));
}

Result<HyperparameterValue> parseIntegerValue(const HyperparameterSpec& spec, std::string_view text) {
    const auto value = parseInteger(text);
    if (!value) return notAValue(spec, text);
    if (!isInside(spec, static_cast<double>(*value))) return outOfRange(spec, text);
    return *value;
}

Result<HyperparameterValue> parseRealValue(const HyperparameterSpec& spec, std::string_view text) {
    const auto value = parseReal(text);
    if (!value) return notAValue(spec, text);
    if (!isInside(spec, *value)) return outOfRange(spec, text);
    return *value;
}

Result<HyperparameterValue> parseBooleanValue(const HyperparameterSpec& spec, std::string_view text) {
    const std::string word = lowerCase(text);
    for (const char* yes : {"true", "yes", "on", "1"}) {
        if (word == yes) return true;
    }
    for (const char* no : {"false", "no", "off", "0"}) {
        if (word == no) return false;
    }
    return notAValue(spec, text);
}

Result<HyperparameterValue> parseListValue(const HyperparameterSpec& spec, std::string_view text) {
    std::vector<std::int64_t> values;
    for (const std::string_view piece : splitText(text, ',')) {
        const auto value = parseInteger(trimmed(piece));
        if (!value || !isInside(spec, static_cast<double>(*value))) {
            return fail(ErrorCode::Usage,
                        {STRAND_TEXT("engine", "item %1 of %2, \"%3\", cannot be used"), values.size() + 1, spec.name, trimmed(piece)},
                        expectation(spec));
        }
        values.push_back(*value);
    }
    return values;
}

std::vector<std::string> namesOf(std::span<const HyperparameterSpec> table) {
    std::vector<std::string> names;
    names.reserve(table.size());
    for (const HyperparameterSpec& spec : table)
        names.push_back(spec.name);
    return names;
}

tl::unexpected<Error> unknownName(std::span<const HyperparameterSpec> table, const std::string& name) {
    const std::vector<std::string> known = namesOf(table);
    Message hint = didYouMean(name, known);
    if (hint.empty()) hint = {STRAND_TEXT("engine", "known are %1"), joined(known, ", ")};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "unknown hyperparameter \"%1\""), name}, {}, std::move(hint));
}

/// Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`.
size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    std::iota(last.begin(), last.end(), size_t{0});
    for (size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

template <typename T>
const T& valueAs(const HyperparameterValue& value, std::string_view name, const char* type) {
    if (const T* held = std::get_if<T>(&value)) return *held;
    throw std::logic_error(fmt::format("hyperparameter {} holds no {}", name, type));
}

}  // namespace

const HyperparameterValue& Hyperparameters::at(std::string_view name) const {
    const auto found = m_values.find(name);
    if (found == m_values.end()) throw std::logic_error(fmt::format("there is no hyperparameter {}", name));
    return found->second;
}

std::int64_t Hyperparameters::integer(std::string_view name) const { return valueAs<std::int64_t>(at(name), name, "integer"); }
double Hyperparameters::real(std::string_view name) const { return valueAs<double>(at(name), name, "real number"); }
bool Hyperparameters::boolean(std::string_view name) const { return valueAs<bool>(at(name), name, "boolean"); }
const std::string& Hyperparameters::text(std::string_view name) const { return valueAs<std::string>(at(name), name, "text"); }
const std::vector<std::int64_t>& Hyperparameters::integers(std::string_view name) const {
    return valueAs<std::vector<std::int64_t>>(at(name), name, "list of integers");
}
bool Hyperparameters::has(std::string_view name) const { return m_values.find(name) != m_values.end(); }
void Hyperparameters::set(std::string name, HyperparameterValue value) { m_values.insert_or_assign(std::move(name), std::move(value)); }

const HyperparameterSpec* findSpec(std::span<const HyperparameterSpec> table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const HyperparameterSpec& spec) { return spec.name == name; });
    return found == table.end() ? nullptr : &*found;
}

Result<HyperparameterValue> parseValue(const HyperparameterSpec& spec, std::string_view text) {
    if (spec.type == HyperparameterType::File) return std::string(text);
    text = trimmed(text);
    switch (spec.type) {
        case HyperparameterType::Integer: return parseIntegerValue(spec, text);
        case HyperparameterType::Real: return parseRealValue(spec, text);
        case HyperparameterType::Boolean: return parseBooleanValue(spec, text);
        case HyperparameterType::IntegerList: return parseListValue(spec, text);
        case HyperparameterType::Choice:
        case HyperparameterType::File: break;
    }
    if (std::find(spec.choices.begin(), spec.choices.end(), text) == spec.choices.end()) return notAValue(spec, text);
    return std::string(text);
}

Result<Hyperparameters> makeHyperparameters(std::span<const HyperparameterSpec> table, const TextValues& given) {
    Hyperparameters values;
    for (const HyperparameterSpec& spec : table)
        values.set(spec.name, spec.defaultValue);
    for (const auto& [name, text] : given) {
        const HyperparameterSpec* spec = findSpec(table, name);
        if (spec == nullptr) return unknownName(table, name);
        STRAND_ASSIGN(HyperparameterValue value, parseValue(*spec, text));
        values.set(name, std::move(value));
    }
    return values;
}

std::string formatValue(const HyperparameterValue& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, std::vector<std::int64_t>>) {
                return fmt::format("{}", fmt::join(held, ","));
            } else {
                return fmt::format("{}", held);
            }
        },
        value);
}

std::string nearestName(std::string_view name, std::span<const std::string> known) {
    const std::string wanted = lowerCase(name);
    const std::string* nearest = nullptr;
    size_t best = std::max<size_t>(1, wanted.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const size_t distance = editDistance(wanted, lowerCase(candidate));
        if (distance < best) {
            best = distance;
            nearest = &candidate;
        }
    }
    return nearest != nullptr ? *nearest : std::string{};
}

}  // namespace strand
