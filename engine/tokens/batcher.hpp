// Length-bucketed batches of token ids.
#pragma once

#include "tokens/tokenizer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace strand {

/// All sequences of a run, encoded once. Row i belongs to sequence i of the dataset given.
struct EncodedSequences {
    std::vector<std::int32_t> ids;     ///< all rows one after another
    std::vector<std::int64_t> start;   ///< [rows + 1], into ids
    std::vector<std::int32_t> labels;  ///< [rows], kNoLabel where there is none
    [[nodiscard]] std::int64_t rows() const { return static_cast<std::int64_t>(labels.size()); }
    [[nodiscard]] std::span<const std::int32_t> row(std::int64_t i) const;
    [[nodiscard]] std::int64_t length(std::int64_t i) const { return start[static_cast<size_t>(i) + 1] - start[static_cast<size_t>(i)]; }
};

/// Encodes and truncates to max_len tokens ([CLS] included; 0 = no limit); counts the truncated rows.
struct EncodeReport {
    EncodedSequences encoded;
    std::int64_t truncated = 0;
};
[[nodiscard]] EncodeReport encodeDataset(const Dataset& dataset, const Tokenizer& tokenizer, std::int64_t maxLen, bool cls);

/// One padded batch, ready to be viewed as a tensor: ids [B,L], lengths [B], labels [B].
struct Batch {
    std::int64_t size = 0, length = 0;
    std::vector<std::int64_t> rows;     ///< [B] which rows
    std::vector<std::int64_t> ids;      ///< [B,L], 0 = padding
    std::vector<std::int64_t> lengths;  ///< [B]
    std::vector<std::int64_t> labels;   ///< [B]
};

/// Rows grouped into batches of `batchSize`. Training: shuffled by `seed`, similar lengths together (shuffle, sort windows of 50 batches
/// by length, shuffle the batches); evaluation (`shuffle` false): sorted by length, stable. Equal lengths: a plain shuffle.
[[nodiscard]] std::vector<std::vector<std::int64_t>> planBatches(const EncodedSequences& data, std::span<const std::int64_t> rows,
                                                                 std::int64_t batchSize, bool shuffle, std::uint64_t seed);
/// Pads to the longest row of the batch.
[[nodiscard]] Batch makeBatch(const EncodedSequences& data, std::span<const std::int64_t> rows);

}  // namespace strand
