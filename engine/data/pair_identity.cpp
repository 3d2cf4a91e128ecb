#include "data/pair_identity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace strand::detail {

namespace {

constexpr std::int64_t kBandWidth = 21;  // diagonals

// A cell of the alignment is score * 2^31 + identical residues: of equal scores the one with more identical residues wins.
constexpr std::int64_t kScore = std::int64_t{1} << 31U;
constexpr std::int64_t kIdentical = kScore - 1;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 2;

/// Words so long that few places of a long sequence have one in common by chance.
unsigned diagonalWord(std::uint8_t base, std::size_t longest) {
    const bool nucleotides = base == 4;
    const unsigned most = nucleotides ? 10 : 4;
    unsigned k = nucleotides ? 4 : 2;
    while (k < most && wordCount(base, k) < longest / 64)
        ++k;
    return k;
}

/// The end of the window with the largest sum, 0 where none reaches `least`.
std::int64_t bestWindow(std::span<const std::int32_t> counts, std::int64_t width, double least) {
    const std::int32_t* const count = counts.data();
    const auto size = static_cast<std::int64_t>(counts.size());
    std::int64_t sum = 0, best = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(least - 1e-9))) - 1, bestEnd = 0;
    for (std::int64_t end = 1; end <= size; ++end) {
        sum += count[end - 1] - (end > width ? count[end - 1 - width] : 0);
        if (sum <= best || end < width) continue;
        best = sum;
        bestEnd = end;
    }
    return bestEnd;
}

}  // namespace

PairIdentity::PairIdentity(const ResidueCodes& codes, double identity, std::size_t longest)
    : m_codes(codes),
      m_identity(identity),
      m_word(diagonalWord(codes.base(), longest)),
      m_bound(0, identity, m_word),
      m_head(wordCount(codes.base(), m_word), -1) {
    for (std::uint8_t a = 0; a <= codes.base(); ++a) {
        for (std::uint8_t b = 0; b <= codes.base(); ++b)
            m_pair[a][b] = codes.score(a, b) * kScore + (a == b && a < codes.base() ? 1 : 0);
    }
}

void PairIdentity::setQuery(std::string_view query) {
    for (const std::uint32_t word : m_used)
        m_head[word] = -1;
    m_used.clear();
    m_bound = CommonWordBound(query.size(), m_identity, m_word);
    m_query.resize(query.size());
    std::ranges::transform(query, m_query.begin(), [&](char residue) { return m_codes[residue]; });
    m_next.assign(query.size(), -1);
    forEachWord(query, m_codes, m_word, [&](std::uint32_t word, std::size_t begin) {
        m_next[begin] = m_head[word];
        m_head[word] = static_cast<std::int32_t>(begin);
        m_used.push_back(word);
    });
    m_needed = static_cast<std::int64_t>(std::ceil(m_identity * static_cast<double>(query.size()) - 1e-9));
}

double PairIdentity::with(std::string_view other) {
    const Band band = bestBand(other);
    if (band.first > band.last) return 0;
    const std::int64_t identical = identicalIn(band, other);
    return identical >= m_needed ? static_cast<double>(identical) / static_cast<double>(m_query.size()) : 0;
}

PairIdentity::Band PairIdentity::bestBand(std::string_view other) {
    const auto rows = static_cast<std::int64_t>(m_query.size()), columns = static_cast<std::int64_t>(other.size());
    const std::int64_t count = rows + columns - 1, zero = rows - 1;  // diagonal d is at d + zero
    m_diagonals.assign(static_cast<std::size_t>(count), 0);
    std::int32_t* const diagonals = m_diagonals.data();
    const std::int32_t *const head = m_head.data(), *const next = m_next.data();
    std::int64_t total = 0;
    forEachWord(other, m_codes, m_word, [&](std::uint32_t word, std::size_t begin) {
        std::int32_t* const diagonal = diagonals + static_cast<std::int64_t>(begin) + zero;
        for (std::int32_t at = head[word]; at >= 0; at = next[at]) {
            ++diagonal[-at];
            ++total;
        }
    });
    const std::int64_t width = std::min(count, kBandWidth);
    // Words in common by chance are as frequent in the window as in the whole matrix.
    const double byChance = static_cast<double>(total) / static_cast<double>(rows) / static_cast<double>(columns);
    const std::int64_t end = bestWindow(m_diagonals, width, m_bound.least(byChance * static_cast<double>(width)));
    if (end == 0) return {};
    // A window ends with the diagonal that made it the best; what is found shall lie in its middle.
    std::int64_t first = end - width, last = end - 1;
    while (diagonals[first] == 0)
        ++first;
    const std::int64_t slack = (width - (last - first + 1)) / 2;
    return {std::max<std::int64_t>(0, first - slack) - zero, std::min(count - 1, last + slack) - zero};
}

std::int64_t PairIdentity::identicalIn(const Band& band, std::string_view other) {
    const auto rows = static_cast<std::int64_t>(m_query.size()), columns = static_cast<std::int64_t>(other.size());
    const std::int64_t width = band.last - band.first + 1;
    const std::int64_t open = m_codes.gapOpen() * kScore, extend = m_codes.gapExtend() * kScore;
    m_other.resize(other.size());
    std::ranges::transform(other, m_other.begin(), [&](char residue) { return m_codes[residue]; });
    // [diagonal of the band, one more]: the row before, where cell b + 1 lies above. Ends are free: a start costs nothing.
    m_match.assign(static_cast<std::size_t>(width) + 1, 0);
    m_gap.assign(static_cast<std::size_t>(width) + 1, kNever);
    m_match.back() = kNever;
    std::int64_t *const match = m_match.data(), *const gap = m_gap.data();
    const std::uint8_t* const others = m_other.data();
    std::int64_t best = kNever, most = 0;
    for (std::int64_t i = 0; i < rows; ++i) {
        const std::int64_t from = std::max<std::int64_t>(0, -(i + band.first)), to = std::min(width, columns - i - band.first);
        const std::int64_t* const row = m_pair[m_query[static_cast<std::size_t>(i)]].data();
        std::int64_t left = kNever, leftGap = kNever;
        for (std::int64_t b = from; b < to; ++b) {
            const std::int64_t down = std::max(match[b + 1] + open, gap[b + 1] + extend);
            leftGap = std::max(left + open, leftGap + extend);
            left = std::max(match[b] + row[others[i + band.first + b]], std::max(down, leftGap));
            match[b] = left;
            gap[b] = down;
            most = std::max(most, left & kIdentical);
        }
        if (to == columns - i - band.first && to > from) best = std::max(best, left);
        if (to < width) match[std::max<std::int64_t>(to, 0)] = kNever;
        if (most + rows - 1 - i < m_needed && (best & kIdentical) < m_needed) return 0;
    }
    const std::int64_t last = std::min(width, columns - (rows - 1) - band.first);
    for (std::int64_t b = std::max<std::int64_t>(0, -(rows - 1 + band.first)); b < last; ++b)
        best = std::max(best, match[b]);
    return best == kNever ? 0 : best & kIdentical;
}

}  // namespace strand::detail
