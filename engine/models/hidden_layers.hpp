// What follows the attention of each layer of the efficient transformers: a feed-forward, a table of values, or several experts.
#pragma once

#include "core/hyperparameter.hpp"
#include "layers/residual_stack.hpp"

namespace strand {

/// pkm_layers pkm_num_keys
[[nodiscard]] HyperparameterTable memorySpecs();
/// moe_layers moe_num_experts moe_loss_coef
[[nodiscard]] HyperparameterTable expertSpecs();
/// Layers that these name are there, and have one of the two. ErrorCode::Usage names the layer.
[[nodiscard]] Result<void> checkHidden(const Hyperparameters& values);

/// For layer 0, 1, ...: what the table asks for, by the names above, where it has them, and d_ff ff_mult ff_glu ff_chunks ff_dropout.
[[nodiscard]] std::shared_ptr<Branch> hiddenBranch(const Hyperparameters& values, std::int64_t layer);

}  // namespace strand
