#include "data/kmers.hpp"

#include <gtest/gtest.h>

#include <map>

#include "data/groups.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

std::map<std::string, std::int64_t> counted(const Dataset& dataset, std::size_t k) {
    const KmerCounts kmers = countKmers(dataset, usedSequences(dataset), k);
    std::map<std::string, std::int64_t> found;
    for (std::size_t i = 0; i < kmers.counts.size(); ++i) {
        if (kmers.counts[i] > 0) found[kmers.word(i)] = kmers.counts[i];
    }
    return found;
}

TEST(Kmers, AreCountedBetweenUnknownLetters) {
    const Dataset dataset = test::datasetOf({"ACGACNAC", "AC", "T"});
    EXPECT_EQ(counted(dataset, 2), (std::map<std::string, std::int64_t>{{"AC", 4}, {"CG", 1}, {"GA", 1}}));
    EXPECT_EQ(counted(dataset, 3), (std::map<std::string, std::int64_t>{{"ACG", 1}, {"CGA", 1}, {"GAC", 1}}));
    EXPECT_EQ(counted(dataset, 1).at("A"), 4);
}

TEST(Kmers, StayFewEnough) {
    Dataset dataset = test::datasetOf({"ACDEFGHIKL"});
    dataset.kind = SequenceKind::Protein;
    EXPECT_EQ(countKmers(dataset, usedSequences(dataset), 9).k, 4U);
    EXPECT_EQ(countKmers(test::datasetOf({"ACGT"}), {}, 12).k, 10U);
    dataset.kind = SequenceKind::Text;
    EXPECT_TRUE(countKmers(dataset, usedSequences(dataset), 2).counts.empty());
}

}  // namespace
}  // namespace strand
