#include "tokens/tokenizer.hpp"

#include "core/text.hpp"
#include "tokens/char_tokenizer.hpp"
#include "tokens/kmer_tokenizer.hpp"
#include "tokens/text_tokenizer.hpp"
#include "tokens/vocabulary.hpp"

#include <algorithm>

namespace strand {

namespace {

tl::unexpected<Error> unknownTokenizer(const std::string& specification, SequenceKind kind) {
    Message expected{STRAND_TEXT("engine", "expected char or kmer:K[:STRIDE] with K from 1 to %1"), longestKmer(kind)};
    if (longestKmer(kind) == 0) expected = {STRAND_TEXT("engine", "expected word or char, followed by :cased to tell A from a")};
    return fail(ErrorCode::Usage,
                {STRAND_TEXT("engine", "tokenizer \"%1\" cannot be used for %2"), printable(specification), kindName(kind)},
                std::move(expected));
}

}  // namespace

void Tokenizer::appendIds(std::string_view sequence, bool cls, std::vector<std::int32_t>& ids) const {
    const Encoding encoding = encode(sequence, cls);
    ids.insert(ids.end(), encoding.ids.begin(), encoding.ids.end());
}

Result<std::shared_ptr<const Tokenizer>> makeTokenizer(const std::string& specification, SequenceKind kind,
                                                       std::span<const std::string> words) {
    if (kind == SequenceKind::Text) {
        const auto rule = parseTextRule(specification);
        if (!rule) return unknownTokenizer(specification, kind);
        return makeTextTokenizer(*rule, words);
    }
    if (specification == "char") return makeCharTokenizer(kind);
    const auto parts = splitText(specification, ':');
    if (parts.front() != "kmer" || parts.size() < 2 || parts.size() > 3) return unknownTokenizer(specification, kind);
    const auto k = parseInteger(parts[1]);
    const auto stride = parts.size() == 3 ? parseInteger(parts[2]) : 1;
    if (!k || *k < 1 || *k > longestKmer(kind)) return unknownTokenizer(specification, kind);
    if (!stride || *stride < 1 || *stride > *k) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "stride \"%1\" cannot be used for %2-mers"), printable(parts[2]), *k},
                    {STRAND_TEXT("engine", "expected a whole number from 1 to %1"), *k});
    }
    return makeKmerTokenizer(kind, *k, *stride);
}

Result<std::shared_ptr<const Tokenizer>> learnTokenizer(const std::string& specification, SequenceKind kind,
                                                        std::span<const std::string_view> texts, const VocabularyLimits& limits) {
    const auto rule = kind == SequenceKind::Text ? parseTextRule(specification) : std::nullopt;
    if (!rule) return makeTokenizer(specification, kind);
    const auto words = learnVocabulary(*rule, texts, limits);
    if (words.empty()) {
        return fail(ErrorCode::BadInput,
                    {STRAND_TEXT("engine", "no token is found min_count = %1 times in the training texts"), limits.minCount},
                    STRAND_TEXT("engine", "expected one or more"), STRAND_TEXT("engine", "lower min_count"));
    }
    return makeTextTokenizer(*rule, words);
}

std::vector<std::string> learnedWords(const Tokenizer& tokenizer) {
    if (!tokenizer.isLearned()) return {};
    const auto& vocabulary = tokenizer.vocabulary();
    return {vocabulary.begin() + kFirst, vocabulary.end()};
}

std::vector<float> toResidues(const std::vector<float>& tokenScores, const std::vector<Offset>& offsets, std::int64_t residues) {
    std::vector<float> sums(static_cast<std::size_t>(residues));
    std::vector<std::int32_t> covers(sums.size());
    const std::size_t tokens = std::min(tokenScores.size(), offsets.size());
    for (std::size_t t = 0; t < tokens; ++t) {
        const auto end = static_cast<std::size_t>(std::clamp<std::int64_t>(offsets[t][1], 0, residues));
        for (auto i = static_cast<std::size_t>(std::max(0, offsets[t][0])); i < end; ++i) {
            sums[i] += tokenScores[t];
            ++covers[i];
        }
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (covers[i] > 1) sums[i] /= static_cast<float>(covers[i]);
    }
    return sums;
}

}  // namespace strand
