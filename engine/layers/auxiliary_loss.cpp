#include "layers/auxiliary_loss.hpp"

#include <torch/csrc/autograd/custom_function.h>

namespace strand {

namespace {

struct AuxiliaryLossFunction : torch::autograd::Function<AuxiliaryLossFunction> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x, const torch::Tensor& loss) {
        context->saved_data["one"] = torch::ones_like(loss);
        return x.view_as(x);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        return {gradients[0], context->saved_data["one"].toTensor()};
    }
};

}  // namespace

torch::Tensor withAuxiliaryLoss(const torch::Tensor& x, const torch::Tensor& loss) { return AuxiliaryLossFunction::apply(x, loss); }

}  // namespace strand
