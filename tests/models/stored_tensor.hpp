// Tensors as the scripts of tests/fixtures store them.
#pragma once

#include "layers/torch.hpp"

#include <nlohmann/json.hpp>
#include <vector>

namespace strand {

inline torch::Tensor tensorOf(const nlohmann::json& item) {
    return torch::tensor(item["values"].get<std::vector<float>>()).view(item["shape"].get<std::vector<std::int64_t>>());
}

}  // namespace strand
