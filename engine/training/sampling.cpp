#include "training/sampling.hpp"

#include "core/random.hpp"

#include <algorithm>
#include <map>

namespace strand {
namespace {

using RowsOfClass = std::map<std::int32_t, std::vector<std::int64_t>>;

RowsOfClass groupByClass(const EncodedSequences& data, std::span<const std::int64_t> rows) {
    RowsOfClass classes;
    for (const std::int64_t row : rows)
        classes[data.labels[static_cast<std::size_t>(row)]].push_back(row);
    return classes;
}

std::size_t rowsOfEachClass(const RowsOfClass& classes, Sampling sampling) {
    const auto [fewest, most] =
        std::ranges::minmax_element(classes, {}, [](const RowsOfClass::value_type& entry) { return entry.second.size(); });
    return (sampling == Sampling::Oversample ? most : fewest)->second.size();
}

}  // namespace

Sampling samplingOf(const Hyperparameters& values) {
    const std::string& name = values.text("sampling");
    if (name == "oversample") return Sampling::Oversample;
    return name == "undersample" ? Sampling::Undersample : Sampling::None;
}

std::int64_t epochSize(const EncodedSequences& data, std::span<const std::int64_t> rows, Sampling sampling) {
    if (sampling == Sampling::None || rows.empty()) return static_cast<std::int64_t>(rows.size());
    const RowsOfClass classes = groupByClass(data, rows);
    return static_cast<std::int64_t>(classes.size() * rowsOfEachClass(classes, sampling));
}

std::vector<std::int64_t> epochRows(const EncodedSequences& data, std::span<const std::int64_t> rows, Sampling sampling,
                                    std::uint64_t seed) {
    if (sampling == Sampling::None || rows.empty()) return {rows.begin(), rows.end()};
    RowsOfClass classes = groupByClass(data, rows);
    const std::size_t wanted = rowsOfEachClass(classes, sampling);
    std::vector<std::int64_t> drawn;
    for (auto& [label, own] : classes) {
        // Whole rounds through the class, then a part of it by lot.
        Random random(deriveSeed(seed, "sampling", static_cast<std::uint64_t>(label)));
        random.shuffle(std::span<std::int64_t>(own));
        for (std::size_t i = 0; i < wanted; ++i)
            drawn.push_back(own[i % own.size()]);
    }
    return drawn;
}

}  // namespace strand
