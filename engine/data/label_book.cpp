#include "data/label_book.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <set>

namespace strand {

namespace {

std::string_view firstLetter(std::string_view id) { return id.substr(0, std::max<std::size_t>(1, utf8Length(id))); }

}  // namespace

std::string fileStem(const std::string& path) {
    std::filesystem::path name = std::filesystem::path(path).filename();
    const std::string packed = lowerCase(name.extension().string());
    if (packed == ".gz" || packed == ".xz") name = name.stem();
    return name.stem().string();
}

void LabelBook::beginFile(const std::string& path) { m_files.push_back({path, fileStem(path), m_labels.size()}); }

Error LabelBook::missingLabel(const SequenceRecord& record) const {
    return Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the header \"%1\" has no label"), printable(record.header)},
                 {STRAND_TEXT("engine", "expected a header such as >name|label or >name|label|train")},
                 {STRAND_TEXT("engine", "--label none imports without labels, --label filename takes one class a file")})
        .at(m_files.back().path, record.line, 0, printable(record.id));
}

std::int32_t LabelBook::intern(std::string_view label) {
    const auto found = m_ids.find(label);
    if (found != m_ids.end()) return found->second;
    const auto id = static_cast<std::int32_t>(m_names.size());
    m_names.push_back(isUtf8(label) ? std::string(label) : latin1ToUtf8(label));
    m_ids.emplace(std::string(label), id);
    return id;
}

Result<void> LabelBook::add(const SequenceRecord& record) {
    std::string_view label;
    switch (m_source) {
        case LabelSource::Auto:
        case LabelSource::Header: label = record.label; break;
        case LabelSource::Filename: label = m_files.back().stem; break;
        case LabelSource::FirstLetter: label = firstLetter(record.id); break;
        case LabelSource::None: break;
    }
    if (!label.empty()) {
        ++m_labelled;
        m_labels.push_back(intern(label));
        return {};
    }
    if (m_source == LabelSource::Header || m_source == LabelSource::FirstLetter) return fail(missingLabel(record));
    if (m_source == LabelSource::Auto && m_labelled == static_cast<std::int64_t>(m_labels.size()) && m_firstMissing.found.empty()) {
        m_firstMissing = missingLabel(record);
    }
    m_labels.push_back(kNoLabel);
    return {};
}

void LabelBook::labelByFile() {
    for (std::size_t f = 0; f < m_files.size(); ++f) {
        const std::size_t end = f + 1 < m_files.size() ? m_files[f + 1].firstSequence : m_labels.size();
        std::fill(m_labels.begin() + static_cast<std::ptrdiff_t>(m_files[f].firstSequence),
                  m_labels.begin() + static_cast<std::ptrdiff_t>(end), intern(m_files[f].stem));
    }
}

Result<LabelSource> LabelBook::decide() {
    if (m_source != LabelSource::Auto) return m_source;
    const auto records = static_cast<std::int64_t>(m_labels.size());
    if (records > 0 && m_labelled == records) return m_source = LabelSource::Header;
    if (m_labelled * 2 >= records && records > 0) return fail(m_firstMissing);
    std::fill(m_labels.begin(), m_labels.end(), kNoLabel);
    std::set<std::string> stems;
    for (const File& file : m_files)
        stems.insert(file.stem);
    // train.fa and test.fa are parts, not classes.
    const bool parts = std::any_of(stems.begin(), stems.end(), [](const std::string& stem) { return parseSplit(stem).has_value(); });
    if (stems.size() < 2 || parts) return m_source = LabelSource::None;
    labelByFile();
    return m_source = LabelSource::Filename;
}

void LabelBook::apply(Dataset& dataset) const {
    std::vector<bool> used(m_names.size());
    for (const std::int32_t label : m_labels) {
        if (label != kNoLabel) used[static_cast<std::size_t>(label)] = true;
    }
    dataset.classes.clear();
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (used[i]) dataset.classes.push_back(m_names[i]);
    }
    std::sort(dataset.classes.begin(), dataset.classes.end(), classLess);
    dataset.classes.erase(std::unique(dataset.classes.begin(), dataset.classes.end()), dataset.classes.end());
    std::vector<std::int32_t> place(m_names.size(), kNoLabel);
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const auto at = std::lower_bound(dataset.classes.begin(), dataset.classes.end(), m_names[i], classLess);
        place[i] = static_cast<std::int32_t>(at - dataset.classes.begin());
    }
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        dataset.sequences[i].label = m_labels[i] == kNoLabel ? kNoLabel : place[static_cast<std::size_t>(m_labels[i])];
    }
}

}  // namespace strand
