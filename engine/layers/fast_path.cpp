// Compiled with -fopenmp: ATen's parallel_for is a template that stays on one thread without it, and says nothing.
#include "layers/fast_path.hpp"

#include <ATen/Parallel.h>

#include <algorithm>

#ifndef _OPENMP
#error "work would not be split between threads"
#endif

namespace strand {

void splitWork(std::int64_t n, std::int64_t unit, c10::function_ref<void(std::int64_t, std::int64_t)> body) {
    const std::int64_t units = (n + unit - 1) / unit;
    at::parallel_for(0, units, 1, [&](std::int64_t begin, std::int64_t end) { body(begin * unit, std::min(end * unit, n)); });
}

}  // namespace strand
