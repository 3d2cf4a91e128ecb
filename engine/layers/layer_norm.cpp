#include "layers/layer_norm.hpp"

#include "layers/fast_path.hpp"
#include "layers/kernels/efficient.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>

namespace strand {

namespace {

constexpr double kEps = 1e-5;
constexpr std::int64_t kRows = 96;  ///< rows that one thread takes at a time, and that share a sum of gradients

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

kernels::LayerNormRows rowsOf(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias) {
    return {.x = x.const_data_ptr<float>(),
            .columns = x.size(-1),
            .weight = weight.const_data_ptr<float>(),
            .bias = bias.const_data_ptr<float>(),
            .epsilon = static_cast<float>(kEps)};
}

struct LayerNormFunction : torch::autograd::Function<LayerNormFunction> {
    static variable_list forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias) {
        const torch::Tensor from = x.contiguous(), scale = weight.contiguous(), shift = bias.contiguous();
        const std::int64_t rows = from.numel() / from.size(-1);
        torch::Tensor y = torch::empty_like(from), moments = torch::empty({2, rows}, from.options());
        splitWork(rows, kRows,
                  [&, to = y.mutable_data_ptr<float>(), m = moments.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
                      kernels::efficientTable().layerNorm(rowsOf(from, scale, shift), to, m, m + rows, begin, end);
                  });
        context->set_materialize_grads(false);
        context->save_for_backward({x, scale, shift, moments});
        return {y, x.view_as(x)};
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor x = saved[0].contiguous(), &moments = saved[3];
        const torch::Tensor dy = gradients[0].defined() ? gradients[0].contiguous() : torch::zeros_like(x),
                            past = gradients[1].defined() ? gradients[1].contiguous() : torch::Tensor();
        const std::int64_t columns = x.size(-1), rows = x.numel() / columns;
        torch::Tensor dx = torch::empty_like(x), sums = torch::zeros({2, (rows + kRows - 1) / kRows, columns}, x.options());
        const kernels::LayerNormRows kind = rowsOf(x, saved[1], saved[2]);
        const auto* m = moments.const_data_ptr<float>();
        splitWork(rows, kRows,
                  [&, dxp = dx.mutable_data_ptr<float>(), s = sums.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
                      for (std::int64_t first = begin; first < end; first += kRows) {
                          float* own = s + first / kRows * columns;
                          kernels::efficientTable().layerNormBackward(kind, dy.const_data_ptr<float>(),
                                                                      past.defined() ? past.const_data_ptr<float>() : nullptr, m, m + rows,
                                                                      dxp, own, own + sums.stride(0), first, std::min(first + kRows, end));
                      }
                  });
        const torch::Tensor total = sums.sum(1);
        return {dx, total[0], total[1]};
    }
};

}  // namespace

std::pair<torch::Tensor, torch::Tensor> layerNormAndSkip(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias) {
    if (!onFastPath(x) || x.numel() == 0) return {torch::layer_norm(x, {x.size(-1)}, weight, bias, kEps), x};
    const variable_list both = LayerNormFunction::apply(x, weight, bias);
    return {both[0], both[1]};
}

LayerNorm::LayerNorm(std::int64_t dim)
    : weight(registerParameter("weight", torch::ones({dim}))), bias(registerParameter("bias", torch::zeros({dim}))) {}

torch::Tensor LayerNorm::forward(const torch::Tensor& x) const { return layerNormAndSkip(x, weight, bias).first; }

}  // namespace strand
