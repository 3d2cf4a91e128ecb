#include "ui/session/data_insight.hpp"

#include "data/alphabet.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace strand {

namespace {

constexpr std::size_t kNucleotideWord = 2, kProteinWord = 2;

bool isNucleotide(SequenceKind kind) { return kind == SequenceKind::Dna || kind == SequenceKind::Rna; }

Error stopped() { return Error(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped; nothing was changed")); }

/// Which group a sequence counts for; -1 = none.
class Grouping {
public:
    explicit Grouping(const Dataset& dataset) : m_of(dataset.classes.size(), -1) {
        std::vector<bool> used(dataset.classes.size());
        for (const Sequence& sequence : dataset.sequences)
            if (sequence.label >= 0 && sequence.split != Split::Excluded) used[static_cast<std::size_t>(sequence.label)] = true;
        const auto classes = static_cast<std::size_t>(std::count(used.begin(), used.end(), true));
        m_single = classes == 0 || classes > DataInsight::kGroups;
        for (std::size_t i = 0; i < used.size() && !m_single; ++i) {
            if (!used[i]) continue;
            m_of[i] = static_cast<int>(m_labels.size());
            m_labels.push_back(static_cast<std::int32_t>(i));
        }
        if (m_single) m_labels.push_back(kNoLabel);
    }
    [[nodiscard]] int of(const Sequence& sequence) const {
        if (sequence.split == Split::Excluded) return -1;
        if (m_single) return 0;
        return sequence.label < 0 ? -1 : m_of[static_cast<std::size_t>(sequence.label)];
    }
    [[nodiscard]] const std::vector<std::int32_t>& labels() const { return m_labels; }

private:
    std::vector<int> m_of;
    std::vector<std::int32_t> m_labels;
    bool m_single = false;
};

/// The sequences of each group, as indices.
std::vector<std::vector<std::int64_t>> membersOf(const Dataset& dataset, const Grouping& grouping) {
    std::vector<std::vector<std::int64_t>> members(grouping.labels().size());
    for (std::size_t i = 0; i < dataset.sequences.size(); ++i)
        if (const int group = grouping.of(dataset.sequences[i]); group >= 0)
            members[static_cast<std::size_t>(group)].push_back(static_cast<std::int64_t>(i));
    return members;
}

void toPercent(std::vector<double>& counts) {
    const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
    for (double& count : counts)
        count = all > 0 ? 100 * count / all : 0;
}

std::vector<double> lengthsOf(const Dataset& dataset, const std::vector<std::int64_t>& members, const Histogram& bins) {
    std::vector<double> counts(bins.counts.size());
    for (const auto i : members) {
        const auto length = static_cast<double>(sequenceLength(dataset.sequences[static_cast<std::size_t>(i)].residues, dataset.kind));
        const auto bin = static_cast<std::int64_t>(std::floor((length - bins.first) / bins.width));
        if (bin >= 0 && bin < static_cast<std::int64_t>(counts.size())) ++counts[static_cast<std::size_t>(bin)];
    }
    return counts;
}

std::vector<double> compositionOf(const Dataset& dataset, const std::vector<std::int64_t>& members, const std::string& letters) {
    std::array<double, 256> seen{};
    for (const auto i : members)
        for (const char letter : dataset.sequences[static_cast<std::size_t>(i)].residues)
            ++seen[static_cast<unsigned char>(letter)];
    std::vector<double> counts;
    for (const char letter : letters)
        counts.push_back(seen[static_cast<unsigned char>(letter)]);
    toPercent(counts);
    return counts;
}

std::vector<double> gcOf(const Dataset& dataset, const std::vector<std::int64_t>& members) {
    std::vector<double> counts(100 / DataInsight::kGcBin);
    for (const auto i : members) {
        double gc = 0, known = 0;
        for (const char letter : dataset.sequences[static_cast<std::size_t>(i)].residues) {
            gc += letter == 'G' || letter == 'C' ? 1 : 0;
            known += letter == 'G' || letter == 'C' || letter == 'A' || letter == 'T' || letter == 'U' ? 1 : 0;
        }
        if (known == 0) continue;
        const auto bin = static_cast<std::size_t>(100 * gc / known) / DataInsight::kGcBin;
        ++counts[std::min(bin, counts.size() - 1)];
    }
    return counts;
}

/// The words that occur most, in all groups together.
void countWords(DataInsight& insight, const Dataset& dataset, const std::vector<std::vector<std::int64_t>>& members) {
    std::vector<KmerCounts> counted;
    for (const auto& group : members)
        counted.push_back(countKmers(dataset, group, isNucleotide(dataset.kind) ? kNucleotideWord : kProteinWord));
    std::vector<std::int64_t> all(counted.front().counts.size());
    for (const auto& group : counted)
        std::transform(all.begin(), all.end(), group.counts.begin(), all.begin(), std::plus<>());
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t kept = std::min(DataInsight::kWords, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      [&](std::size_t a, std::size_t b) { return all[a] != all[b] ? all[a] > all[b] : a < b; });
    order.resize(kept);
    std::sort(order.begin(), order.end());
    for (const auto word : order)
        insight.words.push_back(counted.front().word(word));
    for (const auto& group : counted) {
        std::vector<double> percent(group.counts.begin(), group.counts.end());
        toPercent(percent);
        std::vector<double> shown;
        for (const auto word : order)
            shown.push_back(percent[word]);
        insight.kmers.push_back(std::move(shown));
    }
}

}  // namespace

Result<DataInsight> computeInsight(const std::string& project, const DatasetRecord& dataset, const IssueOptions& options,
                                   const std::stop_token& stop) {
    STRAND_ASSIGN(const ProjectFile file, ProjectFile::open(project, ProjectFile::Access::Read));
    STRAND_ASSIGN(const Dataset content, DatasetStore(file).load(dataset.id));
    DataInsight insight;
    const Grouping grouping(content);
    const auto members = membersOf(content, grouping);
    for (const auto label : grouping.labels())
        insight.groups.push_back(label == kNoLabel ? std::string() : content.classes[static_cast<std::size_t>(label)]);
    if (content.kind != SequenceKind::Text) insight.letters = alphabetOf(content.kind).core;
    for (const auto& group : members) {
        if (stop.stop_requested()) return fail(stopped());
        insight.lengths.push_back(lengthsOf(content, group, dataset.statistics.lengths));
        if (content.kind == SequenceKind::Text) continue;
        insight.composition.push_back(compositionOf(content, group, insight.letters));
        if (isNucleotide(content.kind)) insight.gc.push_back(gcOf(content, group));
    }
    if (content.kind != SequenceKind::Text) countWords(insight, content, members);
    if (commonLength(content) > 0)
        for (const auto label : grouping.labels())
            insight.logos.push_back(makeLogo(content, label));
    if (stop.stop_requested()) return fail(stopped());
    STRAND_ASSIGN(insight.issues, findIssues(content, options, {}, stop));
    return insight;
}

}  // namespace strand
