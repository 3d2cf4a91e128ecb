#include "training/upload.hpp"

#include "training/trainer.hpp"

#include <algorithm>

namespace strand {

torch::Tensor upload(const std::vector<std::int64_t>& values, at::IntArrayRef shape, torch::Device device) {
    const torch::Tensor host = torch::from_blob(const_cast<std::int64_t*>(values.data()), shape, torch::kLong);
    if (device.is_cpu()) return host.clone();
    return host.pin_memory().to(device, /*non_blocking=*/true);
}

ModelInput toInput(const Batch& batch, torch::Device device) {
    ModelInput input;
    input.lengths = upload(batch.lengths, {batch.size}, device);
    if (batch.length == 0) {
        // Nothing but empty sequences: one column of padding spares every model the case.
        input.ids = torch::zeros({batch.size, 1}, torch::dtype(torch::kLong).device(device));
        input.mask = input.ids != 0;
        return input;
    }
    input.ids = upload(batch.ids, {batch.size, batch.length}, device);
    const bool padded = std::any_of(batch.lengths.begin(), batch.lengths.end(), [&](std::int64_t length) { return length < batch.length; });
    if (padded) input.mask = torch::arange(batch.length, torch::dtype(torch::kLong).device(device)) < input.lengths.unsqueeze(1);
    return input;
}

}  // namespace strand
