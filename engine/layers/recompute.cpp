#include "layers/recompute.hpp"

#include <ATen/Context.h>
#include <torch/csrc/autograd/custom_function.h>

#include <mutex>
#include <utility>

namespace strand {

namespace {

using Decision = RandomReplay::Decision;

/// What this thread is in the middle of.
struct Pass {
    bool recomputing = false;
    const std::vector<Decision>* given = nullptr;  ///< decisions of the first pass
    std::size_t next = 0;                          ///< of `given`
    std::vector<Decision>* kept = nullptr;         ///< where decisions go
};
thread_local Pass t_pass;

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

torch::Tensor generatorState(const torch::Device& device) {
    if (device.is_cpu()) return {};
    at::Generator generator = at::globalContext().defaultGenerator(device);
    const std::scoped_lock lock(generator.mutex());
    return generator.get_state();
}

void setGeneratorState(const torch::Device& device, const torch::Tensor& state) {
    if (!state.defined()) return;
    at::Generator generator = at::globalContext().defaultGenerator(device);
    const std::scoped_lock lock(generator.mutex());
    generator.set_state(state);
}

struct Recomputation : torch::CustomClassHolder {
    Recomputation(TensorFunction function, RandomReplay random) : f(std::move(function)), replay(std::move(random)) {}
    TensorFunction f;
    RandomReplay replay;
};

struct RecomputeFunction : torch::autograd::Function<RecomputeFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const TensorFunction& f) {
        auto recomputation = c10::make_intrusive<Recomputation>(f, RandomReplay(x.device()));
        torch::Tensor y;
        recomputation->replay.first([&] { y = f(x); });
        context->saved_data["recomputation"] = c10::IValue::make_capsule(std::move(recomputation));
        context->save_for_backward({x});
        return y;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto capsule = context->saved_data["recomputation"].toCapsule();
        const auto& recomputation = static_cast<const Recomputation&>(*capsule);
        const torch::AutoGradMode enabled(true);
        const torch::Tensor x = context->get_saved_variables()[0].detach().requires_grad_();
        recomputation.replay.run([&] { torch::autograd::backward({recomputation.f(x)}, {gradients[0]}); });
        return {x.grad(), torch::Tensor()};
    }
};

}  // namespace

RandomReplay::Decision::Decision(const torch::Tensor& value) : m_type(value.scalar_type()) {
    if (m_type != torch::kLong) {
        m_value = value;
    } else if (value.device().is_cpu()) {
        m_packed = packed(value);
    } else {
        m_value = value.to(torch::kInt);
    }
}

torch::Tensor RandomReplay::Decision::value() const { return m_value.defined() ? m_value.to(m_type) : unpacked(m_packed); }

RandomReplay::RandomReplay(const torch::Device& device)
    : m_device(device),
      m_dropout(dropoutState()),
      m_generator(generatorState(device)),
      m_decisions(std::make_shared<std::vector<Decision>>()) {}

void RandomReplay::first(const std::function<void()>& body) {
    struct PutBack {
        std::vector<Decision>* kept;
        explicit PutBack(std::vector<Decision>* own) : kept(std::exchange(t_pass.kept, own)) {}
        PutBack(const PutBack&) = delete;
        PutBack& operator=(const PutBack&) = delete;
        ~PutBack() { t_pass.kept = kept; }
    };
    const PutBack putBack(m_decisions.get());
    body();
}

void RandomReplay::run(const std::function<void()>& body) const {
    struct PutBack {
        const torch::Device& device;
        DropoutState dropout = dropoutState();
        torch::Tensor generator = generatorState(device);
        Pass outer;
        PutBack(const torch::Device& d, Pass inner) : device(d), outer(std::exchange(t_pass, inner)) {}
        PutBack(const PutBack&) = delete;
        PutBack& operator=(const PutBack&) = delete;
        ~PutBack() {
            t_pass = outer;
            restoreDropoutState(dropout);
            setGeneratorState(device, generator);
        }
    };
    const PutBack putBack(m_device, {.recomputing = true, .given = m_decisions.get()});
    restoreDropoutState(m_dropout);
    setGeneratorState(m_device, m_generator);
    body();
}

bool recomputing() { return t_pass.recomputing; }

torch::Tensor computedOnce(const std::function<torch::Tensor()>& compute) {
    torch::Tensor decision = t_pass.given != nullptr ? t_pass.given->at(t_pass.next++).value() : compute();
    if (t_pass.kept != nullptr) t_pass.kept->emplace_back(decision);
    return decision;
}

torch::Tensor recomputed(const TensorFunction& f, const torch::Tensor& x) {
    if (!torch::GradMode::is_enabled() || !x.requires_grad()) return f(x);
    return RecomputeFunction::apply(x, f);
}

}  // namespace strand
