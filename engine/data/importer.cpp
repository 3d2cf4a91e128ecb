#include "data/importer.hpp"

#include "core/count_text.hpp"
#include "core/text.hpp"
#include "data/split.hpp"
#include "data/unique_names.hpp"

#include <algorithm>
#include <set>

namespace strand {

namespace {

constexpr std::int64_t kMostMemory = std::int64_t{3} << 29;  // 1.5 GiB
constexpr std::size_t kManyClasses = 100;
constexpr std::array kUsualRatio{0.8, 0.1, 0.1};

}  // namespace

Importer::Importer(const ImportOptions& options, SequenceKind kind)
    : m_options(options), m_alphabet(kind == SequenceKind::Text ? nullptr : &alphabetOf(kind)), m_labels(options.label) {
    m_dataset.kind = kind;
    m_dataset.name = options.name.empty() ? fileStem(options.files.front()) : options.name;
}

Result<void> Importer::read(const std::vector<ImportInput>& inputs, std::int64_t mostOfEach, const ProgressFn& progress,
                            const std::stop_token& stop) {
    std::int64_t total = 0, done = 0;
    for (const ImportInput& input : inputs)
        total += input.bytes;
    for (const ImportInput& input : inputs) {
        const ProgressFn overall = [&](const Progress& part) { progress({part.stage, done + part.done, total, part.unit}); };
        STRAND_TRY(readFile(input, mostOfEach, progress ? overall : ProgressFn{}, stop));
        done += input.bytes;
    }
    return {};
}

Result<void> Importer::readFile(const ImportInput& input, std::int64_t most, const ProgressFn& progress, const std::stop_token& stop) {
    m_inputs.push_back(&input);
    m_labels.beginFile(input.name, input.table.label >= 0);
    const std::int64_t before = m_present;
    const auto enough = [&] { return most > 0 && m_present - before >= most; };
    const RecordSink sink = [&](SequenceRecord&& record) -> SinkStatus {
        STRAND_TRY(take(record));
        if (enough()) return fail(ErrorCode::Interrupted, {});
        return {};
    };
    ReadOptions reading = input.reading;
    reading.words = m_alphabet == nullptr;
    auto status = strand::readFile(input.name.path, *input.reader, reading, sink, progress, stop, FaultyRecords::Deliver);
    if (!status && enough()) return {};
    return status;
}

Result<void> Importer::take(SequenceRecord& record) {
    ++m_present;
    STRAND_ASSIGN(const bool good, accept(record));
    if (!good) ++m_skipped;
    return {};
}

Result<bool> Importer::accept(SequenceRecord& record) {
    if (record.defect) return refuse(*std::move(record.defect));
    if (record.sequence.empty()) return refuse(emptyRecord(record, path()));
    STRAND_ASSIGN(const bool good, clean(record));
    return good ? keep(record) : Result<bool>(false);
}

Result<bool> Importer::clean(SequenceRecord& record) {
    if (m_alphabet == nullptr) return cleanText(record);
    const CleanReport report = cleanResidues(record.sequence, *m_alphabet);
    if (report.bad > 0 && m_options.onBad != OnBad::Replace) return refuse(badCharacter(record, report));
    if (report.bad > 0) warnReplaced(record, report);
    if (report.met != 0) noteTraits(record, report.met);
    return record.sequence.empty() ? refuse(emptyRecord(record, path())) : Result<bool>(true);
}

Result<bool> Importer::cleanText(SequenceRecord& record) {
    if (isUtf8(record.sequence)) return true;
    record.sequence = latin1ToUtf8(record.sequence);
    note(ImportNote::NotUtf8, record);
    return true;
}

Result<bool> Importer::keep(SequenceRecord& record) {
    if (auto labelled = m_labels.add(record); !labelled) return refuse(std::move(labelled).error());
    STRAND_TRY(checkMemory(record));
    Sequence& sequence = m_dataset.sequences.emplace_back();
    sequence.id = nameOf(record);
    sequence.residues = record.sequence;
    sequence.split = record.split;
    m_splits = m_splits || record.split != Split::None;
    m_origins.push_back({record.line, m_inputs.size() - 1});
    return true;
}

Result<bool> Importer::refuse(Error error) {
    if (m_options.onBad == OnBad::Stop) return fail(std::move(error));
    warn({std::move(error.found), std::move(error.file), error.line, std::move(error.record), error.column, true});
    return false;
}

Error Importer::badCharacter(const SequenceRecord& record, const CleanReport& report) const {
    const SourcePlace place = record.place(report.firstBad);
    Message found{STRAND_TEXT("engine", "\"%1\" in record \"%2\" is no %3 letter"), report.firstBadText, printable(record.id),
                  m_alphabet->name};
    if (record.id.empty())
        found = {STRAND_TEXT("engine", "\"%1\" in line %2 is no %3 letter"), report.firstBadText, place.line, m_alphabet->name};
    return Error(ErrorCode::BadInput, std::move(found), {STRAND_TEXT("engine", "expected the letters %1"), m_alphabet->letters},
                 {STRAND_TEXT("engine", "--on-bad skip leaves such records out, --on-bad replace reads such characters as %1"),
                  std::string(1, m_alphabet->unknown)})
        .at(path(), place.line, place.column, printable(record.id));
}

void Importer::warn(Warning warning) {
    if (m_options.onWarning) m_options.onWarning(warning);
    m_warnings.add(std::move(warning));
}

void Importer::warnReplaced(const SequenceRecord& record, const CleanReport& report) {
    const SourcePlace place = record.place(report.firstBad);
    warn({{STRAND_TEXT("engine", "\"%1\" is no %2 letter; characters read as %3: %4"), report.firstBadText, m_alphabet->name,
           std::string(1, m_alphabet->unknown), report.bad},
          path(),
          place.line,
          printable(record.id),
          place.column});
}

void Importer::noteTraits(const SequenceRecord& record, std::uint8_t met) {
    if ((met & kLowerCase) != 0) note(ImportNote::LowerCase, record);
    if ((met & kOtherBase) != 0) note(ImportNote::OtherBase, record);
    if ((met & kGap) != 0) note(ImportNote::Gaps, record);
    if ((met & kStopCodon) != 0) note(ImportNote::StopCodon, record);
}

std::string Importer::nameOf(const SequenceRecord& record) {
    if (record.id.empty() && m_inputs.back()->reader->named) note(ImportNote::NoName, record);
    if (record.id.empty()) return fmt::format("record{}", m_present);
    if (isUtf8(record.id)) return record.id;
    note(ImportNote::NotUtf8, record);
    return latin1ToUtf8(record.id);
}

/// A dataset is held in memory: refuse before the machine suffers. The vector may hold three times its size while it grows.
Result<void> Importer::checkMemory(const SequenceRecord& record) {
    constexpr std::size_t kHeap = 32;
    m_memory += static_cast<std::int64_t>(3 * sizeof(Sequence) + record.id.size() + record.label.size() + record.sequence.size() + kHeap);
    if (m_memory <= kMostMemory) return {};
    return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the sequences up to here need %1 MiB of memory"), m_memory >> 20},
                      {STRAND_TEXT("engine", "expected at most %1 MiB"), kMostMemory >> 20},
                      {STRAND_TEXT("engine", "import a part of them")})
                    .at(path(), record.line, 0, printable(record.id)));
}

Result<ImportedDataset> Importer::finish() {
    const auto nothing = [&] {
        return fail(Error(ErrorCode::BadInput, {STRAND_COUNT("engine", "all %1 records were skipped"), m_present},
                          {STRAND_TEXT("engine", "expected at least one good record")})
                        .at(path()));
    };
    if (m_dataset.sequences.empty()) return nothing();
    STRAND_ASSIGN(const LabelSource labels, decideLabels());
    const SplitSource splits = decideSplits();
    STRAND_TRY(applySplits(splits));
    noteRepeatedNames();
    ImportReport report = summarise(m_dataset);
    report.present = m_present;
    report.skipped = m_skipped;
    report.labelSource = labels;
    report.splitSource = splits;
    report.format = m_inputs.front()->reader->name;
    report.warnings = allWarnings();
    return ImportedDataset{std::move(m_dataset), std::move(report)};
}

Result<LabelSource> Importer::decideLabels() {
    std::vector<std::size_t> without;
    STRAND_ASSIGN(const LabelSource source, m_labels.decide(m_options.onBad == OnBad::Stop ? nullptr : &without));
    m_labels.apply(m_dataset);
    leaveOut(without);
    return source;
}

/// Sequences whose record has no label where half of them or more have one.
void Importer::leaveOut(const std::vector<std::size_t>& without) {
    if (without.empty()) return;
    std::vector<bool> leave(m_dataset.sequences.size());
    for (const std::size_t i : without) {
        leave[i] = true;
        const auto& [line, file] = m_origins[i];
        const std::string id = printable(m_dataset.sequences[i].id);
        warn({{STRAND_TEXT("engine", "the record \"%1\" has no label"), id}, m_inputs[file]->name.path, line, id, 0, true});
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < leave.size(); ++i) {
        if (leave[i]) continue;
        if (kept != i) m_dataset.sequences[kept] = std::move(m_dataset.sequences[i]);
        m_origins[kept++] = m_origins[i];
    }
    m_dataset.sequences.resize(kept);
    m_origins.resize(kept);
    m_skipped += static_cast<std::int64_t>(without.size());
}

SplitSource Importer::decideSplits() {
    if (m_options.ratio) return SplitSource::Ratio;
    if (m_options.split != SplitSource::Auto) return m_options.split;
    const bool columns = std::any_of(m_inputs.begin(), m_inputs.end(), [](const ImportInput* input) { return input->table.split >= 0; });
    if (m_splits) return columns ? SplitSource::Column : SplitSource::Header;
    std::set<Split> named;
    for (const ImportInput* input : m_inputs)
        named.insert(input->name.split);
    return named.size() > 1 && !named.contains(Split::None) ? SplitSource::Filename : SplitSource::None;
}

Result<void> Importer::applySplits(SplitSource source) {
    if (source == SplitSource::Ratio) return splitByRatio(m_dataset, m_options.ratio.value_or(kUsualRatio), m_options.seed);
    for (std::size_t i = 0; i < m_origins.size(); ++i) {
        if (source == SplitSource::Filename) m_dataset.sequences[i].split = m_inputs[m_origins[i].file]->name.split;
        if (source == SplitSource::None) m_dataset.sequences[i].split = Split::None;
    }
    return {};
}

void Importer::noteRepeatedNames() {
    for (const std::size_t i : makeNamesUnique(m_dataset)) {
        m_notes.add(ImportNote::RepeatedName, m_inputs[m_origins[i].file]->name.path, m_origins[i].line, m_dataset.sequences[i].id);
    }
}

void Importer::warnAboutClasses(std::vector<Warning>& warnings) const {
    const std::size_t classes = m_dataset.classes.size(), records = m_dataset.sequences.size();
    if (classes == 1) {
        const std::string& only = m_dataset.classes.front();
        warnings.push_back({{STRAND_TEXT("engine", "all records are of class \"%1\"; training needs two classes"), only}, {}, 0, {}});
    }
    if (classes > kManyClasses && classes * 2 > records)
        warnings.push_back({{STRAND_TEXT("engine", "%1 classes for %2 records: are these labels?"), classes, records}, {}, 0, {}});
}

std::vector<Warning> Importer::allWarnings() {
    std::vector<Warning> warnings = m_notes.warnings(m_dataset.kind);
    warnAboutClasses(warnings);
    for (Warning& warning : std::move(m_warnings).take())
        warnings.push_back(std::move(warning));
    return warnings;
}

std::vector<std::size_t> Importer::fileOfEach() const {
    std::vector<std::size_t> files;
    for (const Origin& origin : m_origins)
        files.push_back(origin.file);
    return files;
}

}  // namespace strand
