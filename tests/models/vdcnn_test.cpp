#include "tests/models/classic_reference.hpp"

#include <array>

namespace strand {
namespace {

using Sizes = std::vector<std::int64_t>;

std::shared_ptr<Model> vdcnn(const TextValues& given) { return toyModel(entryOf("VDCNN"), 4, 2, given); }

/// Table 2 of Conneau et al. 2017: blocks of two convolutions for each width, and the first convolution.
struct Depth {
    const char* name;
    std::array<std::int64_t, 4> blocks;
};
constexpr Depth kDepths[] = {{"9", {1, 1, 1, 1}}, {"17", {2, 2, 2, 2}}, {"29", {5, 5, 2, 2}}, {"49", {8, 8, 5, 3}}};

TEST(Vdcnn, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("VDCNN", 2); }

TEST(Vdcnn, HasTheConvolutionsOfItsDepth) {
    for (const Depth& depth : kDepths) {
        const auto weights = vdcnn({{"depth", depth.name}, {"maps", "2"}})->namedParameters();
        std::int64_t convolutions = weights.contains("convolution") ? 1 : 0, block = 0, in = 2;
        for (std::size_t group = 0; group < 4; ++group) {
            const std::int64_t out = std::int64_t{2} << group;
            for (std::int64_t i = 0; i < depth.blocks[group]; ++i) {
                const std::string name = "block" + std::to_string(block++);
                EXPECT_EQ(weights[name + ".first.weight"].sizes(), (Sizes{out, 3 * in})) << depth.name << " " << name;
                EXPECT_EQ(weights[name + ".second.weight"].sizes(), (Sizes{out, 3 * out})) << depth.name << " " << name;
                convolutions += 2;
                in = out;
            }
        }
        EXPECT_EQ(std::to_string(convolutions), depth.name);
        EXPECT_FALSE(weights.contains("block" + std::to_string(block) + ".first.weight"));
    }
}

TEST(Vdcnn, ShortcutsAreMappedWhereTheWidthChanges) {
    const auto mapped = [](const char* shortcut) {
        std::vector<std::string> names;
        for (const auto& item : vdcnn({{"depth", "17"}, {"maps", "2"}, {"shortcut", shortcut}})->namedParameters())
            if (item.key().find("project") != std::string::npos) names.push_back(item.key());
        return names;
    };
    EXPECT_EQ(mapped("true"), (std::vector<std::string>{"block2.project.weight", "block4.project.weight", "block6.project.weight"}));
    EXPECT_TRUE(mapped("false").empty());
}

/// A network whose representation is what k-max pooling hands on: [k, 8] with one map in the first group.
std::shared_ptr<Model> pooling(std::int64_t k) {
    const std::string units = std::to_string(8 * k);
    auto model = vdcnn({{"maps", "1"}, {"k_max", std::to_string(k)}, {"units", units}, {"dropout", "0"}});
    const torch::NoGradGuard frozen;
    auto weights = model->namedParameters();
    for (const char* layer : {"hidden1", "hidden2"}) {
        weights[std::string(layer) + ".weight"].copy_(torch::eye(8 * k));
        weights[std::string(layer) + ".bias"].zero_();
    }
    weights["block3.norm2.shift"].fill_(50);  // nothing is cut by the last ReLU: every position of a sequence is above 0
    model->eval();
    return model;
}

torch::Tensor pooled(Model& model, const std::vector<std::vector<std::int64_t>>& rows, std::int64_t k) {
    const torch::NoGradGuard frozen;
    return model.forward(inputOf(rows)).representation.view({-1, k, 8});
}

TEST(Vdcnn, TheLengthIsHalvedThreeTimes) {
    const auto model = pooling(9);
    for (const std::int64_t length : {1, 2, 8, 9, 16, 17, 33, 63, 64}) {
        const auto rows = toyRows({length, 64}, 4, 2, 3);
        const torch::Tensor own = pooled(*model, rows, 9)[0];
        EXPECT_EQ((own > 0).all(1).sum().item<std::int64_t>(), (length + 7) / 8) << length;
        EXPECT_EQ((own > 0).any(1).sum().item<std::int64_t>(), (length + 7) / 8) << length;
    }
}

TEST(Vdcnn, TheLargestAreTakenInTheOrderOfTheirPlaces) {
    const auto all = pooling(9), some = pooling(3);
    const torch::NoGradGuard frozen;
    for (const auto& item : some->namedParameters()) {
        const bool below = !item.key().starts_with("hidden") && !item.key().starts_with("classifier");
        if (below) item.value().copy_(all->namedParameters()[item.key()]);
    }
    const auto rows = toyRows({64, 40, 20, 5}, 4, 2, 3);
    const torch::Tensor every = pooled(*all, rows, 9), largest = pooled(*some, rows, 3);
    for (std::int64_t b = 0; b < 4; ++b) {
        for (std::int64_t channel = 0; channel < 8; ++channel) {
            const torch::Tensor values = every[b].select(1, channel);
            const torch::Tensor places = std::get<0>(std::get<1>(values.topk(3)).sort());
            EXPECT_LT(largestDifference(largest[b].select(1, channel), values.index_select(0, places)), 1e-6) << b << " " << channel;
        }
    }
    EXPECT_GT((every[0].amax(0) - every[0].amin(0)).min().item<double>(), 1e-3) << "else there is nothing to choose";
}

TEST(Vdcnn, ThePoolingFeedsTwoConnectedLayers) {
    const auto weights = vdcnn({{"maps", "3"}, {"k_max", "5"}, {"units", "11"}})->namedParameters();
    EXPECT_EQ(weights["hidden1.weight"].sizes(), (Sizes{11, 5 * 24}));
    EXPECT_EQ(weights["hidden2.weight"].sizes(), (Sizes{11, 11}));
    EXPECT_EQ(weights["classifier.weight"].sizes(), (Sizes{2, 11}));
}

}  // namespace
}  // namespace strand
