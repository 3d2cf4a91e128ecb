#include "data/kind_guess.hpp"

#include "data/alphabet.hpp"

#include <numeric>

namespace strand {

void KindGuess::add(std::string_view sequence) {
    for (const char c : sequence)
        ++m_counts[static_cast<unsigned char>(c)];
}

std::int64_t KindGuess::count(std::string_view letters) const {
    std::int64_t sum = 0;
    for (const char letter : letters) {
        sum += m_counts[static_cast<unsigned char>(letter)];
        if (letter >= 'A' && letter <= 'Z') sum += m_counts[static_cast<unsigned char>(letter - 'A' + 'a')];
    }
    return sum;
}

SequenceKind KindGuess::kind() const {
    const std::int64_t all = std::accumulate(m_counts.begin(), m_counts.end(), std::int64_t{0});
    const std::int64_t letters = count("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const std::int64_t foreign = std::accumulate(m_counts.begin() + 128, m_counts.end(), std::int64_t{0});
    const std::int64_t other = all - letters - count("-.*");
    if (count(" \t") * 20 > all || foreign * 20 > all || other * 2 > all) return SequenceKind::Text;
    const std::int64_t codes = count(alphabetOf(SequenceKind::Dna).letters) + count("U");
    const bool nucleotides = codes == letters || count("ACGTUN") * 4 >= letters * 3;
    if (!nucleotides) return SequenceKind::Protein;
    return count("U") > count("T") ? SequenceKind::Rna : SequenceKind::Dna;
}

}  // namespace strand
