// AdamW, Adam, SGD, RMSprop and Adadelta over all parameters at once, with global-norm clipping; nothing is read back from the device.
#pragma once

#include "core/hyperparameter.hpp"
#include "layers/module.hpp"
#include "models/checkpoint.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strand {

enum class OptimizerKind { AdamW, Adam, Sgd, RmsProp, Adadelta };

struct OptimizerOptions {
    OptimizerKind kind = OptimizerKind::AdamW;
    double weightDecay = 0;   ///< on every parameter; decoupled for AdamW, added to the gradient otherwise
    double gradientClip = 0;  ///< largest global L2 norm of the gradients, 0 = no limit
};

/// From optimizer, weight_decay, grad_clip.
[[nodiscard]] OptimizerOptions makeOptimizerOptions(const Hyperparameters& values);

/// Betas 0.9 and 0.999, eps 1e-8 (Kingma & Ba 2015; Loshchilov & Hutter 2019); SGD with momentum 0.9; RMSprop with decay 0.99, eps 1e-8
/// (Tieleman & Hinton 2012); Adadelta with decay 0.9, eps 1e-6 (Zeiler 2012, arXiv:1212.5701). The numbers are torch.optim's.
class Optimizer {
public:
    /// Over the parameters of `module` that take gradients.
    Optimizer(const Module& module, OptimizerOptions options);

    /// One step with the gradients at hand, which are given up. A parameter without a gradient stays as it is.
    void step(double learningRate);

    /// Moments under "optimizer.<moment>.<parameter>", steps taken under "optimizer.steps"; shares memory.
    void store(TensorArchive& archive) const;
    /// ErrorCode::Project names what is missing or misshapen; nothing is changed unless all fits.
    Result<void> load(const TensorArchive& archive);
    /// Every parameter is finite. Reads one value back.
    [[nodiscard]] bool finite() const;

private:
    /// The tensors of parameters that have a gradient this time.
    struct Active {
        std::vector<torch::Tensor> parameters, gradients, first, second, steps;
    };
    [[nodiscard]] Active takeGradients();
    void stepFused(Active& active, double learningRate, const std::optional<torch::Tensor>& divisor) const;
    void stepByScale(Active& active, double learningRate, const std::optional<torch::Tensor>& divisor) const;
    [[nodiscard]] std::map<std::string, torch::Tensor> state() const;

    OptimizerOptions m_options;
    std::vector<std::string> m_names;
    std::vector<torch::Tensor> m_parameters;
    std::vector<torch::Tensor> m_first;   ///< mean of gradients, momentum, or mean of squares (RMSprop, Adadelta)
    std::vector<torch::Tensor> m_second;  ///< mean of squares, or of squared steps (Adadelta); empty for SGD and RMSprop
    torch::Tensor m_steps;                ///< [parameters] float, steps each has taken
    std::vector<torch::Tensor> m_stepOf;  ///< views into m_steps
};

}  // namespace strand
