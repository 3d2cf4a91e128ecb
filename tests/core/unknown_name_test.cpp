#include "core/unknown_name.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace strand {
namespace {

TEST(UnknownName, SaysWhatThereIsAndWhatWasMeant) {
    const std::vector<std::string> known{"LSTM", "TextCNN"};
    const Error near = unknownName({"no %1", "TextCN"}, "TextCN", known);
    EXPECT_EQ(near.code, ErrorCode::Usage);
    EXPECT_EQ(near.english(), "no TextCN; expected one of LSTM, TextCNN");
    EXPECT_EQ(near.hint.english(), "did you mean TextCNN?");
    EXPECT_TRUE(unknownName({"no %1", "perceptron"}, "perceptron", known).hint.empty());
}

}  // namespace
}  // namespace strand
