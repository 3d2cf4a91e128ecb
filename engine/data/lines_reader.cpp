#include "data/lines_reader.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace strand {

namespace {

Result<void> readLines(TextSource& source, const ReadOptions&, const RecordSink& sink) {
    SequenceRecord record;
    bool any = false;
    for (;;) {
        STRAND_ASSIGN(const TextSource::Line line, source.nextLine());
        if (line.end) break;
        const std::string_view text = trimmed(line.text);
        if (text.empty()) continue;
        any = true;
        record.clear();
        record.line = source.lineNumber();
        record.append(text, record.line, text.data() - line.text.data() + 1);
        STRAND_TRY(sink(std::move(record)));
    }
    if (any) return {};
    return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "no record")}, {STRAND_TEXT("engine", "expected one sequence a line")})
                    .at(source.path()));
}

/// Text: no control characters but blanks.
bool recognisesLines(std::string_view head) {
    const auto isControl = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && !isBlank(c)) || c == '\x7F'; };
    return std::none_of(head.begin(), head.end(), isControl);
}

}  // namespace

ReaderEntry linesReader() {
    return {.name = "lines",
            .title = {STRAND_TEXT("engine", "One sequence a line")},
            .extensions = "txt seq",
            .example = "ACGT",
            .named = false,
            .recognises = &recognisesLines,
            .look = nullptr,
            .read = &readLines};
}

}  // namespace strand
