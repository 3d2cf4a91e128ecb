#include "data/reader.hpp"

#include "core/text.hpp"
#include "data/arff_reader.hpp"
#include "data/csv_reader.hpp"
#include "data/fasta_reader.hpp"
#include "data/fastq_reader.hpp"
#include "data/genbank_reader.hpp"
#include "data/lines_reader.hpp"
#include "data/text_reader.hpp"
#include "data/tsv_reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace strand {

namespace {

constexpr std::int64_t kProgressBytes = std::int64_t{1} << 20;

std::string knownFormats() {
    std::string out;
    for (const ReaderEntry& reader : readers()) {
        if (reader.recognises == nullptr) continue;
        out += out.empty() ? "" : ", ";
        out += fmt::format("{} ({})", reader.title.english(), reader.example);
    }
    return out;
}

}  // namespace

std::span<const ReaderEntry> readers() {
    static const std::array table{genbankReader(), fastqReader(), arffReader(),  csvReader(),
                                  tsvReader(),     fastaReader(), linesReader(), textReader()};
    return table;
}

const ReaderEntry* findReader(std::string_view name) {
    const auto table = readers();
    const auto found = std::find_if(table.begin(), table.end(), [&](const ReaderEntry& reader) { return name == reader.name; });
    return found == table.end() ? nullptr : &*found;
}

Result<const ReaderEntry*> detectReader(const TextSource& source) {
    for (const ReaderEntry& reader : readers()) {
        if (reader.recognises != nullptr && reader.recognises(source.head())) return &reader;
    }
    return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the format of the content is not known")},
                      {STRAND_TEXT("engine", "expected one of: %1"), knownFormats()})
                    .at(source.path(), 1));
}

Error emptyRecord(const SequenceRecord& record, const std::string& path) {
    Message found{STRAND_TEXT("engine", "the record has no sequence")};
    if (!record.id.empty()) found = {STRAND_TEXT("engine", "record \"%1\" has a header and no sequence"), printable(record.id)};
    return Error(ErrorCode::BadInput, std::move(found), {STRAND_TEXT("engine", "expected at least one residue")},
                 {STRAND_TEXT("engine", "--on-bad skip leaves such records out")})
        .at(path, record.line, 0, printable(record.id));
}

Result<void> readFile(const std::string& path, const ReaderEntry& reader, const ReadOptions& options, const RecordSink& sink,
                      const ProgressFn& progress, std::stop_token stop, FaultyRecords faulty) {
    STRAND_ASSIGN(TextSource source, TextSource::open(path, {}, options.encoding));
    const std::string name = std::filesystem::path(path).filename().string();
    const auto report = [&] { progress({{STRAND_TEXT("engine", "Reading %1"), name}, source.bytesRead(), source.bytesTotal(), "bytes"}); };
    std::int64_t nextReport = 0;
    const RecordSink watched = [&](SequenceRecord&& record) -> SinkStatus {
        if (stop.stop_requested()) return fail(Error(ErrorCode::Interrupted, {STRAND_TEXT("engine", "reading was stopped")}).at(path));
        if (faulty == FaultyRecords::Refuse && record.defect) return fail(*std::move(record.defect));
        if (faulty == FaultyRecords::Refuse && record.sequence.empty()) return fail(emptyRecord(record, path));
        if (progress && source.bytesRead() >= nextReport) {
            report();
            nextReport = source.bytesRead() + kProgressBytes;
        }
        return sink(std::move(record));
    };
    STRAND_TRY(reader.read(source, options, watched));
    if (progress) report();
    return {};
}

}  // namespace strand
