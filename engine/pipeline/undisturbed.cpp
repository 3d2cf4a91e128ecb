#include "pipeline/undisturbed.hpp"

#include <ATen/Context.h>

#include <mutex>

namespace strand {

Undisturbed::Undisturbed(Model& model, torch::Device device) {
    for (Module* module : model.modules())
        m_modes.emplace_back(module, module->isTraining());
    std::vector<at::Generator> generators{at::globalContext().defaultGenerator(at::kCPU)};
    if (device.is_cuda()) generators.push_back(at::globalContext().defaultGenerator(device));
    for (auto& generator : generators) {
        const std::scoped_lock lock(generator.mutex());
        m_generators.emplace_back(generator, generator.get_state());
    }
    model.eval();
}

Undisturbed::~Undisturbed() {
    restoreDropoutState(m_dropout);
    // Module::train() goes down to the children: parents come first in modules(), so each one ends as it was.
    for (const auto& [module, training] : m_modes)
        module->train(training);
    for (auto& [generator, state] : m_generators) {
        const std::scoped_lock lock(generator.mutex());
        generator.set_state(state);
    }
}

}  // namespace strand
