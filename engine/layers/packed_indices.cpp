#include "layers/packed_indices.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace strand {

namespace {

using Values = std::span<const std::int64_t>;

std::uint64_t lowBits(std::uint64_t value, int width) { return width < 64 ? value & ((std::uint64_t{1} << width) - 1) : value; }

std::uint64_t between(std::int64_t from, std::int64_t to) { return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from); }

/// Where the next bit of `bytes` stands. Writing takes it for granted that they are 0.
struct BitPlace {
    std::uint8_t* bytes;
    std::size_t bit = 0;

    void write(std::uint64_t value, int width) {
        for (int done = 0, part = 0; done < width; done += part, bit += static_cast<std::size_t>(part)) {
            const int begin = static_cast<int>(bit % 8);
            part = std::min(width - done, 8 - begin);
            bytes[bit / 8] |= static_cast<std::uint8_t>(lowBits(value >> done, part) << begin);
        }
    }
    std::uint64_t read(int width) {
        std::uint64_t value = 0;
        for (int done = 0, part = 0; done < width; done += part, bit += static_cast<std::size_t>(part)) {
            const int begin = static_cast<int>(bit % 8);
            part = std::min(width - done, 8 - begin);
            value |= lowBits(bytes[bit / 8] >> begin, part) << done;
        }
        return value;
    }
    void writeRice(std::uint64_t value, int width) {
        bit += value >> width;
        write(1, 1);
        write(value, width);
    }
    std::uint64_t readRice(int width) {
        std::uint64_t above = 0;
        while (read(1) == 0)
            ++above;
        return (above << width) | read(width);
    }
};

/// Calls use(difference from the entry before) for each, the first of a row from `least`.
template <typename Use>
void eachDifference(Values values, std::size_t row, std::int64_t least, const Use& use) {
    for (std::size_t i = 0; i < values.size(); ++i)
        use(between(i % row == 0 ? least : values[i - 1], values[i]));
}

bool ascend(Values values, std::size_t row) {
    for (std::size_t i = 1; i < values.size(); ++i)
        if (i % row != 0 && values[i] < values[i - 1]) return false;
    return true;
}

/// Sets the shorter of both codes; gives its length in bits.
std::size_t chooseCode(Values values, std::size_t row, PackedIndices& out) {
    const auto [least, most] = std::ranges::minmax(values);
    const std::uint64_t range = between(least, most);
    out.least = least;
    out.width = static_cast<int>(std::bit_width(range));
    const std::size_t plain = values.size() * static_cast<std::size_t>(out.width);
    if (!ascend(values, row)) return plain;
    const int width = std::max(0, static_cast<int>(std::bit_width(range / row)) - 1);
    std::size_t rice = values.size() * static_cast<std::size_t>(width + 1);
    eachDifference(values, row, least, [&](std::uint64_t difference) { rice += difference >> width; });
    if (rice >= plain) return plain;
    out.differences = true;
    out.width = width;
    return rice;
}

}  // namespace

PackedIndices packed(const torch::Tensor& indices) {
    PackedIndices out{.sizes = indices.sizes().vec(), .bits = {}};
    const torch::Tensor whole = indices.contiguous();
    const Values values(whole.const_data_ptr<std::int64_t>(), static_cast<std::size_t>(whole.numel()));
    if (values.empty()) return out;
    const auto row = static_cast<std::size_t>(out.sizes.empty() ? 1 : out.sizes.back());
    const std::size_t bytes = (chooseCode(values, row, out) + 7) / 8;
    out.bits = torch::zeros({static_cast<std::int64_t>(bytes)}, torch::kByte);
    BitPlace place{out.bits.data_ptr<std::uint8_t>()};
    if (out.differences) {
        eachDifference(values, row, out.least, [&](std::uint64_t difference) { place.writeRice(difference, out.width); });
    } else {
        for (const std::int64_t value : values)
            place.write(between(out.least, value), out.width);
    }
    return out;
}

torch::Tensor unpacked(const PackedIndices& indices) {
    torch::Tensor out = torch::empty(indices.sizes, torch::kLong);
    const std::span<std::int64_t> values(out.data_ptr<std::int64_t>(), static_cast<std::size_t>(out.numel()));
    if (values.empty()) return out;
    const auto row = static_cast<std::size_t>(indices.sizes.empty() ? 1 : indices.sizes.back());
    BitPlace place{indices.bits.data_ptr<std::uint8_t>()};
    const auto above = [](std::int64_t from, std::uint64_t by) { return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + by); };
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (indices.differences) {
            values[i] = above(i % row == 0 ? indices.least : values[i - 1], place.readRice(indices.width));
        } else {
            values[i] = above(indices.least, place.read(indices.width));
        }
    }
    return out;
}

}  // namespace strand
