// Clusters of similar sequences by greedy incremental clustering, as CD-HIT does (Li & Godzik 2006, doi:10.1093/bioinformatics/btl158):
// longest first, each sequence joins the first representative it is similar to, or becomes one.
#pragma once

#include "core/progress.hpp"
#include "data/sequence.hpp"

#include <span>
#include <stop_token>

namespace strand {

inline constexpr double kLeastIdentity = 0.4, kLeastNucleotideIdentity = 0.7;

struct ClusterOptions {
    double identity = 0.9;  ///< kLeastIdentity ... 1; DNA and RNA: kLeastNucleotideIdentity ... 1
    int threads = 0;        ///< 0 = all cores; the result does not depend on it
};

struct Clusters {
    std::vector<std::int32_t> cluster;          ///< [sequence] number of its cluster
    std::vector<std::int32_t> representatives;  ///< [cluster] the longest member, longest cluster first
    std::vector<float> identity;                ///< [sequence] to its representative; 1 for that itself
};

/// Identity is as of cd-hit -G 1: identical residues of a banded global alignment over the length of the shorter sequence.
/// DNA is compared on the strand given. ErrorCode::Usage: an identity out of range, or text; ErrorCode::Interrupted: stopped.
[[nodiscard]] Result<Clusters> clusterSequences(std::span<const std::string_view> residues, SequenceKind kind,
                                                const ClusterOptions& options = {}, const ProgressFn& progress = {},
                                                std::stop_token stop = {});

/// The sequences of `dataset` at `ordinals`.
[[nodiscard]] Result<Clusters> clusterSequences(const Dataset& dataset, std::span<const std::int64_t> ordinals,
                                                const ClusterOptions& options = {}, const ProgressFn& progress = {},
                                                std::stop_token stop = {});

}  // namespace strand
