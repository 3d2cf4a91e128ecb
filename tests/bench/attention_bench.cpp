// Cost of one attention layer, forward and backward, as sequences grow: d 128, 4 heads, batch 1. `exponent` is the growth of the time from the
// shortest length to this one, `MiB` the most that large tensors
// took at once.
#include "layers/attention.hpp"
#include "layers/linformer_attention.hpp"
#include "layers/performer_attention.hpp"
#include "layers/reformer_attention.hpp"
#include "layers/routing_attention.hpp"
#include "training/tensor_memory.hpp"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cmath>
#include <map>
#include <string>
#include <utility>

using namespace strand;

namespace {

constexpr std::int64_t kDim = 128, kHeads = 4, kHeadDim = 32, kShortest = 512, kLongest = 16384;

/// MultiHeadAttention as a branch.
class Exact : public Branch {
public:
    Exact() { m_inner = registerModule("inner", std::make_shared<MultiHeadAttention>(AttentionOptions{.dim = kDim, .heads = kHeads})); }
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override {
        return m_inner->forward(x, padding, {}, weights);
    }

private:
    std::shared_ptr<MultiHeadAttention> m_inner;
};

std::shared_ptr<Branch> exact(std::int64_t) { return std::make_shared<Exact>(); }
std::shared_ptr<Branch> reformer(std::int64_t length) {
    return std::make_shared<ReformerAttention>(
        ReformerOptions{.dim = kDim, .heads = kHeads, .headDim = kHeadDim, .maxLength = length, .fullUpTo = 0});
}
std::shared_ptr<Branch> performer(std::int64_t) {
    return std::make_shared<PerformerAttention>(PerformerOptions{.dim = kDim, .heads = kHeads, .headDim = kHeadDim});
}
std::shared_ptr<Branch> linformer(std::int64_t length) {
    return std::make_shared<LinformerAttention>(
        LinformerOptions{.dim = kDim, .heads = kHeads, .headDim = kHeadDim, .length = length, .k = 256});
}
std::shared_ptr<Branch> routing(std::int64_t length) {
    return std::make_shared<RoutingAttention>(RoutingOptions{.dim = kDim, .heads = kHeads, .headDim = kHeadDim, .maxLength = length});
}

using Make = std::shared_ptr<Branch> (*)(std::int64_t length);

void attentionLayer(benchmark::State& state, Make make, const char* name) {
    static std::map<std::string, double> shortest;  // seconds at kShortest
    const std::int64_t length = state.range(0);
    torch::manual_seed(1);
    const auto layer = make(length);
    const torch::Tensor x = torch::randn({1, length, kDim}).requires_grad_();
    const Padding whole{.lengths = torch::tensor({length}), .mask = {}};
    const auto step = [&] {
        layer->forward(x, whole, nullptr).sum().backward();
        layer->afterStep();
    };
    const TensorMemoryScope memory;
    step();
    const auto begin = std::chrono::steady_clock::now();
    for (auto _ : state)
        step();
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / static_cast<double>(state.iterations());
    if (length == kShortest) shortest[name] = seconds;
    const double growth = std::log(seconds / shortest[name]) / std::log(static_cast<double>(length) / kShortest);
    const TensorMemoryUse use = tensorMemoryUse();
    state.counters["MiB"] = static_cast<double>(use.live + use.kept) / (1 << 20);
    state.counters["exponent"] = length == kShortest ? 0 : growth;
}

const bool kRegistered = [] {
    const std::pair<const char*, Make> kinds[] = {
        {"exact", exact}, {"reformer", reformer}, {"performer", performer}, {"linformer", linformer}, {"routing", routing}};
    for (const auto& [name, make] : kinds) {
        benchmark::RegisterBenchmark((std::string("attention/") + name).c_str(),
                                     [make = make, name = name](benchmark::State& state) { attentionLayer(state, make, name); })
            ->RangeMultiplier(2)
            ->Range(kShortest, kLongest)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    }
    return true;
}();

}  // namespace
