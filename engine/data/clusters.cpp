#include "data/clusters.hpp"

#include "data/equal_groups.hpp"
#include "data/pair_identity.hpp"
#include "data/word_index.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <numeric>
#include <thread>

namespace strand {

using namespace detail;

namespace {

constexpr unsigned kMostThreads = 256;  ///< more gain nothing, and a system may refuse them
constexpr std::size_t kSmallestBlock = 256;
constexpr std::int32_t kNone = -1;

/// The words of the filter, as CD-HIT's guide has them: the longest that sequences with so many mismatches still share.
unsigned filterWord(SequenceKind kind, double identity) {
    if (kind == SequenceKind::Protein) return identity >= 0.7 ? 5 : identity >= 0.6 ? 4 : identity >= 0.5 ? 3 : 2;
    return identity >= 0.95 ? 10 : identity >= 0.9 ? 8 : identity >= 0.88 ? 7 : identity >= 0.85 ? 6 : identity >= 0.8 ? 5 : 4;
}

struct Found {
    std::int32_t representative = kNone;
    float identity = 0;
};

/// One thread's tools.
struct Worker {
    PairIdentity pairs;
    CommonWords common{};
    std::exception_ptr fault{};  ///< no room, mostly
};

/// Distinct sequences, longest first, each joins a representative or becomes one. In blocks: first every sequence of a block is compared with the
/// representatives before the block, on all threads; then those that are left with the new ones, in their order.
class Clustering {
public:
    Clustering(std::span<const std::string_view> residues, SequenceKind kind, const ClusterOptions& options)
        : m_residues(residues),
          m_identity(options.identity),
          m_codes(kind),
          m_word(filterWord(kind, options.identity)),
          m_index(m_codes, m_word),
          m_first(firstEqual(residues)),
          m_found(residues.size()) {
        for (std::size_t i = 0; i < residues.size(); ++i) {
            if (static_cast<std::size_t>(m_first[i]) == i) m_order.push_back(i);
        }
        std::ranges::stable_sort(m_order, std::ranges::greater(), [&](std::size_t i) { return residues[i].size(); });
        const std::size_t longest = m_order.empty() ? 0 : residues[m_order.front()].size();
        const unsigned cores = options.threads > 0 ? std::min(static_cast<unsigned>(options.threads), kMostThreads)
                                                   : std::max(1U, std::thread::hardware_concurrency());
        for (unsigned t = 0; t < cores; ++t)
            m_workers.push_back({PairIdentity(m_codes, options.identity, longest)});
    }

    Result<void> run(const ProgressFn& progress, const std::stop_token& stop) {
        const auto total = static_cast<std::int64_t>(m_order.size());
        std::size_t begin = 0;
        while (begin < m_order.size()) {
            if (progress) progress({STRAND_TEXT("engine", "Comparing sequences"), static_cast<std::int64_t>(begin), total, "records"});
            const std::size_t end = std::min(m_order.size(), begin + std::max(kSmallestBlock, m_index.size() / 4));
            const std::span block = std::span(m_order).subspan(begin, end - begin);
            m_index.build();
            const auto old = static_cast<std::uint32_t>(m_index.size());
            if (old > 0) compareWithOld(block, stop);
            compareWithNew(block, old, stop);
            if (stop.stop_requested()) return fail(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped; nothing was changed"));
            begin = end;
        }
        if (progress) progress({STRAND_TEXT("engine", "Comparing sequences"), total, total, "records"});
        return {};
    }

    [[nodiscard]] Clusters result() const {
        Clusters clusters;
        clusters.representatives = m_representatives;
        for (std::size_t i = 0; i < m_residues.size(); ++i) {
            const Found& found = m_found[static_cast<std::size_t>(m_first[i])];
            clusters.cluster.push_back(found.representative);
            clusters.identity.push_back(found.identity);
        }
        return clusters;
    }

private:
    void compareWithOld(std::span<const std::size_t> block, const std::stop_token& stop) {
        std::atomic<std::size_t> next = 0;
        const auto work = [&](Worker& worker) {
            try {
                for (std::size_t k = next++; k < block.size() && !stop.stop_requested(); k = next++) {
                    worker.common.clear(m_index.size());
                    m_index.count(m_index.wordsOf(m_residues[block[k]]), worker.common);
                    m_found[block[k]] = best(block[k], worker);
                }
            } catch (...) {
                worker.fault = std::current_exception();
                next = block.size();
            }
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t t = 1; t < m_workers.size(); ++t)
                threads.emplace_back([&work, &worker = m_workers[t]] { work(worker); });
            work(m_workers.front());
        }
        for (const Worker& worker : m_workers) {
            if (worker.fault) std::rethrow_exception(worker.fault);
        }
    }

    void compareWithNew(std::span<const std::size_t> block, std::uint32_t old, const std::stop_token& stop) {
        Worker& worker = m_workers.front();
        for (const std::size_t i : block) {
            if (stop.stop_requested()) return;
            if (m_found[i].representative != kNone) continue;
            worker.common.clear(m_index.size());
            m_index.count(m_index.wordsOf(m_residues[i]), worker.common, old);
            m_found[i] = best(i, worker);
            if (m_found[i].representative != kNone) continue;
            m_found[i] = {static_cast<std::int32_t>(m_representatives.size()), 1};
            m_representatives.push_back(static_cast<std::int32_t>(i));
            m_index.add(m_residues[i]);
        }
    }

    [[nodiscard]] std::string_view residuesOf(std::uint32_t representative) const {
        return m_residues[static_cast<std::size_t>(m_representatives[representative])];
    }

    /// The first of the counted representatives, most words in common first, that is similar enough.
    Found best(std::size_t i, Worker& worker) const {
        const std::string_view residues = m_residues[i];
        const CommonWordBound bound(residues.size(), m_identity, m_word);
        const double words = wordCount(m_codes.base(), m_word);
        const double alone = bound.least(0);
        const auto candidates = worker.common.select([&](std::uint32_t representative, std::uint32_t count) {
            if (count < alone - 1e-9) return false;
            const auto length = static_cast<double>(residuesOf(representative).size());
            return count >= bound.least(1 - std::exp(-length / words)) - 1e-9;
        });
        if (!candidates.empty()) worker.pairs.setQuery(residues);
        for (const std::uint32_t candidate : candidates) {
            const double identity = worker.pairs.with(residuesOf(candidate));
            if (identity > 0) return {static_cast<std::int32_t>(candidate), static_cast<float>(identity)};
        }
        return {};
    }

    std::span<const std::string_view> m_residues;
    double m_identity;
    ResidueCodes m_codes;
    unsigned m_word;
    WordIndex m_index;
    std::vector<std::int32_t> m_first;            ///< [sequence] the first with the same residues
    std::vector<std::size_t> m_order;             ///< those first ones, longest first
    std::vector<Found> m_found;                   ///< [sequence]
    std::vector<std::int32_t> m_representatives;  ///< [cluster]
    std::vector<Worker> m_workers;
};

Result<void> check(SequenceKind kind, double identity) {
    if (kind == SequenceKind::Text) {
        return fail(ErrorCode::Usage, STRAND_TEXT("engine", "similar texts were asked for"),
                    STRAND_TEXT("engine", "expected DNA, RNA or protein: only residues can be aligned"));
    }
    const double least = kind == SequenceKind::Protein ? kLeastIdentity : kLeastNucleotideIdentity;
    if (identity >= least && identity <= 1) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "an identity of %1"), identity},
                {STRAND_TEXT("engine", "expected a number from %1 to 1"), least});
}

}  // namespace

Result<Clusters> clusterSequences(std::span<const std::string_view> residues, SequenceKind kind, const ClusterOptions& options,
                                  const ProgressFn& progress, std::stop_token stop) {
    STRAND_TRY(check(kind, options.identity));
    Clustering clustering(residues, kind, options);
    STRAND_TRY(clustering.run(progress, stop));
    return clustering.result();
}

Result<Clusters> clusterSequences(const Dataset& dataset, std::span<const std::int64_t> ordinals, const ClusterOptions& options,
                                  const ProgressFn& progress, std::stop_token stop) {
    std::vector<std::string_view> residues;
    residues.reserve(ordinals.size());
    for (const std::int64_t i : ordinals)
        residues.push_back(dataset.sequences[static_cast<std::size_t>(i)].residues);
    return clusterSequences(residues, dataset.kind, options, progress, std::move(stop));
}

}  // namespace strand
