#include "data/genbank_location.hpp"

#include "core/text.hpp"
#include "data/alphabet.hpp"

#include <algorithm>

namespace strand {

namespace {

constexpr int kDeepest = 16;

tl::unexpected<Error> foreign(std::string_view text) {
    return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "the location \"%1\" is not understood"), printable(text)},
                {STRAND_TEXT("engine", "expected places such as 34..456, join(...) or complement(...)")});
}

/// Reads from the front of `m_rest`.
class LocationParser {
public:
    explicit LocationParser(std::string_view text) : m_text(text), m_rest(text) {}

    Result<std::vector<LocationPart>> run() {
        STRAND_TRY(location(0));
        if (!m_rest.empty()) return foreign(m_text);
        return std::move(m_parts);
    }

private:
    bool take(std::string_view word) {
        if (!m_rest.starts_with(word)) return false;
        m_rest.remove_prefix(word.size());
        return true;
    }

    Result<void> location(int depth) {
        if (depth > kDeepest) return foreign(m_text);
        const std::size_t first = m_parts.size();
        if (take("complement(")) {
            STRAND_TRY(location(depth + 1));
            if (!take(")")) return foreign(m_text);
            std::reverse(m_parts.begin() + static_cast<std::ptrdiff_t>(first), m_parts.end());
            for (std::size_t i = first; i < m_parts.size(); ++i)
                m_parts[i].complement = !m_parts[i].complement;
            return {};
        }
        if (!take("join(") && !take("order(")) return stretch();
        do
            STRAND_TRY(location(depth + 1));
        while (take(","));
        if (!take(")")) return foreign(m_text);
        return {};
    }

    Result<void> stretch() {
        STRAND_ASSIGN(const std::int64_t begin, number());
        LocationPart part{begin, begin, false};
        if (take("^")) {
            STRAND_TRY(number());
            return {};
        }
        if (take("..")) STRAND_TRY(endOf(part));
        if (part.begin > part.end) return foreign(m_text);
        m_parts.push_back(part);
        return {};
    }

    Result<void> endOf(LocationPart& part) {
        STRAND_ASSIGN(part.end, number());
        return {};
    }

    Result<std::int64_t> number() {
        if (!take("<")) take(">");
        const std::size_t length = std::min(m_rest.find_first_not_of("0123456789"), m_rest.size());
        const auto value = parseInteger(m_rest.substr(0, length));
        if (length == 0 || !value || *value < 1) return foreign(m_text);
        m_rest.remove_prefix(length);
        return *value;
    }

    std::string_view m_text, m_rest;
    std::vector<LocationPart> m_parts;
};

}  // namespace

Result<std::vector<LocationPart>> parseLocation(std::string_view text) { return LocationParser(text).run(); }

Result<std::string> residuesAt(const std::vector<LocationPart>& parts, std::string_view residues, std::int64_t most) {
    const bool rna = residues.find_first_of("Uu") != std::string_view::npos && residues.find_first_of("Tt") == std::string_view::npos;
    std::string out;
    for (const LocationPart& part : parts) {
        if (part.end > static_cast<std::int64_t>(residues.size())) {
            return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "a feature ends at %1"), part.end},
                        {STRAND_TEXT("engine", "expected at most %1, the length of the record"), residues.size()});
        }
        const auto length = part.end - part.begin + 1;
        if (static_cast<std::int64_t>(out.size()) + length > most) {
            return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "a feature of more than %1 residues"), most},
                        {STRAND_TEXT("engine", "expected shorter features")});
        }
        std::string piece(residues.substr(static_cast<std::size_t>(part.begin - 1), static_cast<std::size_t>(length)));
        if (part.complement) {
            std::reverse(piece.begin(), piece.end());
            std::transform(piece.begin(), piece.end(), piece.begin(), complementOf);
            if (rna) std::replace(piece.begin(), piece.end(), 'T', 'U');
            if (rna) std::replace(piece.begin(), piece.end(), 't', 'u');
        }
        out += piece;
    }
    return out;
}

}  // namespace strand
