#include "layers/batch_norm.hpp"

#include "layers/fast_path.hpp"

#include <torch/csrc/autograd/custom_function.h>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr double kEpsilon = 1e-5, kMomentum = 0.1;
constexpr std::int64_t kColumns = 16;  ///< that one thread takes at a time

kernels::IndexedRows rowsOf(const torch::Tensor& x, const torch::Tensor& lengths) {
    return {.positions = x.size(1), .index = nullptr, .lengths = lengths.const_data_ptr<std::int64_t>(), .stride = x.size(2)};
}
const float* data(const torch::Tensor& x) { return x.const_data_ptr<float>(); }
float* data(torch::Tensor& x) { return x.mutable_data_ptr<float>(); }
torch::Tensor inverseDeviation(const torch::Tensor& variance) { return (variance + kEpsilon).rsqrt(); }

struct BatchNormFunction : torch::autograd::Function<BatchNormFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& scale, const torch::Tensor& shift,
                                 const torch::Tensor& lengths, const torch::Tensor& mean, const torch::Tensor& variance, bool relu,
                                 bool own) {
        const torch::Tensor from = x.contiguous(), valid = lengths.contiguous(), inverse = inverseDeviation(variance);
        torch::Tensor y = torch::empty_like(from);
        const kernels::BatchNormRows norm = rows(from, valid, mean, inverse, scale, shift, relu);
        splitWork(x.size(2), kColumns,
                  [&, to = data(y)](std::int64_t begin, std::int64_t end) { kernels::table().batchNorm(norm, to, x.size(0), begin, end); });
        context->save_for_backward({from, scale, shift, valid, mean, inverse, relu ? y : torch::Tensor()});
        context->saved_data["own"] = own;
        return y;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0], &y = saved[6], dy = gradients[0].contiguous();
        torch::Tensor dx = torch::empty_like(x), dScale = torch::empty_like(saved[1]), dShift = torch::empty_like(saved[2]);
        const kernels::BatchNormRows norm = rows(x, saved[3], saved[4], saved[5], saved[1], saved[2], y.defined());
        const bool fixed = !context->saved_data["own"].toBool();
        splitWork(x.size(2), kColumns,
                  [&, to = data(dx), toScale = data(dScale), toShift = data(dShift)](std::int64_t begin, std::int64_t end) {
                      kernels::table().batchNormBackward(norm, y.defined() ? data(y) : nullptr, data(dy), fixed, to, toScale, toShift,
                                                         x.size(0), begin, end);
                  });
        return {dx, dScale, dShift, {}, {}, {}, {}, {}};
    }

private:
    static kernels::BatchNormRows rows(const torch::Tensor& x, const torch::Tensor& lengths, const torch::Tensor& mean,
                                       const torch::Tensor& inverse, const torch::Tensor& scale, const torch::Tensor& shift, bool relu) {
        return {.rows = rowsOf(x, lengths),
                .x = data(x),
                .mean = data(mean),
                .inverseDeviation = data(inverse),
                .scale = data(scale),
                .shift = data(shift),
                .relu = relu};
    }
};

/// The same with torch's operators: other devices and types.
BatchNormStatistics libraryStatistics(const torch::Tensor& x, const torch::Tensor& lengths) {
    const torch::Tensor valid = validPositions(lengths, x.size(1)).unsqueeze(2).to(x.scalar_type()), count = lengths.sum().clamp_min(1);
    const torch::Tensor mean = (x * valid).flatten(0, 1).sum(0) / count;
    return {.mean = mean, .variance = ((x - mean).square() * valid).flatten(0, 1).sum(0) / count};
}

}  // namespace

BatchNormStatistics validStatistics(const torch::Tensor& x, const torch::Tensor& lengths) {
    const torch::NoGradGuard frozen;
    if (!onFastPath(x)) return libraryStatistics(x, lengths);
    const torch::Tensor from = x.contiguous(), valid = lengths.contiguous();
    BatchNormStatistics found{.mean = torch::empty({x.size(2)}, x.options()), .variance = torch::empty({x.size(2)}, x.options())};
    splitWork(x.size(2), kColumns, [&, mean = data(found.mean), variance = data(found.variance)](std::int64_t begin, std::int64_t end) {
        kernels::table().columnMoments(rowsOf(from, valid), data(from), mean, variance, x.size(0), begin, end);
    });
    return found;
}

torch::Tensor batchNorm(const torch::Tensor& x, const BatchNormInput& input, const BatchNormStatistics& statistics, bool ownStatistics) {
    if (onFastPath(x)) {
        return BatchNormFunction::apply(x, input.scale, input.shift, input.lengths, statistics.mean, statistics.variance, input.relu,
                                        ownStatistics);
    }
    const BatchNormStatistics used = ownStatistics ? libraryStatistics(x, input.lengths) : statistics;
    torch::Tensor y = (x - used.mean) * inverseDeviation(used.variance) * input.scale + input.shift;
    if (input.relu) y = torch::relu(y);
    return y.masked_fill(validPositions(input.lengths, x.size(1)).unsqueeze(2).logical_not(), 0);
}

BatchNorm::BatchNorm(std::int64_t channels) {
    m_scale = registerParameter("scale", torch::ones({channels}));
    m_shift = registerParameter("shift", torch::zeros({channels}));
    m_mean = registerBuffer("mean", torch::zeros({channels}));
    m_variance = registerBuffer("variance", torch::ones({channels}));
}

torch::Tensor BatchNorm::forward(const torch::Tensor& x, const Padding& padding, bool relu) {
    const BatchNormInput input{.lengths = padding.lengths, .scale = m_scale, .shift = m_shift, .relu = relu};
    if (!isTraining()) return batchNorm(x, input, {.mean = m_mean, .variance = m_variance}, false);
    const BatchNormStatistics seen = validStatistics(x, padding.lengths);
    remember(seen, padding.lengths);
    return batchNorm(x, input, seen, true);
}

/// The stored variance is the unbiased one, as in PyTorch. A batch without a valid position is forgotten.
void BatchNorm::remember(const BatchNormStatistics& seen, const torch::Tensor& lengths) {
    const torch::NoGradGuard frozen;
    const torch::Tensor count = lengths.sum().to(m_mean.scalar_type()),
                        pace = torch::where(count > 0, kMomentum, 0.0).to(m_mean.scalar_type());
    m_mean.add_((seen.mean - m_mean) * pace);
    m_variance.add_((seen.variance * (count / (count - 1).clamp_min(1)) - m_variance) * pace);
}

}  // namespace strand
