#include "data/word_index.hpp"

#include <algorithm>
#include <numeric>

namespace strand::detail {

void CommonWords::clear(std::size_t representatives) {
    for (const std::uint32_t representative : m_met)
        m_count[representative] = 0;
    m_met.clear();
    m_count.resize(std::max(m_count.size(), representatives));
}

WordIndex::WordIndex(const ResidueCodes& codes, unsigned k)
    : m_codes(codes), m_k(k), m_begin(wordCount(codes.base(), k) + std::size_t{1}), m_addedHead(wordCount(codes.base(), k), -1) {}

WordList WordIndex::wordsOf(std::string_view residues) const {
    std::vector<std::uint32_t> all;
    all.reserve(residues.size());
    forEachWord(residues, m_codes, m_k, [&](std::uint32_t word, std::size_t) { all.push_back(word); });
    std::ranges::sort(all);
    WordList words;
    for (const std::uint32_t word : all) {
        if (words.empty() || words.back().first != word) words.emplace_back(word, 0);
        ++words.back().second;
    }
    return words;
}

void WordIndex::add(std::string_view residues) {
    const auto representative = static_cast<std::uint32_t>(m_representatives.size());
    m_representatives.push_back(residues);
    for (const auto& [word, count] : wordsOf(residues)) {
        m_added.push_back({representative, count, m_addedHead[word]});
        m_addedHead[word] = static_cast<std::int32_t>(m_added.size()) - 1;
        m_addedWords.push_back(word);
    }
}

void WordIndex::build() {
    constexpr std::size_t kEnough = 4;  // times as many words as are added
    if (m_addedWords.size() * kEnough < m_begin.size()) return;
    m_sorted = static_cast<std::uint32_t>(m_representatives.size());
    for (const std::uint32_t word : m_addedWords)
        m_addedHead[word] = -1;
    m_addedWords.clear();
    m_added.clear();
    std::ranges::fill(m_begin, 0);
    for (const std::string_view residues : m_representatives)
        forEachWord(residues, m_codes, m_k, [&](std::uint32_t word, std::size_t) { ++m_begin[word + 1]; });
    std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
    m_posting.resize(m_begin.back());
    // Filling moves each begin to its end, which is the begin of the next.
    for (std::size_t r = 0; r < m_representatives.size(); ++r)
        forEachWord(m_representatives[r], m_codes, m_k,
                    [&](std::uint32_t word, std::size_t) { m_posting[m_begin[word]++] = static_cast<std::uint32_t>(r); });
    std::shift_right(m_begin.begin(), m_begin.end(), 1);
    m_begin.front() = 0;
}

void WordIndex::countSorted(const WordList& words, CommonWords& common) const {
    for (const auto& [word, often] : words) {
        std::uint32_t last = 0, run = 0;
        for (std::uint64_t at = m_begin[word]; at < m_begin[word + 1]; ++at) {
            const std::uint32_t representative = m_posting[at];
            run = at > m_begin[word] && representative == last ? run + 1 : 1;
            last = representative;
            if (run <= often) common.add(representative, 1);
        }
    }
}

void WordIndex::count(const WordList& words, CommonWords& common, std::uint32_t first) const {
    if (first < m_sorted) countSorted(words, common);
    for (const auto& [word, often] : words) {
        for (std::int32_t at = m_addedHead[word]; at >= 0;) {
            const Added& added = m_added[static_cast<std::size_t>(at)];
            if (added.representative < first) break;  // the rest of the list was added before
            common.add(added.representative, std::min(often, added.count));
            at = added.next;
        }
    }
}

}  // namespace strand::detail
