#include "data/stratify.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace strand {

Counts largestRemainder(std::int64_t count, std::span<const double> fractions) {
    Counts sizes;
    std::vector<double> remainders;
    for (const double fraction : fractions) {
        const double exact = static_cast<double>(count) * fraction;
        sizes.push_back(static_cast<std::int64_t>(std::floor(exact + 1e-9)));
        remainders.push_back(exact - static_cast<double>(sizes.back()));
    }
    std::int64_t left = count - std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0});
    for (; left > 0; --left) {
        const auto largest = static_cast<std::size_t>(std::max_element(remainders.begin(), remainders.end()) - remainders.begin());
        ++sizes[largest];
        remainders[largest] -= 1;
    }
    return sizes;
}

std::vector<Counts> stratifiedSizes(const Counts& strata, std::span<const double> fractions) {
    struct Cell {
        std::size_t stratum, part;
        double remainder;
    };
    Counts partLeft = largestRemainder(std::accumulate(strata.begin(), strata.end(), std::int64_t{0}), fractions);
    Counts stratumLeft = strata;
    std::vector<Counts> sizes(strata.size(), Counts(fractions.size()));
    std::vector<Cell> cells;
    const auto put = [&](std::size_t stratum, std::size_t part, std::int64_t count) {
        sizes[stratum][part] += count;
        stratumLeft[stratum] -= count;
        partLeft[part] -= count;
    };
    for (std::size_t s = 0; s < strata.size(); ++s) {
        for (std::size_t p = 0; p < fractions.size(); ++p) {
            const double exact = static_cast<double>(strata[s]) * fractions[p];
            put(s, p, static_cast<std::int64_t>(std::floor(exact + 1e-9)));
            cells.push_back({s, p, exact - static_cast<double>(sizes[s][p])});
        }
    }
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.remainder > b.remainder; });
    for (const Cell& cell : cells)
        put(cell.stratum, cell.part, std::min({std::int64_t{1}, stratumLeft[cell.stratum], partLeft[cell.part]}));
    for (const Cell& cell : cells)
        put(cell.stratum, cell.part, std::min(stratumLeft[cell.stratum], partLeft[cell.part]));
    return sizes;
}

}  // namespace strand
