#include "data/genbank_reader.hpp"

#include "core/text.hpp"
#include "data/genbank_location.hpp"
#include "data/genbank_record.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace strand {

namespace {

constexpr std::string_view kAllFeatures = "features";
constexpr std::string_view kWhole = "origin";

/// What of each record becomes a sequence, and its label.
struct Choice {
    std::string features;  ///< empty = the whole record
    std::string label;     ///< empty = none

    explicit Choice(const ReadOptions& options) {
        features = lowerCase(options.sequenceColumn.value_or(""));
        if (features == kWhole) features.clear();
        label = lowerCase(options.labelColumn.value_or(features.empty() ? "" : "feature"));
        if (label.starts_with('/')) label.erase(0, 1);
    }
    [[nodiscard]] bool takes(const GenbankFeature& feature) const { return features == kAllFeatures || lowerCase(feature.key) == features; }
};

class GenbankParser {
public:
    GenbankParser(TextSource& source, const ReadOptions& options, const RecordSink& sink)
        : m_source(source), m_sink(sink), m_choice(options), m_record(m_choice.label, !m_choice.features.empty()) {}

    Result<void> run() {
        for (;;) {
            STRAND_ASSIGN(const TextSource::Line line, m_source.nextLine());
            if (line.end) break;
            STRAND_TRY(take(line.text));
        }
        if (m_open) STRAND_TRY(finish(notEnded()));
        if (m_any && m_delivered == 0) {
            return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "no feature \"%1\" in the file"), printable(m_choice.features)},
                              {STRAND_TEXT("engine", "expected a feature key such as CDS, or \"features\" for all")})
                            .at(m_source.path()));
        }
        if (m_any) return {};
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "no record")},
                          {STRAND_TEXT("engine", "expected a line that begins with LOCUS")})
                        .at(m_source.path()));
    }

private:
    Result<void> take(std::string_view text) {
        if (text.starts_with("LOCUS")) {
            if (m_open) STRAND_TRY(finish(notEnded()));
            m_record.begin(text, m_source.lineNumber());
            m_open = m_any = true;
            m_defect.reset();
            return {};
        }
        if (text.starts_with("//")) {
            if (!m_open) return {};
            return finish(wrongLength());
        }
        if (m_open) return add(text);
        if (trimmed(text).empty() || m_lost) return {};
        return stray(text);
    }

    Result<void> add(std::string_view text) {
        if (!m_record.add(text, m_source.lineNumber()) && !m_defect) {
            m_defect =
                located(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "\"%1\" stands in the sequence"), printable(trimmed(text))},
                              {STRAND_TEXT("engine", "expected a number and residues, or //")}));
        }
        if (static_cast<std::int64_t>(m_record.sequence.sequence.size()) <= m_source.limits().lineBytes) return {};
        return fail(
            located(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a sequence of more than %1 residues"), m_source.limits().lineBytes},
                          {STRAND_TEXT("engine", "expected shorter sequences")})));
    }

    /// Between records: an error before the first, a defect later on; what follows up to the next LOCUS is a part of it.
    Result<void> stray(std::string_view text) {
        Error error = located(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "\"%1\" stands between records"), printable(trimmed(text))},
                                    {STRAND_TEXT("engine", "expected a line that begins with LOCUS")}));
        error.record.clear();
        if (!m_any) return fail(std::move(error));
        m_lost = true;
        SequenceRecord record;
        record.line = m_source.lineNumber();
        record.defect = std::move(error);
        return send(record);
    }

    Result<void> finish(std::optional<Error> defect) {
        m_open = m_lost = false;
        m_record.end();
        if (m_record.tooManyFeatures() && !m_defect) {
            m_defect =
                located(Error(ErrorCode::BadInput,
                              {STRAND_TEXT("engine", "the features of record \"%1\" need too much memory"), printable(m_record.name())},
                              {STRAND_TEXT("engine", "expected fewer of them")}));
        }
        SequenceRecord& whole = m_record.sequence;
        whole.id = m_record.name();
        whole.header = m_record.value("definition");
        whole.defect = m_defect ? std::move(m_defect) : std::move(defect);
        m_defect.reset();
        if (whole.defect || m_choice.features.empty()) {
            whole.label = m_choice.label.empty() ? std::string() : m_record.value(m_choice.label);
            return send(whole);
        }
        std::map<std::string, std::int64_t> numbers;
        for (const GenbankFeature& feature : m_record.features()) {
            if (m_choice.takes(feature)) STRAND_TRY(deliver(feature, ++numbers[feature.key]));
        }
        return {};
    }

    Result<void> deliver(const GenbankFeature& feature, std::int64_t number) {
        SequenceRecord record;
        record.id = fmt::format("{}_{}_{}", m_record.sequence.id, feature.key, number);
        record.header = m_record.sequence.header;
        record.line = feature.line;
        record.label = m_choice.label == "feature" ? feature.key : feature.value;
        const auto residues = parseLocation(feature.location).and_then([&](const auto& parts) {
            return residuesAt(parts, m_record.sequence.sequence, m_source.limits().lineBytes);
        });
        if (residues) record.append(*residues, feature.line, 0);
        if (!residues) record.defect = Error(residues.error()).at(m_source.path(), feature.line, 0, printable(record.id));
        return send(record);
    }

    Result<void> send(SequenceRecord& record) {
        ++m_delivered;
        return m_sink(std::move(record));
    }

    [[nodiscard]] Error located(Error error) const {
        return std::move(error).at(m_source.path(), m_source.lineNumber(), 0, printable(m_record.name()));
    }
    [[nodiscard]] Error notEnded() const {
        return located(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "record \"%1\" does not end"), printable(m_record.name())},
                             {STRAND_TEXT("engine", "expected a line with //")}, {STRAND_TEXT("engine", "copy or download it again")}));
    }
    [[nodiscard]] std::optional<Error> wrongLength() const {
        const auto length = static_cast<std::int64_t>(m_record.sequence.sequence.size());
        if (length == 0 || m_record.promised() < 0 || m_record.promised() == length) return std::nullopt;
        return located(Error(ErrorCode::BadInput,
                             {STRAND_TEXT("engine", "record \"%1\" has %2 residues"), printable(m_record.name()), length},
                             {STRAND_TEXT("engine", "expected %1, as LOCUS says"), m_record.promised()}));
    }

    TextSource& m_source;
    const RecordSink& m_sink;
    Choice m_choice;
    GenbankRecord m_record;
    std::optional<Error> m_defect;  // of the record that is open
    std::int64_t m_delivered = 0;
    bool m_open = false, m_any = false, m_lost = false;
};

Result<void> readGenbank(TextSource& source, const ReadOptions& options, const RecordSink& sink) {
    return GenbankParser(source, options, sink).run();
}

/// What may be asked for as a label: fields, and the qualifiers in the head.
Result<TableLook> lookAtGenbank(std::string_view head, const ReadOptions& options) {
    TableLook look;
    look.columns = {"definition", "organism", "division", "molecule", "keywords", "feature"};
    std::set<std::string> seen;
    for (std::size_t at = head.find(" /"); at != std::string_view::npos && seen.size() < 100; at = head.find(" /", at + 2)) {
        const std::string_view name = head.substr(at + 2, head.substr(at + 2).find_first_of("=\r\n \""));
        const bool listed = std::find(look.columns.begin(), look.columns.end(), name) != look.columns.end();
        if (!name.empty() && name.size() < 40 && !listed && seen.insert(lowerCase(name)).second) look.columns.push_back(lowerCase(name));
    }
    const Choice choice(options);
    if (choice.label.empty()) return look;
    const auto found = std::find(look.columns.begin(), look.columns.end(), choice.label);
    look.label = static_cast<int>(found - look.columns.begin());
    if (found == look.columns.end()) look.columns.push_back(choice.label);
    return look;
}

bool recognisesGenbank(std::string_view head) { return head.starts_with("LOCUS  "); }

}  // namespace

ReaderEntry genbankReader() {
    return {.name = "genbank",
            .title = {STRAND_TEXT("engine", "GenBank")},
            .extensions = "gb gbk gbff genbank gp gpff",
            .example = "LOCUS",
            .named = true,
            .recognises = &recognisesGenbank,
            .look = &lookAtGenbank,
            .read = &readGenbank};
}

}  // namespace strand
