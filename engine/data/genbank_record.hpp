// The lines of one GenBank record, as fields, features and sequence.
#pragma once

#include "data/sequence.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace strand {

struct GenbankFeature {
    std::string key;       ///< "CDS"
    std::string location;  ///< without blanks
    std::string value;     ///< of the qualifier that is wanted
    std::int64_t line = 0;
};

/// Fills itself line by line, and keeps no more than what is wanted.
class GenbankRecord {
public:
    /// `wanted`: a field or qualifier, may be empty.
    GenbankRecord(std::string wanted, bool features) : m_wanted(std::move(wanted)), m_wantsFeatures(features) {}

    /// The line of LOCUS.
    void begin(std::string_view text, std::int64_t line);
    /// Another line, but "//". False = it belongs nowhere.
    bool add(std::string_view text, std::int64_t line);
    /// Gives the last feature away.
    void end() { keepFeature(); }

    /// VERSION, else ACCESSION, else the name in LOCUS.
    [[nodiscard]] std::string name() const;
    /// A field, "feature", or the first value of the qualifier that is wanted; empty = none.
    [[nodiscard]] std::string value(std::string_view name) const;
    [[nodiscard]] const std::vector<GenbankFeature>& features() const { return m_features; }
    /// The features need more memory than a record may have; not all are there.
    [[nodiscard]] bool tooManyFeatures() const { return m_featureBytes > kMostFeatureBytes; }
    /// Residues that LOCUS promises, -1 = it does not say.
    [[nodiscard]] std::int64_t promised() const { return m_promised; }

    SequenceRecord sequence;  ///< its residues, and where they stand

private:
    static constexpr std::size_t kMostFeatureBytes = std::size_t{256} << 20U;
    enum class Part { Fields, Features, Origin };
    void addField(std::string_view text);
    void addFeatureLine(std::string_view text, std::int64_t line);
    void addQualifierLine(std::string_view text);
    void keepValue();
    void keepFeature();
    bool addResidues(std::string_view text, std::int64_t line);

    std::string m_wanted;
    bool m_wantsFeatures;
    Part m_part = Part::Fields;
    std::map<std::string, std::string, std::less<>> m_values;  ///< fields, and what is wanted of the qualifiers
    std::string m_field;                                       ///< the field that may go on
    std::vector<GenbankFeature> m_features;
    GenbankFeature m_feature;  ///< the one being read
    std::string m_qualifier, m_text;
    std::size_t m_featureBytes = 0;
    bool m_inQuote = false;
    std::int64_t m_promised = -1;
};

}  // namespace strand
