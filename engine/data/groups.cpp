#include "data/groups.hpp"

#include "core/random.hpp"
#include "data/equal_groups.hpp"

#include <algorithm>
#include <numeric>

namespace strand {

namespace {

/// Keeps what has been dealt out: [part][stratum]; stratum 0 = no label, 1 ... = classes, last = all.
class Table {
public:
    Table(std::span<const std::int64_t> whole, std::span<const double> fractions) {
        for (const double fraction : fractions) {
            std::vector<double>& wanted = m_wanted.emplace_back();
            for (const std::int64_t count : whole)
                wanted.push_back(static_cast<double>(count) * fraction);
            m_dealt.emplace_back(whole.size());
        }
    }

    std::size_t place(std::span<const std::pair<std::size_t, std::int64_t>> counts) {
        std::size_t best = m_wanted.size();
        double least = 0;
        for (std::size_t part = 0; part < m_wanted.size(); ++part) {
            if (m_wanted[part].back() <= 0) continue;
            const double cost = growth(part, counts);
            if (best < m_wanted.size() && cost >= least) continue;
            best = part;
            least = cost;
        }
        for (const auto& [stratum, count] : counts)
            m_dealt[best][stratum] += static_cast<double>(count);
        return best;
    }

private:
    [[nodiscard]] double growth(std::size_t part, std::span<const std::pair<std::size_t, std::int64_t>> counts) const {
        double sum = 0;
        for (const auto& [stratum, count] : counts) {
            const double wanted = m_wanted[part][stratum], more = static_cast<double>(count);
            sum += more * (2 * (m_dealt[part][stratum] - wanted) + more) / wanted;
        }
        return sum;
    }
    std::vector<std::vector<double>> m_wanted, m_dealt;
};

}  // namespace

std::vector<std::int64_t> usedSequences(const Dataset& dataset) {
    std::vector<std::int64_t> used;
    used.reserve(dataset.sequences.size());
    for (std::size_t i = 0; i < dataset.sequences.size(); ++i) {
        if (dataset.sequences[i].split != Split::Excluded) used.push_back(static_cast<std::int64_t>(i));
    }
    return used;
}

std::vector<std::int32_t> copyGroups(const Dataset& dataset, std::span<const std::int64_t> pool) {
    std::vector<std::string_view> residues;
    residues.reserve(pool.size());
    for (const std::int64_t i : pool)
        residues.push_back(dataset.sequences[static_cast<std::size_t>(i)].residues);
    return firstEqual(residues);
}

GroupMembers::GroupMembers(std::span<const std::int64_t> pool, std::span<const std::int32_t> groups) : m_members(pool.size()) {
    const auto highest = groups.empty() ? 0 : static_cast<std::size_t>(*std::ranges::max_element(groups)) + 1;
    constexpr auto unseen = static_cast<std::size_t>(-1);
    std::vector<std::size_t> number(highest, unseen), sizes;
    for (const std::int32_t group : groups) {
        std::size_t& own = number[static_cast<std::size_t>(group)];
        if (own == unseen) {
            own = sizes.size();
            sizes.push_back(0);
        }
        ++sizes[own];
    }
    m_begins.assign(sizes.size() + 1, 0);
    std::partial_sum(sizes.begin(), sizes.end(), m_begins.begin() + 1);
    std::vector<std::size_t> next(m_begins.begin(), m_begins.end() - 1);
    for (std::size_t k = 0; k < pool.size(); ++k)
        m_members[next[number[static_cast<std::size_t>(groups[k])]]++] = pool[k];
}

int heldOut(Split split) {
    switch (split) {
        case Split::Test: return 3;
        case Split::Validation: return 2;
        case Split::Train:
        case Split::None: return 1;
        case Split::Excluded: break;
    }
    return 0;
}

std::vector<std::size_t> dealGroups(const Dataset& dataset, const GroupMembers& groups, std::span<const double> fractions,
                                    std::uint64_t seed) {
    const std::size_t all = dataset.classes.size() + 1;
    const auto stratum = [&](std::int64_t i) { return static_cast<std::size_t>(dataset.sequences[static_cast<std::size_t>(i)].label + 1); };
    std::vector<std::int64_t> whole(all + 1);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const std::int64_t i : groups[g])
            ++whole[stratum(i)];
        whole[all] += static_cast<std::int64_t>(groups[g].size());
    }
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random(deriveSeed(seed, "groups")).shuffle(std::span<std::size_t>(order));
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t g) { return groups[g].size(); });

    Table table(whole, fractions);
    std::vector<std::size_t> parts(groups.size());
    std::vector<std::pair<std::size_t, std::int64_t>> counts;
    for (const std::size_t g : order) {
        counts.assign({{all, static_cast<std::int64_t>(groups[g].size())}});
        for (const std::int64_t i : groups[g]) {
            const auto found = std::ranges::find(counts, stratum(i), &std::pair<std::size_t, std::int64_t>::first);
            if (found == counts.end()) {
                counts.emplace_back(stratum(i), 1);
            } else {
                ++found->second;
            }
        }
        parts[g] = table.place(counts);
    }
    return parts;
}

}  // namespace strand
