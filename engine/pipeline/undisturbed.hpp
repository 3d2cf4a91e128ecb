// Looking into a model between two training steps without changing a bit of what follows.
#pragma once

#include "layers/dropout.hpp"
#include "models/model.hpp"

#include <utility>
#include <vector>

namespace strand {

/// While it lives: evaluation mode and no gradient. Afterwards: each module's mode, the random generators and the place in the
/// dropout masks are as they were.
class Undisturbed {
public:
    Undisturbed(Model& model, torch::Device device);
    ~Undisturbed();
    Undisturbed(const Undisturbed&) = delete;
    Undisturbed& operator=(const Undisturbed&) = delete;

private:
    torch::NoGradGuard m_noGrad;
    DropoutState m_dropout = dropoutState();
    std::vector<std::pair<Module*, bool>> m_modes;
    std::vector<std::pair<at::Generator, torch::Tensor>> m_generators;
};

}  // namespace strand
