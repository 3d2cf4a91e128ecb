#include "data/import.hpp"

#include "core/text.hpp"
#include "data/alphabet.hpp"
#include "data/import_notes.hpp"
#include "data/kind_guess.hpp"
#include "data/label_book.hpp"
#include "data/reader.hpp"
#include "data/split.hpp"
#include "data/unique_names.hpp"
#include "data/warning_list.hpp"

#include <algorithm>
#include <filesystem>

namespace strand {

namespace {

constexpr std::int64_t kSampleRecords = 1000;
constexpr std::int64_t kSampleBytes = std::int64_t{1} << 20;
constexpr std::int64_t kMostMemory = std::int64_t{3} << 29;  // 1.5 GiB
constexpr std::size_t kManyClasses = 100;

struct InputEntry {
    std::string path;
    const ReaderEntry* reader = nullptr;
    std::int64_t bytes = 0;
};

Result<const ReaderEntry*> readerNamed(const std::string& format) {
    if (const ReaderEntry* reader = findReader(format)) return reader;
    std::vector<std::string> known;
    for (const ReaderEntry& reader : readers())
        known.emplace_back(reader.name);
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "unknown format \"%1\""), format},
                {STRAND_TEXT("engine", "expected one of %1"), joined(known, ", ")});
}

Result<std::vector<InputEntry>> openInputs(const ImportOptions& options) {
    if (options.files.empty())
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "no file to import")}, {STRAND_TEXT("engine", "expected at least one")});
    std::vector<InputEntry> inputs;
    for (const std::string& path : options.files) {
        STRAND_ASSIGN(const ReaderEntry* reader, options.format.empty() ? detectReader(path) : readerNamed(options.format));
        std::error_code unknownSize;
        const auto bytes = std::filesystem::file_size(path, unknownSize);
        inputs.push_back({path, reader, unknownSize ? 0 : static_cast<std::int64_t>(bytes)});
    }
    return inputs;
}

/// Looks at the first records of a file.
Result<void> sample(const InputEntry& input, KindGuess& guess) {
    std::int64_t records = 0, bytes = 0;
    const auto enough = [&] { return records >= kSampleRecords || bytes >= kSampleBytes; };
    const RecordSink sink = [&](SequenceRecord&& record) -> Result<void> {
        guess.add(record.sequence);
        ++records;
        bytes += static_cast<std::int64_t>(record.sequence.size());
        if (enough()) return fail(ErrorCode::Interrupted, {});
        return {};
    };
    auto status = readFile(input.path, *input.reader, sink, {}, {}, EmptyRecords::Deliver);
    if (!status && enough()) return {};
    return status;
}

Result<SequenceKind> kindOf(const ImportOptions& options, const std::vector<InputEntry>& inputs) {
    if (options.kind) return *options.kind;
    KindGuess guess;
    for (const InputEntry& input : inputs)
        STRAND_TRY(sample(input, guess));
    return guess.kind();
}

class Importer {
public:
    Importer(const ImportOptions& options, SequenceKind kind)
        : m_options(options), m_alphabet(kind == SequenceKind::Text ? nullptr : &alphabetOf(kind)), m_labels(options.label) {
        m_dataset.kind = kind;
        m_dataset.name = options.name.empty() ? fileStem(options.files.front()) : options.name;
    }

    Result<void> read(const std::vector<InputEntry>& inputs, const ProgressFn& progress, const std::stop_token& stop) {
        std::int64_t total = 0, done = 0;
        for (const InputEntry& input : inputs)
            total += input.bytes;
        for (const InputEntry& input : inputs) {
            m_path = input.path;
            m_paths.push_back(input.path);
            m_labels.beginFile(input.path);
            const ProgressFn overall = [&](const Progress& part) { progress({part.stage, done + part.done, total, part.unit}); };
            const RecordSink sink = [this](SequenceRecord&& record) { return take(record); };
            auto status = readFile(input.path, *input.reader, sink, progress ? overall : ProgressFn{}, stop, EmptyRecords::Deliver);
            if (!status && !previewDone()) return status;
            if (previewDone()) break;
            done += input.bytes;
        }
        return {};
    }

    Result<ImportedDataset> finish() {
        if (m_dataset.sequences.empty()) {
            return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "all %1 records were skipped"), m_present},
                              {STRAND_TEXT("engine", "expected at least one good record")})
                            .at(m_path));
        }
        STRAND_ASSIGN(const LabelSource source, m_labels.decide());
        m_labels.apply(m_dataset);
        noteRepeatedNames();
        if (m_options.ratio) STRAND_TRY(splitByRatio(m_dataset, *m_options.ratio, m_options.seed));
        ImportReport report = summarise(m_dataset);
        report.present = m_present;
        report.skipped = m_skipped;
        report.labelSource = source;
        report.warnings = allWarnings();
        return ImportedDataset{std::move(m_dataset), std::move(report)};
    }

private:
    [[nodiscard]] bool previewDone() const { return m_options.previewLimit > 0 && m_present >= m_options.previewLimit; }

    Result<void> take(SequenceRecord& record) {
        ++m_present;
        STRAND_ASSIGN(const bool good, record.sequence.empty() ? refuseEmpty(record) : clean(record));
        if (good) STRAND_TRY(keep(record));
        if (!good) ++m_skipped;
        if (previewDone()) return fail(ErrorCode::Interrupted, {});
        return {};
    }

    /// False: the record is to be skipped.
    Result<bool> clean(SequenceRecord& record) {
        if (m_alphabet == nullptr) return cleanText(record);
        const CleanReport report = cleanResidues(record.sequence, *m_alphabet);
        if (report.bad > 0 && m_options.onBad == OnBad::Stop) return fail(badCharacter(record, report));
        if (report.bad > 0) warnBad(record, report);
        if (report.bad > 0 && m_options.onBad == OnBad::Skip) return false;
        if (report.met != 0) noteTraits(record, report.met);
        return record.sequence.empty() ? refuseEmpty(record) : Result<bool>(true);
    }

    Result<bool> cleanText(SequenceRecord& record) {
        const auto sameLine = [](const SourceRun& a, const SourceRun& b) { return a.line == b.line; };
        if (std::adjacent_find(record.runs.begin(), record.runs.end(), sameLine) != record.runs.end()) note(ImportNote::LostBlanks, record);
        if (isUtf8(record.sequence)) return true;
        record.sequence = latin1ToUtf8(record.sequence);
        note(ImportNote::NotUtf8, record);
        return true;
    }

    Result<bool> refuseEmpty(const SequenceRecord& record) {
        if (m_options.onBad == OnBad::Stop) return fail(emptyRecord(record, m_path));
        m_warnings.add({{STRAND_TEXT("engine", "no residue; the record is skipped")}, m_path, record.line, printable(record.id)});
        return false;
    }

    [[nodiscard]] Error badCharacter(const SequenceRecord& record, const CleanReport& report) const {
        const SourcePlace place = record.place(report.firstBad);
        return Error(ErrorCode::BadInput,
                     {STRAND_TEXT("engine", "\"%1\" in record \"%2\" is no %3 letter"), report.firstBadText, printable(record.id),
                      m_alphabet->name},
                     {STRAND_TEXT("engine", "expected the letters %1"), m_alphabet->letters},
                     {STRAND_TEXT("engine", "--on-bad skip leaves such records out, --on-bad replace reads such characters as %1"),
                      std::string(1, m_alphabet->unknown)})
            .at(m_path, place.line, place.column, printable(record.id));
    }

    void warnBad(const SequenceRecord& record, const CleanReport& report) {
        const SourcePlace place = record.place(report.firstBad);
        Message message{STRAND_TEXT("engine", "\"%1\" in column %2 is no %3 letter; the record is skipped"), report.firstBadText,
                        place.column, m_alphabet->name};
        if (m_options.onBad == OnBad::Replace) {
            message = {STRAND_TEXT("engine", "\"%1\" in column %2 is no %3 letter; characters read as %4: %5"),
                       report.firstBadText,
                       place.column,
                       m_alphabet->name,
                       std::string(1, m_alphabet->unknown),
                       report.bad};
        }
        m_warnings.add({std::move(message), m_path, place.line, printable(record.id)});
    }

    void note(ImportNote what, const SequenceRecord& record) { m_notes.add(what, m_path, record.line, record.id); }

    void noteTraits(const SequenceRecord& record, std::uint8_t met) {
        if ((met & kLowerCase) != 0) note(ImportNote::LowerCase, record);
        if ((met & kOtherBase) != 0) note(ImportNote::OtherBase, record);
        if ((met & kGap) != 0) note(ImportNote::Gaps, record);
        if ((met & kStopCodon) != 0) note(ImportNote::StopCodon, record);
    }

    Result<void> keep(SequenceRecord& record) {
        STRAND_TRY(m_labels.add(record));
        STRAND_TRY(checkMemory(record));
        Sequence& sequence = m_dataset.sequences.emplace_back();
        sequence.id = nameOf(record);
        sequence.residues = record.sequence;
        sequence.split = record.split;
        m_origins.push_back({record.line, m_paths.size() - 1});
        return {};
    }

    std::string nameOf(const SequenceRecord& record) {
        if (record.id.empty()) note(ImportNote::NoName, record);
        if (record.id.empty()) return fmt::format("record{}", m_present);
        if (isUtf8(record.id)) return record.id;
        note(ImportNote::NotUtf8, record);
        return latin1ToUtf8(record.id);
    }

    /// A dataset is held in memory: refuse before the machine suffers. The vector may hold three times its size while it grows.
    Result<void> checkMemory(const SequenceRecord& record) {
        constexpr std::size_t kHeap = 32;
        m_memory += static_cast<std::int64_t>(3 * sizeof(Sequence) + record.id.size() + record.sequence.size() + kHeap);
        if (m_memory <= kMostMemory) return {};
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the sequences up to here need %1 MiB of memory"), m_memory >> 20},
                          {STRAND_TEXT("engine", "expected at most %1 MiB"), kMostMemory >> 20},
                          {STRAND_TEXT("engine", "import a part of them")})
                        .at(m_path, record.line, 0, printable(record.id)));
    }

    void noteRepeatedNames() {
        for (const std::size_t i : makeNamesUnique(m_dataset)) {
            m_notes.add(ImportNote::RepeatedName, m_paths[m_origins[i].file], m_origins[i].line, m_dataset.sequences[i].id);
        }
    }

    void warnAboutClasses(std::vector<Warning>& warnings) const {
        const std::size_t classes = m_dataset.classes.size();
        if (classes == 1)
            warnings.push_back(
                {{STRAND_TEXT("engine", "all records are of class \"%1\"; training needs two classes"), m_dataset.classes.front()},
                 {},
                 0,
                 {}});
        if (classes > kManyClasses && classes * 2 > m_dataset.sequences.size()) {
            warnings.push_back(
                {{STRAND_TEXT("engine", "%1 classes for %2 records: are these labels?"), classes, m_dataset.sequences.size()}, {}, 0, {}});
        }
    }

    std::vector<Warning> allWarnings() {
        std::vector<Warning> warnings = m_notes.warnings(m_dataset.kind);
        warnAboutClasses(warnings);
        for (Warning& warning : std::move(m_warnings).take())
            warnings.push_back(std::move(warning));
        return warnings;
    }

    const ImportOptions& m_options;
    const Alphabet* m_alphabet;  // null for text
    LabelBook m_labels;
    Dataset m_dataset;
    struct Origin {
        std::int64_t line = 0;
        std::size_t file = 0;
    };
    std::vector<Origin> m_origins;  // [sequence]
    std::vector<std::string> m_paths;
    std::string m_path;  // of the file being read
    std::int64_t m_present = 0, m_skipped = 0, m_memory = 0;
    WarningList m_warnings;
    ImportNotes m_notes;
};

}  // namespace

Result<ImportedDataset> importFiles(const ImportOptions& options, const ProgressFn& progress, std::stop_token stop) {
    STRAND_ASSIGN(const std::vector<InputEntry> inputs, openInputs(options));
    STRAND_ASSIGN(const SequenceKind kind, kindOf(options, inputs));
    Importer importer(options, kind);
    STRAND_TRY(importer.read(inputs, progress, stop));
    STRAND_ASSIGN(ImportedDataset imported, importer.finish());
    imported.report.format = inputs.front().reader->name;
    return imported;
}

}  // namespace strand
