// Parameters, buffers and submodules by name. Names and order are those of torch::nn::Module ("stack.f0.weight"), whose header would bring
// the interpreter, archives and cloning into every file.
#pragma once

#include "layers/torch.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace strand {

class Module {
public:
    using NamedTensors = torch::OrderedDict<std::string, torch::Tensor>;

    Module() = default;
    virtual ~Module() = default;
    Module(const Module&) = delete;
    Module& operator=(const Module&) = delete;

    /// Its own first, then those of its submodules, in the order in which they were registered.
    [[nodiscard]] std::vector<torch::Tensor> parameters() const { return namedParameters().values(); }
    [[nodiscard]] NamedTensors namedParameters() const { return named(&Module::m_parameters); }
    [[nodiscard]] NamedTensors namedBuffers() const { return named(&Module::m_buffers); }
    /// Itself, then its submodules: parents come before their children.
    [[nodiscard]] std::vector<Module*> modules();

    [[nodiscard]] bool isTraining() const { return m_training; }
    /// Also for all submodules.
    void train(bool training = true);
    void eval() { train(false); }
    /// Moves or converts all parameters and buffers (integers keep their type).
    void to(torch::Device device);
    void to(torch::ScalarType type);

protected:
    /// Each returns what was given; throws c10::Error where the name is taken.
    torch::Tensor registerParameter(const std::string& name, torch::Tensor value, bool requiresGrad = true);
    torch::Tensor registerBuffer(const std::string& name, torch::Tensor value);
    template <typename M>
    std::shared_ptr<M> registerModule(const std::string& name, std::shared_ptr<M> module) {
        adopt(name, module);
        return module;
    }

private:
    void adopt(const std::string& name, std::shared_ptr<Module> module);
    [[nodiscard]] NamedTensors named(NamedTensors Module::*kind) const;
    void collect(NamedTensors Module::*kind, const std::string& prefix, NamedTensors& all) const;
    template <typename Convert>
    void convert(const Convert& convert);

    NamedTensors m_parameters{"Parameter"}, m_buffers{"Buffer"};
    torch::OrderedDict<std::string, std::shared_ptr<Module>> m_children{"Submodule"};
    bool m_training = true;
};

}  // namespace strand
