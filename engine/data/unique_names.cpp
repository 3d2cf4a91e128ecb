#include "data/unique_names.hpp"

#include "data/equal_groups.hpp"

#include <unordered_set>

namespace strand {

std::vector<std::size_t> makeNamesUnique(Dataset& dataset) {
    std::vector<std::string_view> names;
    names.reserve(dataset.sequences.size());
    for (const Sequence& sequence : dataset.sequences)
        names.push_back(sequence.id);
    const std::vector<std::int32_t> first = firstEqual(names);

    std::vector<std::size_t> renamed;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (static_cast<std::size_t>(first[i]) != i) renamed.push_back(i);
    }
    if (renamed.empty()) return renamed;

    std::unordered_set<std::string> taken;
    for (const std::string_view name : names)
        taken.emplace(name);
    std::vector<std::int64_t> last(first.size(), 1);  // last number given, by leader
    for (const std::size_t i : renamed) {
        const auto leader = static_cast<std::size_t>(first[i]);
        std::string name;
        do {
            name = fmt::format("{}_{}", dataset.sequences[leader].id, ++last[leader]);
        } while (!taken.insert(name).second);
        dataset.sequences[i].id = std::move(name);
    }
    return renamed;
}

}  // namespace strand
