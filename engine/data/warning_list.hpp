// The warnings of an import: all are counted, the first thousand are kept.
#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <vector>

namespace strand {

class WarningList {
public:
    static constexpr std::size_t kKept = 1000;

    void add(Warning warning);
    [[nodiscard]] std::int64_t count() const { return m_count; }
    /// What was kept, and how many more there were.
    [[nodiscard]] std::vector<Warning> take() &&;

private:
    std::vector<Warning> m_kept;
    std::int64_t m_count = 0;
};

}  // namespace strand
