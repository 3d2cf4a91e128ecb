#include "core/log.hpp"
#include "layers/dropout.hpp"
#include "support/peak_tensors.hpp"
#include "tests/models/toy.hpp"

namespace strand {
namespace {

/// The lines that are logged while a model for `longest` tokens is made.
class Logged {
public:
    Logged() {
        configureLog(LogLevel::Info, false);
        setLogListener([this](LogLevel, const std::string& text) { m_text += text + "\n"; });
    }
    ~Logged() {
        setLogListener({});
        configureLog(LogLevel::Info, true);
    }
    Logged(const Logged&) = delete;
    Logged& operator=(const Logged&) = delete;
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

struct Made {
    std::shared_ptr<Model> model;
    std::string log;
};
Made reformer(TextValues given, std::int64_t longest = 64) {
    const Logged logged;
    torch::manual_seed(1);
    given.emplace("max_len", std::to_string(longest));
    const Hyperparameters values = toyValues(entryOf("Reformer"), std::move(given));
    auto model = entryOf("Reformer").make({.vocabularySize = kFirstToken + 4, .classes = 2, .maxLength = longest}, values);
    return {.model = std::move(model), .log = logged.text()};
}

/// Whether the directions of hashing matter to a sequence.
bool hashes(Model& model, std::int64_t length) {
    model.eval();
    const torch::NoGradGuard frozen;
    const ModelInput input = toyBatch({length}, 4, 2).input;
    const torch::Tensor before = model.forward(input).logits;
    for (const auto& item : model.namedBuffers())
        item.value().copy_(torch::randn_like(item.value()));
    return largestDifference(before, model.forward(input).logits) > 1e-6;
}

TEST(Reformer, LogsThePathThatTheLongestSequenceTakes) {
    const std::string full = "full attention", hashing = "attention by hashing";
    struct Case {
        TextValues given;
        std::int64_t longest;
        const std::string& path;
    };
    const Case cases[] = {{{{"full_attn_thres", "0"}, {"bucket_size", "8"}}, 64, hashing},
                          {{{"full_attn_thres", "63"}, {"bucket_size", "8"}}, 64, hashing},
                          {{{"full_attn_thres", "64"}, {"bucket_size", "8"}}, 64, full},
                          {{{"full_attn_thres", "0"}, {"bucket_size", "64"}}, 64, full},  // a single bucket
                          {{{"full_attn_thres", "0"}, {"bucket_size", "64"}, {"num_mem_kv", "1"}}, 64, hashing},
                          {{{"full_attn_thres", "0"}, {"bucket_size", "8"}, {"use_full_attn", "true"}}, 64, full}};
    for (const Case& c : cases) {
        const Made made = reformer(c.given, c.longest);
        EXPECT_NE(made.log.find("Reformer: up to 64 tokens, " + c.path + ","), std::string::npos) << made.log;
        EXPECT_EQ(hashes(*made.model, c.longest), c.path == hashing) << made.log;
    }
}

TEST(Reformer, LogsWhetherActivationsAreRememberedAndDoesSo) {
    const auto made = [](const char* reversible, const char* threshold) {
        return reformer({{"reversible", reversible}, {"reverse_thres", threshold}, {"n_layers", "6"}}, 64);
    };
    const auto peak = [](const Made& of) {
        const ModelInput input = toyBatch({64, 64}, 4, 2).input;
        const auto step = [&] { of.model->forward(input).logits.sum().backward(); };
        step();
        return test::tensorPeak(step).most;
    };
    const Made again = made("true", "63"), brief = made("true", "64"), plain = made("false", "0");
    EXPECT_NE(again.log.find("activations computed again on the way back"), std::string::npos) << again.log;
    EXPECT_NE(brief.log.find("activations remembered"), std::string::npos) << brief.log;
    EXPECT_NE(plain.log.find("activations remembered"), std::string::npos) << plain.log;
    EXPECT_LT(peak(again), peak(brief) / 2);
}

TEST(Reformer, DirectionsOfHashingAreDrawnAnewAfterEachStepOnly) {
    const Made made = reformer({{"full_attn_thres", "0"}, {"bucket_size", "8"}});
    const auto rotations = [&](int layer) {
        return made.model->namedBuffers()["stack.f" + std::to_string(layer) + ".inner.rotations"].clone();
    };
    const ModelInput input = toyBatch({40, 13}, 4, 2).input;
    const torch::Tensor first = rotations(0);
    (void)made.model->forward(input);
    made.model->eval();
    (void)made.model->forward(input);
    EXPECT_TRUE(torch::equal(rotations(0), first));
    setDropoutKey(1, 1);
    made.model->afterStep();
    EXPECT_GT(largestDifference(rotations(0), first), 1e-2);
    EXPECT_GT(largestDifference(rotations(0), rotations(1)), 1e-2);
    const torch::Tensor second = rotations(0);
    setDropoutKey(1, 1);
    made.model->afterStep();
    EXPECT_TRUE(torch::equal(rotations(0), second)) << "they follow from the key of the step";
}

TEST(Reformer, TiedLayersHaveTheWeightsOfOne) {
    const auto numbers = [](const TextValues& given) {
        std::int64_t count = 0;
        for (const torch::Tensor& parameter : reformer(given).model->parameters())
            count += parameter.numel();
        return count;
    };
    const std::int64_t one = numbers({{"n_layers", "1"}}), tied = numbers({{"n_layers", "4"}, {"weight_tie", "true"}});
    EXPECT_EQ(tied - one, 3 * 2 * 2 * 16) << "the norms of the two branches of three layers more";
    EXPECT_GT(numbers({{"n_layers", "4"}}), 3 * tied / 2);
}

TEST(Reformer, AFactorisedEmbeddingIsWidened) {
    using Sizes = std::vector<std::int64_t>;
    const auto weights = reformer({{"emb_dim", "6"}}).model->namedParameters();
    EXPECT_EQ(weights["input.embedding.weight"].sizes(), (Sizes{7, 6}));
    EXPECT_EQ(weights["widen.weight"].sizes(), (Sizes{16, 6}));
    EXPECT_FALSE(reformer({}).model->namedParameters().contains("widen.weight"));
}

TEST(Reformer, RelationsAreRefusedNamingTheNumbers) {
    const auto refusal = [](const TextValues& given) {
        const auto values = resolveHyperparameters(entryOf("Reformer"), "", given);
        return values ? std::string("accepted") : values.error().english();
    };
    EXPECT_EQ(refusal({{"n_local_attn_heads", "4"}}),
              "n_local_attn_heads = 4 leaves no other of n_heads = 4; expected fewer local heads than heads");
    EXPECT_EQ(refusal({{"n_local_attn_heads", "3"}}), "accepted");
    EXPECT_EQ(refusal({{"weight_tie", "true"}, {"pkm_layers", "1"}}),
              "weight_tie = true and pkm_layers exclude each other: tied layers are alike");
    EXPECT_EQ(refusal({{"use_scale_norm", "true"}, {"use_rezero", "true"}}),
              "use_scale_norm and use_rezero exclude each other; both are true");
    EXPECT_EQ(refusal({{"dim_head", "5"}}), "accepted");
    EXPECT_EQ(refusal({{"dim_head", "5"}, {"positions", "rotary"}}),
              "heads of 5 numbers cannot be turned in pairs; expected an even dim_head, or an even d_model / n_heads");
}

}  // namespace
}  // namespace strand
