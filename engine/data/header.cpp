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

/// Takes the field before the next bar, and that bar, off the front of `rest`; false where no bar was left.
bool nextField(std::string_view& rest, std::string_view& field) {
    std::size_t bar = 0;
    while (bar < rest.size() && rest[bar] != '|')
        ++bar;
    field = trimmed(rest.substr(0, bar));
    const bool found = bar < rest.size();
    rest.remove_prefix(found ? bar + 1 : bar);
    return found;
}

}  // namespace

HeaderFields parseHeader(std::string_view header) {
    header = trimmed(header);
    std::size_t idEnd = 0;
    while (idEnd < header.size() && header[idEnd] != '|' && !isBlank(header[idEnd]))
        ++idEnd;
    const std::string_view id = header.substr(0, idEnd);
    std::string_view rest = header.substr(idEnd), label, third;
    while (!rest.empty() && isBlank(rest.front()))
        rest.remove_prefix(1);
    if (rest.empty() || rest.front() != '|') return {id, {}, Split::None};
    rest.remove_prefix(1);
    if (!nextField(rest, label))
        return isDatabase(id) ? HeaderFields{firstWord(header), {}, Split::None} : HeaderFields{id, label, Split::None};
    nextField(rest, third);
    if (const auto split = parseSplit(firstWord(third))) return {id, label, *split};
    if (third.empty() && !isDatabase(id)) return {id, label, Split::None};
    return {firstWord(header), {}, Split::None};
}

}  // namespace strand
