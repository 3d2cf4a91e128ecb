// The labels of an import: a candidate a record, and the decision which source they come from.
#pragma once

#include "data/import.hpp"

#include <map>
#include <string>
#include <vector>

namespace strand {

class LabelBook {
public:
    explicit LabelBook(LabelSource source) : m_source(source) {}

    void beginFile(const std::string& path);
    /// Notes the label of the record that becomes the next sequence. Header and FirstLetter: a record without one is an error.
    Result<void> add(const SequenceRecord& record);
    /// What Auto becomes. Most records with a label and some without: an error that names the first of these.
    Result<LabelSource> decide();
    /// Sets the sorted classes, and the label of every sequence.
    void apply(Dataset& dataset) const;

private:
    struct File {
        std::string path, stem;
        std::size_t firstSequence = 0;
    };
    [[nodiscard]] Error missingLabel(const SequenceRecord& record) const;
    std::int32_t intern(std::string_view label);
    void labelByFile();

    LabelSource m_source;
    std::vector<File> m_files;
    std::map<std::string, std::int32_t, std::less<>> m_ids;
    std::vector<std::string> m_names;
    std::vector<std::int32_t> m_labels;  ///< [sequence] into m_names, kNoLabel
    std::int64_t m_labelled = 0;
    Error m_firstMissing;
};

/// The name of a file without folder, ".gz" or ".xz", and extension.
[[nodiscard]] std::string fileStem(const std::string& path);

}  // namespace strand
