#include "data/residue_codes.hpp"

#include "data/alphabet.hpp"

#include <algorithm>
#include <cmath>

namespace strand::detail {

namespace {

/// In the order of Alphabet::core: A C D E F G H I K L M N P Q R S T V W Y.
constexpr std::array<std::array<std::int8_t, 20>, 20> kBlosum62{
    {{4, 0, -2, -1, -2, 0, -2, -1, -1, -1, -1, -2, -1, -1, -1, 1, 0, 0, -3, -2},
     {0, 9, -3, -4, -2, -3, -3, -1, -3, -1, -1, -3, -3, -3, -3, -1, -1, -1, -2, -2},
     {-2, -3, 6, 2, -3, -1, -1, -3, -1, -4, -3, 1, -1, 0, -2, 0, -1, -3, -4, -3},
     {-1, -4, 2, 5, -3, -2, 0, -3, 1, -3, -2, 0, -1, 2, 0, 0, -1, -2, -3, -2},
     {-2, -2, -3, -3, 6, -3, -1, 0, -3, 0, 0, -3, -4, -3, -3, -2, -2, -1, 1, 3},
     {0, -3, -1, -2, -3, 6, -2, -4, -2, -4, -3, 0, -2, -2, -2, 0, -2, -3, -2, -3},
     {-2, -3, -1, 0, -1, -2, 8, -3, -1, -3, -2, 1, -2, 0, 0, -1, -2, -3, -2, 2},
     {-1, -1, -3, -3, 0, -4, -3, 4, -3, 2, 1, -3, -3, -3, -3, -2, -1, 3, -3, -1},
     {-1, -3, -1, 1, -3, -2, -1, -3, 5, -2, -1, 0, -1, 1, 2, 0, -1, -2, -3, -2},
     {-1, -1, -4, -3, 0, -4, -3, 2, -2, 4, 2, -3, -3, -2, -2, -2, -1, 1, -2, -1},
     {-1, -1, -3, -2, 0, -3, -2, 1, -1, 2, 5, -2, -2, 0, -1, -1, -1, 1, -1, -1},
     {-2, -3, 1, 0, -3, 0, 1, -3, 0, -3, -2, 6, -2, 0, 0, 1, 0, -3, -4, -2},
     {-1, -3, -1, -1, -4, -2, -2, -3, -1, -3, -2, -2, 7, -1, -2, -1, -1, -2, -4, -3},
     {-1, -3, 0, 2, -3, -2, 0, -3, 1, -2, 0, 0, -1, 5, 1, 0, -1, -2, -2, -1},
     {-1, -3, -2, 0, -3, -2, 0, -3, 2, -2, -1, 0, -2, 1, 5, -1, -1, -3, -3, -2},
     {1, -1, 0, 0, -2, 0, -1, -2, 0, -2, -1, 1, -1, 0, -1, 4, 1, -2, -3, -2},
     {0, -1, -1, -1, -2, -2, -2, -1, -1, -1, -1, 0, -1, -1, -1, 1, 5, 0, -2, -2},
     {0, -1, -3, -2, -1, -3, -3, 3, -2, 1, 1, -3, -2, -2, -3, -2, 0, 4, -3, -1},
     {-3, -2, -4, -3, 1, -2, -2, -3, -3, -2, -1, -4, -4, -2, -3, -3, -2, -3, 11, 2},
     {-2, -2, -3, -2, 3, -3, 2, -1, -2, -1, -1, -2, -3, -1, -2, -2, -2, -1, 2, 7}}};

constexpr double kDeviations = 2;

}  // namespace

ResidueCodes::ResidueCodes(SequenceKind kind) {
    const std::string_view letters = alphabetOf(kind).core;
    const bool protein = kind == SequenceKind::Protein;
    m_base = static_cast<std::uint8_t>(letters.size());
    m_gapOpen = protein ? -11 : -6;
    m_code.fill(m_base);
    for (auto& row : m_score)
        row.fill(protein ? -1 : -2);
    for (std::uint8_t a = 0; a < m_base; ++a) {
        m_code[static_cast<unsigned char>(letters[a])] = a;
        for (std::uint8_t b = 0; b < m_base; ++b)
            m_score[a][b] = protein ? kBlosum62[a][b] : static_cast<std::int8_t>(a == b ? 2 : -2);
    }
}

std::uint32_t wordCount(std::uint8_t base, unsigned k) {
    std::uint32_t words = 1;
    for (; k > 0; --k)
        words *= base;
    return words;
}

CommonWordBound::CommonWordBound(std::size_t length, double identity, unsigned k)
    : m_places(std::max(0.0, static_cast<double>(length) - k + 1)), m_whole(std::pow(identity, k)) {
    m_certain = m_places - k * std::floor(static_cast<double>(length) * (1 - identity) + 1e-9);
    // Whether a word is whole at two places less than k apart depends on the residues they share.
    m_variance = m_whole * (1 - m_whole);
    for (unsigned apart = 1; apart < k; ++apart)
        m_variance += 2 * (std::pow(identity, k + apart) - m_whole * m_whole);
}

double CommonWordBound::least(double byChance) const {
    if (m_certain >= m_places * m_whole / 2) return m_certain;
    const double more = m_places * (1 - m_whole) * byChance;
    return std::max(0.0, m_places * m_whole + more - kDeviations * std::sqrt(std::max(0.0, m_places * m_variance) + more));
}

}  // namespace strand::detail
