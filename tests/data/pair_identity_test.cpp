#include "data/pair_identity.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand::detail {
namespace {

constexpr std::string_view kAmino = "ACDEFGHIKLMNPQRSTVWY";

double identityOf(std::string_view query, std::string_view other, SequenceKind kind, double least) {
    const ResidueCodes codes(kind);
    PairIdentity pairs(codes, least, std::max(query.size(), other.size()));
    pairs.setQuery(query);
    return pairs.with(other);
}

TEST(PairIdentity, AlignmentsByHand) {
    const auto dna = [](std::string_view a, std::string_view b) { return identityOf(a, b, SequenceKind::Dna, 0.7); };
    EXPECT_DOUBLE_EQ(dna("ACGTACGTAC", "ACGTACGTAC"), 1);
    EXPECT_DOUBLE_EQ(dna("ACGTACGTAC", "ACGTAGGTAC"), 0.9);
    EXPECT_DOUBLE_EQ(dna("ACGTACGTAC", "TTTTACGTACGTACTTTT"), 1) << "ends are free";
    EXPECT_DOUBLE_EQ(dna("ACGTTGCAAGCTAGGA", "ACGTTGCACAGCTAGGA"), 1) << "a gap in the shorter one";
    EXPECT_DOUBLE_EQ(dna("AAAAAAAAAA", "CCCCCCCCCC"), 0);
    EXPECT_DOUBLE_EQ(dna("ACGTACGTNN", "ACGTACGTNN"), 0.8) << "unknown bases match nothing";
    EXPECT_DOUBLE_EQ(identityOf("ACGTACGTAC", "ACGTAGGTAC", SequenceKind::Dna, 0.95), 0) << "below the identity that was asked for";
}

TEST(PairIdentity, TheToolIsTheSameFromQueryToQuery) {
    const ResidueCodes codes(SequenceKind::Protein);
    PairIdentity kept(codes, 0.5, 120);
    for (std::uint64_t i = 0; i < 60; ++i) {
        const std::string query = test::randomResidues(20 + static_cast<std::int64_t>(i), kAmino, i);
        std::string other = test::randomResidues(5, kAmino, i + 500) + query + test::randomResidues(10, kAmino, i + 900);
        for (std::size_t at = 7; at < other.size(); at += 4 + i % 5)
            other[at] = 'W';
        kept.setQuery(query);
        EXPECT_EQ(kept.with(other), identityOf(query, other, SequenceKind::Protein, 0.5));
    }
}

TEST(PairIdentity, MismatchesAreCountedWhereverTheyStand) {
    const std::string query = test::randomResidues(100, kAmino, 11);
    for (std::size_t first = 0; first < 90; first += 9) {
        std::string other = query;
        for (std::size_t at = first; at < first + 10; ++at)
            other[at] = other[at] == 'P' ? 'G' : 'P';
        const double identity = identityOf(query, other, SequenceKind::Protein, 0.85);
        EXPECT_GE(identity, 0.9) << first;
        EXPECT_LE(identity, 0.92) << first << ": a gap may save one or two";
    }
}

}  // namespace
}  // namespace strand::detail
