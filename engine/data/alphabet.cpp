#include "data/alphabet.hpp"

#include "core/text.hpp"

#include <stdexcept>

namespace strand {

namespace {

std::size_t code(char c) { return static_cast<unsigned char>(c); }

void addLetter(Alphabet& alphabet, char as, char letter, std::uint8_t traits) {
    const char lower = lowerCase(std::string_view(&as, 1))[0];
    alphabet.canonical[code(as)] = letter;
    alphabet.traits[code(as)] = traits;
    alphabet.canonical[code(lower)] = letter;
    alphabet.traits[code(lower)] = traits | kLowerCase;
}

Alphabet makeAlphabet(std::string_view name, std::string_view core, std::string_view letters, char unknown) {
    Alphabet alphabet{.name = name, .core = core, .letters = letters, .unknown = unknown};
    for (std::size_t i = 0; i < alphabet.canonical.size(); ++i)
        alphabet.canonical[i] = static_cast<char>(i);
    alphabet.traits.fill(kBad);
    for (const char letter : letters)
        addLetter(alphabet, letter, letter, 0);
    for (const char gap : {'-', '.'})
        alphabet.traits[code(gap)] = kGap;
    for (const char blank : {' ', '\t'})
        alphabet.traits[code(blank)] = kBlank;
    return alphabet;
}

Alphabet makeDna() {
    Alphabet alphabet = makeAlphabet("DNA", "ACGT", "ACGTNRYSWKMBDHV", 'N');
    addLetter(alphabet, 'U', 'T', kOtherBase);
    return alphabet;
}

Alphabet makeRna() {
    Alphabet alphabet = makeAlphabet("RNA", "ACGU", "ACGUNRYSWKMBDHV", 'N');
    addLetter(alphabet, 'T', 'U', kOtherBase);
    return alphabet;
}

Alphabet makeProtein() {
    Alphabet alphabet = makeAlphabet("protein", "ACDEFGHIKLMNPQRSTVWY", "ACDEFGHIKLMNPQRSTVWYXBZUOJ", 'X');
    alphabet.traits[code('*')] = kStopCodon;
    return alphabet;
}

/// Every trait of the characters.
std::uint8_t traitsOf(std::string_view sequence, const Alphabet& alphabet) {
    const std::uint8_t* traits = alphabet.traits.data();
    std::uint8_t met = 0;
    for (const char c : sequence)
        met |= traits[code(c)];
    return met;
}

void mapLetters(std::string& sequence, const Alphabet& alphabet) {
    const char* canonical = alphabet.canonical.data();
    for (char& c : sequence)
        c = canonical[code(c)];
}

/// Where the '*' at the end begin, gaps and blanks among them not counted.
std::size_t endOfProtein(const std::string& sequence, const Alphabet& alphabet) {
    std::size_t end = sequence.size();
    while (end > 0 && (alphabet.traits[code(sequence[end - 1])] & (kStopCodon | kGap | kBlank)) != 0)
        --end;
    return end;
}

/// The slow way, for sequences with anything but letters.
void dropAndReplace(std::string& sequence, const Alphabet& alphabet, CleanReport& report) {
    const std::size_t end = endOfProtein(sequence, alphabet);
    std::string kept;
    kept.reserve(sequence.size());
    for (std::size_t i = 0; i < sequence.size();) {
        const std::uint8_t traits = alphabet.traits[code(sequence[i])];
        const bool bad = (traits & kBad) != 0 || ((traits & kStopCodon) != 0 && i < end);
        if (!bad) {
            if ((traits & (kGap | kBlank | kStopCodon)) == 0) kept += sequence[i];
            ++i;
            continue;
        }
        const std::size_t length = std::max<std::size_t>(1, utf8Length(std::string_view(sequence).substr(i)));
        if (report.bad++ == 0) {
            report.firstBad = i;
            report.firstBadText = printable(std::string_view(sequence).substr(i, length));
        }
        kept += alphabet.unknown;
        i += length;
    }
    if (report.bad > 0) report.met |= kBad;
    sequence = std::move(kept);
}

}  // namespace

char complementOf(char base) {
    static constexpr std::string_view kBases = "ACGTURYSWKMBDHVNacgturyswkmbdhvn", kPartners = "TGCAAYRSWMKVHDBNtgcaayrswmkvhdbn";
    const std::size_t place = kBases.find(base);
    return place == std::string_view::npos ? base : kPartners[place];
}

const Alphabet& alphabetOf(SequenceKind kind) {
    static const Alphabet dna = makeDna(), rna = makeRna(), protein = makeProtein();
    switch (kind) {
        case SequenceKind::Dna: return dna;
        case SequenceKind::Rna: return rna;
        case SequenceKind::Protein: return protein;
        case SequenceKind::Text: break;
    }
    throw std::logic_error("text has no alphabet");
}

CleanReport cleanResidues(std::string& sequence, const Alphabet& alphabet) {
    CleanReport report;
    report.met = traitsOf(sequence, alphabet);
    if ((report.met & (kLowerCase | kOtherBase)) != 0) mapLetters(sequence, alphabet);
    if ((report.met & ~(kLowerCase | kOtherBase)) != 0) dropAndReplace(sequence, alphabet, report);
    return report;
}

}  // namespace strand
