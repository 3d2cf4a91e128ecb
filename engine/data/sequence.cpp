#include "data/sequence.hpp"

#include "core/text.hpp"
#include "data/header.hpp"

#include <algorithm>
#include <array>

namespace strand {

namespace {

/// Lines of uneven length beyond these are not told apart: place() gives the first of them, without a column.
constexpr std::size_t kMostRuns = std::size_t{1} << 20U;

constexpr std::array kKindNames{"dna", "rna", "protein", "text"};
constexpr std::array<const char*, kSplitCount> kSplitNames{"none", "train", "validation", "test", "excluded"};

}  // namespace

const char* kindName(SequenceKind kind) { return kKindNames.at(static_cast<std::size_t>(kind)); }
const char* splitName(Split split) { return kSplitNames.at(static_cast<std::size_t>(split)); }

std::optional<SequenceKind> parseKind(std::string_view name) {
    const std::string word = lowerCase(trimmed(name));
    for (std::size_t i = 0; i < kKindNames.size(); ++i) {
        if (word == kKindNames[i]) return static_cast<SequenceKind>(i);
    }
    return std::nullopt;
}

std::optional<Split> parseSplit(std::string_view name) {
    const Split split = splitOfWord(trimmed(name));
    return split == Split::None ? std::nullopt : std::optional(split);
}

void SequenceRecord::append(std::string_view residues, std::int64_t line_, std::int64_t column) {
    if (residues.empty()) return;
    const auto offset = static_cast<std::int64_t>(sequence.size());
    sequence.append(residues);
    if (!runs.empty()) {
        SourceRun& last = runs.back();
        const std::int64_t behind = offset - last.offset;
        const std::int64_t width = last.width > 0 ? last.width : behind;
        const bool fits = static_cast<std::int64_t>(residues.size()) <= width && last.column == column;
        if (fits && behind == width * (line_ - last.line)) {
            last.width = width;
            return;
        }
    }
    if (runs.size() < kMostRuns) runs.push_back({offset, line_, runs.size() + 1 < kMostRuns ? column : 0, 0});
}

SourcePlace SequenceRecord::place(std::size_t residue) const {
    const auto offset = static_cast<std::int64_t>(residue);
    const auto next =
        std::upper_bound(runs.begin(), runs.end(), offset, [](std::int64_t o, const SourceRun& run) { return o < run.offset; });
    if (next == runs.begin()) return {line, 0};
    const SourceRun& run = *std::prev(next);
    const std::int64_t behind = offset - run.offset;
    const std::int64_t lines = run.width > 0 ? behind / run.width : 0;
    return {run.line + lines, run.column > 0 ? run.column + behind - lines * run.width : 0};
}

void SequenceRecord::clear() {
    id.clear();
    header.clear();
    sequence.clear();
    label.clear();
    split = Split::None;
    line = 0;
    defect.reset();
    runs.clear();
}

bool classLess(std::string_view a, std::string_view b) {
    const auto first = parseInteger(a), second = parseInteger(b);
    if (first.has_value() != second.has_value()) return first.has_value();
    if (first && *first != *second) return *first < *second;
    return a < b;
}

std::int64_t sequenceLength(std::string_view residues, SequenceKind kind) {
    if (kind != SequenceKind::Text) return static_cast<std::int64_t>(residues.size());
    return std::count_if(residues.begin(), residues.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

}  // namespace strand
