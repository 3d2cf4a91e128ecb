// One import under way: takes records, decides about bad ones, and ends as a dataset with its report. Used by importFiles and lookAt.
#pragma once

#include "data/alphabet.hpp"
#include "data/import_inputs.hpp"
#include "data/import_notes.hpp"
#include "data/label_book.hpp"
#include "data/warning_list.hpp"

namespace strand {

class Importer {
public:
    Importer(const ImportOptions& options, SequenceKind kind);

    /// At most `mostOfEach` records of each file, 0 = all.
    Result<void> read(const std::vector<ImportInput>& inputs, std::int64_t mostOfEach, const ProgressFn& progress,
                      const std::stop_token& stop);
    Result<ImportedDataset> finish();
    /// Of every sequence of the dataset, its file.
    [[nodiscard]] std::vector<std::size_t> fileOfEach() const;

private:
    /// Where a sequence came from.
    struct Origin {
        std::int64_t line = 0;
        std::size_t file = 0;
    };
    [[nodiscard]] const std::string& path() const { return m_inputs.back()->name.path; }

    Result<void> readFile(const ImportInput& input, std::int64_t most, const ProgressFn& progress, const std::stop_token& stop);
    Result<void> take(SequenceRecord& record);
    // Each is false where the record is to be skipped.
    Result<bool> accept(SequenceRecord& record);
    Result<bool> clean(SequenceRecord& record);
    Result<bool> cleanText(SequenceRecord& record);
    Result<bool> keep(SequenceRecord& record);
    /// Stop: the error. Otherwise a warning, and false.
    Result<bool> refuse(Error error);
    [[nodiscard]] Error badCharacter(const SequenceRecord& record, const CleanReport& report) const;

    void warn(Warning warning);
    void warnReplaced(const SequenceRecord& record, const CleanReport& report);
    void note(ImportNote what, const SequenceRecord& record) { m_notes.add(what, path(), record.line, record.id); }
    void noteTraits(const SequenceRecord& record, std::uint8_t met);
    std::string nameOf(const SequenceRecord& record);
    Result<void> checkMemory(const SequenceRecord& record);

    Result<LabelSource> decideLabels();
    void leaveOut(const std::vector<std::size_t>& without);
    SplitSource decideSplits();
    Result<void> applySplits(SplitSource source);
    void noteRepeatedNames();
    void warnAboutClasses(std::vector<Warning>& warnings) const;
    std::vector<Warning> allWarnings();

    const ImportOptions& m_options;
    const Alphabet* m_alphabet;  ///< null for text
    LabelBook m_labels;
    Dataset m_dataset;
    std::vector<const ImportInput*> m_inputs;  ///< files up to the one being read
    std::vector<Origin> m_origins;             ///< [sequence]
    std::int64_t m_present = 0, m_skipped = 0, m_memory = 0;
    bool m_splits = false;  ///< a record names its split
    WarningList m_warnings;
    ImportNotes m_notes;
};

}  // namespace strand
