// What the names of files and folders say about labels and splits.
#pragma once

#include "data/sequence.hpp"

#include <string>
#include <vector>

namespace strand {

struct NamedFile {
    std::string path{};
    std::string label{};        ///< "pos" of "train_pos.txt", "AMP" of "AMP.te.fa", "neg" of "reviews.neg"; empty = nothing but a split
    std::string folder{};       ///< the nearest folder that is not named after a split; empty = the file was not found in a folder
    Split split = Split::None;  ///< "train_pos.txt", "AMP.te.fa", "test/pos/1.txt"
};

/// The files, and in place of folders the files in and below them, sorted, without hidden ones. A folder without a file: ErrorCode::BadInput.
/// Words of a name stand between '.', '_', '-' and blanks; ends with known formats (".fa", ".gz") are left out, and of labels what all
/// files have in common before or behind a '.'. A name with two different splits has none.
[[nodiscard]] Result<std::vector<NamedFile>> nameFiles(const std::vector<std::string>& paths);

/// The name of a file without folder, ".gz" or ".xz", and extension.
[[nodiscard]] std::string fileStem(const std::string& path);
/// The name of the folder that holds a file.
[[nodiscard]] std::string folderName(const std::string& path);

}  // namespace strand
