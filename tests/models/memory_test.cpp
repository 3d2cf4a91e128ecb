// What the models say about memory, counted: the bytes of tensors that forward and backward hold at once.
#include "layers/dropout.hpp"
#include "support/peak_tensors.hpp"
#include "tests/models/toy.hpp"

namespace strand {
namespace {

constexpr std::int64_t kLength = 512;

std::shared_ptr<Model> modelWith(const std::string& name, const TextValues& given) {
    torch::manual_seed(1);
    TextValues values{{"max_len", std::to_string(kLength)}, {"d_model", "32"}, {"n_heads", "2"}};
    for (const auto& [key, value] : given)
        values.insert_or_assign(key, value);
    const ModelEntry& entry = entryOf(name);
    return entry.make({.vocabularySize = kFirstToken + 4, .classes = 2, .maxLength = kLength}, *resolveHyperparameters(entry, "", values));
}

/// A training step with weights and their gradients in place before it is counted.
test::TensorPeak learning(Model& model, const ModelInput& input) {
    const auto step = [&] {
        setDropoutKey(1, 1);
        model.forward(input).logits.sum().backward();
        model.afterStep();
    };
    step();
    return test::tensorPeak(step);
}
test::TensorPeak learning(const std::string& name, const TextValues& given, const ModelInput& input) {
    return learning(*modelWith(name, given), input);
}

const ModelInput& uneven() {
    static const ModelInput input = toyBatch({kLength, 350}, 4, 2).input;
    return input;
}

class Memory : public testing::TestWithParam<const char*> {
protected:
    /// So that the paths for long sequences run.
    [[nodiscard]] static TextValues asIfLong(TextValues given) {
        if (std::string(GetParam()) == "Reformer") given.merge(TextValues{{"full_attn_thres", "0"}, {"reverse_thres", "0"}});
        return given;
    }
    [[nodiscard]] static test::TensorPeak learnt(const TextValues& given) { return learning(GetParam(), asIfLong(given), uneven()); }
};
INSTANTIATE_TEST_SUITE_P(Models, Memory, testing::Values("Linformer", "Performer", "Reformer", "RoutingTransformer"),
                         [](const auto& test) { return std::string(test.param); });

/// Except for the decisions (layers/recompute.hpp) of hashing and clusters, a few bits a token, head and layer.
TEST_P(Memory, ReversibleDoesNotGrowWithDepth) {
    const auto peak = [](const char* reversible, const char* depth) {
        return static_cast<double>(learnt({{"reversible", reversible}, {"n_layers", depth}}).most);
    };
    const bool decides = std::string(GetParam()) == "Reformer" || std::string(GetParam()) == "RoutingTransformer";
    EXPECT_LE(peak("true", "12"), (decides ? 1.01 : 1.0) * peak("true", "2"));
    EXPECT_GT(peak("false", "12"), 4 * peak("false", "2"));
}

/// Without chunks, a layer keeps its hidden units; with chunks it holds those of one at a time.
TEST_P(Memory, ChunksLowerThePeakByTheHiddenUnits) {
    const auto peak = [](const char* chunks) {
        return static_cast<double>(learnt({{"ff_chunks", chunks}, {"d_ff", "1024"}, {"n_layers", "2"}, {"reversible", "false"}}).most);
    };
    const double hidden = 2.0 * 2 * kLength * 1024 * sizeof(float);
    EXPECT_LE(peak("8"), peak("1") - 7.0 / 8 * hidden);
}

TEST(MemoryOfReformer, PartsOfTheHeadsLowerThePeak) {
    const auto peak = [](const char* parts) {
        return static_cast<double>(
            learning("Reformer", {{"attn_chunks", parts}, {"n_heads", "8"}, {"n_layers", "1"}, {"full_attn_thres", "0"}}, uneven()).most);
    };
    EXPECT_LT(peak("8"), peak("2"));
    EXPECT_LT(peak("2"), peak("1"));
}

/// No tensor has even one byte for each pair. One head: on one thread our own kernel runs, on two that of the library (layers/attention.cpp).
TEST(MemoryOfTransformerEncoder, NeverHoldsALengthTimesLengthMatrix) {
    constexpr std::int64_t kLong = 2048, kPairs = kLong * kLong;
    const int before = at::get_num_threads();
    for (const int threads : {1, 2}) {
        at::set_num_threads(threads);
        for (const char* causal : {"false", "true"}) {
            for (const std::int64_t padding : {0, 500}) {
                const auto model = modelWith("TransformerEncoder", {{"d_model", "8"},
                                                                    {"d_ff", "8"},
                                                                    {"n_heads", "1"},
                                                                    {"n_layers", "1"},
                                                                    {"history_only", causal},
                                                                    {"max_len", std::to_string(kLong)}});
                const ModelInput input = inputOf(toyRows({kLong - padding}, 4, 2, 1), padding);
                const test::TensorPeak peak = learning(*model, input);
                EXPECT_LT(peak.largest, kPairs) << threads << " threads, causal " << causal << ", padding " << padding;
            }
        }
    }
    at::set_num_threads(before);
}

}  // namespace
}  // namespace strand
