// The labels of an import: a candidate a record, and the decision which source they come from.
#pragma once

#include "data/file_names.hpp"
#include "data/import.hpp"

#include <map>
#include <string>
#include <vector>

namespace strand {

class LabelBook {
public:
    explicit LabelBook(LabelSource source) : m_source(source) {}

    /// `columns`: the labels of its records stand in a column.
    void beginFile(const NamedFile& file, bool columns);
    /// Notes the label of the record that becomes the next sequence. Header, Column and FirstLetter: a record without one is an error, and
    /// nothing is noted.
    Result<void> add(const SequenceRecord& record);
    /// What Auto becomes. Most records with a label and some without: an error that names the first of these, unless `without` takes
    /// their indices.
    Result<LabelSource> decide(std::vector<std::size_t>* without = nullptr);
    /// Sets the sorted classes, and the label of every sequence; ids must be those of the records.
    void apply(Dataset& dataset);

private:
    struct File {
        NamedFile name;
        bool columns = false;
        std::size_t firstSequence = 0;
    };
    [[nodiscard]] Error missingLabel(const SequenceRecord& record) const;
    std::int32_t intern(std::string_view label);
    void watchLetter(std::string_view id);
    [[nodiscard]] LabelSource fromNames() const;
    template <typename Name>
    void labelByFile(Name name);

    LabelSource m_source;
    std::vector<File> m_files;
    std::map<std::string, std::int32_t, std::less<>> m_ids;
    std::vector<std::string> m_names;
    std::vector<std::int32_t> m_labels;  ///< [sequence] into m_names, kNoLabel
    std::int64_t m_labelled = 0;
    bool m_guessedLetters = false;
    bool m_lettered = true, m_positive = false, m_negative = false;  ///< all names are P1, N2 ...; which letters were met
    Error m_firstMissing;
};

}  // namespace strand
