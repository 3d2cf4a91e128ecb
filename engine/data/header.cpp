#include "data/header.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace strand {

namespace {

/// NCBI's and UniProt's tags in front of "|accession".
constexpr std::array<std::string_view, 20> kDatabases{"bbm", "bbs", "dbj", "emb", "ena", "gb",  "gi", "gim", "gnl", "lcl",
                                                      "pat", "pdb", "pgp", "pir", "prf", "ref", "sp", "tpd", "tpe", "tr"};

constexpr std::string_view kBlanks = " \t";

std::string_view firstWord(std::string_view text) { return text.substr(0, text.find_first_of(kBlanks)); }

bool isDatabase(std::string_view id) {
    const std::string word = lowerCase(id);
    return std::find(kDatabases.begin(), kDatabases.end(), word) != kDatabases.end();
}

HeaderFields plain(std::string_view header) { return {firstWord(header), {}, Split::None}; }

}  // namespace

HeaderFields parseHeader(std::string_view header) {
    header = trimmed(header);
    const std::size_t bar = header.find('|');
    if (bar == std::string_view::npos) return plain(header);
    const std::string_view id = trimmed(header.substr(0, bar));
    if (id.find_first_of(kBlanks) != std::string_view::npos) return plain(header);

    const std::string_view rest = header.substr(bar + 1);
    const std::size_t second = rest.find('|');
    const std::string_view label = trimmed(rest.substr(0, second));
    if (second == std::string_view::npos) return isDatabase(id) ? plain(header) : HeaderFields{id, label, Split::None};

    const std::string_view tail = rest.substr(second + 1);
    const std::string_view third = trimmed(tail.substr(0, tail.find('|')));
    const auto split = parseSplit(firstWord(third));
    if (split) return {id, label, *split};
    return third.empty() && !isDatabase(id) ? HeaderFields{id, label, Split::None} : plain(header);
}

}  // namespace strand
