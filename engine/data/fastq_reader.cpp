#include "data/fastq_reader.hpp"

#include "core/text.hpp"
#include "data/header.hpp"

#include <algorithm>

namespace strand {

namespace {

/// '!' to '~', Phred + 33.
bool isQuality(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '!' && c <= '~'; });
}

/// One record after the other, line by line. A line that begins with '@' begins a record, unless it is a line of qualities.
class FastqParser {
public:
    FastqParser(TextSource& source, const RecordSink& sink) : m_source(source), m_sink(sink) {}

    Result<void> run() {
        for (;;) {
            STRAND_ASSIGN(const TextSource::Line line, m_source.nextLine());
            if (line.end) break;
            STRAND_TRY(take(line.text));
            m_last = m_source.lineNumber();
        }
        if (m_state == State::Sequence || m_state == State::Quality) STRAND_TRY(finish());
        if (m_any) return {};
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "no record")},
                          {STRAND_TEXT("engine", "expected a line that begins with \"@\"")})
                        .at(m_source.path()));
    }

private:
    enum class State { Between, Sequence, Quality, Lost };

    Result<void> take(std::string_view text) {
        switch (m_state) {
            case State::Between: return takeBetween(text);
            case State::Sequence: return takeSequence(text);
            case State::Quality: return takeQuality(text);
            case State::Lost: break;
        }
        return text.starts_with('@') ? begin(text) : Result<void>();
    }

    Result<void> takeBetween(std::string_view text) {
        if (text.starts_with('@')) return begin(text);
        if (trimmed(text).empty()) return {};
        Error stray(ErrorCode::BadInput, {STRAND_TEXT("engine", "\"%1\" stands between records"), printable(trimmed(text))},
                    {STRAND_TEXT("engine", "expected a line that begins with \"@\"")});
        if (!m_any) return fail(std::move(stray).at(m_source.path(), m_source.lineNumber()));
        m_record.clear();
        m_record.line = m_source.lineNumber();
        return giveUp(std::move(stray));
    }

    Result<void> begin(std::string_view text) {
        if (m_state != State::Between && m_state != State::Lost) STRAND_TRY(finish());
        m_record.clear();
        const std::string_view header = trimmed(text.substr(1));
        const HeaderFields fields = parseHeader(header);
        m_record.header.assign(header);
        m_record.id.assign(fields.id);
        m_record.label.assign(fields.label);
        m_record.split = fields.split;
        m_record.line = m_source.lineNumber();
        m_qualities = m_sequenceLines = m_qualityLines = 0;
        m_any = true;
        m_state = State::Sequence;
        return {};
    }

    Result<void> takeSequence(std::string_view text) {
        if (text.starts_with('@')) return begin(text);
        if (!text.starts_with('+')) {
            text = trimmed(text);
            if (static_cast<std::int64_t>(m_record.sequence.size() + text.size()) > m_source.limits().lineBytes) return tooLong();
            m_record.append(text, m_source.lineNumber(), 1);
            if (!text.empty()) ++m_sequenceLines;
            return {};
        }
        const std::string_view again = trimmed(text.substr(1));
        m_state = State::Quality;
        if (again.empty() || again == m_record.header || again == firstWord(m_record.header)) return {};
        return giveUp(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the name is \"%1\" behind the +"), printable(again)},
                            {STRAND_TEXT("engine", "expected \"%1\" or nothing"), printable(m_record.header)}));
    }

    Result<void> takeQuality(std::string_view text) {
        text = trimmed(text);
        const std::size_t expected = m_record.sequence.size();
        const bool complete = m_qualities == expected && (m_qualityLines > 0 || expected == 0);
        const bool fits = m_qualities + text.size() <= expected;
        // A sequence on one line has its qualities on one line: another one that begins with '@' is a header.
        const bool header =
            text.starts_with('@') && (complete || !fits || (m_sequenceLines <= 1 && (m_qualityLines > 0 || text.size() != expected)));
        if (header) return begin(text);
        if (complete) {
            STRAND_TRY(finish());
            return takeBetween(text);
        }
        if (!fits) return giveUp(wrongLength(m_qualities + text.size()));
        if (!isQuality(text)) {
            return giveUp(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "\"%1\" are no qualities"), printable(text)},
                                {STRAND_TEXT("engine", "expected characters from ! to ~")}));
        }
        m_qualities += text.size();
        if (!text.empty()) ++m_qualityLines;
        return {};
    }

    /// The record is as complete as it will be.
    Result<void> finish() {
        const bool noQualities = m_state == State::Sequence;
        m_state = State::Between;
        if (noQualities) {
            setDefect(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "record \"%1\" has no + line"), printable(m_record.id)},
                            {STRAND_TEXT("engine", "expected + and qualities behind the sequence")}),
                      m_last);
        } else if (m_qualities != m_record.sequence.size()) {
            setDefect(wrongLength(m_qualities), m_last);
        }
        return m_sink(std::move(m_record));
    }

    /// Delivers the record with a defect; the lines up to the next header are a part of it.
    Result<void> giveUp(Error defect) {
        setDefect(std::move(defect), m_source.lineNumber());
        m_state = State::Lost;
        return m_sink(std::move(m_record));
    }

    [[nodiscard]] Error wrongLength(std::size_t qualities) const {
        return Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "record \"%1\" has %2 qualities"), printable(m_record.id), qualities},
                     {STRAND_TEXT("engine", "expected %1, one a residue"), m_record.sequence.size()},
                     {STRAND_TEXT("engine", "--on-bad skip leaves such records out")});
    }
    void setDefect(Error defect, std::int64_t line) {
        m_record.defect = std::move(defect).at(m_source.path(), line, 0, printable(m_record.id));
    }
    [[nodiscard]] Result<void> tooLong() const {
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a sequence of more than %1 residues"), m_source.limits().lineBytes},
                          {STRAND_TEXT("engine", "expected shorter sequences")})
                        .at(m_source.path(), m_source.lineNumber(), 0, printable(m_record.id)));
    }

    TextSource& m_source;
    const RecordSink& m_sink;
    SequenceRecord m_record;
    State m_state = State::Between;
    std::size_t m_qualities = 0, m_sequenceLines = 0, m_qualityLines = 0;
    std::int64_t m_last = 0;  // the line before the one at hand
    bool m_any = false;
};

Result<void> readFastq(TextSource& source, const ReadOptions&, const RecordSink& sink) { return FastqParser(source, sink).run(); }

/// The first line begins with '@', and a later one with '+' before the next '@'.
bool recognisesFastq(std::string_view head) {
    head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
    if (!head.starts_with('@')) return false;
    for (std::size_t at = head.find_first_of("\r\n"); at != std::string_view::npos; at = head.find_first_of("\r\n", at + 1)) {
        if (head.substr(at + 1).starts_with('+')) return true;
        if (head.substr(at + 1).starts_with('@')) return false;
    }
    // A first sequence that is longer than the head.
    return false;
}

}  // namespace

ReaderEntry fastqReader() {
    return {.name = "fastq",
            .title = {STRAND_TEXT("engine", "FASTQ")},
            .extensions = "fq fastq",
            .example = "@name",
            .named = true,
            .recognises = &recognisesFastq,
            .look = nullptr,
            .read = &readFastq};
}

}  // namespace strand
