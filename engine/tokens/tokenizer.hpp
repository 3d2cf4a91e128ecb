// Tokenizers: residues, k-mers, words. Id 0 is padding everywhere.
#pragma once

#include "data/sequence.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace strand {

/// Half-open range of residues (bytes for text) a token covers; special tokens cover [0,0).
using Offset = std::array<std::int32_t, 2>;

struct Encoding {
    std::vector<std::int32_t> ids;
    std::vector<Offset> offsets;
};

/// Immutable once made; safe to share between threads.
class Tokenizer {
public:
    static constexpr std::int32_t kPad = 0, kUnknown = 1, kCls = 2;  ///< the first residue or k-mer is id 3

    virtual ~Tokenizer() = default;
    /// "[PAD]" "[UNK]" "[CLS]" then the residues, k-mers, words or characters.
    [[nodiscard]] virtual const std::vector<std::string>& vocabulary() const = 0;
    /// Ids and offsets; the sequence shorter than k gives one unknown token, an empty one none. `cls` puts [CLS] first.
    [[nodiscard]] virtual Encoding encode(std::string_view sequence, bool cls) const = 0;
    /// The ids of encode, added to `ids`; worth overriding where encode is slower.
    virtual void appendIds(std::string_view sequence, bool cls, std::vector<std::int32_t>& ids) const;
    /// "char", "kmer:3", "kmer:3:1" ...: what makeTokenizer reads back.
    [[nodiscard]] virtual std::string specification() const = 0;
    /// The vocabulary comes from texts, so whoever wants this tokenizer again must keep learnedWords.
    [[nodiscard]] virtual bool isLearned() const { return false; }
    [[nodiscard]] std::int64_t vocabularySize() const { return static_cast<std::int64_t>(vocabulary().size()); }
};

/// What a learnt vocabulary may hold, special tokens not counted.
struct VocabularyLimits {
    std::int64_t minCount = 1;  ///< rarer tokens are [UNK]
    std::int64_t most = 0;      ///< the most frequent ones; 0 = all
};

/// `specification`: "char" or "kmer:K[:STRIDE]" (DNA/RNA K 1..8, protein K 1..3, STRIDE 1..K). Lower case reads as upper; T and U are one letter;
/// ambiguity codes and k-mers that hold one are [UNK] except as single residues of their alphabet. ErrorCode::Usage otherwise.
/// Text: "word" or "char" in lower case, "word:cased" or "char:cased" as written, with the learnt `words`; others are [UNK].
[[nodiscard]] Result<std::shared_ptr<const Tokenizer>> makeTokenizer(const std::string& specification, SequenceKind kind,
                                                                     std::span<const std::string> words = {});
/// The same with the words of `texts`; residues have their alphabet and learn nothing. ErrorCode::BadInput where no token is frequent enough.
[[nodiscard]] Result<std::shared_ptr<const Tokenizer>> learnTokenizer(const std::string& specification, SequenceKind kind,
                                                                      std::span<const std::string_view> texts,
                                                                      const VocabularyLimits& limits);
/// What a tokenizer has learnt: its vocabulary without the special tokens; empty for residues.
[[nodiscard]] std::vector<std::string> learnedWords(const Tokenizer& tokenizer);

/// Token scores [tokens] to residue scores [residues]: the mean over the tokens that cover a residue; uncovered residues are 0.
[[nodiscard]] std::vector<float> toResidues(const std::vector<float>& tokenScores, const std::vector<Offset>& offsets,
                                            std::int64_t residues);

}  // namespace strand
