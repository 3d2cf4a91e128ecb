// Which representatives have words in common with a sequence. Internal to clustering.
#pragma once

#include "data/residue_codes.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace strand::detail {

/// Words of a sequence, sorted, with how often each occurs.
using WordList = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Counts of common words, by representative. Belongs to one thread.
class CommonWords {
public:
    void clear(std::size_t representatives);
    void add(std::uint32_t representative, std::uint32_t count) {
        if (m_count[representative] == 0) m_met.push_back(representative);
        m_count[representative] += count;
    }
    /// Those that pass `enough(representative, count)`, most first; equals in their order.
    template <typename Enough>
    [[nodiscard]] std::vector<std::uint32_t> select(Enough&& enough) const {
        std::vector<std::uint32_t> found;
        std::ranges::copy_if(m_met, std::back_inserter(found), [&](std::uint32_t r) { return enough(r, m_count[r]); });
        std::ranges::sort(found, [&](auto a, auto b) { return m_count[a] != m_count[b] ? m_count[a] > m_count[b] : a < b; });
        return found;
    }

private:
    std::vector<std::uint32_t> m_count, m_met;
};

/// Postings, 4 bytes a word of the representatives: a sorted part, and lists of those added since. Sorting takes as long as there are words,
/// so it waits until enough are added.
class WordIndex {
public:
    WordIndex(const ResidueCodes& codes, unsigned k);

    [[nodiscard]] WordList wordsOf(std::string_view residues) const;
    void add(std::string_view residues);
    /// Takes what was added into the sorted part, where it is enough.
    void build();
    /// Of representatives from number `first` on: 0, or one that is not in the sorted part. Safe on several threads.
    void count(const WordList& words, CommonWords& common, std::uint32_t first = 0) const;
    [[nodiscard]] std::size_t size() const { return m_representatives.size(); }

private:
    void countSorted(const WordList& words, CommonWords& common) const;
    struct Added {
        std::uint32_t representative, count;
        std::int32_t next;
    };
    const ResidueCodes& m_codes;
    unsigned m_k;
    std::vector<std::string_view> m_representatives;
    std::uint32_t m_sorted = 0;             ///< representatives in the sorted part
    std::vector<std::uint64_t> m_begin;     ///< [word] in m_posting, one more at the end
    std::vector<std::uint32_t> m_posting;   ///< representatives, ascending, once for each time the word occurs
    std::vector<std::int32_t> m_addedHead;  ///< [word] in m_added
    std::vector<Added> m_added;
    std::vector<std::uint32_t> m_addedWords;
};

}  // namespace strand::detail
