#include "data/header.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace strand {

namespace {

/// NCBI's and UniProt's tags in front of "|accession".
constexpr std::array<std::string_view, 20> kDatabases{"bbm", "bbs", "dbj", "emb", "ena", "gb",  "gi", "gim", "gnl", "lcl",
                                                      "pat", "pdb", "pgp", "pir", "prf", "ref", "sp", "tpd", "tpe", "tr"};

bool isDatabase(std::string_view id) {
    const std::string word = lowerCase(id);
    return std::find(kDatabases.begin(), kDatabases.end(), word) != kDatabases.end();
}

HeaderFields plain(std::string_view header) { return {firstWord(header), {}, Split::None}; }

/// Takes the field before the next bar, and that bar, off the front of `rest`; false where no bar was left.
bool nextField(std::string_view& rest, std::string_view& field) {
    const std::size_t bar = rest.find('|');
    field = trimmed(rest.substr(0, bar));
    rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
    return bar != std::string_view::npos;
}

}  // namespace

HeaderFields parseHeader(std::string_view header) {
    header = trimmed(header);
    std::string_view rest = header, id, label, third;
    if (!nextField(rest, id) || std::any_of(id.begin(), id.end(), isBlank)) return plain(header);
    if (!nextField(rest, label)) return isDatabase(id) ? plain(header) : HeaderFields{id, label, Split::None};
    nextField(rest, third);
    if (const auto split = parseSplit(firstWord(third))) return {id, label, *split};
    return third.empty() && !isDatabase(id) ? HeaderFields{id, label, Split::None} : plain(header);
}

}  // namespace strand
