#include "data/relabel.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace strand {

namespace {

/// Classes `names` in their order, only those that occur; labels follow.
void tidyClasses(Dataset& dataset, const std::vector<std::string>& names) {
    std::vector<bool> occurs(names.size());
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.label != kNoLabel) occurs[static_cast<std::size_t>(sequence.label)] = true;
    }
    dataset.classes.clear();
    for (std::size_t c = 0; c < names.size(); ++c) {
        if (occurs[c]) dataset.classes.push_back(names[c]);
    }
    std::ranges::sort(dataset.classes, classLess);
    std::vector<std::int32_t> as(names.size());
    for (std::size_t c = 0; c < names.size(); ++c)
        as[c] = static_cast<std::int32_t>(std::ranges::find(dataset.classes, names[c]) - dataset.classes.begin());
    for (Sequence& sequence : dataset.sequences) {
        if (sequence.label != kNoLabel) sequence.label = as[static_cast<std::size_t>(sequence.label)];
    }
}

}  // namespace

Result<void> checkOrdinals(const Dataset& dataset, std::span<const std::int32_t> ordinals) {
    const auto size = static_cast<std::int64_t>(dataset.sequences.size());
    const auto bad = std::ranges::find_if(ordinals, [&](std::int32_t i) { return i < 0 || i >= size; });
    if (bad == ordinals.end()) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no sequence %1"), std::int64_t{*bad} + 1});
}

Result<void> relabel(Dataset& dataset, std::span<const std::int32_t> ordinals, const std::string& label) {
    if (trimmed(label) != label || label.find_first_of("|\t\r\n") != std::string::npos || !isUtf8(label)) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "a class called \"%1\""), printable(label)},
                    STRAND_TEXT("engine", "expected a name without bars, tabs, line ends and blanks at its ends"));
    }
    std::vector<std::string> names = dataset.classes;
    std::int32_t id = kNoLabel;
    if (!label.empty()) {
        id = static_cast<std::int32_t>(std::ranges::find(names, label) - names.begin());
        if (static_cast<std::size_t>(id) == names.size()) names.push_back(label);
    }
    for (const std::int32_t i : ordinals)
        dataset.sequences[static_cast<std::size_t>(i)].label = id;
    tidyClasses(dataset, names);
    return {};
}

bool contradicts(const Dataset& dataset, std::span<const std::int64_t> sequences) {
    std::int32_t first = kNoLabel;
    for (const std::int64_t i : sequences) {
        const std::int32_t label = dataset.sequences[static_cast<std::size_t>(i)].label;
        if (label == kNoLabel) continue;
        if (first == kNoLabel) first = label;
        if (label != first) return true;
    }
    return false;
}

}  // namespace strand
