#include "storage/sequence_table.hpp"

#include "storage/connection.hpp"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

namespace strand::detail {

namespace {

constexpr std::int64_t kPollRows = 4096;  ///< rows between two looks at the stop token

std::int64_t keyOf(std::int64_t dataset, std::int64_t ordinal) { return (dataset << 32) + ordinal; }
std::int64_t ordinalOf(std::int64_t key) { return key & 0xFFFFFFFF; }

std::string_view textOf(const SQLite::Column& column) {
    const char* const text = column.getText();
    return {text, static_cast<std::size_t>(column.getBytes())};
}

Error stopped() { return Error(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped; nothing was changed")); }

constexpr const char* kColumns = "key, label, split, fold, id, residues";

SequenceRow rowFrom(SQLite::Statement& row) {
    SequenceRow out;
    out.ordinal = ordinalOf(row.getColumn(0).getInt64());
    out.sequence.label = row.getColumn(1).getInt();
    const int split = row.getColumn(2).getInt();
    out.sequence.fold = row.getColumn(3).getInt();
    if (split < 0 || split >= static_cast<int>(kSplitCount) || out.sequence.label < kNoLabel || out.sequence.fold < 0) {
        throw Damaged({STRAND_TEXT("engine", "sequence %1 of a dataset is damaged"), out.ordinal + 1});
    }
    out.sequence.split = static_cast<Split>(split);
    out.sequence.id = textOf(row.getColumn(4));
    out.sequence.residues = textOf(row.getColumn(5));
    return out;
}

// ASCII only: residues and most ids; other letters compare as they are.
constexpr auto kLower = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<unsigned char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
    return table;
}();

/// Finds a text in either case.
class Needle {
public:
    explicit Needle(std::string text) : m_text(std::move(text)) {
        for (char& c : m_text)
            c = static_cast<char>(kLower[static_cast<unsigned char>(c)]);
    }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    [[nodiscard]] bool isIn(std::string_view hay) const {
        if (hay.size() < m_text.size()) return false;
        const auto first = static_cast<unsigned char>(m_text.front());
        for (std::size_t at = 0; at + m_text.size() <= hay.size(); ++at) {
            if (kLower[static_cast<unsigned char>(hay[at])] == first && matches(hay.data() + at)) return true;
        }
        return false;
    }

private:
    [[nodiscard]] bool matches(const char* at) const {
        for (std::size_t i = 1; i < m_text.size(); ++i) {
            if (kLower[static_cast<unsigned char>(at[i])] != static_cast<unsigned char>(m_text[i])) return false;
        }
        return true;
    }
    std::string m_text;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits compare by value: seq2 < seq10.
bool naturalLess(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i, ++j;
            continue;
        }
        while (i < a.size() && a[i] == '0')
            ++i;
        while (j < b.size() && b[j] == '0')
            ++j;
        const std::size_t beginA = i, beginB = j;
        while (i < a.size() && isDigit(a[i]))
            ++i;
        while (j < b.size() && isDigit(b[j]))
            ++j;
        if (i - beginA != j - beginB) return i - beginA < j - beginB;
        if (const int order = a.substr(beginA, i - beginA).compare(b.substr(beginB, j - beginB)); order != 0) return order < 0;
    }
    if ((i < a.size()) != (j < b.size())) return j < b.size();
    return a < b;  // the same but for leading zeros
}

/// "?1 = dataset's first key, ?2 = last key" and the parts of the filter that SQL can say.
std::string whereClause(const SequenceFilter& filter) {
    std::string where = " FROM sequences WHERE key BETWEEN ?1 AND ?2";
    if (filter.label) where += " AND label = ?3";
    if (filter.split) where += " AND split = ?4";
    return where;
}

void bindWhere(SQLite::Statement& query, std::int64_t dataset, const SequenceFilter& filter) {
    query.bind(1, keyOf(dataset, 0));
    query.bind(2, keyOf(dataset, 0xFFFFFFFF));
    if (filter.label) query.bind(3, *filter.label);
    if (filter.split) query.bind(4, static_cast<int>(*filter.split));
}

/// Calls `take` for every row that passes the filter; columns: key, `sortColumn`[, id, residues]. False when stopped.
template <typename Take>
bool scan(SQLite::Database& database, std::int64_t dataset, const SequenceFilter& filter, const char* sortColumn,
          const std::stop_token& stop, Take&& take) {
    const Needle needle(filter.text);
    SQLite::Statement query(database,
                            fmt::format("SELECT key, {}{}{}", sortColumn, needle.empty() ? "" : ", id, residues", whereClause(filter)));
    bindWhere(query, dataset, filter);
    for (std::int64_t row = 1; query.executeStep(); ++row) {
        if (row % kPollRows == 0 && stop.stop_requested()) return false;
        if (needle.empty() || needle.isIn(textOf(query.getColumn(2))) || needle.isIn(textOf(query.getColumn(3)))) take(query);
    }
    return true;
}

template <typename Key, typename Read, typename Less>
Result<std::vector<std::int32_t>> sorted(SQLite::Database& database, std::int64_t dataset, const SequenceFilter& filter, const char* column,
                                         const std::stop_token& stop, Read&& read, Less&& less) {
    std::vector<std::pair<Key, std::int32_t>> found;
    const bool done = scan(database, dataset, filter, column, stop, [&](SQLite::Statement& row) {
        found.emplace_back(read(row.getColumn(1)), static_cast<std::int32_t>(ordinalOf(row.getColumn(0).getInt64())));
    });
    if (!done) return fail(stopped());
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& a, const auto& b) { return filter.descending ? less(b.first, a.first) : less(a.first, b.first); });
    std::vector<std::int32_t> ordinals(found.size());
    std::transform(found.begin(), found.end(), ordinals.begin(), [](const auto& item) { return item.second; });
    return ordinals;
}

}  // namespace

bool isPlain(const SequenceFilter& filter) {
    return filter.text.empty() && !filter.label && !filter.split && filter.sort == SequenceSort::Ordinal && !filter.descending;
}

Result<void> insertSequences(SQLite::Database& database, std::int64_t dataset, std::span<const Sequence> sequences,
                             const ProgressFn& progress, const std::stop_token& stop) {
    const auto total = static_cast<std::int64_t>(sequences.size());
    SQLite::Statement insert(database, "INSERT INTO sequences(key, length, label, split, fold, id, residues) VALUES(?, ?, ?, ?, ?, ?, ?)");
    for (std::int64_t ordinal = 0; ordinal < total; ++ordinal) {
        if (ordinal % kPollRows == 0) {
            if (stop.stop_requested()) return fail(stopped());
            if (progress) progress({STRAND_TEXT("engine", "Saving sequences"), ordinal, total, "records"});
        }
        const Sequence& sequence = sequences[static_cast<std::size_t>(ordinal)];
        insert.bind(1, keyOf(dataset, ordinal));
        insert.bind(2, static_cast<std::int64_t>(sequence.residues.size()));
        insert.bind(3, sequence.label);
        insert.bind(4, static_cast<int>(sequence.split));
        insert.bind(5, sequence.fold);
        insert.bindNoCopy(6, sequence.id);
        insert.bindNoCopy(7, sequence.residues);
        insert.exec();
        insert.reset();
    }
    if (progress) progress({STRAND_TEXT("engine", "Saving sequences"), total, total, "records"});
    return {};
}

Result<void> updateMarks(SQLite::Database& database, std::int64_t dataset, std::span<const SequenceMarks> marks, const ProgressFn& progress,
                         const std::stop_token& stop) {
    const auto total = static_cast<std::int64_t>(marks.size());
    SQLite::Statement update(database, "UPDATE sequences SET label = ?2, split = ?3, fold = ?4 WHERE key = ?1");
    for (std::int64_t i = 0; i < total; ++i) {
        if (i % kPollRows == 0) {
            if (stop.stop_requested()) return fail(stopped());
            if (progress) progress({STRAND_TEXT("engine", "Saving sequences"), i, total, "records"});
        }
        const SequenceMarks& mark = marks[static_cast<std::size_t>(i)];
        update.bind(1, keyOf(dataset, mark.ordinal));
        update.bind(2, mark.label);
        update.bind(3, mark.split);
        update.bind(4, mark.fold);
        update.exec();
        update.reset();
    }
    if (progress) progress({STRAND_TEXT("engine", "Saving sequences"), total, total, "records"});
    return {};
}

void copySequences(SQLite::Database& database, std::int64_t from, std::int64_t to) {
    SQLite::Statement copy(database,
                           "INSERT INTO sequences SELECT key - ?1 + ?3, length, label, split, fold, id, residues FROM sequences "
                           "WHERE key BETWEEN ?1 AND ?2 ORDER BY key");
    copy.bind(1, keyOf(from, 0));
    copy.bind(2, keyOf(from, 0xFFFFFFFF));
    copy.bind(3, keyOf(to, 0));
    copy.exec();
}

void removeSequences(SQLite::Database& database, std::int64_t dataset) {
    SQLite::Statement remove(database, "DELETE FROM sequences WHERE key BETWEEN ?1 AND ?2");
    bindWhere(remove, dataset, {});
    remove.exec();
}

std::vector<Sequence> readAllSequences(SQLite::Database& database, std::int64_t dataset) {
    std::vector<Sequence> sequences;
    SQLite::Statement query(database, fmt::format("SELECT {}{} ORDER BY key", kColumns, whereClause({})));
    bindWhere(query, dataset, {});
    while (query.executeStep()) {
        SequenceRow row = rowFrom(query);
        if (row.ordinal != static_cast<std::int64_t>(sequences.size())) {
            throw Damaged({STRAND_TEXT("engine", "sequence %1 of a dataset is missing"), sequences.size() + 1});
        }
        sequences.push_back(std::move(row.sequence));
    }
    return sequences;
}

std::vector<SequenceRow> readSequences(SQLite::Database& database, std::int64_t dataset, std::int64_t first, std::int64_t count) {
    std::vector<SequenceRow> rows;
    const std::int64_t last = std::min<std::int64_t>(first + std::min<std::int64_t>(count, 0xFFFFFFFF) - 1, 0xFFFFFFFF);
    SQLite::Statement query(database, fmt::format("SELECT {} FROM sequences WHERE key BETWEEN ? AND ? ORDER BY key", kColumns));
    query.bind(1, keyOf(dataset, first));
    query.bind(2, keyOf(dataset, last));
    while (query.executeStep())
        rows.push_back(rowFrom(query));
    return rows;
}

Result<std::vector<SequenceRow>> readSequences(SQLite::Database& database, std::int64_t dataset, std::span<const std::int32_t> ordinals) {
    std::vector<SequenceRow> rows;
    rows.reserve(ordinals.size());
    SQLite::Statement query(database, fmt::format("SELECT {} FROM sequences WHERE key = ?", kColumns));
    for (const std::int32_t ordinal : ordinals) {
        query.bind(1, keyOf(dataset, ordinal));
        if (ordinal < 0 || !query.executeStep())
            return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no sequence %1"), ordinal + 1});
        rows.push_back(rowFrom(query));
        query.reset();
    }
    return rows;
}

std::int64_t countSequences(SQLite::Database& database, std::int64_t dataset, const SequenceFilter& filter) {
    if (filter.text.empty()) {
        SQLite::Statement query(database, "SELECT count(*)" + whereClause(filter));
        bindWhere(query, dataset, filter);
        query.executeStep();
        return query.getColumn(0).getInt64();
    }
    std::int64_t count = 0;
    scan(database, dataset, filter, "0", {}, [&](SQLite::Statement&) { ++count; });
    return count;
}

Result<std::vector<std::int32_t>> findSequences(SQLite::Database& database, std::int64_t dataset, const SequenceFilter& filter,
                                                const std::stop_token& stop) {
    const auto number = [](const SQLite::Column& column) { return column.getInt64(); };
    switch (filter.sort) {
        case SequenceSort::Id:
            return sorted<std::string>(
                database, dataset, filter, "id", stop, [](const SQLite::Column& column) { return std::string(textOf(column)); },
                naturalLess);
        case SequenceSort::Length: return sorted<std::int64_t>(database, dataset, filter, "length", stop, number, std::less<>());
        case SequenceSort::Label: return sorted<std::int64_t>(database, dataset, filter, "label", stop, number, std::less<>());
        case SequenceSort::Split: return sorted<std::int64_t>(database, dataset, filter, "split", stop, number, std::less<>());
        case SequenceSort::Fold: return sorted<std::int64_t>(database, dataset, filter, "fold", stop, number, std::less<>());
        case SequenceSort::Ordinal: break;
    }
    std::vector<std::int32_t> ordinals;
    const bool done = scan(database, dataset, filter, "0", stop, [&](SQLite::Statement& row) {
        ordinals.push_back(static_cast<std::int32_t>(ordinalOf(row.getColumn(0).getInt64())));
    });
    if (!done) return fail(stopped());
    if (filter.descending) std::reverse(ordinals.begin(), ordinals.end());
    return ordinals;
}

}  // namespace strand::detail
