#include "data/equal_groups.hpp"

#include <array>
#include <bit>
#include <functional>

namespace strand {

namespace {

struct Slot {
    std::uint32_t hash = 0;
    std::int32_t index = -1;  // -1 = free
};

}  // namespace

std::vector<std::int32_t> firstEqual(std::span<const std::string_view> texts) {
    // Open addressing with linear probing, at most half full. The slots of a million texts are not in the cache: they are asked for ahead.
    constexpr std::size_t kAhead = 16;
    std::vector<Slot> slots(std::bit_ceil(texts.size() * 2 + 1));
    const std::size_t mask = slots.size() - 1;
    std::array<std::size_t, kAhead> hashes{};
    const auto prepare = [&](std::size_t i) {
        if (i >= texts.size()) return;
        hashes[i % kAhead] = std::hash<std::string_view>{}(texts[i]);
        __builtin_prefetch(&slots[hashes[i % kAhead] & mask], 1);
    };
    for (std::size_t i = 0; i < kAhead; ++i)
        prepare(i);
    std::vector<std::int32_t> first(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t hash = hashes[i % kAhead];
        prepare(i + kAhead);
        const auto high = static_cast<std::uint32_t>(hash >> 32U);
        std::size_t at = hash & mask;
        while (slots[at].index >= 0 && (slots[at].hash != high || texts[static_cast<std::size_t>(slots[at].index)] != texts[i]))
            at = (at + 1) & mask;
        if (slots[at].index < 0) slots[at] = {high, static_cast<std::int32_t>(i)};
        first[i] = slots[at].index;
    }
    return first;
}

}  // namespace strand
