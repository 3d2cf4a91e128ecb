// Training sequences changed a little each time they are shown, so that a model learns what they have in common.
#pragma once

#include "core/hyperparameter.hpp"
#include "tokens/batcher.hpp"

namespace strand {

/// In this order: the other strand, changed letters, a part of the tokens, hidden tokens.
struct AugmentOptions {
    double reverseComplement = 0;  ///< probability that the other strand is read
    double mutation = 0;           ///< share of letters that become another letter of the alphabet
    double crop = 1;               ///< least share of the tokens that is kept, in one piece; 1 = all
    double mask = 0;               ///< share of tokens that become [UNK]
    [[nodiscard]] bool any() const { return reverseComplement > 0 || mutation > 0 || crop < 1 || mask > 0; }
};

/// From augment_reverse_complement, augment_mutation, augment_crop, augment_mask. ErrorCode::Usage where sequences of `kind` cannot be
/// changed like that.
[[nodiscard]] Result<AugmentOptions> makeAugmentOptions(const Hyperparameters& values, SequenceKind kind);

/// Reversed, each base replaced by its partner, ambiguity codes too.
[[nodiscard]] std::string reverseComplement(std::string_view residues, SequenceKind kind);

class Augmenter {
public:
    /// `dataset` and `tokenizer` live as long as this; `maxLength` and `cls` as in encodeDataset.
    Augmenter(AugmentOptions options, const Dataset& dataset, const Tokenizer& tokenizer, std::int64_t maxLength, bool cls,
              std::uint64_t seed);
    /// Rows of step `step`; what becomes of each follows from (seed, step, place in `rows`) alone.
    [[nodiscard]] Batch batch(std::span<const std::int64_t> rows, std::uint64_t step) const;

private:
    AugmentOptions m_options;
    const Dataset& m_dataset;
    const Tokenizer& m_tokenizer;
    std::int64_t m_maxLength;
    bool m_cls;
    std::uint64_t m_seed;
};

}  // namespace strand
