#include "data/equal_groups.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

TEST(FirstEqual, SmallCases) {
    EXPECT_TRUE(firstEqual({}).empty());
    const std::vector<std::string_view> texts{"a", "b", "a", "", "b", "", "a"};
    EXPECT_EQ(firstEqual(texts), (std::vector<std::int32_t>{0, 1, 0, 3, 1, 3, 0}));
}

TEST(FirstEqual, AgreesWithAMap) {
    Random random(4);
    std::vector<std::string> texts;
    for (int i = 0; i < 20000; ++i)
        texts.push_back(test::randomResidues(1 + random.below(6), "ACGT", random()));
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const auto found = firstEqual(views);
    std::map<std::string, std::int32_t> first;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto [entry, isNew] = first.emplace(texts[i], static_cast<std::int32_t>(i));
        ASSERT_EQ(found[i], entry->second);
    }
}

}  // namespace
}  // namespace strand
