// Fully connected network on the mean embedding of a sequence, or on its letters by position.
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include "layers/dropout.hpp"
#include "layers/linear.hpp"
#include "layers/token_rows.hpp"

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

/// Most words of a vocabulary that has a weight for each of them at each position.
constexpr std::int64_t kMostByPosition = 100;

bool readsByPosition(const ModelContext& context, const Hyperparameters& values) {
    const std::string& asked = values.text("input");
    return asked == "onehot" || (asked == "auto" && context.aligned && context.vocabularySize <= kMostByPosition);
}

/// What the first hidden layer reads.
class DnnInput : public Module {
public:
    DnnInput(const ModelContext& context, const Hyperparameters& values)
        : m_byPosition(readsByPosition(context, values)),
          m_vocabulary(context.vocabularySize),
          m_positions(std::max<std::int64_t>(context.maxLength, 1)) {
        const std::int64_t first = values.integers("hidden").front(), dim = values.integer("embedding_dim");
        if (m_byPosition) {
            m_table =
                registerParameter("table", torch::randn({m_positions * m_vocabulary, first}) / std::sqrt(static_cast<double>(m_positions)));
            m_bias = registerParameter("bias", torch::zeros({first}));
        } else {
            m_embedding = registerModule("embedding", std::make_shared<TokenEmbedding>(m_vocabulary, dim));
            m_first = registerModule("first", std::make_shared<Linear>(dim, first));
        }
    }

    torch::Tensor embed(const torch::Tensor& ids) const {
        return m_byPosition ? torch::one_hot(ids, m_vocabulary).to(m_table.scalar_type()) : m_embedding->forward(ids);
    }

    [[nodiscard]] std::int64_t longest() const { return m_byPosition ? m_positions : 0; }

    /// [B, first hidden layer]
    torch::Tensor forward(const ModelInput& input, double probability) const {
        if (m_byPosition) return applyDropout(torch::relu(byPosition(input) + m_bias), probability, isTraining());
        const std::int64_t positions = input.ids.size(1);
        const TokenTable tokens = input.embedded.defined()
                                      ? TokenTable{.table = input.embedded.flatten(0, 1), .rows = {{}, input.lengths, positions}}
                                      : TokenTable{.table = m_embedding->weight, .rows = {input.ids, input.lengths, positions}};
        return m_first->forward(rowMeans(tokens), {.activation = Activation::Relu, .dropout = isTraining() ? probability : 0});
    }

private:
    /// Sum of the weights of each letter where it stands; positions beyond those learned are not read.
    torch::Tensor byPosition(const ModelInput& input) const {
        const std::int64_t positions = std::min(input.ids.size(1), m_positions);
        const torch::Tensor lengths = input.lengths.clamp_max(positions);
        if (input.embedded.defined()) {
            const torch::Tensor valid = torch::arange(positions, lengths.options()).unsqueeze(0) < lengths.unsqueeze(1);
            const torch::Tensor letters =
                input.embedded.narrow(1, 0, positions).masked_fill(valid.logical_not().unsqueeze(2), 0).flatten(1);
            return torch::matmul(letters, m_table.narrow(0, 0, positions * m_vocabulary));
        }
        const torch::Tensor place = torch::arange(positions, input.ids.options()) * m_vocabulary;
        return rowMeans({.table = m_table, .rows = {input.ids.narrow(1, 0, positions) + place, lengths, positions}}, true);
    }

    bool m_byPosition;
    std::int64_t m_vocabulary, m_positions;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Linear> m_first;
    torch::Tensor m_table, m_bias;
};

class Dnn : public Model {
public:
    Dnn(const ModelContext& context, const Hyperparameters& values) : m_dropout(values.real("dropout")) {
        m_input = registerModule("input", std::make_shared<DnnInput>(context, values));
        const auto& hidden = values.integers("hidden");
        for (std::size_t i = 1; i < hidden.size(); ++i) {
            m_hidden.push_back(registerModule(fmt::format("hidden{}", i), std::make_shared<Linear>(hidden[i - 1], hidden[i])));
        }
        m_classifier = registerModule("classifier", std::make_shared<Linear>(hidden.back(), context.classes));
    }

    using Model::forward;
    ModelOutput forward(const ModelInput& input, Taps*) override {
        torch::Tensor x = m_input->forward(input, m_dropout);
        for (std::size_t i = 0; i < m_hidden.size(); ++i) {
            const bool last = i + 1 == m_hidden.size();
            x = m_hidden[i]->forward(x, {.activation = Activation::Relu, .dropout = isTraining() && !last ? m_dropout : 0});
        }
        return {.logits = m_classifier->forward(x), .representation = x};
    }
    torch::Tensor embed(const torch::Tensor& ids) override { return m_input->embed(ids); }
    std::int64_t longestInput() const override { return m_input->longest(); }

private:
    double m_dropout;
    std::shared_ptr<DnnInput> m_input;
    std::vector<std::shared_ptr<Linear>> m_hidden;
    std::shared_ptr<Linear> m_classifier;
};

Result<void> check(const Hyperparameters& values) {
    const std::string& tokenizer = values.text("tokenizer");
    if (values.text("input") == "onehot" && tokenizer.starts_with("kmer:") && tokenizer > "kmer:3") {
        return fail(ErrorCode::Usage,
                    {STRAND_TEXT("engine", "input = onehot needs a weight for each word at each position, too many with tokenizer = %1"),
                     tokenizer},
                    {STRAND_TEXT("engine", "expected char, kmer:2 or kmer:3")}, {STRAND_TEXT("engine", "or take input = mean")});
    }
    return {};
}

}  // namespace

ModelEntry dnnEntry() {
    return {
        .name = "DNN",
        .title = {STRAND_TEXT("engine", "Fully connected network")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Looks at which letters a sequence is made of and, where all sequences have one length, at where each of them stands. The "
            "smallest and fastest model: a good first look, and good enough where composition or fixed positions decide.")},
        .paper = "Rumelhart, Hinton & Williams 1986, Nature 323",
        .architecture = architecture({
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Mean of all tokens, or all positions")}, .shows = {"input"}},
            {.kind = StageKind::Dense, .title = {STRAND_TEXT("engine", "Hidden layers with ReLU")}, .shows = {"hidden"}},
        }),
        .hyperparameters = withWordVectors(withCommon(
            {{"dropout", "0.2"}},
            {
                choiceSpec("input", "auto", {"auto", "mean", "onehot"},
                           STRAND_TEXT("engine",
                                       "What the network reads: the mean of all token vectors, or every token at its position (onehot, for "
                                       "sequences that are aligned to each other). auto takes onehot where the sequences have one length "
                                       "and few different tokens, such as windows around a site, and mean otherwise.")),
                embeddingDimSpec(),
                listSpec("hidden", {64, 32}, {1, 65536}, "units", STRAND_TEXT("engine", "Sizes of the hidden layers, first to last.")),
            })),
        .presets = {{"quick", {{"epochs", "8"}}}, {"balanced", {}}, {"thorough", {{"epochs", "60"}, {"hidden", "256,64"}}}},
        .check = check,
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<Dnn>(context, values);
        },
    };
}

}  // namespace strand
