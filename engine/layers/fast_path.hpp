// What the layers with their own kernels share: which tensors the kernels take, and how work is split between threads.
#pragma once

#include "layers/kernels/kernels.hpp"
#include "layers/torch.hpp"

#include <c10/util/FunctionRef.h>

namespace strand {

/// The kernels take float32 on the CPU; everything else goes through torch's operators.
[[nodiscard]] inline bool onFastPath(const torch::Tensor& x) { return x.device().is_cpu() && x.scalar_type() == torch::kFloat; }

/// Calls body(begin, end) for parts of [0, n), each on one thread; parts begin at multiples of `unit`. The split never changes a result,
/// only who computes it.
void splitWork(std::int64_t n, std::int64_t unit, c10::function_ref<void(std::int64_t begin, std::int64_t end)> body);

}  // namespace strand
