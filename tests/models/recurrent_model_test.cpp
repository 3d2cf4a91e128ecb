#include "models/recurrent_model.hpp"

#include "layers/dropout.hpp"
#include "tests/models/toy.hpp"

namespace strand {
namespace {

constexpr std::int64_t kHidden = 12;

/// Keeps its states, and reads the final ones.
class StateReader : public RecurrentModel {
public:
    explicit StateReader(const TextValues& given)
        : RecurrentModel({.vocabularySize = 7, .classes = 3, .maxLength = 64}, toyValues(entryOf("BiLSTM"), given),
                         {.readout = 2 * kHidden}) {}
    torch::Tensor states;

protected:
    torch::Tensor readout(const ModelInput& input, const torch::Tensor& given, Taps*) override {
        states = given;
        return finalStates(input, given);
    }
};

std::shared_ptr<StateReader> reader(TextValues given) {
    torch::manual_seed(1);
    given.emplace("positions", "none");
    auto made = std::make_shared<StateReader>(given);
    made->eval();
    return made;
}
torch::Tensor ahead(const torch::Tensor& states) { return states.narrow(-1, 0, kHidden); }
torch::Tensor back(const torch::Tensor& states) { return states.narrow(-1, kHidden, kHidden); }

TEST(RecurrentModel, FinalStatesAreWhereEachDirectionEnds) {
    const auto model = reader({{"n_layers", "2"}});
    const torch::NoGradGuard frozen;
    const std::vector<std::int64_t> lengths{9, 1, 5, 0};
    const ModelOutput out = model->forward(inputOf(toyRows(lengths, 4, 2, 3), 2));
    for (std::int64_t i = 0; i < 3; ++i) {
        const std::int64_t length = lengths[static_cast<std::size_t>(i)];
        const torch::Tensor states = model->states[i];
        EXPECT_TRUE(torch::equal(ahead(out.representation[i]), ahead(states[length - 1]))) << i;
        EXPECT_TRUE(torch::equal(back(out.representation[i]), back(states[0]))) << i;
        EXPECT_GT(states[length - 1].abs().min().item<double>(), 0) << i;
        EXPECT_EQ(states.narrow(0, length, 11 - length).abs().max().item<double>(), 0) << "padding of row " << i;
    }
    EXPECT_EQ(out.representation[3].abs().max().item<double>(), 0);
    EXPECT_LT(largestDifference(out.logits[3], model->namedParameters()["classifier.bias"]), 1e-6) << "of an empty sequence";
}

TEST(RecurrentModel, EachDirectionOfALayerKnowsOnlyWhatItHasRead) {
    const auto model = reader({{"n_layers", "1"}});
    const torch::NoGradGuard frozen;
    const auto states = [&](const std::vector<std::int64_t>& row) {
        (void)model->forward(inputOf({row}));
        return model->states[0];
    };
    const torch::Tensor base = states({3, 4, 5, 6, 3}), changed = states({3, 4, 6, 6, 3});
    EXPECT_TRUE(torch::equal(ahead(base).narrow(0, 0, 2), ahead(changed).narrow(0, 0, 2)));
    EXPECT_TRUE(torch::equal(back(base).narrow(0, 3, 2), back(changed).narrow(0, 3, 2)));
    EXPECT_GT((ahead(base) - ahead(changed)).narrow(0, 2, 3).abs().amax(1).min().item<double>(), 0);
    EXPECT_GT((back(base) - back(changed)).narrow(0, 0, 3).abs().amax(1).min().item<double>(), 0);
}

TEST(RecurrentModel, PositionsAreAddedToTokensAndArePartOfNoTokensVector) {
    const auto placed = reader({{"positions", "learned"}}), plain = reader({});
    const torch::NoGradGuard frozen;
    for (const auto& item : plain->namedParameters())
        item.value().copy_(placed->namedParameters()[item.key()]);
    const ModelInput input = inputOf(toyRows({9, 5}, 4, 2, 3));
    EXPECT_TRUE(torch::equal(placed->embed(input.ids), plain->embed(input.ids)));
    torch::Tensor places = placed->namedParameters()["positions.weight"], table = plain->namedParameters()["embedding.weight"];
    const torch::Tensor shift = torch::randn({10});
    places.copy_(shift.expand_as(places));
    EXPECT_GT(largestDifference(placed->forward(input).logits, plain->forward(input).logits), 1e-3);
    table.add_(shift);
    EXPECT_LT(largestDifference(placed->forward(input).logits, plain->forward(input).logits), 1e-5);
}

TEST(RecurrentModel, DropoutLiesBetweenLayersAndBeforeTheClassifier) {
    const torch::NoGradGuard frozen;
    const ModelInput input = toyBatch({20, 20, 20, 20}, 4, 2).input;
    for (const char* layers : {"1", "2"}) {
        const auto model = reader({{"n_layers", layers}, {"dropout", "0.5"}});
        const ModelOutput evaluated = model->forward(input);
        model->train();
        const auto learning = [&](std::uint64_t step) {
            setDropoutKey(1, step);
            return model->forward(input);
        };
        const ModelOutput one = learning(1), other = learning(2);
        EXPECT_EQ(torch::equal(one.representation, other.representation), layers == std::string("1"));
        EXPECT_EQ(torch::equal(one.representation, evaluated.representation), layers == std::string("1"));
        EXPECT_GT(largestDifference(one.logits, other.logits), 1e-4);
    }
}

}  // namespace
}  // namespace strand
