#include "layers/sparse_rows.hpp"

#include "layers/fast_path.hpp"

#include <torch/csrc/autograd/custom_function.h>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::int64_t kRows = 64;  ///< rows that one thread takes at a time

torch::Tensor multiplied(const SparseRows& a, const torch::Tensor& x) {
    const torch::Tensor from = x.contiguous();
    const std::int64_t rows = a.start.size(0) - 1, columns = from.size(1);
    torch::Tensor to = torch::empty({rows, columns}, from.options());
    const kernels::SparseMatrix matrix{.start = a.start.const_data_ptr<std::int64_t>(),
                                       .column = a.column.const_data_ptr<std::int64_t>(),
                                       .weight = a.weight.const_data_ptr<float>()};
    splitWork(rows, kRows,
              [&, source = from.const_data_ptr<float>(), target = to.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
                  kernels::table().sparseProduct(matrix, source, columns, target, begin, end);
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
