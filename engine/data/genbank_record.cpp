#include "data/genbank_record.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace strand {

namespace {

constexpr std::size_t kKeyColumn = 5;        // 0-based column of feature keys
constexpr std::size_t kLocationColumn = 21;  // and of locations and qualifiers
constexpr std::size_t kMostText = 1000;      // bytes of a field or qualifier that are kept
constexpr std::size_t kMostLocation = 1 << 20;
constexpr std::array<std::string_view, 6> kFields{"definition", "accession", "version", "keywords", "source", "organism"};

void appendLimited(std::string& to, std::string_view text, std::size_t most) {
    to.append(text.substr(0, most - std::min(most, to.size())));
}

}  // namespace

void GenbankRecord::begin(std::string_view text, std::int64_t line) {
    sequence.clear();
    sequence.line = line;
    m_part = Part::Fields;
    m_values.clear();
    m_field.clear();
    m_features.clear();
    m_featureBytes = 0;
    m_feature = {};
    m_qualifier.clear();
    m_text.clear();
    m_inQuote = false;
    m_promised = -1;
    // LOCUS  NAME  LENGTH bp|aa  [MOLECULE]  [TOPOLOGY]  DIVISION  DATE
    std::vector<std::string_view> words;
    for (std::string_view rest = trimmed(text); !rest.empty(); rest = trimmed(rest.substr(words.back().size())))
        words.push_back(firstWord(rest));
    if (words.size() > 1) m_values["locus"] = words[1];
    if (words.size() > 3 && (words[3] == "bp" || words[3] == "aa")) m_promised = parseInteger(words[2]).value_or(-1);
    if (words.size() > 4 && words[3] == "bp") m_values["molecule"] = words[4];
    if (words.size() > 5) m_values["division"] = words[words.size() - 2];
}

bool GenbankRecord::add(std::string_view text, std::int64_t line) {
    if (trimmed(text).empty()) return true;
    if (!isBlank(text.front())) {
        keepFeature();
        const std::string word = lowerCase(firstWord(text));
        m_part = word == "origin" ? Part::Origin : word == "features" ? Part::Features : Part::Fields;
        m_field.clear();
        if (m_part == Part::Fields) addField(text);
        return true;
    }
    if (m_part == Part::Origin) return addResidues(text, line);
    if (m_part == Part::Features) {
        addFeatureLine(text, line);
    } else {
        addField(text);
    }
    return true;
}

/// "DEFINITION  Homo sapiens ...", "  ORGANISM  Homo sapiens", or more of the field before.
void GenbankRecord::addField(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin < kKeyColumn) {
        const std::string_view word = firstWord(text.substr(begin));
        m_field = lowerCase(word);
        text = text.substr(begin + word.size());
    } else if (m_field == "organism") {
        m_field.clear();  // the lineage follows
    }
    if (std::find(kFields.begin(), kFields.end(), m_field) == kFields.end()) return;
    std::string& value = m_values[m_field];
    if (!value.empty()) appendLimited(value, " ", kMostText);
    appendLimited(value, trimmed(text), kMostText);
}

void GenbankRecord::addFeatureLine(std::string_view text, std::int64_t line) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == kKeyColumn && !m_inQuote) {
        keepFeature();
        m_feature.key = firstWord(text.substr(begin));
        m_feature.line = line;
        m_feature.location = trimmed(text.substr(begin + m_feature.key.size()));
        return;
    }
    text = trimmed(text);
    if (m_inQuote || text.front() == '/') {
        addQualifierLine(text);
    } else if (m_qualifier.empty()) {
        appendLimited(m_feature.location, text, kMostLocation);
    }
}

void GenbankRecord::addQualifierLine(std::string_view text) {
    if (!m_inQuote) {
        const std::size_t equals = std::min(text.find('='), text.size());
        m_qualifier = lowerCase(text.substr(1, equals - 1));
        m_text.clear();
        text.remove_prefix(std::min(equals + 1, text.size()));
        m_inQuote = text.starts_with('"');
        if (m_inQuote) text.remove_prefix(1);
    } else if (m_qualifier != "translation") {
        appendLimited(m_text, " ", kMostText);
    }
    // A quote inside is doubled.
    const auto quotes = std::count(text.begin(), text.end(), '"');
    if (m_inQuote && quotes % 2 == 1 && text.ends_with('"')) {
        m_inQuote = false;
        text.remove_suffix(1);
    }
    appendLimited(m_text, text, kMostText);
    if (!m_inQuote) keepValue();
}

void GenbankRecord::keepValue() {
    if (m_qualifier != m_wanted) return;
    for (std::size_t at = m_text.find("\"\""); at != std::string::npos; at = m_text.find("\"\"", at + 1))
        m_text.erase(at, 1);
    if (m_feature.value.empty()) m_feature.value = m_text;
    std::string& first = m_values[m_wanted];
    if (first.empty()) first = m_text;
}

void GenbankRecord::keepFeature() {
    if (!m_feature.key.empty() && m_feature.key != "source") {
        std::string& first = m_values["feature"];
        if (first.empty()) first = m_feature.key;
        std::erase(m_feature.location, ' ');
        m_featureBytes += m_wantsFeatures ? sizeof(GenbankFeature) + m_feature.location.size() + m_feature.value.size() : 0;
        if (m_wantsFeatures && !tooManyFeatures()) m_features.push_back(std::move(m_feature));
    }
    m_feature = {};
    m_qualifier.clear();
    m_inQuote = false;
}

/// "        1 gatcctccat atacaacggt": a number and blocks of residues.
bool GenbankRecord::addResidues(std::string_view text, std::int64_t line) {
    const std::string_view number = firstWord(trimmed(text));
    if (!parseInteger(number)) return false;
    std::string residues(text.substr(text.find(number) + number.size()));
    std::erase_if(residues, isBlank);
    sequence.append(residues, line, 0);
    return true;
}

std::string GenbankRecord::name() const {
    for (const std::string_view field : {"version", "accession", "locus"}) {
        const auto found = m_values.find(field);
        if (found != m_values.end() && !found->second.empty()) return std::string(firstWord(found->second));
    }
    return {};
}

std::string GenbankRecord::value(std::string_view name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string() : found->second;
}

}  // namespace strand
