#include "layers/feed_forward_map.hpp"

#include "layers/dropout.hpp"
#include "layers/packed_matrix.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <vector>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::int64_t kRows = 96;  ///< whose hidden units stay in the second-level cache

/// What both directions read; all contiguous.
struct Maps {
    torch::Tensor x, in, inBias, out, outBias;
    kernels::DropoutStream hiddenDropout, dropout;
    Activation activation = Activation::Gelu;

    [[nodiscard]] std::int64_t rows() const { return x.numel() / dim(); }
    [[nodiscard]] std::int64_t dim() const { return x.size(-1); }
    [[nodiscard]] std::int64_t hidden() const { return in.size(0); }
    [[nodiscard]] std::int64_t width() const { return out.size(0); }
    [[nodiscard]] bool keepsSum() const { return activation == Activation::Gelu; }  ///< else the activations
    [[nodiscard]] kernels::Epilogue afterIn() const {
        return {.columns = hidden(),
                .bias = inBias.const_data_ptr<float>(),
                .residual = nullptr,
                .activation = activation,
                .dropout = hiddenDropout};
    }
    [[nodiscard]] kernels::Epilogue afterOut(const float* residual) const {
        return {.columns = width(),
                .bias = outBias.const_data_ptr<float>(),
                .residual = residual,
                .activation = Activation::None,
                .dropout = dropout};
    }
    /// Calls body(begin, end) for parts of at most kRows rows.
    template <typename Body>
    static void forParts(std::int64_t begin, std::int64_t end, Body body) {
        for (std::int64_t row = begin; row < end; row += kRows)
            body(row, std::min(row + kRows, end));
    }
};

/// Where row 0 would be, of scratch space that holds the rows from `begin` on.
float* shifted(float* scratch, std::int64_t begin, std::int64_t columns) { return scratch - begin * columns; }

/// y [m,N]; kept [m,H], or empty where no way back follows.
void forwardMaps(const Maps& maps, const torch::Tensor& residual, torch::Tensor& y, torch::Tensor& kept) {
    const auto in = PackedMatrix::transposed(maps.in), out = PackedMatrix::transposed(maps.out);
    const std::int64_t dim = maps.dim(), hidden = maps.hidden(), width = maps.width();
    const auto afterIn = maps.afterIn(), afterOut = maps.afterOut(residual.defined() ? residual.const_data_ptr<float>() : nullptr);
    const auto& table = kernels::table();
    splitWork(maps.rows(), kRows,
              [&, x = maps.x.const_data_ptr<float>(), yp = y.mutable_data_ptr<float>(),
               kp = kept.defined() ? kept.mutable_data_ptr<float>() : nullptr](std::int64_t first, std::int64_t last) {
                  std::vector<float> scratch(static_cast<std::size_t>(2 * kRows * hidden));
                  Maps::forParts(first, last, [&](std::int64_t begin, std::int64_t end) {
                      const std::int64_t rows = end - begin;
                      float* units = shifted(scratch.data(), begin, hidden);
                      float* sums = kp != nullptr && maps.keepsSum() ? kp : shifted(scratch.data() + kRows * hidden, begin, hidden);
                      if (kp != nullptr && !maps.keepsSum()) units = kp;
                      in.multiply(rows, x + begin * dim, dim, 1, sums + begin * hidden);
                      table.epilogue(afterIn, sums, units, begin, end);
                      out.multiply(rows, units + begin * hidden, hidden, 1, yp + begin * width);
                      table.epilogue(afterOut, yp, yp, begin, end);
                  });
              });
}

/// Sums of one thread: gradients of W, b, V, c. Empty until it has rows.
struct WeightSums {
    void start(const Maps& maps) {
        in.resize(static_cast<std::size_t>(maps.hidden() * maps.dim()));
        inBias.resize(static_cast<std::size_t>(maps.hidden()));
        out.resize(static_cast<std::size_t>(maps.width() * maps.hidden()));
        outBias.resize(static_cast<std::size_t>(maps.width()));
    }
    std::vector<float> in, inBias, out, outBias;
};

void addColumns(const float* rows, std::int64_t count, std::vector<float>& sums) {
    const auto columns = static_cast<std::int64_t>(sums.size());
    std::vector<float> found(sums.size());
    const float one = 1;
    kernels::table().sumRows({.positions = count, .index = nullptr, .lengths = &count, .stride = columns}, rows, columns, &one,
                             found.data(), 0, 1);
    std::transform(sums.begin(), sums.end(), found.begin(), sums.begin(), std::plus<>());
}

/// Both maps as the way back multiplies by them.
struct PackedMaps {
    explicit PackedMaps(const Maps& maps) : in(PackedMatrix::of(maps.in)), out(PackedMatrix::of(maps.out)) {}
    PackedMatrix in, out;
};

/// Rows [first, last) on one thread.
void backwardRows(const Maps& maps, const PackedMaps& packed, const float* dy, const float* kept, float* dx, WeightSums& sums,
                  std::int64_t first, std::int64_t last) {
    const std::int64_t dim = maps.dim(), hidden = maps.hidden(), width = maps.width();
    const auto afterIn = maps.afterIn(), afterOut = maps.afterOut(nullptr);
    const auto& table = kernels::table();
    sums.start(maps);
    const float* x = maps.x.const_data_ptr<float>();
    std::vector<float> scratch(static_cast<std::size_t>(kRows * (2 * hidden + width)));
    Maps::forParts(first, last, [&](std::int64_t begin, std::int64_t end) {
        const std::int64_t rows = end - begin;
        float *dUnits = scratch.data(), *unitsAgain = dUnits + kRows * hidden, *dropped = unitsAgain + kRows * hidden;
        const float *units = maps.keepsSum() ? unitsAgain : kept + begin * hidden, *dOut = dy + begin * width;
        if (maps.dropout.threshold != 0) {
            table.epilogueBackward(afterOut, dy, nullptr, shifted(dropped, begin, width), nullptr, begin, end);
            dOut = dropped;
        }
        packed.out.multiply(rows, dOut, width, 1, dUnits);
        table.epilogueBackward(afterIn, shifted(dUnits, begin, hidden), kept, shifted(dUnits, begin, hidden),
                               shifted(unitsAgain, begin, hidden), begin, end);
        table.gemm(width, hidden, rows, dOut, 1, width, units, hidden, sums.out.data(), hidden, true);
        addColumns(dOut, rows, sums.outBias);
        table.gemm(hidden, dim, rows, dUnits, 1, hidden, x + begin * dim, dim, sums.in.data(), dim, true);
        addColumns(dUnits, rows, sums.inBias);
        if (dx != nullptr) packed.in.multiply(rows, dUnits, hidden, 1, dx + begin * dim);
    });
}

torch::Tensor total(const std::vector<WeightSums>& parts, std::vector<float> WeightSums::*which, torch::IntArrayRef shape) {
    torch::Tensor sum = torch::zeros(shape, torch::kFloat);
    for (const WeightSums& part : parts)
        if (!(part.*which).empty()) sum += torch::from_blob(const_cast<float*>((part.*which).data()), shape, torch::kFloat);  // only read
    return sum;
}

struct FeedForwardFunction : torch::autograd::Function<FeedForwardFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& in, const torch::Tensor& inBias,
                                 const torch::Tensor& out, const torch::Tensor& outBias, const std::optional<torch::Tensor>& residual,
                                 std::int64_t activation, double hiddenDropout, double dropout, bool wayBack) {
        const Maps maps{.x = x.contiguous(),
                        .in = in.contiguous(),
                        .inBias = inBias.contiguous(),
                        .out = out.contiguous(),
                        .outBias = outBias.contiguous(),
                        .hiddenDropout = nextDropout(hiddenDropout),
                        .dropout = nextDropout(dropout),
                        .activation = static_cast<Activation>(activation)};
        std::vector<std::int64_t> shape = x.sizes().vec();
        shape.back() = maps.width();
        torch::Tensor y = torch::empty(shape, x.options()), kept;
        if (wayBack) kept = torch::empty({maps.rows(), maps.hidden()}, x.options());
        forwardMaps(maps, residual ? residual->contiguous() : torch::Tensor(), y, kept);
        context->save_for_backward({x, in, inBias, out, outBias, kept});
        context->saved_data["hidden_dropout"] = packDropout(maps.hiddenDropout);
        context->saved_data["dropout"] = packDropout(maps.dropout);
        context->saved_data["activation"] = activation;
        context->saved_data["residual"] = residual.has_value();
        return y;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const Maps maps{.x = saved[0].contiguous(),
                        .in = saved[1].contiguous(),
                        .inBias = saved[2].contiguous(),
                        .out = saved[3].contiguous(),
                        .outBias = saved[4].contiguous(),
                        .hiddenDropout = unpackDropout(context->saved_data["hidden_dropout"]),
                        .dropout = unpackDropout(context->saved_data["dropout"]),
                        .activation = static_cast<Activation>(context->saved_data["activation"].toInt())};
        const torch::Tensor dy = gradients[0].contiguous();
        torch::Tensor dx = context->needs_input_grad(0) ? torch::empty(saved[0].sizes(), dy.options()) : torch::Tensor();
        const PackedMaps packed(maps);
        std::vector<WeightSums> sums(static_cast<std::size_t>(at::get_num_threads()));
        splitWork(maps.rows(), kRows,
                  [&, from = dy.const_data_ptr<float>(), kept = saved[5].const_data_ptr<float>(),
                   to = dx.defined() ? dx.mutable_data_ptr<float>() : nullptr](std::int64_t begin, std::int64_t end) {
                      backwardRows(maps, packed, from, kept, to, sums[static_cast<std::size_t>(at::get_thread_num())], begin, end);
                  });
        return {dx,
                total(sums, &WeightSums::in, saved[1].sizes()),
                total(sums, &WeightSums::inBias, saved[2].sizes()),
                total(sums, &WeightSums::out, saved[3].sizes()),
                total(sums, &WeightSums::outBias, saved[4].sizes()),
                context->saved_data["residual"].toBool() ? dy : torch::Tensor(),
                {},
                {},
                {},
                {}};
    }
};

}  // namespace

torch::Tensor feedForwardMap(const torch::Tensor& x, const FeedForwardWeights& weights, const FeedForwardMapOptions& options) {
    if (!onFastPath(x) || x.numel() == 0) {
        const torch::Tensor hidden =
            linearMap(x, weights.in, weights.inBias, {.activation = options.activation, .dropout = options.hiddenDropout});
        return linearMap(hidden, weights.out, weights.outBias, {.dropout = options.dropout, .residual = options.residual});
    }
    return FeedForwardFunction::apply(x, weights.in, weights.inBias, weights.out, weights.outBias, options.residual,
                                      static_cast<std::int64_t>(options.activation), options.hiddenDropout, options.dropout,
                                      torch::GradMode::is_enabled());
}

}  // namespace strand
