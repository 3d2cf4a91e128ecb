#include "layers/dropout.hpp"

#include "core/random.hpp"
#include "layers/fast_path.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

thread_local DropoutState t_state;

kernels::DropoutStream streamOf(const DropoutState& state, std::uint32_t threshold) {
    return {.key = state.key, .call = state.call, .threshold = threshold, .scale = 65536.0F / static_cast<float>(65536U - threshold)};
}

torch::Tensor applied(const kernels::DropoutStream& stream, const torch::Tensor& x) {
    const torch::Tensor from = x.contiguous();
    torch::Tensor to = torch::empty_like(from);
    splitWork(from.numel(), 128 * kernels::kDropoutGroup, [&](std::int64_t begin, std::int64_t end) {
        kernels::table().dropout(stream, from.const_data_ptr<float>(), to.mutable_data_ptr<float>(), begin, end);
    });
    return to;
}

struct DropoutFunction : torch::autograd::Function<DropoutFunction> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x, double probability) {
        const kernels::DropoutStream stream = nextDropout(probability);
        context->saved_data["dropout"] = packDropout(stream);
        return applied(stream, x);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        return {applied(unpackDropout(context->saved_data["dropout"]), gradients[0]), torch::Tensor()};
    }
};

}  // namespace

void setDropoutKey(std::uint64_t seed, std::uint64_t step) { t_state = {.key = deriveSeed(seed, "dropout", step), .call = 0}; }
DropoutState dropoutState() { return t_state; }
void restoreDropoutState(const DropoutState& state) { t_state = state; }

kernels::DropoutStream nextDropout(double probability) {
    const double rounded = std::clamp(std::round(probability * 65536.0), 0.0, 65535.0);
    const kernels::DropoutStream stream = streamOf(t_state, static_cast<std::uint32_t>(rounded));
    if (stream.threshold != 0) ++t_state.call;
    return stream;
}

c10::IValue packDropout(const kernels::DropoutStream& stream) {
    return std::vector<std::int64_t>{static_cast<std::int64_t>(stream.key), static_cast<std::int64_t>(stream.call),
                                     static_cast<std::int64_t>(stream.threshold)};
}

kernels::DropoutStream unpackDropout(const c10::IValue& packed) {
    const std::vector<std::int64_t> words = packed.toIntVector();
    return streamOf({.key = static_cast<std::uint64_t>(words[0]), .call = static_cast<std::uint64_t>(words[1])},
                    static_cast<std::uint32_t>(words[2]));
}

torch::Tensor applyDropout(const torch::Tensor& x, double probability, bool training) {
    if (!training || probability <= 0 || x.numel() == 0) return x;
    if (!onFastPath(x)) return torch::dropout(x, probability, true);
    return DropoutFunction::apply(x, probability);
}

}  // namespace strand
