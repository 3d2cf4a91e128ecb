// Dropout whose masks follow from a key, the number of the call and the element's place: nothing to store for a resume that
// gives the same bits, and masks are filled in parallel (Philox, core/random.hpp).
#pragma once

#include "layers/kernels/kernels.hpp"
#include "layers/torch.hpp"

#include <cstdint>

namespace strand {

/// Starts the masks of one optimiser step on this thread. The training loop calls it once before each forward pass; the calls of
/// dropout that follow are counted from 0. Same seed, step and order of calls: same masks, whatever the number of threads.
void setDropoutKey(std::uint64_t seed, std::uint64_t step);

/// Where this thread is in its masks, for layers that run forward twice (reversible blocks).
struct DropoutState {
    std::uint64_t key = 0, call = 0;
    friend bool operator==(const DropoutState&, const DropoutState&) = default;
};
[[nodiscard]] DropoutState dropoutState();
void restoreDropoutState(const DropoutState& state);

/// The masks of one call; advances this thread's counter. `probability` in [0, 1) is rounded to 1/65536.
[[nodiscard]] kernels::DropoutStream nextDropout(double probability);
/// For autograd functions: what backward needs to draw the same masks again.
[[nodiscard]] c10::IValue packDropout(const kernels::DropoutStream& stream);
[[nodiscard]] kernels::DropoutStream unpackDropout(const c10::IValue& packed);

/// Zeroes each element with `probability` and scales the others so that the mean stays; x itself where `training` is false.
/// On a GPU and for other types than float32, torch's own dropout and generator.
[[nodiscard]] torch::Tensor applyDropout(const torch::Tensor& x, double probability, bool training);

}  // namespace strand
