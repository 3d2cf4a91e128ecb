#include "layers/unit_sums.hpp"

#include "layers/fast_path.hpp"
#include "layers/kernels/efficient.hpp"
#include "layers/unit_length.hpp"

#include <torch/csrc/autograd/custom_function.h>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Queries and keys of sequence b as rows of 2 * heads vectors.
kernels::UnitRows rowsOf(const torch::Tensor& qkv, const torch::Tensor& lengths, std::int64_t heads, std::int64_t b) {
    const std::int64_t width = qkv.size(2);
    return {.x = qkv.const_data_ptr<float>() + b * qkv.size(1) * width,
            .stride = width,
            .heads = 2 * heads,
            .dim = width / (3 * heads),
            .length = lengths.const_data_ptr<std::int64_t>()[b]};
}

struct UnitSumsFunction : torch::autograd::Function<UnitSumsFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& qkv, const torch::Tensor& lengths, std::int64_t heads) {
        const torch::Tensor from = qkv.contiguous(), valid = lengths.contiguous();
        const std::int64_t batch = from.size(0), dim = from.size(2) / (3 * heads), size = 2 * heads * dim;
        torch::Tensor sums = torch::zeros({batch, 2, heads, dim}, from.options());
        splitWork(batch, 1, [&, to = sums.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
            for (std::int64_t b = begin; b < end; ++b)
                kernels::efficientTable().unitSums(rowsOf(from, valid, heads, b), to + b * size);
        });
        context->save_for_backward({qkv, valid});
        context->saved_data["heads"] = heads;
        return sums.flatten(0, 1).sum(0);
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor from = saved[0].contiguous(), both = torch::cat({gradients[0], gradients[0]}).contiguous();
        const std::int64_t heads = context->saved_data["heads"].toInt(), sequence = from.size(1) * from.size(2);
        torch::Tensor dQkv = torch::zeros_like(from);
        splitWork(from.size(0), 1, [&, to = dQkv.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
            for (std::int64_t b = begin; b < end; ++b)
                kernels::efficientTable().unitSumsBackward(rowsOf(from, saved[1], heads, b), both.const_data_ptr<float>(),
                                                           to + b * sequence);
        });
        return {dQkv, {}, {}};
    }
};

}  // namespace

torch::Tensor unitSums(const torch::Tensor& qkv, std::int64_t heads, const Padding& padding) {
    if (onFastPath(qkv)) return UnitSumsFunction::apply(qkv, padding.lengths, heads);
    const torch::Tensor rows = padding.zeroed(qkv.narrow(2, 0, qkv.size(2) / 3 * 2)).unflatten(2, {2, heads, -1});
    return unitLength(rows).flatten(0, 2).sum(0);
}

}  // namespace strand
