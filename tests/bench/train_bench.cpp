// Training throughput of the models of train_table.json on DNA: the same work as peer_train.py; compare_train.py runs both in turn.
#include "data/synthetic.hpp"
#include "models/catalogue.hpp"
#include "support/fixture.hpp"
#include "training/trainer.hpp"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

using namespace strand;
using nlohmann::json;

namespace {

struct Bench {
    std::string model, dropout;
    std::int64_t sequences = 0, nucleotides = 41;
    TextValues given{};  ///< common hyperparameters, and those of the row over them
};

struct Measured {
    double sequencesPerSecond = 0;  ///< of the best epoch after the first, which warms up
    std::int64_t parameters = 0, vocabulary = 0, tokens = 0;
};

template <typename T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().english());
    return std::move(*result);
}

std::vector<Bench> readTable() {
    const json table = json::parse(std::ifstream(test::fixture("../bench/train_table.json")));
    std::vector<Bench> benches;
    for (const json& row : table.at("models")) {
        for (const char* dropout : {"0.1", "0"}) {
            Bench bench{.model = row.at("model"), .dropout = dropout, .sequences = row.at("sequences")};
            bench.nucleotides = row.value("nucleotides", bench.nucleotides);
            for (const json& values : {row.at("hyperparameters"), table.at("common")})
                for (const auto& [name, value] : values.items())
                    bench.given.emplace(name, value.get<std::string>());
            bench.given["dropout"] = dropout;
            bench.given["epochs"] = "3";
            benches.push_back(std::move(bench));
        }
    }
    return benches;
}

Measured trainOnce(const Bench& bench) {
    const ModelEntry& entry = *must(findModel(bench.model));
    TrainingSetup setup;
    setup.values = must(resolveHyperparameters(entry, "", bench.given));
    const Dataset dataset = makePlantedMotif({.count = bench.sequences, .minLength = bench.nucleotides, .maxLength = bench.nucleotides});
    const auto tokenizer = must(makeTokenizer(tokenizerFor(setup.values, SequenceKind::Dna), SequenceKind::Dna));
    const EncodeReport encoded = encodeDataset(dataset, *tokenizer, 0, true);
    setup.data = &encoded.encoded;
    for (std::int64_t i = 0; i < bench.sequences; ++i)
        setup.split.train.push_back(i);
    Measured measured{.vocabulary = tokenizer->vocabularySize(), .tokens = encoded.encoded.length(0)};
    torch::manual_seed(1);
    setup.model =
        entry.make({.vocabularySize = measured.vocabulary, .classes = 2, .maxLength = measured.tokens, .aligned = true}, setup.values);
    for (const torch::Tensor& parameter : setup.model->parameters())
        measured.parameters += parameter.numel();
    TrainingHooks hooks;
    hooks.epoch = [&](const EpochReport& report) {
        if (report.epoch > 1) measured.sequencesPerSecond = std::max(measured.sequencesPerSecond, report.sequencesPerSecond);
    };
    must(train(setup, hooks));
    return measured;
}

void trainModel(benchmark::State& state, const Bench& bench) {
    Measured measured;
    for (auto _ : state) {
        measured = trainOnce(bench);
        state.SetIterationTime(static_cast<double>(bench.sequences) / measured.sequencesPerSecond);
    }
    state.SetItemsProcessed(state.iterations() * bench.sequences);
    state.counters["parameters"] = static_cast<double>(measured.parameters);
    state.counters["vocabulary"] = static_cast<double>(measured.vocabulary);
    state.counters["tokens"] = static_cast<double>(measured.tokens);
}

const bool kRegistered = [] {
    for (const Bench& bench : readTable()) {
        benchmark::RegisterBenchmark(("train/" + bench.model + "/dropout:" + bench.dropout).c_str(),
                                     [bench](benchmark::State& state) { trainModel(state, bench); })
            ->UseManualTime()
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
