#include "data/header.hpp"

#include "core/text.hpp"
#include "data/solid_text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

namespace strand {

namespace {

/// NCBI's and UniProt's tags in front of "|accession".
constexpr std::array<std::string_view, 20> kDatabases{"bbm", "bbs", "dbj", "emb", "ena", "gb",  "gi", "gim", "gnl", "lcl",
                                                      "pat", "pdb", "pgp", "pir", "prf", "ref", "sp", "tpd", "tpe", "tr"};

constexpr std::array<std::pair<std::string_view, Split>, 9> kSplitWords{{{"train", Split::Train},
                                                                         {"training", Split::Train},
                                                                         {"test", Split::Test},
                                                                         {"testing", Split::Test},
                                                                         {"validation", Split::Validation},
                                                                         {"valid", Split::Validation},
                                                                         {"val", Split::Validation},
                                                                         {"dev", Split::Validation},
                                                                         {"excluded", Split::Excluded}}};

/// Whether `text` is the lower-case `word` in any case.
bool isWord(std::string_view text, std::string_view word) {
    if (text.size() != word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        // Bit 5 tells a lower-case letter from its upper-case one.
        if ((static_cast<unsigned char>(text[i]) | 0x20U) != static_cast<unsigned char>(word[i])) return false;
    }
    return true;
}

bool isDatabase(std::string_view id) {
    const std::string word = lowerCase(id);
    return std::find(kDatabases.begin(), kDatabases.end(), word) != kDatabases.end();
}

/// Eight bytes at once: false only where none of them is a bar, a blank or a control character.
bool mayEndWord(const char* bytes) {
    constexpr std::uint64_t kOnes = 0x0101010101010101U, kHigh = 0x8080808080808080U;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const std::uint64_t bar = word ^ (kOnes * '|');  // a bar becomes 0
    return ((((bar - kOnes) & ~bar) | ((word - kOnes * 0x21U) & ~word)) & kHigh) != 0;
}

/// The first bar or blank at `begin` or behind, or the end.
std::size_t wordEnd(std::string_view text, std::size_t begin) {
    std::size_t i = begin;
    while (i + 8 <= text.size() && !mayEndWord(text.data() + i))
        i += 8;
    while (i < text.size() && text[i] != '|' && !isBlank(text[i]))
        ++i;
    return i;
}

std::size_t skipBlanks(std::string_view text, std::size_t begin) {
    while (begin < text.size() && isBlank(text[begin]))
        ++begin;
    return begin;
}

}  // namespace

Split splitOfWord(std::string_view word) {
    for (const auto& [known, split] : kSplitWords) {
        if (isWord(word, known)) return split;
    }
    return Split::None;
}

HeaderFields parseHeader(std::string_view header) {
    header = trimmed(header);
    const std::size_t idEnd = wordEnd(header, 0);
    const std::string_view id = header.substr(0, idEnd);
    const std::size_t bar = skipBlanks(header, idEnd);
    if (bar == header.size() || header[bar] != '|') return {id, {}, Split::None};

    std::size_t labelEnd = bar + 1;
    while (labelEnd < header.size() && header[labelEnd] != '|')
        ++labelEnd;
    const std::string_view label = trimmed(header.substr(bar + 1, labelEnd - bar - 1));
    bool labelled = labelEnd == header.size();
    if (!labelled) {
        const std::size_t begin = skipBlanks(header, labelEnd + 1);
        const std::string_view third = header.substr(begin, wordEnd(header, begin) - begin);
        if (const Split split = splitOfWord(third); split != Split::None) return {id, label, split};
        labelled = third.empty();
    }
    return labelled && !isDatabase(id) ? HeaderFields{id, label, Split::None} : HeaderFields{firstWord(header), {}, Split::None};
}

std::size_t parseShortHeader(std::string_view text, HeaderFields& fields) {
    constexpr std::size_t kWindow = 64;
    if (text.size() < kWindow) return 0;
    std::uint64_t ends = findLowOr('|', text.data());
    const auto next = [&ends] {
        const auto place = static_cast<std::size_t>(std::countr_zero(ends));
        ends &= ends - 1;
        return place;
    };
    const auto endsWith = [text](std::size_t place, char end) { return place < kWindow && text[place] == end; };
    const std::size_t idEnd = next();
    if (endsWith(idEnd, '\n')) {
        fields = {text.substr(0, idEnd), {}, Split::None};
        return idEnd;
    }
    const std::size_t labelEnd = next(), splitEnd = next();
    if (!endsWith(idEnd, '|') || !endsWith(labelEnd, '|') || !endsWith(splitEnd, '\n')) return 0;
    const Split split = splitOfWord(text.substr(labelEnd + 1, splitEnd - labelEnd - 1));
    if (split == Split::None) return 0;
    fields = {text.substr(0, idEnd), text.substr(idEnd + 1, labelEnd - idEnd - 1), split};
    return splitEnd;
}

}  // namespace strand
