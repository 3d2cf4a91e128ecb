#include "core/hyperparameter.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace strand {
namespace {

HyperparameterTable table() {
    HyperparameterSpec heads{.name = "n_heads", .type = HyperparameterType::Integer, .defaultValue = std::int64_t{4}, .min = 1, .max = 64};
    HyperparameterSpec lr{.name = "lr", .type = HyperparameterType::Real, .defaultValue = 1e-3, .min = 1e-7, .max = 1};
    HyperparameterSpec causal{.name = "causal", .type = HyperparameterType::Boolean, .defaultValue = false};
    HyperparameterSpec optimizer{.name = "optimizer", .type = HyperparameterType::Choice, .defaultValue = std::string("adam")};
    optimizer.choices = {"adam", "adamw", "sgd"};
    HyperparameterSpec widths{
        .name = "widths", .type = HyperparameterType::IntegerList, .defaultValue = std::vector<std::int64_t>{3, 4, 5}, .min = 1, .max = 15};
    HyperparameterSpec tokenizer{.name = "tokenizer", .type = HyperparameterType::File, .defaultValue = std::string("auto")};
    return {heads, lr, causal, optimizer, widths, tokenizer};
}

Error errorOf(const std::string& name, const std::string& text) {
    const auto result = makeHyperparameters(table(), {{name, text}});
    EXPECT_FALSE(result) << name << " = " << text << " should be refused";
    return result ? Error{} : result.error();
}

TEST(Hyperparameters, DefaultsThenGiven) {
    const auto values = makeHyperparameters(
        table(),
        {{"n_heads", " 8 "}, {"lr", "5e-4"}, {"causal", "Yes"}, {"optimizer", "sgd"}, {"widths", "1, 15"}, {"tokenizer", "kmer:3"}});
    ASSERT_TRUE(values) << values.error().english();
    EXPECT_EQ(values->integer("n_heads"), 8);
    EXPECT_EQ(values->real("lr"), 5e-4);
    EXPECT_TRUE(values->boolean("causal"));
    EXPECT_EQ(values->text("optimizer"), "sgd");
    EXPECT_EQ(values->integers("widths"), (std::vector<std::int64_t>{1, 15}));
    EXPECT_EQ(values->text("tokenizer"), "kmer:3");

    const auto defaults = makeHyperparameters(table(), {});
    ASSERT_TRUE(defaults);
    EXPECT_EQ(defaults->values().size(), 6U);
    EXPECT_EQ(defaults->integer("n_heads"), 4);
    EXPECT_EQ(defaults->integers("widths"), (std::vector<std::int64_t>{3, 4, 5}));
}

TEST(Hyperparameters, BordersAreInside) {
    EXPECT_TRUE(makeHyperparameters(table(), {{"n_heads", "1"}, {"lr", "1"}, {"widths", "15"}}));
    EXPECT_TRUE(makeHyperparameters(table(), {{"n_heads", "64"}, {"lr", "1e-7"}}));
}

TEST(Hyperparameters, ErrorsNameValueTypeAndRange) {
    EXPECT_EQ(errorOf("n_heads", "0").english(), "0 is out of range for n_heads; expected a whole number from 1 to 64");
    EXPECT_EQ(errorOf("n_heads", "65").english(), "65 is out of range for n_heads; expected a whole number from 1 to 64");
    EXPECT_EQ(errorOf("n_heads", "2.5").english(), "\"2.5\" is no value for n_heads; expected a whole number from 1 to 64");
    EXPECT_EQ(errorOf("n_heads", "").english(), "\"\" is no value for n_heads; expected a whole number from 1 to 64");
    EXPECT_EQ(errorOf("lr", "2").english(), "2 is out of range for lr; expected a number from 1e-07 to 1");
    EXPECT_EQ(errorOf("lr", "0,5").english(), "\"0,5\" is no value for lr; expected a number from 1e-07 to 1");
    EXPECT_EQ(errorOf("lr", "nan").english(), "\"nan\" is no value for lr; expected a number from 1e-07 to 1");
    EXPECT_EQ(errorOf("causal", "maybe").english(), "\"maybe\" is no value for causal; expected true or false");
    EXPECT_EQ(errorOf("optimizer", "adma").english(), "\"adma\" is no value for optimizer; expected one of adam, adamw, sgd");
    EXPECT_EQ(errorOf("optimizer", "adma").hint.english(), "did you mean adam?");
    EXPECT_EQ(errorOf("lr", "2").code, ErrorCode::Usage);
}

TEST(Hyperparameters, ListsNameTheItem) {
    EXPECT_EQ(errorOf("widths", "3,16").english(),
              "item 2 of widths, \"16\", cannot be used; expected whole numbers from 1 to 15, separated by commas");
    EXPECT_EQ(errorOf("widths", "3,,5").english(),
              "item 2 of widths, \"\", cannot be used; expected whole numbers from 1 to 15, separated by commas");
    EXPECT_EQ(errorOf("widths", "").english(),
              "item 1 of widths, \"\", cannot be used; expected whole numbers from 1 to 15, separated by commas");
}

TEST(Hyperparameters, UnknownNamesGetTheNearest) {
    const Error near = errorOf("n_head", "4");
    EXPECT_EQ(near.english(), "unknown hyperparameter \"n_head\"");
    EXPECT_EQ(near.hint.english(), "did you mean n_heads?");
    EXPECT_EQ(near.code, ErrorCode::Usage);
    EXPECT_EQ(errorOf("temperature", "4").hint.english(), "known are n_heads, lr, causal, optimizer, widths, tokenizer");
}

TEST(Hyperparameters, WithoutRangeAnythingOfTheTypeGoes) {
    const HyperparameterSpec spec{.name = "shift", .type = HyperparameterType::Integer, .defaultValue = std::int64_t{0}};
    EXPECT_EQ(std::get<std::int64_t>(parseValue(spec, "-100000").value()), -100000);
    EXPECT_EQ(parseValue(spec, "x").error().english(), "\"x\" is no value for shift; expected a whole number");
}

TEST(Hyperparameters, FormattedValuesReadBackTheSame) {
    const HyperparameterTable specs = table();
    for (const double real : {1e-7, 0.1, 1.0, 1.0 / 3.0, 3e-4}) {
        EXPECT_EQ(parseValue(specs[1], formatValue(real)).value(), HyperparameterValue(real)) << formatValue(real);
    }
    EXPECT_EQ(formatValue(std::int64_t{-3}), "-3");
    EXPECT_EQ(formatValue(true), "true");
    EXPECT_EQ(formatValue(std::string("sgd")), "sgd");
    EXPECT_EQ(formatValue(std::vector<std::int64_t>{3, 4, 5}), "3,4,5");
    for (const HyperparameterSpec& spec : specs)
        EXPECT_EQ(parseValue(spec, formatValue(spec.defaultValue)).value(), spec.defaultValue) << spec.name;
}

TEST(Hyperparameters, MissingNameOrWrongTypeIsABrokenInvariant) {
    const auto values = makeHyperparameters(table(), {});
    ASSERT_TRUE(values);
    EXPECT_THROW((void)values->integer("depth"), std::logic_error);
    EXPECT_THROW((void)values->integer("lr"), std::logic_error);
    EXPECT_TRUE(values->has("lr"));
    EXPECT_FALSE(values->has("depth"));
}

TEST(NearestName, NeedsASmallDistance) {
    const std::vector<std::string> known{"d_model", "n_heads", "dropout"};
    EXPECT_EQ(nearestName("dropuot", known), "dropout");
    EXPECT_EQ(nearestName("D_MODEL", known), "d_model");
    EXPECT_EQ(nearestName("d_ff", known), "");
    EXPECT_EQ(nearestName("", known), "");
}

}  // namespace
}  // namespace strand
