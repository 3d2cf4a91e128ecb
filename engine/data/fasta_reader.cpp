#include "data/fasta_reader.hpp"

#include "core/text.hpp"
#include "data/header.hpp"

#include <cstring>

namespace strand {

namespace {

/// True where a byte is a blank or a control character. Eight bytes at a time: x - 0x21 borrows for bytes below 0x21.
bool hasBlank(std::string_view text) {
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    constexpr std::uint64_t kHigh = 0x8080808080808080U;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + i, 8);
        if (((bytes - kOnes * 0x21U) & ~bytes & kHigh) != 0) return true;
    }
    for (; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) < 0x21U) return true;
    }
    return false;
}

/// The pieces of a line between blanks and tabs.
void appendPieces(SequenceRecord& record, std::string_view text, std::int64_t line) {
    constexpr std::string_view kBlanks = " \t";
    std::size_t begin = text.find_first_not_of(kBlanks);
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
        record.append(text.substr(begin, end - begin), line, static_cast<std::int64_t>(begin) + 1);
        begin = text.find_first_not_of(kBlanks, end);
    }
}

void beginRecord(SequenceRecord& record, std::string_view header, std::int64_t line) {
    record.clear();
    header = trimmed(header);
    const HeaderFields fields = parseHeader(header);
    record.header.assign(header);
    record.id.assign(fields.id);
    record.label.assign(fields.label);
    record.split = fields.split;
    record.line = line;
}

Result<void> appendLine(SequenceRecord& record, std::string_view text, const TextSource& source) {
    if (static_cast<std::int64_t>(record.sequence.size() + text.size()) > source.limits().lineBytes) {
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a sequence of more than %1 residues"), source.limits().lineBytes},
                          {STRAND_TEXT("engine", "expected shorter sequences")})
                        .at(source.path(), source.lineNumber(), 0, printable(record.id)));
    }
    if (hasBlank(text)) {
        appendPieces(record, text, source.lineNumber());
    } else {
        record.append(text, source.lineNumber(), 1);
    }
    return {};
}

tl::unexpected<Error> noHeaderYet(std::string_view text, const TextSource& source) {
    return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "\"%1\" stands before the first header"), printable(text)},
                      {STRAND_TEXT("engine", "expected a line that begins with \">\"")})
                    .at(source.path(), source.lineNumber()));
}

Result<void> readFasta(TextSource& source, const RecordSink& sink) {
    SequenceRecord record;
    bool open = false;
    for (;;) {
        STRAND_ASSIGN(const TextSource::Line line, source.nextLine());
        if (line.end) break;
        if (!line.text.empty() && line.text.front() == '>') {
            if (open) STRAND_TRY(sink(std::move(record)));
            beginRecord(record, line.text.substr(1), source.lineNumber());
            open = true;
        } else if (open) {
            STRAND_TRY(appendLine(record, line.text, source));
        } else if (!trimmed(line.text).empty()) {
            return noHeaderYet(trimmed(line.text), source);
        }
    }
    if (open) return sink(std::move(record));
    return fail(
        Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "no record")}, {STRAND_TEXT("engine", "expected a line that begins with \">\"")})
            .at(source.path()));
}

/// Some line of the head begins with '>': where it is not the first, reading says which line is wrong.
bool recognisesFasta(std::string_view head) {
    return head.starts_with('>') || head.find("\n>") != std::string_view::npos || head.find("\r>") != std::string_view::npos;
}

}  // namespace

ReaderEntry fastaReader() {
    return {"fasta", {STRAND_TEXT("engine", "FASTA")}, "fa fasta fna ffn faa frn fas txt", ">name|label", &recognisesFasta, &readFasta};
}

}  // namespace strand
