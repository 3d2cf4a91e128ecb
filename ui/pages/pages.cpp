#include "ui/pages/page.hpp"

namespace strand {

namespace {

template <typename T>
Page* make(Session& session) {
    return new T(session);
}

}  // namespace

std::span<const PageEntry> pageTable() {
    // Top to bottom as on the rail: home data model train attention.
    static const std::vector<PageEntry> table{};
    return table;
}

}  // namespace strand
