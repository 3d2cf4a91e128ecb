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
enum class Split { None, Train, Validation, Test };

[[nodiscard]] const char* kindName(SequenceKind kind);  ///< "dna" "rna" "protein" "text"
[[nodiscard]] const char* splitName(Split split);       ///< "none" "train" "validation" "test"
[[nodiscard]] std::optional<SequenceKind> parseKind(std::string_view name);
/// Accepts train, training, test, testing, valid, validation, val, dev in any case.
[[nodiscard]] std::optional<Split> parseSplit(std::string_view name);

/// One record as read from a file.
struct SequenceRecord {
    std::string id;
    std::string header;       ///< whole header line without '>', empty where the format has none
    std::string sequence;
    std::string label;        ///< empty = no label
    Split split = Split::None;
    std::int64_t line = 0;    ///< 1-based line on which the record begins
};

inline constexpr std::int32_t kNoLabel = -1;

/// One stored sequence of a dataset.
struct Sequence {
    std::string id;
    std::string residues;            ///< residues, or the text itself
    std::int32_t label = kNoLabel;   ///< index into Dataset::classes
    Split split = Split::None;
};

/// A dataset in memory. Order is the order of import and is stable.
struct Dataset {
    std::string name;
    SequenceKind kind = SequenceKind::Dna;
    std::vector<std::string> classes;   ///< sorted: numbers by value, then names; index = class id
    std::vector<Sequence> sequences;
};

}  // namespace strand
