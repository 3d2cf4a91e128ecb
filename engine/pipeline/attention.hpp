// The attention of one sequence, as plain numbers.
#pragma once

#include "pipeline/trained_model.hpp"

namespace strand {

/// ErrorCode::Usage where the model has none to show.
[[nodiscard]] Result<void> checkAttention(const ModelEntry& entry, const Model& model);

/// Tokens that attentionOf() shows of a sequence, whose map is [layers, heads, length, length]. ErrorCode::BadInput where it is empty.
[[nodiscard]] Result<std::int64_t> attentionLength(const RunTokens& tokens, const std::string& id, const std::string& residues);

/// One forward pass with every attention tap. `model` must be in evaluation mode, gradients off.
[[nodiscard]] Result<AttentionMap> attentionOf(Model& model, torch::Device device, const ModelEntry& entry, const RunTokens& tokens,
                                               const std::string& id, const std::string& residues);

}  // namespace strand
