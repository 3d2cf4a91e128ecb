#include "data/split.hpp"

#include "core/random.hpp"
#include "data/stratify.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace strand {

namespace {

using Group = std::span<const std::int64_t>;  ///< places of sequences with identical residues

constexpr std::array kParts{Split::Train, Split::Validation, Split::Test};

enum class Identical {
    Together,     ///< a group that fits nowhere goes to the largest part, whole
    WhereTheyFit  ///< a group that fits nowhere is divided, so that sizes are exact
};

/// Deals sequences out to parts.
class Dealer {
public:
    Dealer(const Dataset& dataset, std::span<const std::int64_t> pool, std::span<const double> fractions) : m_dataset(dataset) {
        std::vector<std::int64_t> strata(dataset.classes.size() + 1);
        for (const std::int64_t i : pool)
            ++strata[stratum(i)];
        m_left = stratifiedSizes(strata, fractions);
        m_parts.resize(fractions.size());
        m_order.resize(fractions.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) { return fractions[a] < fractions[b]; });
    }

    /// Groups in a random order, the smallest part first.
    std::vector<std::vector<std::int64_t>> deal(std::span<const Group> groups, Identical identical) {
        std::vector<Group> unplaced;
        for (const Group& group : groups) {
            const bool placed = std::any_of(m_order.begin(), m_order.end(), [&](std::size_t part) { return place(group, part); });
            if (!placed) unplaced.push_back(group);
        }
        for (const Group& group : unplaced) {
            if (identical == Identical::Together) {
                m_parts[m_order.back()].insert(m_parts[m_order.back()].end(), group.begin(), group.end());
            } else {
                for (const std::int64_t& i : group)
                    (void)std::any_of(m_order.begin(), m_order.end(), [&](std::size_t part) { return place(Group(&i, 1), part); });
            }
        }
        for (auto& part : m_parts)
            std::sort(part.begin(), part.end());
        return std::move(m_parts);
    }

private:
    [[nodiscard]] std::size_t stratum(std::int64_t i) const {
        return static_cast<std::size_t>(m_dataset.sequences[static_cast<std::size_t>(i)].label + 1);
    }

    bool place(const Group& group, std::size_t part) {
        std::size_t done = 0;
        while (done < group.size() && m_left[stratum(group[done])][part] > 0)
            --m_left[stratum(group[done++])][part];
        if (done == group.size()) {
            m_parts[part].insert(m_parts[part].end(), group.begin(), group.end());
            return true;
        }
        while (done > 0)
            ++m_left[stratum(group[--done])][part];
        return false;
    }

    const Dataset& m_dataset;
    std::vector<std::vector<std::int64_t>> m_left;  ///< [stratum][part] places that are free
    std::vector<std::size_t> m_order;               ///< parts, smallest first
    std::vector<std::vector<std::int64_t>> m_parts;
};

/// Sequences of `pool` with identical residues, in random order.
class Groups {
public:
    Groups(const Dataset& dataset, std::span<const std::int64_t> pool, std::uint64_t seed) : m_members(pool, copyGroups(dataset, pool)) {
        for (std::size_t g = 0; g < m_members.size(); ++g)
            m_groups.push_back(m_members[g]);
        Random(deriveSeed(seed, "split")).shuffle(std::span<Group>(m_groups));
    }
    [[nodiscard]] std::span<const Group> all() const { return m_groups; }

private:
    GroupMembers m_members;
    std::vector<Group> m_groups;
};

/// Fractions that sum to 1 exactly, or why not.
Result<std::array<double, 3>> sharesOf(const std::array<double, 3>& fractions) {
    const double sum = std::accumulate(fractions.begin(), fractions.end(), 0.0);
    const bool positive = std::all_of(fractions.begin(), fractions.end(), [](double f) { return f >= 0; });
    if (positive && std::abs(sum - 1) <= 1e-6) return std::array{fractions[0] / sum, fractions[1] / sum, fractions[2] / sum};
    return fail(ErrorCode::Usage,
                {STRAND_TEXT("engine", "train, validation and test fractions of %1, %2 and %3"), fractions[0], fractions[1], fractions[2]},
                {STRAND_TEXT("engine", "expected numbers of at least 0 that sum to 1")},
                {STRAND_TEXT("engine", "for example 0.8,0.1,0.1")});
}

Result<void> checkValidation(double fraction) {
    if (fraction >= 0 && fraction < 1) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "a validation fraction of %1"), fraction},
                {STRAND_TEXT("engine", "expected a number of at least 0 and below 1")});
}

void holdOut(const Dataset& dataset, RunSplit& split, double fraction, std::uint64_t seed) {
    if (fraction <= 0) return;
    const std::array fractions{1 - fraction, fraction};
    auto parts = Dealer(dataset, split.train, fractions).deal(Groups(dataset, split.train, seed).all(), Identical::Together);
    split.train = std::move(parts[0]);
    split.validation = std::move(parts[1]);
}

}  // namespace

Result<void> splitByRatio(Dataset& dataset, const std::array<double, 3>& fractions, std::uint64_t seed) {
    STRAND_ASSIGN(const auto shares, sharesOf(fractions));
    const std::vector<std::int64_t> pool = usedSequences(dataset);
    const auto parts = Dealer(dataset, pool, shares).deal(Groups(dataset, pool, seed).all(), Identical::WhereTheyFit);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (const std::int64_t i : parts[part])
            dataset.sequences[static_cast<std::size_t>(i)].split = kParts[part];
    }
    return {};
}

Result<void> splitGroupsByRatio(Dataset& dataset, const GroupMembers& groups, const std::array<double, 3>& fractions, std::uint64_t seed) {
    STRAND_ASSIGN(const auto shares, sharesOf(fractions));
    const std::vector<std::size_t> parts = dealGroups(dataset, groups, shares, seed);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const std::int64_t i : groups[g])
            dataset.sequences[static_cast<std::size_t>(i)].split = kParts[parts[g]];
    }
    return {};
}

Result<RunSplit> makeRunSplit(const Dataset& dataset, double validationFraction, std::uint64_t seed) {
    STRAND_TRY(checkValidation(validationFraction));
    RunSplit split;
    for (const std::int64_t i : usedSequences(dataset)) {
        const Split own = dataset.sequences[static_cast<std::size_t>(i)].split;
        auto& part = own == Split::Validation ? split.validation : own == Split::Test ? split.test : split.train;
        part.push_back(i);
    }
    if (split.validation.empty()) holdOut(dataset, split, validationFraction, seed);
    if (!split.train.empty()) return split;
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "dataset \"%1\" has no sequence to train on"), dataset.name},
                {STRAND_TEXT("engine", "expected a train part")}, {STRAND_TEXT("engine", "split it anew, for example 0.8,0.1,0.1")});
}

Result<RunSplit> makeFoldSplit(const Dataset& dataset, std::int32_t fold, double validationFraction, std::uint64_t seed) {
    STRAND_TRY(checkValidation(validationFraction));
    const std::vector<std::int64_t> pool = usedSequences(dataset);
    std::int32_t folds = 0;
    for (const std::int64_t i : pool)
        folds = std::max(folds, dataset.sequences[static_cast<std::size_t>(i)].fold);
    if (folds == 0) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "dataset \"%1\" has no folds"), dataset.name}, {},
                    STRAND_TEXT("engine", "prepare folds first"));
    }
    if (fold < 1 || fold > folds) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no fold %1 of dataset \"%2\""), fold, dataset.name},
                    {STRAND_TEXT("engine", "expected a number from 1 to %1"), folds});
    }
    const std::int32_t next = folds > 2 ? fold % folds + 1 : 0;
    RunSplit split;
    for (const std::int64_t i : pool) {
        const std::int32_t own = dataset.sequences[static_cast<std::size_t>(i)].fold;
        if (own > 0) (own == fold ? split.test : own == next ? split.validation : split.train).push_back(i);
    }
    if (next == 0) holdOut(dataset, split, validationFraction, seed);
    return split;
}

}  // namespace strand
