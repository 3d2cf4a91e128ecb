// Very deep convolutional network over characters (Conneau et al. 2017, arXiv:1606.01781), 9, 17, 29 or 49 layers deep.
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/encoder_input.hpp"
#include "models/model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include "layers/batch_norm.hpp"
#include "layers/dropout.hpp"
#include "layers/linear.hpp"
#include "layers/pooling.hpp"
#include "layers/token_rows.hpp"

#include <array>
#include <cmath>

namespace strand {

namespace {

constexpr std::int64_t kWidth = 3;

/// Blocks with 1, 2, 4 and 8 times the first number of maps (table 2 of the paper); each block holds two convolutions.
struct Depth {
    const char* name;
    std::array<std::int64_t, 4> blocks;
};
constexpr Depth kDepths[] = {{"9", {1, 1, 1, 1}}, {"17", {2, 2, 2, 2}}, {"29", {5, 5, 2, 2}}, {"49", {8, 8, 5, 3}}};

const Depth& depthOf(const std::string& name) {
    return *std::find_if(std::begin(kDepths), std::end(kDepths), [&](const Depth& depth) { return depth.name == name; });
}

/// Convolution of width 3 with zeros around. x [B,L,C] is 0 at padded positions.
class Convolution : public Module {
public:
    Convolution(std::int64_t in, std::int64_t out) {
        const double bound = std::sqrt(6.0 / static_cast<double>(kWidth * in));  // He et al. 2015
        weight = registerParameter("weight", torch::empty({out, kWidth * in}).uniform_(-bound, bound));
    }
    torch::Tensor forward(const torch::Tensor& x) const {
        const torch::Tensor wide = torch::constant_pad_nd(x, {0, 0, 1, 1});
        std::vector<torch::Tensor> neighbours;
        for (std::int64_t j = 0; j < kWidth; ++j)
            neighbours.push_back(wide.narrow(1, j, x.size(1)));
        return linearMap(torch::cat(neighbours, 2), weight, {});
    }

    torch::Tensor weight;  ///< [out, 3 in]
};

/// Two convolutions, each normalised and rectified; the input is added before the last ReLU where there is a shortcut.
class Block : public Module {
public:
    Block(std::int64_t in, std::int64_t out, bool shortcut) : m_shortcut(shortcut) {
        m_first = registerModule("first", std::make_shared<Convolution>(in, out));
        m_second = registerModule("second", std::make_shared<Convolution>(out, out));
        m_norm1 = registerModule("norm1", std::make_shared<BatchNorm>(out));
        m_norm2 = registerModule("norm2", std::make_shared<BatchNorm>(out));
        if (shortcut && in != out) m_project = registerModule("project", std::make_shared<Linear>(in, out, false));
    }
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding) const {
        const torch::Tensor inner = m_norm1->forward(m_first->forward(x), padding, true);
        const torch::Tensor y = m_norm2->forward(m_second->forward(inner), padding, !m_shortcut);
        return m_shortcut ? torch::relu(y + (m_project ? m_project->forward(x) : x)) : y;
    }

private:
    bool m_shortcut;
    std::shared_ptr<Convolution> m_first, m_second;
    std::shared_ptr<BatchNorm> m_norm1, m_norm2;
    std::shared_ptr<Linear> m_project;
};

Padding halved(const Padding& padding) {
    const torch::Tensor& mask = padding.mask;
    return {.lengths = (padding.lengths + 1).floor_divide(2), .mask = mask.defined() ? mask.slice(1, 0, std::nullopt, 2) : mask};
}

/// Maximum of width 3 at every second position. x [B,L,C] is nowhere negative and 0 at padded positions, which therefore do not count;
/// the first padded position of the result may have seen the last valid one.
torch::Tensor halvingMax(const torch::Tensor& x) {
    const torch::Tensor wide = torch::constant_pad_nd(x, {0, 0, 1, 1});
    const auto every = [&](std::int64_t first) { return wide.slice(1, first, first + x.size(1), 2); };
    return torch::maximum(torch::maximum(every(0), every(1)), every(2));
}

/// The k largest values of each channel in the order of their positions (Kalchbrenner et al. 2014), filled up with 0. [B,L,C] -> [B,kC]
torch::Tensor largest(const torch::Tensor& x, const Padding& padding, std::int64_t k) {
    if (x.size(1) <= k) return torch::constant_pad_nd(x, {0, 0, 0, k - x.size(1)}).flatten(1);
    torch::Tensor keys = x.detach();
    if (padding.mask.defined()) keys = keys.masked_fill(padding.mask.logical_not().unsqueeze(2), -1);
    const torch::Tensor order = std::get<1>(at::sort(keys, true, 1, true)).narrow(1, 0, k);
    return x.gather(1, std::get<0>(order.sort(1))).flatten(1);
}

class Vdcnn : public Model {
public:
    Vdcnn(const ModelContext& context, const Hyperparameters& values) : m_k(values.integer("k_max")), m_dropout(values.real("dropout")) {
        const std::int64_t dim = values.integer("embedding_dim"), maps = values.integer("maps"), units = values.integer("units");
        m_embedding = registerModule("embedding", std::make_shared<TokenEmbedding>(context.vocabularySize, dim));
        m_positions = makePositions(values, context, dim);
        if (m_positions) registerModule("positions", m_positions);
        const double bound = std::sqrt(6.0 / static_cast<double>(kWidth * dim));
        m_convolution = registerParameter("convolution", torch::empty({kWidth * maps, dim}).uniform_(-bound, bound));
        m_bias = registerParameter("bias", torch::zeros({maps}));
        const std::int64_t last = addBlocks(depthOf(values.text("depth")), maps, values.boolean("shortcut"));
        m_hidden1 = registerModule("hidden1", std::make_shared<Linear>(m_k * last, units));
        m_hidden2 = registerModule("hidden2", std::make_shared<Linear>(units, units));
        m_classifier = registerModule("classifier", std::make_shared<Linear>(units, context.classes));
    }

    using Model::forward;
    ModelOutput forward(const ModelInput& given, Taps*) override {
        const ModelInput input = withPositions(given);
        Padding padding{.lengths = input.lengths, .mask = input.mask};
        const TokenTable projected = m_embedding->project(tokensOf(input, m_positions), m_convolution, {});
        torch::Tensor x = tokenConvolution(projected, m_bias, kWidth);
        for (std::size_t group = 0; group < m_groups.size(); ++group) {
            if (group > 0) {
                padding = halved(padding);
                x = padding.zeroed(halvingMax(x));
            }
            for (const auto& block : m_groups[group])
                x = block->forward(x, padding);
        }
        const torch::Tensor hidden = connected(*m_hidden2, connected(*m_hidden1, largest(x, padding, m_k)));
        return {.logits = m_classifier->forward(hidden), .representation = hidden};
    }
    torch::Tensor embed(const torch::Tensor& ids) override { return m_embedding->forward(ids); }

private:
    /// -> maps of the last group.
    std::int64_t addBlocks(const Depth& depth, std::int64_t maps, bool shortcut) {
        std::int64_t in = maps, out = maps, number = 0;
        for (const std::int64_t count : depth.blocks) {
            m_groups.emplace_back();
            for (std::int64_t i = 0; i < count; ++i) {
                m_groups.back().push_back(registerModule(fmt::format("block{}", number++), std::make_shared<Block>(in, out, shortcut)));
                in = out;
            }
            out *= 2;
        }
        return in;
    }
    /// Few rows and large weights: the library shares the columns between the threads.
    torch::Tensor connected(const Linear& layer, const torch::Tensor& x) const {
        return applyDropout(torch::relu(torch::linear(x, layer.weight, layer.bias)), m_dropout, isTraining());
    }

    std::int64_t m_k;
    double m_dropout;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Positions> m_positions;
    torch::Tensor m_convolution, m_bias;  ///< [3 maps, dim], the block of each offset after the other
    std::vector<std::vector<std::shared_ptr<Block>>> m_groups;
    std::shared_ptr<Linear> m_hidden1, m_hidden2, m_classifier;
};

}  // namespace

ModelEntry vdcnnEntry() {
    return {
        .name = "VDCNN",
        .title = {STRAND_TEXT("engine", "Very deep convolutional network")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Stacks many narrow convolutions, halving the length and doubling the patterns on the way, so that each layer sees patterns of "
            "patterns. Has by far the most weights of the classic models: made for many sequences, and slow.")},
        .paper = "Conneau et al. 2017, arXiv:1606.01781",
        .architecture = architecture({
            placesOfTokens(),
            {.kind = StageKind::Convolve,
             .title = {STRAND_TEXT("engine", "Blocks of convolution, normalisation and ReLU, halving the length three times")},
             .shows = {"depth", "maps", "shortcut"}},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Strongest positions of each pattern")}, .shows = {"k_max"}},
            {.kind = StageKind::Dense, .title = {STRAND_TEXT("engine", "Two fully connected layers")}, .shows = {"units"}},
        }),
        .hyperparameters = withCommon(
            {{"dropout", "0.2"}, {"tokenizer", "char"}},
            {
                choiceSpec("depth", "9", {"9", "17", "29", "49"}, STRAND_TEXT("engine", "Convolutional layers.")),
                embeddingDimSpec(16),
                tokenPositions(),
                integerSpec("maps", 64, {1, 1024}, "",
                            STRAND_TEXT("engine", "Patterns of the first layers; twice as many after each halving, three times.")),
                integerSpec("units", 2048, {1, 65536}, "units", STRAND_TEXT("engine", "Size of each of the two fully connected layers.")),
                expert(integerSpec("k_max", 8, {1, 512}, "positions",
                                   STRAND_TEXT("engine", "The strongest positions of each pattern that the decision is made from."))),
                flagSpec("shortcut", false,
                         STRAND_TEXT("engine", "Each block adds to what it was given, which helps the deepest networks to learn.")),
            }),
        .presets = {{"quick", {{"epochs", "8"}, {"units", "512"}}},
                    {"balanced", {}},
                    {"thorough", {{"epochs", "40"}, {"depth", "17"}, {"shortcut", "true"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<Vdcnn>(context, values);
        },
    };
}

}  // namespace strand
