// Large tensors on the CPU get the memory that earlier ones left, instead of fresh pages from the system: a training step frees
// and takes the same sizes over and over, and a page fault costs more than the arithmetic on the page.
#pragma once

#include <cstddef>

namespace strand {

/// While one lives (they nest), freed memory is kept for reuse, up to 1.25 times what was ever in use at once. The last one gives all
/// that is free back to the system. Numbers do not change. A tensor for which the system has no memory left is refused with
/// c10::OutOfMemoryError, since Linux would give it and then kill the program that writes to it.
class TensorMemoryScope {
public:
    TensorMemoryScope();
    ~TensorMemoryScope();
    TensorMemoryScope(const TensorMemoryScope&) = delete;
    TensorMemoryScope& operator=(const TensorMemoryScope&) = delete;
};

/// Throws c10::OutOfMemoryError where the system has no `bytes` to give: before many tensors of them are made one after the other.
void requireMemory(std::size_t bytes);

/// Bytes of large tensors, for tests and the log.
struct TensorMemoryUse {
    std::size_t live = 0, kept = 0;
};
[[nodiscard]] TensorMemoryUse tensorMemoryUse();

}  // namespace strand
