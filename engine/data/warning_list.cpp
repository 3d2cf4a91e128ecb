#include "data/warning_list.hpp"

#include <utility>

namespace strand {

void WarningList::add(Warning warning) {
    ++m_count;
    if (m_kept.size() < kKept) m_kept.push_back(std::move(warning));
}

std::vector<Warning> WarningList::take() && {
    const std::int64_t more = m_count - static_cast<std::int64_t>(m_kept.size());
    if (more > 0) m_kept.push_back({{STRAND_TEXT("engine", "and %1 more"), more}, {}, 0, {}});
    return std::move(m_kept);
}

}  // namespace strand
