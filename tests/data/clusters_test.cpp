#include "data/clusters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/random.hpp"
#include "data/residue_codes.hpp"
#include "support/fixture.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kAmino = "ACDEFGHIKLMNPQRSTVWY";

const Json& reference() {
    static const Json json = Json::parse(std::ifstream(test::fixture("clusters_reference.json")));
    return json;
}

Result<Clusters> clustersOf(const std::vector<std::string>& sequences, SequenceKind kind, const ClusterOptions& options,
                            std::stop_token stop = {}) {
    const std::vector<std::string_view> residues(sequences.begin(), sequences.end());
    return clusterSequences(residues, kind, options, {}, std::move(stop));
}

/// `count` residues replaced by others, at places far apart.
std::string withMismatches(std::string sequence, std::size_t count, std::string_view letters) {
    for (std::size_t k = 0; k < count; ++k) {
        char& residue = sequence[(2 * k + 1) * sequence.size() / (2 * count)];
        residue = letters[(letters.find(residue) + 1) % letters.size()];
    }
    return sequence;
}

// tests/fixtures/clusters_reference.py: cd-hit and cd-hit-est.
TEST(Clusters, AgreeWithCdHit) {
    for (const Json& expected : reference()["cases"]) {
        const auto kind = *parseKind(expected["kind"].get<std::string>());
        const auto sequences = reference()[kindName(kind)].get<std::vector<std::string>>();
        const auto found = clustersOf(sequences, kind, {.identity = expected["identity"]});
        ASSERT_TRUE(found);
        SCOPED_TRACE(expected["kind"].get<std::string>() + " " + expected["identity"].dump());
        std::vector<std::int32_t> representatives = found->representatives;
        std::ranges::sort(representatives);
        EXPECT_EQ(representatives, expected["representatives"].get<std::vector<std::int32_t>>());
        // Where two representatives are similar enough cd-hit takes the one it meets first.
        int elsewhere = 0;
        std::map<std::int32_t, std::int32_t> as;
        for (const std::int32_t r : found->representatives)
            as[found->cluster[static_cast<std::size_t>(r)]] = expected["cluster"][static_cast<std::size_t>(r)];
        for (std::size_t i = 0; i < sequences.size(); ++i)
            elsewhere += as[found->cluster[i]] == expected["cluster"][i].get<std::int32_t>() ? 0 : 1;
        EXPECT_LE(elsewhere, 2);
    }
}

TEST(Clusters, IdentityIsOverTheShorterSequence) {
    const std::string root = test::randomResidues(200, kAmino, 3);
    for (const std::size_t mismatches : {5U, 19U, 20U, 21U}) {
        const std::string other = withMismatches(root, mismatches, kAmino).substr(0, 200);
        const auto found = clustersOf({root + test::randomResidues(100, kAmino, 4), other}, SequenceKind::Protein, {.identity = 0.9});
        ASSERT_TRUE(found);
        EXPECT_EQ(found->representatives.size(), mismatches <= 20 ? 1U : 2U) << mismatches;
        if (mismatches <= 20) {
            EXPECT_FLOAT_EQ(found->identity[1], 1 - static_cast<float>(mismatches) / 200);
        }
    }
}

TEST(Clusters, GapsAreBridged) {
    const std::string root = test::randomResidues(300, "ACGT", 5);
    const std::string other = root.substr(0, 100) + root.substr(106, 94) + "ACG" + root.substr(200, 100);
    const auto found = clustersOf({root, other}, SequenceKind::Dna, {.identity = 0.95});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->cluster, (std::vector<std::int32_t>{0, 0}));
    EXPECT_GT(found->identity[1], 0.97F);
}

TEST(Clusters, CopiesAreTogetherHoweverShortOrUnknown) {
    const auto found = clustersOf({"AC", "NNNN", "AC", "", "NNNN", "", "GT"}, SequenceKind::Dna, {.identity = 1});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->cluster[0], found->cluster[2]);
    EXPECT_EQ(found->cluster[1], found->cluster[4]);
    EXPECT_EQ(found->cluster[3], found->cluster[5]);
    EXPECT_EQ(found->representatives.size(), 4U);
}

/// Random families of proteins.
std::vector<std::string> families(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::string> sequences;
    while (sequences.size() < count) {
        const std::string root = test::randomResidues(40 + random.below(120), kAmino, random());
        sequences.push_back(root);
        for (std::uint32_t k = random.below(4); k > 0; --k)
            sequences.push_back(withMismatches(root, root.size() / (4 + random.below(30)), kAmino));
    }
    return sequences;
}

TEST(Clusters, RepresentativesAreTheLongestAndFarApart) {
    const std::vector<std::string> sequences = families(700, 8);
    const auto found = clustersOf(sequences, SequenceKind::Protein, {.identity = 0.8});
    ASSERT_TRUE(found);
    std::size_t before = 1000;
    for (std::size_t c = 0; c < found->representatives.size(); ++c) {
        const auto r = static_cast<std::size_t>(found->representatives[c]);
        EXPECT_EQ(found->cluster[r], static_cast<std::int32_t>(c));
        EXPECT_EQ(found->identity[r], 1);
        EXPECT_LE(sequences[r].size(), before);
        before = sequences[r].size();
    }
    std::vector<std::string> representatives;
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        const auto r = static_cast<std::size_t>(found->representatives.at(static_cast<std::size_t>(found->cluster[i])));
        EXPECT_GE(found->identity[i], 0.8F);
        EXPECT_LE(sequences[i].size(), sequences[r].size());
    }
    for (const std::int32_t r : found->representatives)
        representatives.push_back(sequences[static_cast<std::size_t>(r)]);
    EXPECT_EQ(clustersOf(representatives, SequenceKind::Protein, {.identity = 0.8})->representatives.size(), representatives.size());
}

TEST(Clusters, DoNotDependOnTheNumberOfThreads) {
    const std::vector<std::string> sequences = families(900, 9);
    const auto one = clustersOf(sequences, SequenceKind::Protein, {.identity = 0.7, .threads = 1});
    const auto three = clustersOf(sequences, SequenceKind::Protein, {.identity = 0.7, .threads = 3});
    EXPECT_EQ(one->cluster, three->cluster);
    EXPECT_EQ(one->identity, three->identity);
    EXPECT_LT(one->representatives.size(), sequences.size());
}

TEST(Clusters, Refusals) {
    EXPECT_EQ(clustersOf({"ACGT"}, SequenceKind::Dna, {.identity = 0.6}).error().english(),
              "an identity of 0.6; expected a number from 0.7 to 1");
    EXPECT_EQ(clustersOf({"ACGT"}, SequenceKind::Protein, {.identity = 1.1}).error().code, ErrorCode::Usage);
    EXPECT_EQ(clustersOf({"a text"}, SequenceKind::Text, {}).error().code, ErrorCode::Usage);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(clustersOf({"ACGT"}, SequenceKind::Dna, {}, stop.get_token()).error().code, ErrorCode::Interrupted);
    EXPECT_TRUE(clustersOf({}, SequenceKind::Dna, {})->representatives.empty());
}

TEST(ResidueCodes, ScoreAsBlosum62) {
    const detail::ResidueCodes codes(SequenceKind::Protein);
    const Json& expected = reference()["blosum62"];
    for (std::size_t a = 0; a < kAmino.size(); ++a) {
        for (std::size_t b = 0; b < kAmino.size(); ++b)
            EXPECT_EQ(codes.score(codes[kAmino[a]], codes[kAmino[b]]), expected[a][b].get<int>()) << kAmino[a] << kAmino[b];
    }
    EXPECT_EQ(codes['X'], codes.base());
}

TEST(ResidueCodes, WordsSkipUnknownResidues) {
    const detail::ResidueCodes codes(SequenceKind::Dna);
    std::vector<std::pair<std::uint32_t, std::size_t>> words;
    detail::forEachWord("ACGNTTAC", codes, 2, [&](std::uint32_t word, std::size_t begin) { words.emplace_back(word, begin); });
    EXPECT_EQ(words, (std::vector<std::pair<std::uint32_t, std::size_t>>{{1, 0}, {6, 1}, {15, 4}, {12, 5}, {1, 6}}));
}

TEST(CommonWordBound, IsWhatMismatchesCanDestroy) {
    // 10 mismatches of 100 residues destroy at most 50 of 96 words of 5.
    EXPECT_DOUBLE_EQ(detail::CommonWordBound(100, 0.9, 5).least(0), 46);
    EXPECT_DOUBLE_EQ(detail::CommonWordBound(100, 1, 5).least(0.5), 96);
    EXPECT_GT(detail::CommonWordBound(400, 0.5, 3).least(0), 20);
    EXPECT_GT(detail::CommonWordBound(400, 0.5, 3).least(0.1), detail::CommonWordBound(400, 0.5, 3).least(0));
}

}  // namespace
}  // namespace strand
