#include "data/fasta_reader.hpp"

#include "core/text.hpp"
#include "data/header.hpp"
#include "data/solid_text.hpp"

#include <bit>

namespace strand {

namespace {

/// The pieces of a line between blanks and tabs; words get a blank between them.
void appendPieces(SequenceRecord& record, std::string_view text, std::int64_t line, bool words) {
    constexpr std::string_view kBlanks = " \t";
    std::size_t begin = text.find_first_not_of(kBlanks);
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
        if (words && !record.sequence.empty()) record.sequence += ' ';
        record.append(text.substr(begin, end - begin), line, static_cast<std::int64_t>(begin) + 1);
        begin = text.find_first_not_of(kBlanks, end);
    }
}

/// Short texts of the same size follow one another: then the string is there already.
void put(std::string& out, std::string_view text) {
    if (out.size() == text.size()) {
        std::copy(text.begin(), text.end(), out.begin());
    } else {
        out.assign(text);
    }
}

void beginRecord(SequenceRecord& record, std::string_view header, const HeaderFields& fields, std::int64_t line) {
    put(record.header, header);
    put(record.id, fields.id);
    put(record.label, fields.label);
    record.split = fields.split;
    record.line = line;
    record.runs.clear();
}

/// Takes a header that lies in the buffer and is of the usual form.
bool takeShortHeader(TextSource& source, std::string_view& header, HeaderFields& fields) {
    const std::string_view text = source.buffered();
    if (text.empty() || text.front() != '>') return false;
    const std::size_t size = parseShortHeader(text.substr(1), fields);
    if (size == 0) return false;
    header = text.substr(1, size);
    source.takeBuffered(size + 1);
    return true;
}

/// Takes the first line of a sequence where it lies in the buffer, is shorter than 64 bytes, and holds no blank.
bool takeShortLine(TextSource& source, SequenceRecord& record) {
    const std::string_view text = source.buffered();
    if (text.size() < 64 || text.front() == '>') return false;
    const auto size = static_cast<std::size_t>(std::countr_zero(findLowOr('\n', text.data())));
    if (size == 0 || size == 64 || text[size] != '\n') return false;
    put(record.sequence, text.substr(0, size));
    source.takeBuffered(size);
    record.runs.push_back({0, source.lineNumber(), 1, 0});
    return true;
}

Result<void> appendLine(SequenceRecord& record, std::string_view text, TextSource& source, bool words) {
    if (static_cast<std::int64_t>(record.sequence.size() + text.size()) > source.limits().lineBytes) {
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a sequence of more than %1 residues"), source.limits().lineBytes},
                          {STRAND_TEXT("engine", "expected shorter sequences")})
                        .at(source.path(), source.lineNumber(), 0, printable(record.id)));
    }
    if (words || !isSolid(text)) {
        appendPieces(record, text, source.lineNumber(), words);
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

Result<void> readFasta(TextSource& source, const ReadOptions& options, const RecordSink& sink) {
    SequenceRecord record;
    bool open = false;
    for (;;) {
        std::string_view text;
        HeaderFields fields;
        bool header = takeShortHeader(source, text, fields);
        if (!header && !source.nextBufferedLine(text)) {
            STRAND_ASSIGN(const TextSource::Line line, source.nextLine());
            if (line.end) break;
            text = line.text;
        }
        if (!header && !text.empty() && text.front() == '>') {
            header = true;
            text = trimmed(text.substr(1));
            fields = parseHeader(text);
        }
        if (header) {
            if (open) STRAND_TRY(sink(std::move(record)));
            beginRecord(record, text, fields, source.lineNumber());
            open = true;
            if (options.words || !takeShortLine(source, record)) record.sequence.clear();
        } else if (open) {
            STRAND_TRY(appendLine(record, text, source, options.words));
        } else if (!trimmed(text).empty()) {
            return noHeaderYet(trimmed(text), source);
        }
    }
    if (!open) return noRecord(source);
    return sink(std::move(record));
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
