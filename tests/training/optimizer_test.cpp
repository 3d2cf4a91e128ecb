#include "training/optimizer.hpp"

#include "layers/linear.hpp"
#include "support/fixture.hpp"

#include <gtest/gtest.h>
#include <torch/nn/utils/clip_grad.h>
#include <torch/optim.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace strand;

namespace {

/// Two layers and a parameter that seldom has a gradient.
struct Net : Module {
    std::shared_ptr<Linear> a = registerModule("a", std::make_shared<Linear>(5, 7)),
                            b = registerModule("b", std::make_shared<Linear>(7, 2));
    torch::Tensor rare = registerParameter("rare", torch::ones({3}));
    torch::Tensor frozen = registerParameter("frozen", torch::ones({2}), false);
};

std::pair<std::shared_ptr<Net>, std::shared_ptr<Net>> twins() {
    torch::manual_seed(3);
    auto one = std::make_shared<Net>();
    auto other = std::make_shared<Net>();
    const torch::NoGradGuard noGradient;
    const auto from = one->parameters();
    const auto to = other->parameters();
    for (std::size_t i = 0; i < from.size(); ++i)
        to[i].copy_(from[i]);
    return {one, other};
}

/// The gradients of step `step`; "rare" has one at every third step.
void giveGradients(Net& net, int step) {
    torch::manual_seed(static_cast<std::uint64_t>(100 + step));
    for (auto& item : net.namedParameters()) {
        const torch::Tensor gradient = torch::randn_like(item.value());
        const bool given = item.value().requires_grad() && (item.key() != "rare" || step % 3 == 0);
        item.value().mutable_grad() = given ? gradient : torch::Tensor();
    }
}

void expectClose(const Net& ours, const Net& theirs, double tolerance) {
    const auto expected = theirs.namedParameters();
    for (const auto& item : ours.namedParameters()) {
        EXPECT_LE((item.value() - expected[item.key()]).abs().max().item<double>(), tolerance) << item.key();
    }
}

struct Case {
    OptimizerKind kind;
    double decay, clip;
};

class OptimizerCases : public testing::TestWithParam<Case> {};

std::unique_ptr<torch::optim::Optimizer> reference(const Net& net, const Case& options) {
    std::vector<torch::Tensor> parameters;
    for (const auto& parameter : net.parameters()) {
        if (parameter.requires_grad()) parameters.push_back(parameter);
    }
    switch (options.kind) {
        case OptimizerKind::AdamW:
            return std::make_unique<torch::optim::AdamW>(parameters, torch::optim::AdamWOptions(1e-2).weight_decay(options.decay));
        case OptimizerKind::Adam:
            return std::make_unique<torch::optim::Adam>(parameters, torch::optim::AdamOptions(1e-2).weight_decay(options.decay));
        case OptimizerKind::Sgd:
            return std::make_unique<torch::optim::SGD>(parameters,
                                                       torch::optim::SGDOptions(1e-2).momentum(0.9).weight_decay(options.decay));
        case OptimizerKind::RmsProp:
            return std::make_unique<torch::optim::RMSprop>(parameters, torch::optim::RMSpropOptions(1e-2).weight_decay(options.decay));
        case OptimizerKind::Adadelta: break;  // not in LibTorch
    }
    return nullptr;
}

}  // namespace

TEST_P(OptimizerCases, AgreesWithTorch) {
    const auto [ours, theirs] = twins();
    Optimizer optimizer(*ours, {GetParam().kind, GetParam().decay, GetParam().clip});
    const auto expected = reference(*theirs, GetParam());
    for (int step = 0; step < 25; ++step) {
        giveGradients(*ours, step);
        giveGradients(*theirs, step);
        if (GetParam().clip > 0) torch::nn::utils::clip_grad_norm_(theirs->parameters(), GetParam().clip);
        optimizer.step(1e-2);
        expected->step();
    }
    expectClose(*ours, *theirs, 2e-6);
    EXPECT_TRUE(torch::equal(ours->frozen, torch::ones({2})));
}

INSTANTIATE_TEST_SUITE_P(All, OptimizerCases,
                         testing::Values(Case{OptimizerKind::AdamW, 0, 0}, Case{OptimizerKind::AdamW, 0.1, 0},
                                         Case{OptimizerKind::AdamW, 0.01, 1}, Case{OptimizerKind::Adam, 0, 0},
                                         Case{OptimizerKind::Adam, 0.1, 0.5}, Case{OptimizerKind::Sgd, 0, 0},
                                         Case{OptimizerKind::Sgd, 0.1, 2}, Case{OptimizerKind::RmsProp, 0, 0},
                                         Case{OptimizerKind::RmsProp, 0.1, 1}, Case{OptimizerKind::AdamW, 0.01, 1e6}));

/// tests/fixtures/training_reference.py
TEST(Optimizer, ReachesTheWeightsOfPyTorch) {
    std::ifstream file(test::fixture("training_reference.json"));
    ASSERT_TRUE(file);
    const auto tensorOf = [](const nlohmann::json& values) { return torch::tensor(values.get<std::vector<float>>()); };
    struct One : Module {
        explicit One(const torch::Tensor& start) : weight(registerParameter("weight", start)) {}
        torch::Tensor weight;
    };
    for (const nlohmann::json& reference : nlohmann::json::parse(file)["optimizers"]) {
        Hyperparameters values;
        values.set("optimizer", reference["optimizer"].get<std::string>());
        values.set("weight_decay", reference["weight_decay"].get<double>());
        values.set("grad_clip", reference["grad_clip"].get<double>());
        One model(tensorOf(reference["start"]));
        Optimizer optimizer(model, makeOptimizerOptions(values));
        for (const auto& gradient : reference["gradients"]) {
            model.weight.mutable_grad() = tensorOf(gradient);
            optimizer.step(reference["lr"].get<double>());
        }
        EXPECT_LT((model.weight - tensorOf(reference["end"])).abs().max().item<double>(), 2e-6) << reference["optimizer"];
    }
}

TEST(Optimizer, GivesUpTheGradients) {
    Net net;
    giveGradients(net, 0);
    Optimizer(net, {}).step(1e-3);
    for (const auto& parameter : net.parameters())
        EXPECT_FALSE(parameter.grad().defined());
}

TEST(Optimizer, ContinuesFromAnArchiveToTheSameBits) {
    for (const auto kind :
         {OptimizerKind::AdamW, OptimizerKind::Adam, OptimizerKind::Sgd, OptimizerKind::RmsProp, OptimizerKind::Adadelta}) {
        const auto [undisturbed, stopped] = twins();
        Optimizer whole(*undisturbed, {kind, 0.01, 1});
        auto part = std::make_unique<Optimizer>(*stopped, OptimizerOptions{kind, 0.01, 1});
        for (int step = 0; step < 10; ++step) {
            giveGradients(*undisturbed, step);
            whole.step(1e-2);
            if (step == 4) {
                TensorArchive archive;
                part->store(archive);
                for (auto& [name, tensor] : archive.tensors)
                    tensor = tensor.clone();
                part = std::make_unique<Optimizer>(*stopped, OptimizerOptions{kind, 0.01, 1});
                ASSERT_TRUE(part->load(archive));
            }
            giveGradients(*stopped, step);
            part->step(1e-2);
        }
        expectClose(*undisturbed, *stopped, 0);
    }
}

TEST(Optimizer, AnArchiveThatDoesNotFitIsNamed) {
    const Net net;
    TensorArchive archive;
    Optimizer(net, {}).store(archive);
    archive.tensors["optimizer.exp_avg_sq.b.weight"] = torch::zeros({1});
    Optimizer optimizer(net, {});
    const auto loaded = optimizer.load(archive);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Project);
    EXPECT_NE(loaded.error().english().find("optimizer.exp_avg_sq.b.weight"), std::string::npos);
}

TEST(Optimizer, TellsWeightsThatAreNoNumbers) {
    Net net;
    const Optimizer optimizer(net, {});
    EXPECT_TRUE(optimizer.finite());
    const torch::NoGradGuard noGradient;
    net.b->bias[1] = std::numeric_limits<float>::infinity();
    EXPECT_FALSE(optimizer.finite());
    net.b->bias[1] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_FALSE(optimizer.finite());
}
