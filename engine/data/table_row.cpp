#include "data/table_row.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace strand {

namespace {

/// A row with more fields keeps one more than these.
constexpr std::size_t kMostFields = 1000000;

std::size_t skipBlanks(std::string_view text, std::size_t at, char delimiter) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t') && text[at] != delimiter)
        ++at;
    return at;
}

bool mayQuote(char c, RowStyle style) { return (c == '"' && style != RowStyle::Tsv) || (c == '\'' && style == RowStyle::Arff); }

/// Whether the quote at `at` stands for itself: doubled, or behind a backslash in ARFF.
bool isEscaped(std::string_view text, std::size_t at, RowStyle style) {
    if (style == RowStyle::Arff) return at > 0 && text[at - 1] == '\\';
    return at + 1 < text.size() && text[at + 1] == text[at];
}

/// A field in quotes on its own, with all quotes inside doubled.
bool isWhole(std::string_view field) {
    if (field.size() < 2 || field.front() != '"' || field.back() != '"') return false;
    for (std::size_t i = 1; i + 1 < field.size(); ++i) {
        if (field[i] != '"') continue;
        if (i + 2 >= field.size() || field[i + 1] != '"') return false;
        ++i;
    }
    return true;
}

std::string unquoted(std::string_view field) {
    std::string out;
    for (std::size_t i = 1; i + 1 < field.size(); ++i) {
        out += field[i];
        if (field[i] == '"') ++i;
    }
    return out;
}

}  // namespace

void TableRow::begin(std::int64_t line) {
    m_used = m_bytes = 0;
    m_line = line;
    m_badQuote = false;
    m_open = '\0';
}

std::string& TableRow::newField(std::int64_t column) {
    if (m_used == m_fields.size()) {
        m_fields.emplace_back();
        m_columns.emplace_back();
    }
    m_columns[m_used] = column;
    std::string& field = m_fields[m_used++];
    field.clear();
    return field;
}

bool TableRow::add(std::string_view text, char delimiter, RowStyle style) {
    m_bytes += text.size();
    std::size_t at = 0;
    if (m_open != '\0') {
        m_fields[m_used - 1] += '\n';
        at = addQuoted(text, 0, delimiter, style);
        if (at > text.size()) return m_open == '\0';
    }
    for (;;) {
        if (m_used > kMostFields) return true;
        const std::size_t begin = skipBlanks(text, at, delimiter);
        if (begin < text.size() && mayQuote(text[begin], style) && style != RowStyle::QuotedTsv) {
            newField(0);
            m_open = text[begin];
            at = addQuoted(text, begin + 1, delimiter, style);
        } else {
            const std::size_t end = std::min(text.find(delimiter, at), text.size());
            const std::string_view field = trimmed(text.substr(at, end - at));
            const bool quoted = style == RowStyle::QuotedTsv && isWhole(field);
            std::string& out = newField(quoted || field.empty() ? 0 : field.data() - text.data() + 1);
            if (quoted) {
                out = unquoted(field);
            } else {
                out.assign(field);
            }
            at = end + 1;
        }
        if (at > text.size()) return m_open == '\0';
    }
}

/// Takes a quoted field from `at` on; returns where the next field begins, beyond the text where there is none.
std::size_t TableRow::addQuoted(std::string_view text, std::size_t at, char delimiter, RowStyle style) {
    std::string& field = m_fields[m_used - 1];
    for (;;) {
        const std::size_t quote = text.find(m_open, at);
        field.append(text.substr(at, quote - at));
        if (quote == std::string_view::npos) return text.size() + 1;
        if (!isEscaped(text, quote, style)) {
            m_open = '\0';
            return endQuoted(text, quote + 1, delimiter);
        }
        if (style == RowStyle::Arff) field.pop_back();
        field += text[quote];
        at = quote + (style == RowStyle::Arff ? 1 : 2);
    }
}

std::size_t TableRow::endQuoted(std::string_view text, std::size_t at, char delimiter) {
    const std::size_t end = std::min(text.find(delimiter, at), text.size());
    m_badQuote = m_badQuote || skipBlanks(text, at, delimiter) < end;
    return end + 1;
}

std::vector<std::vector<std::string>> firstRows(std::string_view head, char delimiter, RowStyle style, std::size_t most) {
    std::vector<std::vector<std::string>> rows;
    TableRow row;
    bool open = false;
    while (!head.empty() && rows.size() < most) {
        const std::size_t end = head.find_first_of("\r\n");
        // The last line may be cut off where the head ends.
        if (end == std::string_view::npos && !rows.empty()) break;
        const std::string_view line = head.substr(0, end);
        const std::size_t next = end == std::string_view::npos ? head.size() : end + (head.substr(end).starts_with("\r\n") ? 2 : 1);
        head.remove_prefix(next);
        if (!open && trimmed(line).empty()) continue;
        if (!open) row.begin(1);
        open = !row.add(line, delimiter, style);
        if (!open) rows.push_back(row.fields());
    }
    return rows;
}

Result<bool> nextRow(TextSource& source, char delimiter, RowStyle style, TableRow& row) {
    for (bool open = false;;) {
        STRAND_ASSIGN(const TextSource::Line line, source.nextLine());
        if (line.end && !open) return false;
        if (line.end) {
            return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a quote that is opened here is never closed")},
                              {STRAND_TEXT("engine", "expected a closing quote")},
                              {STRAND_TEXT("engine", "write a quote inside a quoted field twice")})
                            .at(source.path(), row.line()));
        }
        if (!open && trimmed(line.text).empty()) continue;
        if (!open) row.begin(source.lineNumber());
        if (row.add(line.text, delimiter, style)) return true;
        open = true;
        if (static_cast<std::int64_t>(row.bytes()) <= source.limits().lineBytes) continue;
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a row of more than %1 bytes"), source.limits().lineBytes},
                          {STRAND_TEXT("engine", "expected a closing quote")})
                        .at(source.path(), row.line()));
    }
}

}  // namespace strand
