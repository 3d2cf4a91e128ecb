#include "ui/widgets/sequence_pages.hpp"

#include <algorithm>
#include <cstdlib>

namespace strand {

namespace {

constexpr int kMaxPage = 256;                      // rows read at once
constexpr std::int64_t kPageResidues = 1'000'000;  // about as many residues, where sequences are long
constexpr size_t kPagesKept = 32;
constexpr size_t kPagesWanted = 4;  // a screen and what is beside it; others were scrolled past

Result<std::vector<SequenceRow>> readRows(const SequencePages::Source& source, std::int64_t first, std::int64_t count) {
    // A reading connection of its own: a connection belongs to one thread.
    STRAND_ASSIGN(const ProjectFile project, ProjectFile::open(source.project, ProjectFile::Access::Read));
    const DatasetStore store(project);
    if (!source.ordinals) return store.page(source.dataset, first, count);
    const auto begin = source.ordinals->begin() + first;
    const auto end = source.ordinals->begin() + std::min<std::int64_t>(first + count, static_cast<std::int64_t>(source.ordinals->size()));
    return store.rows(source.dataset, {begin, end});
}

}  // namespace

void SequencePages::setSource(Source source) {
    m_wanted.clear();
    m_read.drop();
    m_source = std::move(source);
    m_pages.clear();
}

void SequencePages::refresh() {
    m_read.drop();  // it may have read what was there before
    m_wanted.clear();
    for (auto& [number, page] : m_pages)
        page.stale = true;
}

void SequencePages::close() {
    m_wanted.clear();
    m_read.dropAndWait();
}

int SequencePages::pageRows() const {
    return static_cast<int>(std::clamp<std::int64_t>(kPageResidues / std::max<std::int64_t>(1, m_source.typicalLength), 4, kMaxPage));
}

const SequenceRow* SequencePages::row(int row) {
    if (row < 0 || row >= m_source.rows) return nullptr;
    const int rows = pageRows(), number = row / rows;
    const auto found = m_pages.find(number);
    if (found == m_pages.end() || found->second.stale) want(number);
    if (found == m_pages.end()) return nullptr;
    const auto within = static_cast<size_t>(row % rows);
    return within < found->second.rows.size() ? &found->second.rows[within] : nullptr;
}

void SequencePages::want(int page) {
    if (!m_wanted.empty() && m_wanted.back() == page) return;
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kPagesWanted) m_wanted.erase(m_wanted.begin());
    readNext();
}

void SequencePages::readNext() {
    if (m_read.isRunning() || m_wanted.empty()) return;
    const int page = m_wanted.back(), rows = pageRows();
    m_read.start(
        *this,
        [source = m_source, page, rows](const std::stop_token&) {
            return ReadPage{page, readRows(source, static_cast<std::int64_t>(page) * rows, rows)};
        },
        [this](ReadPage& read) { take(read); });
}

void SequencePages::take(ReadPage& read) {
    std::erase(m_wanted, read.page);
    if (!read.rows) {
        m_wanted.clear();
        m_pages[read.page] = {};  // asked for once, not with every frame
        emit failed(read.rows.error());
        return;
    }
    if (m_pages.size() >= kPagesKept) {
        const auto distance = [&read](const auto& page) { return std::abs(page.first - read.page); };
        m_pages.erase(
            std::max_element(m_pages.begin(), m_pages.end(), [&](const auto& a, const auto& b) { return distance(a) < distance(b); }));
    }
    const int first = read.page * pageRows();
    const int last = first + static_cast<int>(read.rows->size()) - 1;
    m_pages[read.page] = {std::move(*read.rows), false};
    readNext();
    if (last >= first) emit arrived(first, last);
}

}  // namespace strand
