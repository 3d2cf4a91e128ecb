#include "data/reader.hpp"

#include "core/text.hpp"
#include "data/fasta_reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace strand {

namespace {

constexpr std::int64_t kProgressBytes = std::int64_t{1} << 20;

std::string knownFormats() {
    std::string out;
    for (const ReaderEntry& reader : readers()) {
        out += out.empty() ? "" : ", ";
        out += fmt::format("{} ({})", reader.title.english(), reader.example);
    }
    return out;
}

}  // namespace

std::span<const ReaderEntry> readers() {
    static const std::array table{fastaReader()};
    return table;
}

const ReaderEntry* findReader(std::string_view name) {
    const auto table = readers();
    const auto found = std::find_if(table.begin(), table.end(), [&](const ReaderEntry& reader) { return name == reader.name; });
    return found == table.end() ? nullptr : &*found;
}

Result<const ReaderEntry*> detectReader(const std::string& path) {
    STRAND_ASSIGN(const TextSource source, TextSource::open(path));
    for (const ReaderEntry& reader : readers()) {
        if (reader.recognises(source.head())) return &reader;
    }
    return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the format of the content is not known")},
                      {STRAND_TEXT("engine", "expected one of: %1"), knownFormats()})
                    .at(path, 1));
}

Error emptyRecord(const SequenceRecord& record, const std::string& path) {
    return Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "record \"%1\" has a header and no sequence"), printable(record.id)},
                 {STRAND_TEXT("engine", "expected at least one residue")}, {STRAND_TEXT("engine", "--on-bad skip leaves such records out")})
        .at(path, record.line, 0, printable(record.id));
}

Result<void> readFile(const std::string& path, const ReaderEntry& reader, const RecordSink& sink, const ProgressFn& progress,
                      std::stop_token stop, EmptyRecords empty) {
    STRAND_ASSIGN(TextSource source, TextSource::open(path));
    const std::string name = std::filesystem::path(path).filename().string();
    const auto report = [&] { progress({{STRAND_TEXT("engine", "Reading %1"), name}, source.bytesRead(), source.bytesTotal(), "bytes"}); };
    std::int64_t nextReport = 0;
    const RecordSink watched = [&](SequenceRecord&& record) -> Result<void> {
        if (stop.stop_requested()) return fail(Error(ErrorCode::Interrupted, {STRAND_TEXT("engine", "reading was stopped")}).at(path));
        if (record.sequence.empty() && empty == EmptyRecords::Refuse) return fail(emptyRecord(record, path));
        if (progress && source.bytesRead() >= nextReport) {
            report();
            nextReport = source.bytesRead() + kProgressBytes;
        }
        return sink(std::move(record));
    };
    STRAND_TRY(reader.read(source, watched));
    if (progress) report();
    return {};
}

}  // namespace strand
