// Forward and backward of every model of the catalogue at 4,096 tokens, one sequence, default settings. `tensor_MiB`: the most that tensors
// took at once besides the weights; `resident_MiB`: the most that the process had in memory, all of LibTorch included.
#include "layers/dropout.hpp"
#include "models/catalogue.hpp"
#include "models/model.hpp"
#include "support/peak_tensors.hpp"
#include "training/tensor_memory.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace strand;

namespace {

constexpr std::int64_t kLength = 4096, kVocabulary = 69;  // k-mers of three letters

/// The most since the last call of forgetResident(), in MiB; 0 where the system does not say.
double mostResident() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}
void forgetResident() {
#ifdef __GLIBC__
    malloc_trim(0);  // what the models before have left
#endif
    std::ofstream("/proc/self/clear_refs") << 5;
}

void learn(benchmark::State& state, const ModelEntry& entry) {
    const auto values = resolveHyperparameters(entry, "", {{"max_len", std::to_string(kLength)}});
    torch::manual_seed(1);
    const auto model = entry.make({.vocabularySize = kVocabulary, .classes = 2, .maxLength = kLength}, *values);
    const ModelInput input{
        .ids = torch::randint(3, kVocabulary, {1, kLength}, torch::kLong), .lengths = torch::tensor({kLength}), .mask = {}};
    test::TensorPeak peak;
    for (auto _ : state) {
        forgetResident();
        const TensorMemoryScope memory;
        peak = test::tensorPeak([&] {
            setDropoutKey(1, 1);
            model->forward(input).logits.sum().backward();
            model->afterStep();
        });
    }
    state.counters["tensor_MiB"] = static_cast<double>(peak.most) / (1 << 20);
    state.counters["resident_MiB"] = mostResident();
}

const bool kRegistered = [] {
    for (const ModelEntry& entry : catalogue()) {
        benchmark::RegisterBenchmark(("memory/" + entry.name).c_str(), [&entry](benchmark::State& state) { learn(state, entry); })
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    }
    return true;
}();

}  // namespace
