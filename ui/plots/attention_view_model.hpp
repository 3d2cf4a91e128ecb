// What of an attention map is shown: head or aggregate, what is hidden, positions, profiles, top pairs and regions. Pure functions.
#pragma once

#include "core/run_report.hpp"

#include <QString>

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace strand {

enum class HeadView { Single, Mean, Max, Rollout };

struct AttentionChoice {
    std::int64_t layer = 0, head = 0;  ///< 0-based; head for Single only, layer for all but Rollout
    HeadView view = HeadView::Single;
    bool hideDiagonal = false;
    bool hideSpecial = false;  ///< special tokens leave both axes
    bool renormalise = false;  ///< rows sum to 1 over what is shown
    friend bool operator==(const AttentionChoice&, const AttentionChoice&) = default;
};

/// A matrix as shown. NaN = hidden.
struct AttentionMatrix {
    std::int64_t rows = 0, columns = 0;
    std::vector<float> values;                ///< [rows, columns]; row = query (asks), column = key (is asked)
    std::vector<std::int32_t> queries, keys;  ///< token of each row and column
    [[nodiscard]] bool empty() const { return rows == 0 || columns == 0; }
    [[nodiscard]] float at(std::int64_t row, std::int64_t column) const { return values[static_cast<std::size_t>(row * columns + column)]; }
};

/// Rows of each head of `map`: its length, or 1 where one weight a token is all there is.
[[nodiscard]] std::int64_t queryRows(const AttentionMap& map);
/// Mean and Max over the heads of a layer. Rollout (Abnar & Zuidema 2020, arXiv:2005.00928): product over the layers of 0.5 A + 0.5 I with A the
/// mean over heads, rows renormalised; O(layers L^3). Empty where stopped.
[[nodiscard]] AttentionMatrix makeMatrix(const AttentionMap& map, const AttentionChoice& choice, std::stop_token stop = {});

/// A special token covers no residue.
[[nodiscard]] bool isSpecial(const AttentionMap& map, std::int64_t token);
/// First token that begins at the 0-based residue, else the first that covers it; -1 = none.
[[nodiscard]] std::int64_t tokenOfResidue(const AttentionMap& map, std::int64_t residue);
/// "12", "12–14" (1-based residues), "" for a special token.
[[nodiscard]] QString tokenPlace(const AttentionMap& map, std::int64_t token);
/// "12 'A'", "12–14 'ATG'", "[CLS]".
[[nodiscard]] QString tokenTitle(const AttentionMap& map, std::int64_t token);

struct AttentionPair {
    std::int32_t query = 0, key = 0;  ///< tokens
    float weight = 0;
};
/// The `count` highest cells that are shown, highest first; equal ones by query, then key.
[[nodiscard]] std::vector<AttentionPair> topPairs(const AttentionMatrix& matrix, std::size_t count);

/// What each token is given by all others: the mean over the queries shown, [tokens of the map]; NaN where it is not shown.
[[nodiscard]] std::vector<float> received(const AttentionMap& map, const AttentionMatrix& matrix);

struct AttentionRegion {
    std::int64_t begin = 0, end = 0;  ///< residues, half-open, 0-based (as BED)
    double mean = 0;                  ///< mean of what its residues receive
    double fold = 0;                  ///< mean over the mean of all residues
};
/// Runs of residues that receive more than `fold` times the mean; a residue has the mean of the tokens that cover it. Highest first.
[[nodiscard]] std::vector<AttentionRegion> topRegions(const AttentionMap& map, const AttentionMatrix& matrix, double fold,
                                                      std::size_t count);

/// The largest value of each block of a matrix cut into at most `limit` x `limit` blocks, for thumbnails.
struct PooledMatrix {
    std::int64_t rows = 0, columns = 0;
    std::vector<float> values;
};
[[nodiscard]] PooledMatrix maxPooled(const AttentionMatrix& matrix, std::int64_t limit);

}  // namespace strand
