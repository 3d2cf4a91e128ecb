#include "data/text_reader.hpp"

#include "core/text.hpp"
#include "data/file_names.hpp"

namespace strand {

namespace {

Result<void> readText(TextSource& source, const ReadOptions&, const RecordSink& sink) {
    SequenceRecord record;
    record.id = fileStem(source.path());
    record.line = 1;
    std::string text;
    for (;;) {
        STRAND_ASSIGN(const TextSource::Line line, source.nextLine());
        if (line.end) break;
        if (static_cast<std::int64_t>(text.size() + line.text.size()) > source.limits().lineBytes) {
            return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a text of more than %1 bytes"), source.limits().lineBytes},
                              {STRAND_TEXT("engine", "expected shorter texts")})
                            .at(source.path(), source.lineNumber()));
        }
        text += line.text;
        text += '\n';
    }
    record.append(trimmed(text), 1, 0);
    return sink(std::move(record));
}

}  // namespace

ReaderEntry textReader() {
    return {.name = "text",
            .title = {STRAND_TEXT("engine", "One text a file")},
            .extensions = "txt",
            .example = "a text",
            .named = true,
            .recognises = nullptr,
            .look = nullptr,
            .read = &readText};
}

}  // namespace strand
