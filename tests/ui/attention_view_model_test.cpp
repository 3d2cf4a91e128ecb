#include "ui/plots/attention_view_model.hpp"

#include "scripted_engine.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

namespace strand::test {
namespace {

using testing::ElementsAre;

/// Two layers of two heads over [CLS] A C G; residues 0, 1, 2.
AttentionMap smallMap() {
    AttentionMap map;
    map.kind = "exact";
    map.record = "s1";
    map.layers = 2;
    map.heads = 2;
    map.length = 4;
    map.tokens = {"[CLS]", "A", "C", "G"};
    map.begin = {0, 0, 1, 2};
    map.end = {0, 1, 2, 3};
    for (int head = 0; head < 4; ++head) {
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 4; ++column)
                map.values.push_back(0.1F * static_cast<float>(1 + (row + column + head) % 4));
        }
    }
    return map;
}

TEST(MakeMatrix, OneHeadIsTheStoredOne) {
    const AttentionMap map = smallMap();
    const AttentionMatrix matrix = makeMatrix(map, {.layer = 1, .head = 0});
    EXPECT_EQ(matrix.rows, 4);
    EXPECT_THAT(matrix.keys, ElementsAre(0, 1, 2, 3));
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 4; ++column)
            EXPECT_EQ(matrix.at(row, column), map.head(1, 0)[row * 4 + column]);
    }
}

TEST(MakeMatrix, MeanAndHighestOfTheHeads) {
    const AttentionMap map = smallMap();
    const AttentionMatrix mean = makeMatrix(map, {.layer = 0, .view = HeadView::Mean});
    const AttentionMatrix most = makeMatrix(map, {.layer = 0, .view = HeadView::Max});
    for (int i = 0; i < 16; ++i) {
        EXPECT_FLOAT_EQ(mean.values[static_cast<std::size_t>(i)], (map.head(0, 0)[i] + map.head(0, 1)[i]) / 2);
        EXPECT_FLOAT_EQ(most.values[static_cast<std::size_t>(i)], std::max(map.head(0, 0)[i], map.head(0, 1)[i]));
    }
}

TEST(MakeMatrix, RolloutMultipliesLayersWithTheResidual) {
    const AttentionMap map = smallMap();
    const AttentionMatrix matrix = makeMatrix(map, {.view = HeadView::Rollout});
    // The definition, written out.
    const auto step = [&](int layer) {
        std::vector<double> out(16);
        for (int row = 0; row < 4; ++row) {
            double sum = 0;
            for (int column = 0; column < 4; ++column) {
                const int i = row * 4 + column;
                out[static_cast<std::size_t>(i)] = 0.25 * (map.head(layer, 0)[i] + map.head(layer, 1)[i]) + (row == column ? 0.5 : 0);
                sum += out[static_cast<std::size_t>(i)];
            }
            for (int column = 0; column < 4; ++column)
                out[static_cast<std::size_t>(row * 4 + column)] /= sum;
        }
        return out;
    };
    const std::vector<double> first = step(0), second = step(1);
    for (int row = 0; row < 4; ++row) {
        double sum = 0;
        for (int column = 0; column < 4; ++column) {
            double wanted = 0;
            for (int k = 0; k < 4; ++k)
                wanted += second[static_cast<std::size_t>(row * 4 + k)] * first[static_cast<std::size_t>(k * 4 + column)];
            EXPECT_NEAR(matrix.at(row, column), wanted, 1e-6);
            sum += matrix.at(row, column);
        }
        EXPECT_NEAR(sum, 1, 1e-5);
    }
}

TEST(MakeMatrix, HidesTheDiagonalAndSpecialTokens) {
    const AttentionMatrix diagonal = makeMatrix(smallMap(), {.hideDiagonal = true});
    for (int i = 0; i < 4; ++i)
        EXPECT_TRUE(std::isnan(diagonal.at(i, i)));
    EXPECT_FALSE(std::isnan(diagonal.at(0, 1)));
    const AttentionMatrix residues = makeMatrix(smallMap(), {.hideSpecial = true});
    EXPECT_EQ(residues.rows, 3);
    EXPECT_EQ(residues.columns, 3);
    EXPECT_THAT(residues.queries, ElementsAre(1, 2, 3));
    EXPECT_EQ(residues.at(0, 0), smallMap().head(0, 0)[5]);
}

TEST(MakeMatrix, RenormalisedRowsSumToOneOverWhatIsShown) {
    const AttentionMatrix matrix = makeMatrix(smallMap(), {.hideDiagonal = true, .hideSpecial = true, .renormalise = true});
    for (int row = 0; row < 3; ++row) {
        double sum = 0;
        for (int column = 0; column < 3; ++column)
            sum += std::isnan(matrix.at(row, column)) ? 0 : matrix.at(row, column);
        EXPECT_NEAR(sum, 1, 1e-6);
    }
}

TEST(MakeMatrix, OneWeightATokenIsARow) {
    const AttentionMap map = scriptedAttention("s", 0, "ACGTACGT", {.layers = 1, .heads = 1, .cls = false, .kind = "vector"});
    const AttentionMatrix matrix = makeMatrix(map, {.hideDiagonal = true, .renormalise = true});
    EXPECT_EQ(matrix.rows, 1);
    EXPECT_EQ(matrix.columns, 8);
    EXPECT_FALSE(std::isnan(matrix.at(0, 0)));
}

TEST(MakeMatrix, AnEmptyMapIsEmpty) { EXPECT_TRUE(makeMatrix(AttentionMap{}, {}).empty()); }

TEST(MakeMatrix, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(makeMatrix(smallMap(), {.view = HeadView::Rollout}, stop.get_token()).empty());
}

TEST(Tokens, PlacesAreResiduesFromOne) {
    const AttentionMap map = smallMap();
    EXPECT_TRUE(isSpecial(map, 0));
    EXPECT_EQ(tokenTitle(map, 0), "[CLS]");
    EXPECT_EQ(tokenTitle(map, 1), "1 'A'");
    EXPECT_EQ(tokenTitle(map, 3), "3 'G'");
    EXPECT_EQ(tokenOfResidue(map, 0), 1);  // not [CLS], which covers nothing
    EXPECT_EQ(tokenOfResidue(map, 2), 3);
    EXPECT_EQ(tokenOfResidue(map, 3), -1);
}

TEST(Tokens, OverlappingKmersBeginWhereTheyBegin) {
    const AttentionMap map = scriptedAttention("s", 0, "ACGTACGT", {.layers = 1, .heads = 1, .k = 3});
    EXPECT_EQ(map.length, 7);  // [CLS] and six 3-mers
    EXPECT_EQ(tokenTitle(map, 1), "1–3 'ACG'");
    EXPECT_EQ(tokenTitle(map, 6), "6–8 'CGT'");
    for (int residue = 0; residue < 6; ++residue)
        EXPECT_EQ(tokenOfResidue(map, residue), residue + 1);
    EXPECT_EQ(tokenOfResidue(map, 7), 6);  // only covered
}

TEST(Tokens, SeparateKmersCoverWhatLiesBetween) {
    AttentionMap map = smallMap();
    map.tokens = {"ACG", "TAC", "GTA", "CGT"};
    map.begin = {0, 3, 6, 9};
    map.end = {3, 6, 9, 12};
    EXPECT_EQ(tokenOfResidue(map, 5), 1);
    EXPECT_EQ(tokenOfResidue(map, 6), 2);
    EXPECT_EQ(tokenPlace(map, 2), "7–9");
}

TEST(TopPairs, AreTheHighestInOrder) {
    AttentionMap map = smallMap();
    map.values[0 * 4 + 2] = 0.9F;
    map.values[3 * 4 + 1] = 0.8F;
    const auto pairs = topPairs(makeMatrix(map, {}), 3);
    ASSERT_EQ(pairs.size(), 3U);
    EXPECT_EQ(pairs[0].query, 0);
    EXPECT_EQ(pairs[0].key, 2);
    EXPECT_EQ(pairs[1].query, 3);
    EXPECT_EQ(pairs[1].key, 1);
    EXPECT_GE(pairs[1].weight, pairs[2].weight);
    // Hidden cells are no pairs.
    map.values[5] = 2;
    EXPECT_EQ(topPairs(makeMatrix(map, {.hideDiagonal = true}), 1)[0].key, 2);
}

TEST(Received, IsTheMeanOfEachColumn) {
    const AttentionMap map = smallMap();
    const auto given = received(map, makeMatrix(map, {}));
    for (int column = 0; column < 4; ++column) {
        double sum = 0;
        for (int row = 0; row < 4; ++row)
            sum += map.head(0, 0)[row * 4 + column];
        EXPECT_NEAR(given[static_cast<std::size_t>(column)], sum / 4, 1e-6);
    }
}

TEST(TopRegions, AreResiduesAboveTheMean) {
    AttentionMap map;
    map.layers = map.heads = 1;
    map.length = 20;
    for (int i = 0; i < 20; ++i) {
        map.tokens.push_back("A");
        map.begin.push_back(i);
        map.end.push_back(i + 1);
    }
    for (int row = 0; row < 20; ++row) {
        for (int column = 0; column < 20; ++column)
            map.values.push_back(column >= 5 && column < 9 ? 0.2F : column == 15 ? 0.12F : 0.01F);
    }
    const auto regions = topRegions(map, makeMatrix(map, {}), 2, 10);
    ASSERT_EQ(regions.size(), 2U);
    EXPECT_EQ(regions[0].begin, 5);
    EXPECT_EQ(regions[0].end, 9);
    EXPECT_NEAR(regions[0].mean, 0.2, 1e-6);
    EXPECT_EQ(regions[1].begin, 15);
    EXPECT_EQ(regions[1].end, 16);
    EXPECT_GT(regions[0].fold, regions[1].fold);
}

TEST(MaxPooled, KeepsTheHighestOfEachBlock) {
    AttentionMatrix matrix;
    matrix.rows = matrix.columns = 100;
    matrix.values.assign(10'000, 0.0F);
    matrix.values[73 * 100 + 18] = 1;
    const PooledMatrix pooled = maxPooled(matrix, 16);
    EXPECT_EQ(pooled.rows, 16);
    EXPECT_EQ(std::accumulate(pooled.values.begin(), pooled.values.end(), 0.0F), 1);
    EXPECT_EQ(pooled.values[(73 * 16 / 100) * 16 + 18 * 16 / 100], 1);
    EXPECT_EQ(maxPooled(matrix, 500).rows, 100);
}

}  // namespace
}  // namespace strand::test
