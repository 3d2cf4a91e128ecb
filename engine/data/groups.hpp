// Sequences that belong together: copies, members of a cluster. A group of a pool of sequences is a number a place of the pool.
#pragma once

#include "data/sequence.hpp"

#include <span>

namespace strand {

/// Places of the sequences that are not left out, ascending.
[[nodiscard]] std::vector<std::int64_t> usedSequences(const Dataset& dataset);

/// [pool] the place in the pool of the first sequence with the same residues.
[[nodiscard]] std::vector<std::int32_t> copyGroups(const Dataset& dataset, std::span<const std::int64_t> pool);

/// The members of each group, as sequences of the dataset, ascending; groups in the order of their first member.
class GroupMembers {
public:
    GroupMembers(std::span<const std::int64_t> pool, std::span<const std::int32_t> groups);
    [[nodiscard]] std::size_t size() const { return m_begins.size() - 1; }
    [[nodiscard]] std::span<const std::int64_t> operator[](std::size_t group) const {
        return std::span(m_members).subspan(m_begins[group], m_begins[group + 1] - m_begins[group]);
    }

private:
    std::vector<std::int64_t> m_members;
    std::vector<std::size_t> m_begins;
};

/// How far a part is held out of training: test 3, validation 2, train and none 1, left out 0.
[[nodiscard]] int heldOut(Split split);

/// Deals groups out to parts so that each class is spread by `fractions` (sum 1) as nearly as whole groups allow: the largest groups first, each
/// where sum (n - wanted)^2 / wanted over classes and sizes grows least. Returns the part of each group; the seed decides among equals.
/// As StratifiedGroupKFold of scikit-learn, with unequal parts.
[[nodiscard]] std::vector<std::size_t> dealGroups(const Dataset& dataset, const GroupMembers& groups, std::span<const double> fractions,
                                                  std::uint64_t seed);

}  // namespace strand
