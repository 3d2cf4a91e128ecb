#include "data/kmers.hpp"

#include "data/alphabet.hpp"

#include <array>

namespace strand {

namespace {

constexpr std::size_t kMostWords = std::size_t{1} << 20U;

}  // namespace

std::string KmerCounts::word(std::size_t index) const {
    std::string text(k, '\0');
    for (std::size_t i = k; i > 0; index /= letters.size())
        text[--i] = letters[index % letters.size()];
    return text;
}

KmerCounts countKmers(const Dataset& dataset, std::span<const std::int64_t> sequences, std::size_t k) {
    KmerCounts found;
    if (dataset.kind == SequenceKind::Text || k == 0) return found;
    found.letters = alphabetOf(dataset.kind).core;
    const std::size_t base = found.letters.size();
    std::size_t words = base;
    for (found.k = 1; found.k < k && words * base <= kMostWords; ++found.k)
        words *= base;
    found.counts.assign(words, 0);
    std::array<std::size_t, 256> digit{};
    digit.fill(base);
    for (std::size_t i = 0; i < base; ++i)
        digit[static_cast<unsigned char>(found.letters[i])] = i;
    for (const std::int64_t i : sequences) {
        std::size_t word = 0, known = 0;  // the last letters, and how many of them are letters of the alphabet
        for (const char residue : dataset.sequences[static_cast<std::size_t>(i)].residues) {
            const std::size_t next = digit[static_cast<unsigned char>(residue)];
            known = next < base ? known + 1 : 0;
            word = next < base ? (word * base + next) % words : 0;
            if (known >= found.k) ++found.counts[word];
        }
    }
    return found;
}

}  // namespace strand
