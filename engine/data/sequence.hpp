// Sequences with labels and splits, as every reader delivers them and every later step uses them.
#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strand {

enum class SequenceKind { Dna, Rna, Protein, Text };
/// Excluded: left out by a step; kept in the dataset, used by no run.
enum class Split { None, Train, Validation, Test, Excluded };
inline constexpr std::size_t kSplitCount = 5;

[[nodiscard]] const char* kindName(SequenceKind kind);  ///< "dna" "rna" "protein" "text"
[[nodiscard]] const char* splitName(Split split);       ///< "none" "train" "validation" "test" "excluded"
[[nodiscard]] std::optional<SequenceKind> parseKind(std::string_view name);
/// Accepts train, training, test, testing, valid, validation, val, dev, excluded in any case.
[[nodiscard]] std::optional<Split> parseSplit(std::string_view name);

/// A place in a file, both 1-based; 0 = unknown.
struct SourcePlace {
    std::int64_t line = 0, column = 0;
    friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

/// A block of lines that hold residues: residue offset + i * width + j stands on line + i, column + j. Width 0 = a single line.
/// Column 0 = unknown.
struct SourceRun {
    std::int64_t offset = 0, line = 0, column = 0, width = 0;
};

/// One record as read from a file.
struct SequenceRecord {
    std::string id;
    std::string header;  ///< whole header line without '>', empty where the format has none
    std::string sequence;
    std::string label;  ///< empty = no label
    Split split = Split::None;
    std::int64_t line = 0;        ///< 1-based line on which the record begins
    std::optional<Error> defect;  ///< what is wrong with the record as the file has it
    std::vector<SourceRun> runs;  ///< where the residues stand, ascending; evenly wrapped lines share one entry

    /// Adds residues that stand on `line_` from `column` on.
    void append(std::string_view residues, std::int64_t line_, std::int64_t column);
    /// Where a residue of `sequence` stands in the file.
    [[nodiscard]] SourcePlace place(std::size_t residue) const;
    /// As new, keeping the memory.
    void clear();
};

inline constexpr std::int32_t kNoLabel = -1;

/// One stored sequence of a dataset.
struct Sequence {
    std::string id{};
    std::string residues{};         ///< residues, or the text itself
    std::int32_t label = kNoLabel;  ///< index into Dataset::classes
    Split split = Split::None;
    std::int32_t fold = 0;  ///< 1 ... k of a cross-validation; 0 = none
};

/// The order of classes: whole numbers by value, then names.
[[nodiscard]] bool classLess(std::string_view a, std::string_view b);

/// Characters of a text (UTF-8 code points); residues otherwise.
[[nodiscard]] std::int64_t sequenceLength(std::string_view residues, SequenceKind kind);

/// A dataset in memory. Order is the order of import and is stable.
struct Dataset {
    std::string name{};
    SequenceKind kind = SequenceKind::Dna;
    std::vector<std::string> classes{};  ///< sorted: numbers by value, then names; index = class id
    std::vector<Sequence> sequences{};
};

}  // namespace strand
