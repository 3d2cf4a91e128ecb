// What the layers with their own kernels share: which tensors the kernels take, and how work is split between threads.
#pragma once

#include "layers/kernels/kernels.hpp"

#include <torch/torch.h>

#include <ATen/Parallel.h>

namespace strand {

/// The kernels take float32 on the CPU; everything else goes through torch's operators.
[[nodiscard]] inline bool onFastPath(const torch::Tensor& x) { return x.device().is_cpu() && x.scalar_type() == torch::kFloat32; }

/// Calls body(begin, end) for parts of [0, n); parts begin at multiples of `unit`. The split never changes a result, only who computes it.
template <typename Body>
void splitWork(std::int64_t n, std::int64_t unit, Body body) {
    const std::int64_t units = (n + unit - 1) / unit;
    at::parallel_for(0, units, 1, [&](std::int64_t begin, std::int64_t end) { body(begin * unit, std::min(end * unit, n)); });
}

}  // namespace strand
