// Forward twice instead of remembering: activations are computed again on the way back (Chen et al. 2016, arXiv:1604.06174).
#pragma once

#include "layers/dropout.hpp"
#include "layers/packed_indices.hpp"
#include "layers/torch.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace strand {

/// The random numbers that a function drew, to be drawn again: this thread's dropout masks and the generator of a GPU. And its decisions
/// (computedOnce), to be taken again although the second input differs from the first by rounding.
class RandomReplay {
public:
    explicit RandomReplay(const torch::Device& device);
    /// Calls `body` for the first time, and keeps what it computes once.
    void first(const std::function<void()>& body);
    /// Calls `body` with the numbers of the moment of construction, and goes on afterwards with those of now.
    void run(const std::function<void()>& body) const;

    /// Indices on the CPU are packed, since every layer keeps its own. On another device they take 4 bytes: looking would wait for it.
    class Decision {
    public:
        explicit Decision(const torch::Tensor& value);
        [[nodiscard]] torch::Tensor value() const;

    private:
        torch::ScalarType m_type;  ///< as it was computed
        torch::Tensor m_value;     ///< undefined where it is packed
        PackedIndices m_packed;
    };

private:
    torch::Device m_device;
    DropoutState m_dropout;
    torch::Tensor m_generator;  ///< undefined on the CPU
    std::shared_ptr<std::vector<Decision>> m_decisions;
};

/// Whether this thread is inside RandomReplay::run: layers then leave their moving statistics alone and use what they kept.
[[nodiscard]] bool recomputing();
/// compute(), or inside RandomReplay::run what it gave inside RandomReplay::first: hash buckets, say. Calls are matched by their order.
[[nodiscard]] torch::Tensor computedOnce(const std::function<torch::Tensor()>& compute);

using TensorFunction = std::function<torch::Tensor(const torch::Tensor&)>;

/// f(x), of which only x is kept for the way back. Gradients reach the parameters of f through their .grad, so torch::autograd::grad
/// with respect to them does not see them. Where no gradient is wanted, or x has none, f(x) as it is.
[[nodiscard]] torch::Tensor recomputed(const TensorFunction& f, const torch::Tensor& x);

}  // namespace strand
