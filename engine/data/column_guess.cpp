#include "data/column_guess.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace strand {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::array<std::string_view, 26> kSequenceNames{
    "sequence",         "seq",  "sequences", "dna",     "rna", "protein",  "peptide",   "dna_sequence", "rna_sequence",
    "protein_sequence", "text", "residues",  "message", "sms", "sentence", "content",   "document",     "review",
    "comment",          "body", "v2",        "title",   "aa",  "string",   "utterance", "abstract"};
constexpr std::array<std::string_view, 13> kLabelNames{"label", "labels",    "class",     "target", "y",    "category", "classification",
                                                       "v1",    "sentiment", "is_active", "type",   "kind", "activity"};
constexpr std::array<std::string_view, 6> kSplitNames{"split", "set", "subset", "partition", "dataset", "part"};
constexpr std::array<std::string_view, 15> kIdNames{"id",    "name",   "index",       "identifier", "accession",
                                                    "acc",   "seq_id", "sequence_id", "record_id",  "instance_name",
                                                    "entry", "header", "idx",         "uid",        "key"};
constexpr std::size_t kJoined = 8;  ///< columns of one letter that make a sequence
constexpr std::size_t kMostClasses = 100;
constexpr std::size_t kLongestLabel = 60;

std::string normalised(std::string_view name) {
    std::string out = lowerCase(trimmed(name));
    std::replace(out.begin(), out.end(), ' ', '_');
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
}

bool isOneOf(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), normalised(name)) != names.end();
}

/// What the rows hold in a column.
struct ColumnFacts {
    std::size_t values = 0, filled = 0, longest = 0, total = 0;  // values: different ones; total: bytes
    bool splits = true, letters = true, numbers = true;          // all values are splits, single letters, real numbers
};

ColumnFacts factsOf(const Rows& rows, std::size_t column) {
    ColumnFacts facts;
    std::set<std::string_view> values;
    for (const auto& row : rows) {
        if (column >= row.size() || row[column].empty()) continue;
        const std::string& value = row[column];
        values.insert(value);
        ++facts.filled;
        facts.longest = std::max(facts.longest, value.size());
        facts.total += value.size();
        facts.splits = facts.splits && parseSplit(value).has_value();
        facts.letters = facts.letters && value.size() == 1 && !(value[0] >= '0' && value[0] <= '9');
        facts.numbers = facts.numbers && parseReal(value).has_value();
    }
    facts.values = values.size();
    return facts;
}

bool isNucleotides(std::string_view text) { return !text.empty() && text.find_first_not_of("ACGTUNacgtun") == std::string_view::npos; }

Result<int> chosenColumn(const TableLook& look, const std::string& choice) {
    if (choice.empty()) return -1;
    const auto count = static_cast<std::int64_t>(look.columns.size());
    const auto index = [&](auto same) -> int {
        const auto found = std::find_if(look.columns.begin(), look.columns.end(), same);
        return found == look.columns.end() ? -1 : static_cast<int>(found - look.columns.begin());
    };
    if (const int exact = index([&](const std::string& name) { return name == choice; }); exact >= 0) return exact;
    if (const int near = index([&](const std::string& name) { return normalised(name) == normalised(choice); }); near >= 0) return near;
    const auto number = parseInteger(choice);
    if (number && *number >= 1 && *number <= count) return static_cast<int>(*number - 1);
    std::string names;
    for (std::size_t i = 0; i < look.columns.size() && i < 20; ++i)
        names += (i > 0 ? ", " : "") + printable(look.columns[i]);
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "no column is called \"%1\""), printable(choice)},
                {STRAND_TEXT("engine", "expected one of %1, or a number from 1 to %2"), names, count});
}

/// Fills in one role after the other; a column has one role.
class RoleFinder {
public:
    RoleFinder(TableLook& look, const Rows& rows) : m_look(look), m_rows(rows.size()) {
        for (std::size_t i = 0; i < look.columns.size(); ++i)
            m_facts.push_back(factsOf(rows, i));
    }

    void find(const ReadOptions& options) {
        if (!options.splitColumn) m_look.split = named(kSplitNames, [&](std::size_t i) { return isSplit(i); });
        if (!options.labelColumn) m_look.label = named(kLabelNames, [&](std::size_t i) { return m_facts[i].longest <= kLongestLabel; });
        if (!options.idColumn) m_look.id = named(kIdNames, [](std::size_t) { return true; });
        if (!options.sequenceColumn) findSequence();
        if (!options.splitColumn && m_look.split < 0) m_look.split = first([&](std::size_t i) { return isSplit(i); });
        if (!options.labelColumn && m_look.label < 0) findLabel();
        if (!options.idColumn && m_look.id < 0) m_look.id = first([&](std::size_t i) { return isId(i); });
    }

private:
    [[nodiscard]] bool isFree(std::size_t i) const {
        const int column = static_cast<int>(i);
        const bool inSequence = m_look.sequence >= 0 && column >= m_look.sequence && column < m_look.sequence + m_look.joined;
        return !inSequence && column != m_look.label && column != m_look.split && column != m_look.id;
    }
    template <typename Fits>
    int first(Fits fits) const {
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            if (isFree(i) && fits(i)) return static_cast<int>(i);
        }
        return -1;
    }
    [[nodiscard]] bool hasName(std::size_t i, std::string_view name) const {
        return m_look.columns[i].size() == name.size() && normalised(m_look.columns[i]) == name;
    }
    /// By the first of `names` that a fitting column has.
    template <typename Fits>
    int named(std::span<const std::string_view> names, Fits fits) const {
        for (const std::string_view name : names) {
            const int found = first([&](std::size_t i) { return m_look.headerRow && hasName(i, name) && fits(i); });
            if (found >= 0) return found;
        }
        return -1;
    }

    void findSequence() {
        m_look.sequence = named(kSequenceNames, [](std::size_t) { return true; });
        if (m_look.sequence < 0)
            m_look.sequence = first([&](std::size_t i) { return m_look.headerRow && isSequenceName(m_look.columns[i]); });
        if (m_look.sequence >= 0) return;
        for (std::size_t begin = 0; begin < m_facts.size(); ++begin) {
            std::size_t end = begin;
            while (end < m_facts.size() && isFree(end) && m_facts[end].letters && m_facts[end].filled > 0)
                ++end;
            // The last of them may be the label: it is where the others hold bases.
            if (end - begin >= kJoined) {
                m_look.sequence = static_cast<int>(begin);
                m_look.joined = static_cast<int>(end - begin);
                return;
            }
            begin = std::max(begin, end);
        }
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            if (!isFree(i)) continue;
            const bool longer = m_look.sequence < 0 || m_facts[i].total > m_facts[static_cast<std::size_t>(m_look.sequence)].total;
            if (longer) m_look.sequence = static_cast<int>(i);
        }
    }

    /// The free column with the fewest values, where these come back often enough to be classes.
    void findLabel() {
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            const ColumnFacts& facts = m_facts[i];
            const bool classes = facts.values <= kMostClasses && (facts.values <= 2 || facts.values * 3 <= facts.filled);
            if (!isFree(i) || facts.filled * 2 < m_rows || facts.filled < 2 || !classes || facts.longest > kLongestLabel) continue;
            if (facts.values == facts.filled && facts.filled > 2) continue;
            if (m_look.label < 0 || isBetterLabel(facts, m_facts[static_cast<std::size_t>(m_look.label)]))
                m_look.label = static_cast<int>(i);
        }
    }
    static bool isBetterLabel(const ColumnFacts& a, const ColumnFacts& b) {
        if ((a.values > 1) != (b.values > 1)) return a.values > 1;
        return a.values < b.values;
    }

    [[nodiscard]] bool isSplit(std::size_t i) const { return m_facts[i].splits && m_facts[i].filled > 0; }
    [[nodiscard]] bool isId(std::size_t i) const {
        const ColumnFacts& facts = m_facts[i];
        return facts.filled == m_rows && facts.values == facts.filled && m_rows > 1 && facts.longest <= kLongestLabel;
    }

    TableLook& m_look;
    std::size_t m_rows;
    std::vector<ColumnFacts> m_facts;
};

}  // namespace

bool isSequenceName(std::string_view name) {
    const std::string word = normalised(name);
    return isOneOf(kSequenceNames, name) || word.ends_with("sequence") || word.ends_with("_seq");
}

bool hasHeaderRow(const Rows& rows) {
    if (rows.empty()) return false;
    const auto& names = rows.front();
    const Rows records(rows.begin() + 1, rows.end());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool comesBack =
            std::any_of(records.begin(), records.end(), [&](const auto& row) { return i < row.size() && row[i] == names[i]; });
        if (comesBack || names[i].empty()) continue;
        if (isSequenceName(names[i]) || isOneOf(kLabelNames, names[i]) || isOneOf(kSplitNames, names[i]) || isOneOf(kIdNames, names[i]))
            return true;
        const ColumnFacts facts = factsOf(records, i);
        if (facts.filled > 0 && facts.numbers && !parseReal(names[i])) return true;
        const auto nucleotides = [&](const auto& row) { return i < row.size() && isNucleotides(row[i]); };
        if (facts.longest > 4 && std::all_of(records.begin(), records.end(), nucleotides) && !isNucleotides(names[i])) return true;
    }
    return false;
}

Result<void> findColumns(TableLook& look, const Rows& rows, const ReadOptions& options) {
    const auto choose = [&](const std::optional<std::string>& choice, int& column) -> Result<void> {
        if (!choice) return {};
        STRAND_ASSIGN(column, chosenColumn(look, *choice));
        return {};
    };
    STRAND_TRY(choose(options.sequenceColumn, look.sequence));
    STRAND_TRY(choose(options.labelColumn, look.label));
    STRAND_TRY(choose(options.splitColumn, look.split));
    STRAND_TRY(choose(options.idColumn, look.id));
    RoleFinder(look, rows).find(options);
    return {};
}

}  // namespace strand
