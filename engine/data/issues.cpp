#include "data/issues.hpp"

#include "core/count_text.hpp"
#include "core/text.hpp"
#include "data/clusters.hpp"
#include "data/groups.hpp"
#include "data/relabel.hpp"

#include <algorithm>

namespace strand {

namespace {

constexpr std::int64_t kFewInClass = 20;  ///< training sequences of a class
constexpr std::int64_t kUnbalanced = 10;  ///< times the smallest class

/// Pieces between blanks: at least as many are the tokens of a text.
std::int64_t words(std::string_view text) {
    std::int64_t begins = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        begins += !isBlank(text[i]) && (i == 0 || isBlank(text[i - 1])) ? 1 : 0;
    return begins;
}

class Finder {
public:
    explicit Finder(const Dataset& dataset) : m_dataset(dataset), m_pool(usedSequences(dataset)) {}

    void labels() {
        const auto unlabelled = count([](const Sequence& sequence) { return sequence.label == kNoLabel; });
        if (unlabelled > 0)
            add(IssueKind::Unlabelled, {STRAND_COUNT("engine", "%1 sequences have no label and are not used in training"), unlabelled},
                unlabelled, {Remedy::EditLabels});
        const std::vector<std::int64_t> all = perClass([](Split) { return true; });
        const auto present = std::ranges::count_if(all, [](std::int64_t n) { return n > 0; });
        const auto labelled = static_cast<std::int64_t>(m_pool.size()) - unlabelled;
        if (present == 1) add(IssueKind::OneClass, STRAND_TEXT("engine", "there is only one class: nothing to tell apart"), labelled, {});
        if (present < 2) return;
        const std::vector<std::int64_t> training = perClass([](Split split) { return split == Split::Train || split == Split::None; });
        for (std::size_t c = 0; c < all.size(); ++c) {
            if (all[c] == 0 || training[c] >= kFewInClass) continue;
            add(IssueKind::FewInClass,
                {STRAND_TEXT("engine", "class \"%1\" has %2 training sequences; fewer than %3 say little"), m_dataset.classes[c],
                 training[c], kFewInClass},
                training[c], {Remedy::SplitByRatio, Remedy::BalanceClasses}, static_cast<std::int32_t>(c));
        }
        const auto [least, most] = std::ranges::minmax(training);
        if (least > 0 && most > kUnbalanced * least)
            add(IssueKind::Unbalanced,
                {STRAND_TEXT("engine", "the largest class has %1 times the sequences of the smallest"), most / least}, least,
                {Remedy::BalanceClasses});
    }

    void parts() {
        const auto test = count([](const Sequence& sequence) { return sequence.split == Split::Test; });
        if (test == 0 && !m_pool.empty())
            add(IssueKind::NoTestPart, STRAND_TEXT("engine", "there is no test part: there will be no test figures"), 0,
                {Remedy::SplitByRatio, Remedy::SplitByClusters});
        const auto validation = count([](const Sequence& sequence) { return sequence.split == Split::Validation; });
        if (validation == 0 && !m_pool.empty())
            add(IssueKind::NoValidationPart,
                STRAND_TEXT("engine", "there is no validation part: each run holds out some of the training sequences for it"), 0,
                {Remedy::SplitByRatio, Remedy::SplitByClusters});
    }

    void copies() {
        const GroupMembers groups(m_pool, copyGroups(m_dataset, m_pool));
        std::int64_t contradictions = 0, repeats = 0;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const auto size = static_cast<std::int64_t>(groups[g].size());
            repeats += size - 1 - leaks(groups[g]);
            if (size > 1 && contradicts(m_dataset, groups[g])) contradictions += size;
        }
        const std::int64_t across = leaks(groups);
        if (across > 0)
            add(IssueKind::Leaks,
                {STRAND_COUNT("engine", "%1 sequences occur again in a part held out: figures on it flatter the model"), across}, across,
                {Remedy::LeaveOutLeaks, Remedy::SplitByRatio});
        if (contradictions > 0)
            add(IssueKind::Contradictions, {STRAND_COUNT("engine", "%1 sequences have copies with another label"), contradictions},
                contradictions, {Remedy::LeaveOutContradictions, Remedy::EditLabels});
        if (repeats > 0)
            add(IssueKind::Repeats, {STRAND_COUNT("engine", "%1 sequences are copies of others in their part"), repeats}, repeats,
                {Remedy::LeaveOutRepeats});
    }

    Result<void> similar(double identity, const ProgressFn& progress, const std::stop_token& stop) {
        STRAND_ASSIGN(const auto clusters, clusterSequences(m_dataset, m_pool, {.identity = identity}, progress, stop));
        const std::int64_t across = leaks(GroupMembers(m_pool, clusters.cluster));
        if (across > 0)
            add(IssueKind::SimilarLeaks,
                {STRAND_COUNT("engine", "%1 sequences have similar ones (identity %2) in a part held out: figures on it flatter the model"),
                 across, identity},
                across, {Remedy::SplitByClusters, Remedy::LeaveOutSimilar});
        return {};
    }

    void lengths(std::int64_t most) {
        const bool text = m_dataset.kind == SequenceKind::Text;
        const auto longer = count([&](const Sequence& sequence) {
            return text ? words(sequence.residues) > most : static_cast<std::int64_t>(sequence.residues.size()) > most;
        });
        if (longer > 0)
            add(IssueKind::TooLong, {STRAND_COUNT("engine", "%1 sequences are longer than %2 and will be cut there"), longer, most}, longer,
                {Remedy::RaiseMaxLength});
    }

    std::vector<DataIssue> take() && { return std::move(m_found); }

private:
    [[nodiscard]] const Sequence& at(std::int64_t i) const { return m_dataset.sequences[static_cast<std::size_t>(i)]; }

    template <typename Predicate>
    [[nodiscard]] std::int64_t count(Predicate&& predicate) const {
        return std::ranges::count_if(m_pool, [&](std::int64_t i) { return predicate(at(i)); });
    }
    template <typename InPart>
    [[nodiscard]] std::vector<std::int64_t> perClass(InPart&& inPart) const {
        std::vector<std::int64_t> counts(m_dataset.classes.size());
        for (const std::int64_t i : m_pool) {
            if (at(i).label != kNoLabel && inPart(at(i).split)) ++counts[static_cast<std::size_t>(at(i).label)];
        }
        return counts;
    }
    /// Sequences of the group that are held out less than another of it.
    [[nodiscard]] std::int64_t leaks(std::span<const std::int64_t> group) const {
        int most = 0;
        for (const std::int64_t i : group)
            most = std::max(most, heldOut(at(i).split));
        return std::ranges::count_if(group, [&](std::int64_t i) { return heldOut(at(i).split) < most; });
    }
    [[nodiscard]] std::int64_t leaks(const GroupMembers& groups) const {
        std::int64_t sum = 0;
        for (std::size_t g = 0; g < groups.size(); ++g)
            sum += leaks(groups[g]);
        return sum;
    }
    void add(IssueKind kind, Message text, std::int64_t concerned, std::vector<Remedy> remedies, std::int32_t label = kNoLabel) {
        m_found.push_back({kind, std::move(text), concerned, label, std::move(remedies)});
    }

    const Dataset& m_dataset;
    std::vector<std::int64_t> m_pool;
    std::vector<DataIssue> m_found;
};

}  // namespace

Result<std::vector<DataIssue>> findIssues(const Dataset& dataset, const IssueOptions& options, const ProgressFn& progress,
                                          std::stop_token stop) {
    Finder finder(dataset);
    finder.labels();
    finder.parts();
    finder.copies();
    if (options.maxLength > 0) finder.lengths(options.maxLength);
    if (options.identity) STRAND_TRY(finder.similar(*options.identity, progress, stop));
    return std::move(finder).take();
}

}  // namespace strand
