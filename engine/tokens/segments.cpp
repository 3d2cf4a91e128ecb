#include "tokens/segments.hpp"

#include "core/text.hpp"

#include <unicode/localpointer.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <stdexcept>

namespace strand {

namespace {

void require(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU: {}", u_errorName(status)));
}

icu::LocalUBreakIteratorPointer openWords() {
    UErrorCode status = U_ZERO_ERROR;
    icu::LocalUBreakIteratorPointer words(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
    require(status);
    return words;
}

/// The character at `place`, which moves behind it; negative for a byte that is not UTF-8.
UChar32 nextCharacter(std::string_view text, std::int32_t& place) {
    const auto rest = text.substr(static_cast<std::size_t>(place));
    const std::size_t bytes = utf8Length(rest);
    place += bytes == 0 ? 1 : static_cast<std::int32_t>(bytes);
    if (bytes == 0) return U_SENTINEL;
    UChar32 character = static_cast<unsigned char>(rest[0]) & (bytes == 1 ? 0x7F : 0xFF >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i)
        character = (character << 6) | (static_cast<unsigned char>(rest[i]) & 0x3F);
    return character;
}

bool isInvisible(UChar32 character) { return character >= 0 && (u_isUWhiteSpace(character) || u_iscntrl(character)); }
bool isMark(UChar32 character) { return character >= 0 && (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0; }

void addCharacters(std::string_view text, Offset span, std::vector<Offset>& offsets) {
    for (std::int32_t place = span[0]; place < span[1];) {
        const std::int32_t begin = place;
        const bool joins = isMark(nextCharacter(text, place)) && begin > span[0];
        if (joins) {
            offsets.back()[1] = place;
        } else {
            offsets.push_back({begin, place});
        }
    }
}

/// `status` is ICU's class of the segment.
void addSegment(std::string_view text, Offset span, std::int32_t status, std::vector<Offset>& offsets) {
    if (status >= UBRK_WORD_KANA) return addCharacters(text, span, offsets);
    std::int32_t place = span[0];
    if (status < UBRK_WORD_NUMBER && isInvisible(nextCharacter(text, place))) return;
    offsets.push_back(span);
}

}  // namespace

std::vector<Offset> wordsOf(std::string_view text) {
    thread_local const icu::LocalUBreakIteratorPointer iterator = openWords();
    UBreakIterator* const words = iterator.getAlias();
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUTextPointer view(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    require(status);
    ubrk_setUText(words, view.getAlias(), &status);
    require(status);
    std::vector<Offset> offsets;
    std::int32_t begin = ubrk_first(words);
    for (std::int32_t end = ubrk_next(words); end != UBRK_DONE; end = ubrk_next(words)) {
        addSegment(text, {begin, end}, ubrk_getRuleStatus(words), offsets);
        begin = end;
    }
    return offsets;
}

std::vector<Offset> charactersOf(std::string_view text) {
    std::vector<Offset> offsets;
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t place = 0; place < length;) {
        const std::int32_t begin = place;
        nextCharacter(text, place);
        offsets.push_back({begin, place});
    }
    return offsets;
}

std::string lowerCaseText(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return lowerCase(text);
    if (!isUtf8(text)) return std::string(text);
    std::string lower;
    icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
        .toLower(icu::Locale::getRoot())
        .toUTF8String(lower);
    return lower;
}

std::string segmentationVersion() {
    UVersionInfo version;
    u_getVersion(version);
    return fmt::format("ICU {}.{}", version[0], version[1]);
}

}  // namespace strand
