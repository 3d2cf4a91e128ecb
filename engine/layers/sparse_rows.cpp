#include "layers/sparse_rows.hpp"

#include "layers/fast_path.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::int64_t kRows = 64;  ///< rows that one thread takes at a time

/// y[i] = sum over the entries of row i of weight * x[column], rows [begin, end).
void multiplyRows(const SparseRows& a, const float* x, std::int64_t columns, float* y, std::int64_t begin, std::int64_t end) {
    const auto *start = a.start.const_data_ptr<std::int64_t>(), *column = a.column.const_data_ptr<std::int64_t>();
    const auto* weight = a.weight.const_data_ptr<float>();
    for (std::int64_t i = begin; i < end; ++i) {
        float* __restrict to = y + i * columns;
        std::fill(to, to + columns, 0.0F);
        for (std::int64_t e = start[i]; e < start[i + 1]; ++e) {
            const float* __restrict from = x + column[e] * columns;
            for (std::int64_t d = 0; d < columns; ++d)
                to[d] += weight[e] * from[d];
        }
    }
}

torch::Tensor multiplied(const SparseRows& a, const torch::Tensor& x) {
    const torch::Tensor from = x.contiguous();
    const std::int64_t rows = a.start.size(0) - 1, columns = from.size(1);
    torch::Tensor to = torch::empty({rows, columns}, from.options());
    splitWork(rows, kRows,
              [&, source = from.const_data_ptr<float>(), target = to.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
                  multiplyRows(a, source, columns, target, begin, end);
              });
    return to;
}

struct SparseProductFunction : torch::autograd::Function<SparseProductFunction> {
    static torch::Tensor forward(AutogradContext* context, const SparseRows& a, const SparseRows& transposed, const torch::Tensor& x) {
        context->save_for_backward({transposed.start, transposed.column, transposed.weight});
        return multiplied(a, x);
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        return {{}, {}, multiplied({saved[0], saved[1], saved[2]}, gradients[0])};
    }
};

}  // namespace

torch::Tensor SparseRows::row() const {
    return torch::repeat_interleave(torch::arange(start.size(0) - 1, start.options()), start.diff(), 0, column.size(0));
}

torch::Tensor sparseProduct(const SparseRows& a, const SparseRows& transposed, const torch::Tensor& x) {
    if (onFastPath(x)) return SparseProductFunction::apply(a, transposed, x);
    const torch::Tensor terms = x.index_select(0, a.column) * a.weight.to(x.scalar_type()).unsqueeze(1);
    return torch::zeros({a.start.size(0) - 1, x.size(1)}, x.options()).index_add(0, a.row(), terms);
}

}  // namespace strand
