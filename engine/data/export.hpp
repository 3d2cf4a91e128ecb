// A dataset as a file that the import reads back: FASTA (">id|label|split", with '_' for blanks and '|' where an id or label could not be
// told from the next field), or a table with the columns id, label, split and sequence. A column "fold" is for other programs.
#pragma once

#include "data/sequence.hpp"

#include <functional>

namespace strand {

enum class ExportFormat { Fasta, Tsv, Csv };

struct ExportStyle {
    ExportFormat format = ExportFormat::Fasta;
    bool gz = false;
    bool excluded = false;  ///< with the sequences that are left out, as split "excluded"
};

/// By the end of the name: .tsv, .tab, .csv, each with .gz behind it or not; else FASTA, or CSV where the dataset is text.
[[nodiscard]] ExportStyle exportStyleFor(std::string_view path, SequenceKind kind);

/// Calls `write` with the bytes of the file, piece by piece. Folds become a column of a table that has them. Returns the sequences written.
std::int64_t exportDataset(const Dataset& dataset, const ExportStyle& style, const std::function<void(std::string_view)>& write);

}  // namespace strand
