#include "models/model.hpp"

namespace strand {

ModelInput withPositions(ModelInput input) {
    if (input.ids.size(1) > 0) return input;
    const std::int64_t batch = input.ids.size(0);
    input.ids = torch::zeros({batch, 1}, input.ids.options());
    input.mask = torch::zeros({batch, 1}, input.ids.options().dtype(torch::kBool));
    if (input.embedded.defined()) input.embedded = torch::constant_pad_nd(input.embedded, {0, 0, 0, 1});
    return input;
}

}  // namespace strand
