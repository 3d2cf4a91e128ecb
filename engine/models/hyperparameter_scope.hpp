// Which common hyperparameters do something for which kinds of sequences: form, command line and check follow from one table.
#pragma once

#include "core/hyperparameter.hpp"
#include "data/sequence.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace strand {

inline constexpr std::array kAllKinds{SequenceKind::Dna, SequenceKind::Rna, SequenceKind::Protein, SequenceKind::Text};

namespace detail {

enum KindScope : unsigned { kNucleotideScope = 3, kResidueScope = 7, kTextScope = 8 };  // bit = SequenceKind
inline constexpr std::array<std::pair<std::string_view, unsigned>, 7> kScopes{{{"lower_case", kTextScope},
                                                                               {"min_count", kTextScope},
                                                                               {"max_vocabulary", kTextScope},
                                                                               {"embeddings", kTextScope},
                                                                               {"embeddings_frozen", kTextScope},
                                                                               {"augment_reverse_complement", kNucleotideScope},
                                                                               {"augment_mutation", kResidueScope}}};

}  // namespace detail

/// Whether the hyperparameter can change anything for sequences of this kind.
[[nodiscard]] constexpr bool servesKind(std::string_view name, SequenceKind kind) {
    const auto* const scope = std::ranges::find(detail::kScopes, name, &std::pair<std::string_view, unsigned>::first);
    return scope == detail::kScopes.end() || (scope->second >> static_cast<unsigned>(kind) & 1U) != 0;
}

/// ErrorCode::Usage where a value of `given` is not the default and does nothing for sequences of this kind.
[[nodiscard]] Result<void> checkScope(std::span<const HyperparameterSpec> table, const TextValues& given, SequenceKind kind);

}  // namespace strand
