// What takes a pass over all sequences to know of a dataset: figures by class and what may spoil a result. Computed on a worker thread.
#pragma once

#include "data/issues.hpp"
#include "data/logo.hpp"
#include "data/statistics.hpp"
#include "storage/dataset_store.hpp"

#include <stop_token>

namespace strand {

struct DataInsight {
    /// Classes with sequences in use, at most as many as have a colour of their own; one entry without a name where there are more or none.
    std::vector<std::string> groups;
    std::vector<std::vector<double>> lengths;      ///< [group][bin of DatasetStatistics::lengths] sequences
    std::vector<std::vector<double>> composition;  ///< [group][letter] percent
    std::string letters;
    std::vector<std::vector<double>> kmers;  ///< [group][word] percent
    std::vector<std::string> words;          ///< in alphabetical order, at most kWords
    std::vector<std::vector<double>> gc;     ///< [group][bin of kGcBin percent] sequences; empty for protein and text
    std::vector<SequenceLogo> logos;         ///< [group]; empty where lengths differ
    std::vector<DataIssue> issues;

    static constexpr std::size_t kGroups = 6, kWords = 20;
    static constexpr int kGcBin = 5;
};

/// Opens a reading connection of its own.
[[nodiscard]] Result<DataInsight> computeInsight(const std::string& project, const DatasetRecord& dataset, const IssueOptions& options,
                                                 const std::stop_token& stop);

}  // namespace strand
