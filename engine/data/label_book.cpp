#include "data/label_book.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace strand {

namespace {

constexpr std::size_t kMostFileClasses = 100;

std::string_view firstLetter(std::string_view id) { return id.substr(0, std::max<std::size_t>(1, utf8Length(id))); }

}  // namespace

void LabelBook::beginFile(const NamedFile& file, bool columns) {
    NamedFile& name = m_files.emplace_back(File{file, columns, m_labels.size()}).name;
    if (m_source == LabelSource::Filename && name.label.empty()) name.label = fileStem(name.path);
    if (m_source == LabelSource::Folder && name.folder.empty()) name.folder = folderName(name.path);
}

Error LabelBook::missingLabel(const SequenceRecord& record) const {
    const File& file = m_files.back();
    Message found{STRAND_TEXT("engine", "the header \"%1\" has no label"), printable(record.header)};
    Message expected{STRAND_TEXT("engine", "expected a header such as >name|label or >name|label|train")};
    if (file.columns) {
        found = {STRAND_TEXT("engine", "the record has no label in its column")};
        expected = {STRAND_TEXT("engine", "expected a class in every row")};
    } else if (record.header.empty() && !record.id.empty()) {
        found = {STRAND_TEXT("engine", "the record \"%1\" has no label"), printable(record.id)};
    } else if (record.header.empty()) {
        found = {STRAND_TEXT("engine", "the record has no label")};
    }
    return Error(ErrorCode::BadInput, std::move(found), std::move(expected),
                 {STRAND_TEXT("engine", "--label none imports without labels, --label filename takes one class a file")})
        .at(file.name.path, record.line, 0, printable(record.id));
}

std::int32_t LabelBook::intern(std::string_view label) {
    const auto found = m_ids.find(label);
    if (found != m_ids.end()) return found->second;
    const auto id = static_cast<std::int32_t>(m_names.size());
    m_names.push_back(isUtf8(label) ? std::string(label) : latin1ToUtf8(label));
    m_ids.emplace(std::string(label), id);
    return id;
}

void LabelBook::watchLetter(std::string_view id) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::string_view number = id.substr(std::min<std::size_t>(1, id.size()));
    if (number.starts_with('_')) number.remove_prefix(1);
    m_lettered = !number.empty() && std::all_of(number.begin(), number.end(), isDigit);
    m_positive = m_positive || id.starts_with('P');
    m_negative = m_negative || id.starts_with('N');
    m_lettered = m_lettered && (id.front() == 'P' || id.front() == 'N');
}

Result<void> LabelBook::add(const SequenceRecord& record) {
    std::string_view label;
    switch (m_source) {
        case LabelSource::Auto:
        case LabelSource::Header:
        case LabelSource::Column: label = record.label; break;
        case LabelSource::FirstLetter: label = firstLetter(record.id); break;
        case LabelSource::Filename: label = m_files.back().name.label; break;
        case LabelSource::Folder: label = m_files.back().name.folder; break;
        case LabelSource::None: break;
    }
    if (m_source == LabelSource::Auto && m_lettered) watchLetter(record.id);
    if (!label.empty()) {
        ++m_labelled;
        m_labels.push_back(intern(label));
        return {};
    }
    if (m_source != LabelSource::Auto && m_source != LabelSource::None) return fail(missingLabel(record));
    if (m_source == LabelSource::Auto && m_labelled == static_cast<std::int64_t>(m_labels.size()) && m_firstMissing.found.empty()) {
        m_firstMissing = missingLabel(record);
    }
    m_labels.push_back(kNoLabel);
    return {};
}

template <typename Name>
void LabelBook::labelByFile(Name name) {
    for (std::size_t f = 0; f < m_files.size(); ++f) {
        const std::size_t end = f + 1 < m_files.size() ? m_files[f + 1].firstSequence : m_labels.size();
        std::fill(m_labels.begin() + static_cast<std::ptrdiff_t>(m_files[f].firstSequence),
                  m_labels.begin() + static_cast<std::ptrdiff_t>(end), intern(m_files[f].name.*name));
    }
}

/// Folders or files, where each names a class and they name more than one.
LabelSource LabelBook::fromNames() const {
    const auto classes = [&](std::string NamedFile::*name) -> std::size_t {
        std::set<std::string> out;
        for (const File& file : m_files)
            out.insert(file.name.*name);
        return out.contains("") ? 0 : out.size();
    };
    const std::size_t folders = classes(&NamedFile::folder), files = classes(&NamedFile::label);
    if (folders > 1) return LabelSource::Folder;
    // A folder of very many files that all have different names is no set of classes.
    const bool documents = folders == 1 && files > kMostFileClasses;
    return files > 1 && !documents ? LabelSource::Filename : LabelSource::None;
}

Result<LabelSource> LabelBook::decide(std::vector<std::size_t>* without) {
    if (m_source != LabelSource::Auto) return m_source;
    const auto records = static_cast<std::int64_t>(m_labels.size());
    if (records > 0 && m_labelled * 2 >= records) {
        if (m_labelled < records && without == nullptr) return fail(m_firstMissing);
        for (std::size_t i = 0; m_labelled < records && i < m_labels.size(); ++i) {
            if (m_labels[i] == kNoLabel) without->push_back(i);
        }
        const bool columns = std::any_of(m_files.begin(), m_files.end(), [](const File& file) { return file.columns; });
        return m_source = columns ? LabelSource::Column : LabelSource::Header;
    }
    std::fill(m_labels.begin(), m_labels.end(), kNoLabel);
    m_guessedLetters = m_lettered && m_positive && m_negative;
    if (m_guessedLetters) return m_source = LabelSource::FirstLetter;
    m_source = fromNames();
    if (m_source == LabelSource::Folder) labelByFile(&NamedFile::folder);
    if (m_source == LabelSource::Filename) labelByFile(&NamedFile::label);
    return m_source;
}

void LabelBook::apply(Dataset& dataset) {
    if (m_guessedLetters) {
        for (std::size_t i = 0; i < m_labels.size(); ++i)
            m_labels[i] = intern(firstLetter(dataset.sequences[i].id));
    }
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
