#include "layers/module.hpp"

namespace strand {

std::vector<Module*> Module::modules() {
    std::vector<Module*> all{this};
    for (const auto& child : m_children) {
        const std::vector<Module*> below = child.value()->modules();
        all.insert(all.end(), below.begin(), below.end());
    }
    return all;
}

void Module::train(bool training) {
    for (Module* module : modules())
        module->m_training = training;
}

template <typename Convert>
void Module::convert(const Convert& convert) {
    for (Module* module : modules())
        for (NamedTensors* kept : {&module->m_parameters, &module->m_buffers})
            for (auto& item : *kept)
                item.value().set_data(convert(item.value().detach()));
}

void Module::to(torch::Device device) {
    convert([&](const torch::Tensor& tensor) { return tensor.to(device); });
}

void Module::to(torch::ScalarType type) {
    convert([&](const torch::Tensor& tensor) { return tensor.is_floating_point() ? tensor.to(type) : tensor; });
}

torch::Tensor Module::registerParameter(const std::string& name, torch::Tensor value, bool requiresGrad) {
    value.set_requires_grad(requiresGrad);
    return m_parameters.insert(name, std::move(value));
}

torch::Tensor Module::registerBuffer(const std::string& name, torch::Tensor value) { return m_buffers.insert(name, std::move(value)); }

void Module::adopt(const std::string& name, std::shared_ptr<Module> module) { m_children.insert(name, std::move(module)); }

Module::NamedTensors Module::named(NamedTensors Module::*kind) const {
    NamedTensors all;
    collect(kind, "", all);
    return all;
}

void Module::collect(NamedTensors Module::*kind, const std::string& prefix, NamedTensors& all) const {
    for (const auto& item : this->*kind)
        all.insert(prefix + item.key(), item.value());
    for (const auto& child : m_children)
        child.value()->collect(kind, prefix + child.key() + ".", all);
}

}  // namespace strand
