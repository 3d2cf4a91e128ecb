// Small data for tests: temporary folders, files plain and packed, tiny datasets.
#pragma once

#include "data/sequence.hpp"
#include "data/synthetic.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace strand::test {

/// A folder that is removed with its content.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// The path of a name in it.
    [[nodiscard]] std::string file(std::string_view name) const;
    /// Writes bytes; returns the path.
    std::string write(std::string_view name, std::string_view content) const;

private:
    std::string m_path;
};

/// One gz member.
[[nodiscard]] std::string gzipped(std::string_view content);
/// One xz stream.
[[nodiscard]] std::string xzipped(std::string_view content);

/// `count` residues of `letters`.
[[nodiscard]] std::string randomResidues(std::int64_t count, std::string_view letters, std::uint64_t seed);

/// ">id|label|split" records (label and split where there are any), wrapped after `width` residues (0 = one line), lines ended by `end`.
[[nodiscard]] std::string fastaText(const Dataset& dataset, std::int64_t width = 0, std::string_view end = "\n");

/// DNA with classes "0" and "1" in turn, ids "seq1" ..., all different, splits 0.8/0.1/0.1; class 1 holds a motif.
[[nodiscard]] Dataset tinyDataset(std::int64_t count = 40, std::int64_t length = 41, std::uint64_t seed = 1);

/// A dataset of given residues, labels (indices into "0", "1", ...) and splits.
[[nodiscard]] Dataset datasetOf(const std::vector<std::string>& residues, const std::vector<std::int32_t>& labels = {},
                                const std::vector<Split>& splits = {});

}  // namespace strand::test
