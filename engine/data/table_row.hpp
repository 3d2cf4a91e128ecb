// Rows of delimited text: fields, and where each stands.
#pragma once

#include "data/text_source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace strand {

/// Csv: RFC 4180; a field may be in double quotes, with delimiters, doubled quotes and line ends inside.
/// Tsv: a field ends at the next tab; none is quoted. QuotedTsv: a field in double quotes is taken out of them, on one line.
/// Arff: single or double quotes, a backslash before a quote inside.
enum class RowStyle { Csv, Tsv, QuotedTsv, Arff };

/// One row. Fields are without the blanks around them, and without quotes.
class TableRow {
public:
    void begin(std::int64_t line);
    /// Adds a line; false = a quoted field goes on on the next one.
    bool add(std::string_view text, char delimiter, RowStyle style);

    [[nodiscard]] std::size_t size() const { return m_used; }
    [[nodiscard]] const std::string& field(std::size_t i) const { return m_fields[i]; }
    /// 1-based, of the first character; 0 = the field is quoted, so that its characters stand elsewhere.
    [[nodiscard]] std::int64_t column(std::size_t i) const { return m_columns[i]; }
    [[nodiscard]] std::int64_t line() const { return m_line; }
    /// Something stood behind a closing quote.
    [[nodiscard]] bool badQuote() const { return m_badQuote; }
    /// Bytes of the fields.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    /// The fields, for a preview.
    [[nodiscard]] std::vector<std::string> fields() const {
        return {m_fields.begin(), m_fields.begin() + static_cast<std::ptrdiff_t>(m_used)};
    }

private:
    std::string& newField(std::int64_t column);
    std::size_t addQuoted(std::string_view text, std::size_t at, char delimiter, RowStyle style);
    std::size_t endQuoted(std::string_view text, std::size_t at, char delimiter);

    std::vector<std::string> m_fields;  ///< the first m_used are of this row; the others keep their memory
    std::vector<std::int64_t> m_columns;
    std::size_t m_used = 0, m_bytes = 0;
    std::int64_t m_line = 0;
    bool m_badQuote = false;
    char m_open = '\0';  ///< the quote that is not closed yet
};

/// The first complete rows of a text, at most `most`; blank lines are no rows.
[[nodiscard]] std::vector<std::vector<std::string>> firstRows(std::string_view head, char delimiter, RowStyle style, std::size_t most);

/// The next row that is not blank, false at the end. A quote that is never closed: an error at the line where it begins.
Result<bool> nextRow(TextSource& source, char delimiter, RowStyle style, TableRow& row);

}  // namespace strand
