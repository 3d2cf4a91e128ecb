#include "data/fasta_reader.hpp"

#include "core/text.hpp"
#include "data/header.hpp"
#include "data/solid_text.hpp"

namespace strand {

namespace {

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

Result<void> appendLine(SequenceRecord& record, std::string_view text, TextSource& source) {
    if (static_cast<std::int64_t>(record.sequence.size() + text.size()) > source.limits().lineBytes) {
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a sequence of more than %1 residues"), source.limits().lineBytes},
                          {STRAND_TEXT("engine", "expected shorter sequences")})
                        .at(source.path(), source.lineNumber(), 0, printable(record.id)));
    }
    if (!isSolid(text)) {
        appendPieces(record, text, source.lineNumber());
        return {};
    }
    record.append(text, source.lineNumber(), 1);
    // The second line of a width has told that width: those that go on like this belong to the same run.
    if (!text.empty() && record.runs.back().width == static_cast<std::int64_t>(text.size()))
        source.appendEvenLines(record.sequence, text.size(), '>');
    return {};
}

tl::unexpected<Error> noHeaderYet(std::string_view text, const TextSource& source) {
    return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "\"%1\" stands before the first header"), printable(text)},
                      {STRAND_TEXT("engine", "expected a line that begins with \">\"")})
                    .at(source.path(), source.lineNumber()));
}

tl::unexpected<Error> noRecord(const TextSource& source) {
    return fail(
        Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "no record")}, {STRAND_TEXT("engine", "expected a line that begins with \">\"")})
            .at(source.path()));
}

Result<void> readFasta(TextSource& source, const ReadOptions&, const RecordSink& sink) {
    SequenceRecord record;
    bool open = false;
    for (;;) {
        std::string_view text;
        if (!source.nextBufferedLine(text)) {
            STRAND_ASSIGN(const TextSource::Line line, source.nextLine());
            if (line.end) break;
            text = line.text;
        }
        if (!text.empty() && text.front() == '>') {
            if (open) STRAND_TRY(sink(std::move(record)));
            beginRecord(record, text.substr(1), source.lineNumber());
            open = true;
        } else if (open) {
            STRAND_TRY(appendLine(record, text, source));
        } else if (!trimmed(text).empty()) {
            return noHeaderYet(trimmed(text), source);
        }
    }
    return open ? sink(std::move(record)) : noRecord(source);
}

/// Some line of the head begins with '>': where it is not the first, reading says which line is wrong.
bool recognisesFasta(std::string_view head) {
    return head.starts_with('>') || head.find("\n>") != std::string_view::npos || head.find("\r>") != std::string_view::npos;
}

}  // namespace

ReaderEntry fastaReader() {
    return {.name = "fasta",
            .title = {STRAND_TEXT("engine", "FASTA")},
            .extensions = "fa fasta fna ffn faa frn fas txt",
            .example = ">name|label",
            .named = true,
            .recognises = &recognisesFasta,
            .look = nullptr,
            .read = &readFasta};
}

}  // namespace strand
