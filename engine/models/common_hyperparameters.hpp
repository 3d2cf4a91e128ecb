// The hyperparameters that every model shares, declared once.
#pragma once

#include "core/hyperparameter.hpp"

namespace strand {

/// max_len batch_size epochs lr optimizer weight_decay schedule warmup_steps hold_steps warmup_lr dropout grad_clip patience
/// class_weights sampling loss focal_gamma label_smoothing tokenizer lower_case min_count max_vocabulary and augment_..., with defaults
/// replaced by `defaults` and followed by `own`.
[[nodiscard]] HyperparameterTable withCommon(const TextValues& defaults, HyperparameterTable own);

/// Relations between them. ErrorCode::Usage names both sides.
[[nodiscard]] Result<void> checkCommon(const Hyperparameters& values);

/// `table` and then embeddings, embeddings_frozen: for models whose tokens are looked up in a TokenEmbedding.
[[nodiscard]] HyperparameterTable withWordVectors(HyperparameterTable table);

}  // namespace strand
