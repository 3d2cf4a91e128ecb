#include "layers/linear.hpp"

#include "layers/dropout.hpp"
#include "layers/fast_path.hpp"
#include "layers/optional.hpp"
#include "layers/packed_matrix.hpp"

#include <torch/csrc/autograd/custom_function.h>
#include <torch/nn/init.h>

#include <cmath>

namespace strand {

namespace {

constexpr std::int64_t kRows = 96;  ///< rows that one thread takes at a time: what follows the product finds them in the cache

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

float* data(torch::Tensor& x) { return x.mutable_data_ptr<float>(); }
const float* data(const torch::Tensor& x) { return x.const_data_ptr<float>(); }

/// Rows of a product that a thread takes at a time: equal parts of its share, in whole tiles of the kernel and not more than its blocks.
std::int64_t partOf(std::int64_t m) {
    constexpr std::int64_t kTile = 12, kMost = 192;
    const std::int64_t threads = at::get_num_threads(), share = std::max<std::int64_t>(1, (m + threads - 1) / threads),
                       parts = (share + kMost - 1) / kMost;
    return std::max(kTile, ((share + parts - 1) / parts + kTile - 1) / kTile * kTile);
}

/// out [m,n] = a b; element (i,j) of a lies at i * aRow + j * aColumn.
void multiply(std::int64_t m, const float* a, std::int64_t aRow, std::int64_t aColumn, const PackedMatrix& b, torch::Tensor& out) {
    splitWork(m, partOf(m), [&, n = out.size(-1), to = data(out)](std::int64_t begin, std::int64_t end) {
        b.multiply(end - begin, a + begin * aRow, aRow, aColumn, to + begin * n);
    });
}

struct LinearFunction : torch::autograd::Function<LinearFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& weight,
                                 const std::optional<torch::Tensor>& bias, const std::optional<torch::Tensor>& residual,
                                 std::int64_t activation, double probability) {
        const torch::Tensor rows = x.contiguous().view({-1, x.size(-1)});
        const PackedMatrix right = PackedMatrix::transposed(weight);
        const torch::Tensor added = residual ? residual->contiguous() : torch::Tensor();
        const torch::Tensor offset = bias ? bias->contiguous() : torch::Tensor();
        const std::int64_t m = rows.size(0), k = rows.size(1), n = weight.size(0);
        const kernels::Epilogue epilogue{.columns = n,
                                         .bias = bias ? data(offset) : nullptr,
                                         .residual = residual ? data(added) : nullptr,
                                         .activation = static_cast<Activation>(activation),
                                         .dropout = nextDropout(probability)};
        std::vector<std::int64_t> shape = x.sizes().vec();
        shape.back() = n;
        torch::Tensor z = torch::empty(shape, x.options()), y = epilogue.activation == Activation::Gelu ? torch::empty_like(z) : z;
        const bool plain = !bias && !residual && epilogue.activation == Activation::None && epilogue.dropout.threshold == 0;
        splitWork(m, kRows, [&, from = data(rows), zp = data(z), yp = data(y)](std::int64_t begin, std::int64_t end) {
            right.multiply(end - begin, from + begin * k, k, 1, zp + begin * n);
            if (!plain) kernels::table().epilogue(epilogue, zp, yp, begin, end);
        });
        context->save_for_backward({x, weight, offset, epilogue.activation == Activation::None ? torch::Tensor() : z});
        context->saved_data["dropout"] = packDropout(epilogue.dropout);
        context->saved_data["activation"] = activation;
        context->saved_data["residual"] = residual.has_value();
        return y;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0], &weight = saved[1], dy = gradients[0].contiguous();
        const kernels::Epilogue epilogue{.columns = weight.size(0),
                                         .bias = saved[2].defined() ? data(saved[2]) : nullptr,
                                         .residual = nullptr,
                                         .activation = static_cast<Activation>(context->saved_data["activation"].toInt()),
                                         .dropout = unpackDropout(context->saved_data["dropout"])};
        const torch::Tensor dz = throughEpilogue(epilogue, dy, saved[3]);
        const torch::Tensor rows = x.contiguous().view({-1, x.size(-1)});
        const std::int64_t m = rows.size(0), n = weight.size(0);
        torch::Tensor dx, dWeight, dBias;
        if (context->needs_input_grad(0)) {
            dx = torch::empty(x.sizes(), x.options());
            multiply(m, data(dz), n, 1, PackedMatrix::of(weight), dx);
        }
        if (context->needs_input_grad(1)) dWeight = transposedProduct(dz.view({m, n}), rows);
        if (saved[2].defined()) dBias = dz.view({-1, n}).sum(0);
        return {dx, dWeight, dBias, context->saved_data["residual"].toBool() ? dy : torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }

private:
    static torch::Tensor throughEpilogue(const kernels::Epilogue& epilogue, const torch::Tensor& dy, const torch::Tensor& saved) {
        if (epilogue.activation == Activation::None && epilogue.dropout.threshold == 0) return dy;
        torch::Tensor dz = torch::empty_like(dy);
        splitWork(dy.numel() / epilogue.columns, kRows, [&, from = data(dy), to = data(dz)](std::int64_t begin, std::int64_t end) {
            kernels::table().epilogueBackward(epilogue, from, saved.defined() ? data(saved) : nullptr, to, nullptr, begin, end);
        });
        return dz;
    }
};

}  // namespace

torch::Tensor linearMap(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, const LinearOptions& options) {
    if (onFastPath(x) && x.numel() > 0) {
        return LinearFunction::apply(x, weight, optional(bias), options.residual, static_cast<std::int64_t>(options.activation),
                                     options.dropout);
    }
    torch::Tensor y = torch::linear(x, weight, optional(bias));
    if (options.activation == Activation::Relu) y = torch::relu(y);
    if (options.activation == Activation::Gelu) y = torch::gelu(y);
    y = applyDropout(y, options.dropout, options.dropout > 0);
    return options.residual ? *options.residual + y : y;
}

torch::Tensor transposedProduct(const torch::Tensor& a, const torch::Tensor& b) {
    if (!onFastPath(a)) return torch::mm(a.t(), b);
    const torch::Tensor left = a.contiguous();
    torch::Tensor out = torch::empty({left.size(1), b.size(1)}, left.options());
    multiply(left.size(1), data(left), 1, left.size(1), PackedMatrix::of(b), out);
    return out;
}

Linear::Linear(std::int64_t in, std::int64_t out, bool withBias) {
    weight = registerParameter("weight", torch::empty({out, in}));
    torch::nn::init::xavier_uniform_(weight);
    if (withBias) bias = registerParameter("bias", torch::zeros({out}));
}

}  // namespace strand
