// Training throughput of catalogue models on 41-nt DNA (42 tokens): the same work as peer_train.py; compare_train.py runs both in turn.
#include "core/random.hpp"
#include "data/synthetic.hpp"
#include "models/catalogue.hpp"
#include "training/trainer.hpp"

#include <benchmark/benchmark.h>

#include <ATen/Parallel.h>

#include <stdexcept>

using namespace strand;

namespace {

constexpr std::int64_t kBatchSize = 64, kEpochs = 3;

struct Bench {
    const char* model;
    std::int64_t sequences;
    TextValues own;
};

const Bench kBenches[] = {
    {"TransformerEncoder", 1280, {{"d_model", "128"}, {"n_heads", "4"}, {"n_layers", "2"}, {"d_ff", "512"}}},
    {"BiLSTM", 1920, {}},
    {"TextCNN", 5120, {}},
    {"DNN", 12800, {}},
};

/// Sequences a second of the last epochs; the first one warms up.
double trainOnce(const Bench& bench, const char* dropout) {
    const Dataset dataset = makePlantedMotif({.count = bench.sequences});
    const auto tokenizer = makeTokenizer("char", SequenceKind::Dna).value();
    const EncodeReport encoded = encodeDataset(dataset, *tokenizer, 512, true);
    const ModelEntry& entry = *findModel(bench.model).value();
    TextValues given = bench.own;
    given["dropout"] = dropout;
    given["batch_size"] = std::to_string(kBatchSize);
    given["epochs"] = std::to_string(kEpochs);
    const auto values = resolveHyperparameters(entry, "", given);
    if (!values) throw std::runtime_error(values.error().english());

    TrainingSetup setup;
    setup.data = &encoded.encoded;
    for (std::int64_t i = 0; i < bench.sequences; ++i)
        setup.split.train.push_back(i);
    setup.values = *values;
    torch::manual_seed(1);
    setup.model = entry.make({.vocabularySize = tokenizer->vocabularySize(), .classes = 2, .maxLength = 42}, *values);
    double best = 0;
    TrainingHooks hooks;
    hooks.epoch = [&](const EpochReport& report) {
        if (report.epoch > 1) best = std::max(best, report.sequencesPerSecond);
    };
    if (const auto result = train(setup, hooks); !result) throw std::runtime_error(result.error().english());
    return best;
}

void trainModel(benchmark::State& state, const Bench& bench, const char* dropout) {
    for (auto _ : state)
        state.SetIterationTime(static_cast<double>(bench.sequences) / trainOnce(bench, dropout));
    state.SetItemsProcessed(state.iterations() * bench.sequences);
}

const bool kRegistered = [] {
    for (const Bench& bench : kBenches) {
        for (const char* dropout : {"0.1", "0"}) {
            const std::string name = std::string("train/") + bench.model + "/dropout:" + dropout;
            benchmark::RegisterBenchmark(name.c_str(), [&bench, dropout](benchmark::State& state) { trainModel(state, bench, dropout); })
                ->UseManualTime()
                ->Iterations(1)
                ->Unit(benchmark::kMillisecond);
        }
    }
    return true;
}();

}  // namespace
