#include "data/arff_reader.hpp"

#include "core/text.hpp"
#include "data/column_guess.hpp"
#include "data/table_record.hpp"

#include <algorithm>

namespace strand {

namespace {

constexpr std::size_t kShownRows = 100;
constexpr std::size_t kMostAttributes = 1000000;

tl::unexpected<Error> refused(Message found, Message expected) { return fail(ErrorCode::BadInput, std::move(found), std::move(expected)); }

/// The description: one line after the other, until "@data".
class ArffHeader {
public:
    /// False: a line of the data follows.
    Result<bool> add(std::string_view line) {
        line = trimmed(line);
        if (line.empty() || line.front() == '%') return true;
        const std::string word = lowerCase(firstWord(line));
        const std::string_view rest = trimmed(line.substr(word.size()));
        if (word == "@relation") return true;
        if (word == "@attribute") return addAttribute(rest);
        if (word == "@data" && !m_names.empty()) return false;
        if (word == "@data")
            return refused({STRAND_TEXT("engine", "no attribute stands before @data")},
                           {STRAND_TEXT("engine", "expected @attribute lines")});
        return refused({STRAND_TEXT("engine", "\"%1\" stands in the description"), printable(line)},
                       {STRAND_TEXT("engine", "expected @relation, @attribute, @data or a comment that begins with %1"), "%"});
    }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    /// The first value of each attribute that lists its values.
    [[nodiscard]] const std::vector<std::string>& examples() const { return m_examples; }

private:
    Result<bool> addAttribute(std::string_view text) {
        const char quote = text.empty() ? '\0' : text.front();
        std::string_view name = firstWord(text), type;
        if (quote == '\'' || quote == '"') {
            const std::size_t end = text.find(quote, 1);
            if (end == std::string_view::npos)
                return refused({STRAND_TEXT("engine", "the name of an attribute is not closed")},
                               {STRAND_TEXT("engine", "expected a closing quote")});
            name = text.substr(1, end - 1);
            type = trimmed(text.substr(end + 1));
        } else {
            // "@attribute class{a,b}" has no blank.
            name = name.substr(0, name.find('{'));
            type = trimmed(text.substr(name.size()));
        }
        if (type.empty()) {
            return refused({STRAND_TEXT("engine", "the attribute \"%1\" has no type"), printable(name)},
                           {STRAND_TEXT("engine", "expected a type such as {a,b}, string or numeric")});
        }
        if (lowerCase(firstWord(type)) == "relational")
            return refused({STRAND_TEXT("engine", "a relational attribute")}, {STRAND_TEXT("engine", "expected one value a field")});
        if (m_names.size() == kMostAttributes)
            return refused({STRAND_TEXT("engine", "more than %1 attributes"), kMostAttributes}, {STRAND_TEXT("engine", "expected fewer")});
        m_names.emplace_back(name);
        const bool listed = type.front() == '{';
        m_examples.emplace_back(listed ? trimmed(type.substr(1, type.find_first_of(",}") - 1)) : std::string_view());
        return true;
    }

    std::vector<std::string> m_names, m_examples;
};

/// The next line of `head`, taken off it; none where only a part of it is there.
std::optional<std::string_view> takeLine(std::string_view& head) {
    const std::size_t end = head.find_first_of("\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + (head.substr(end).starts_with("\r\n") ? 2 : 1));
    return line;
}

/// Rows without comments.
std::vector<std::vector<std::string>> sampleRows(std::string_view head, std::size_t width) {
    std::vector<std::vector<std::string>> rows;
    TableRow row;
    while (rows.size() < kShownRows) {
        const auto line = takeLine(head);
        if (!line) break;
        if (trimmed(*line).empty() || trimmed(*line).front() == '%') continue;
        row.begin(1);
        if (row.add(*line, ',', RowStyle::Arff) && row.size() == width) rows.push_back(row.fields());
    }
    return rows;
}

/// By convention the last attribute is the class.
Result<void> findAttributes(TableLook& look, const ArffHeader& header, const ReadOptions& options) {
    const std::vector<std::vector<std::string>> examples(1, header.examples());
    STRAND_TRY(findColumns(look, look.rows.empty() ? examples : look.rows, options));
    if (options.labelColumn || look.label >= 0) return {};
    const int last = static_cast<int>(look.columns.size()) - 1;
    const bool free = last != look.id && last != look.split && (last < look.sequence || last >= look.sequence + look.joined);
    if (free) look.label = last;
    return {};
}

Result<TableLook> lookOf(const ArffHeader& header, std::string_view data, const ReadOptions& options) {
    TableLook look;
    look.delimiter = ',';
    look.headerRow = true;
    look.columns = header.names();
    look.rows = sampleRows(data, look.columns.size());
    STRAND_TRY(findAttributes(look, header, options));
    return look;
}

/// Nothing where the description is longer than the head.
Result<TableLook> lookAtArff(std::string_view head, const ReadOptions& options) {
    ArffHeader header;
    while (const auto line = takeLine(head)) {
        STRAND_ASSIGN(const bool more, header.add(*line));
        if (!more) return lookOf(header, head, options);
    }
    return TableLook{};
}

Result<void> readData(TextSource& source, const TableLook& look, const RecordSink& sink) {
    TableRow row;
    SequenceRecord record;
    bool any = false;
    for (;;) {
        STRAND_ASSIGN(const TextSource::Line line, source.nextLine());
        if (line.end && !any) return fail(noRow(source));
        if (line.end) return {};
        const std::string_view text = trimmed(line.text);
        if (text.empty() || text.front() == '%') continue;
        any = true;
        row.begin(source.lineNumber());
        const bool closed = row.add(line.text, look.delimiter, RowStyle::Arff);
        fillRecord(record, row, look, source);
        if (record.label == "?") record.label.clear();
        Message found;
        if (text.front() == '{') found = {STRAND_TEXT("engine", "a sparse row")};
        if (!closed) found = {STRAND_TEXT("engine", "a quote that is opened here is never closed")};
        if (!found.empty()) {
            record.defect = Error(ErrorCode::BadInput, std::move(found), {STRAND_TEXT("engine", "expected one value an attribute")})
                                .at(source.path(), source.lineNumber());
        }
        STRAND_TRY(sink(std::move(record)));
    }
}

Result<void> readArff(TextSource& source, const ReadOptions& options, const RecordSink& sink) {
    auto look = lookAtArff(source.head(), options);
    ArffHeader header;
    for (bool more = true; more;) {
        STRAND_ASSIGN(const TextSource::Line line, source.nextLine());
        if (line.end) {
            return fail(
                Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "no @data line")}, {STRAND_TEXT("engine", "expected rows behind @data")})
                    .at(source.path()));
        }
        auto added = header.add(line.text);
        if (!added) return fail(std::move(added).error().at(source.path(), source.lineNumber()));
        more = *added;
    }
    if (look && look->columns.empty()) look = lookOf(header, {}, options);
    if (!look) return fail(std::move(look).error().at(source.path()));
    return readData(source, *look, sink);
}

bool recognisesArff(std::string_view head) {
    while (const auto line = takeLine(head)) {
        const std::string_view text = trimmed(*line);
        if (text.empty() || text.front() == '%') continue;
        const std::string word = lowerCase(firstWord(text));
        return word == "@relation" || word == "@attribute";
    }
    return false;
}

}  // namespace

ReaderEntry arffReader() {
    return {.name = "arff",
            .title = {STRAND_TEXT("engine", "ARFF")},
            .extensions = "arff",
            .example = "@relation",
            .named = false,
            .recognises = &recognisesArff,
            .look = &lookAtArff,
            .read = &readArff};
}

}  // namespace strand
