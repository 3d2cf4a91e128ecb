// The picture of an architecture, declared in the file of its model: stages in the order in which data passes them.
#pragma once

#include "core/message.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace strand {

/// What a stage does; each has its sign in the picture.
enum class StageKind : std::uint8_t { Input, Embed, Position, Convolve, Recur, Attend, Graph, Pool, Dense, Output };

struct Stage {
    StageKind kind = StageKind::Dense;
    Message title;                        ///< "Self-attention"
    std::vector<std::string> shows = {};  ///< hyperparameters whose values stand beside it: {"n_heads", "d_model"}
    std::string repeats = {};             ///< hyperparameter that says how often; neighbours with the same one form a block
    bool residual = false;                ///< its input is added to its output
    std::string each = {};                ///< a list hyperparameter: parallel boxes, one for each of its values
    std::vector<Message> paths = {};      ///< or parallel boxes with these names: {"left to right", "right to left"}
};

/// Tokens and their embedding, then `middle`, then the classifier.
[[nodiscard]] std::vector<Stage> architecture(std::vector<Stage> middle, const std::string& embeddingSize = "embedding_dim");

}  // namespace strand
