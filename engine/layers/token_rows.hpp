// Table rows named by tokens: means, convolutions, and the embedding that feeds them.
//
// A linear map of an embedding needs computing once for each row of the table, not once for each token: with the few letters of DNA or
// protein, a convolution over embeddings becomes a sum of `width` rows that are looked up. The numbers are the same.
#pragma once

#include "layers/module.hpp"
#include "layers/padding.hpp"

#include <vector>

namespace strand {

/// Position p of sequence b reads row index[b,p] of a table, or row b * L + p without an index.
struct TokenRows {
    torch::Tensor index;         ///< [B,L] int64 or undefined
    torch::Tensor lengths;       ///< [B] int64
    std::int64_t positions = 0;  ///< L
};

struct TokenTable {
    torch::Tensor table;  ///< [N,F]
    TokenRows rows;
};

/// [B,F]: mean (or sum) of the valid rows; 0 for an empty sequence.
[[nodiscard]] torch::Tensor rowMeans(const TokenTable& tokens, bool sum = false);

/// Convolution with zeros around, table [N, width * F] holding one block of columns for each offset:
/// out[b,t] = bias + sum over j of block j of the row at position t + j - (width - 1) / 2; 0 at padded positions. -> [B,L,F]
[[nodiscard]] torch::Tensor tokenConvolution(const TokenTable& tokens, const torch::Tensor& bias, std::int64_t width);

/// Maximum over time of convolutions of several widths with `maps` channels each; the blocks of all widths lie side by side in the table.
/// Only windows inside the sequence count; a sequence shorter than a window has one, filled up with zeros. -> [B, widths * maps]
[[nodiscard]] torch::Tensor tokenConvolutionMax(const TokenTable& tokens, const std::vector<std::int64_t>& widths, std::int64_t maps);

/// Tokens on their way into an embedding.
struct Tokens {
    torch::Tensor ids;       ///< [B,L] int64
    torch::Tensor lengths;   ///< [B] int64
    torch::Tensor embedded;  ///< [B,L,D]: takes the place of the look-up where it is defined
    torch::Tensor places;    ///< [L,D]: added to the vector of each token where it is defined
};

/// A table of token vectors [V,D], row 0 (padding) zero, the others from N(0, deviation^2).
class TokenEmbedding : public Module {
public:
    TokenEmbedding(std::int64_t vocabulary, std::int64_t dim, double deviation = 1);
    /// [B,L,D]
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& ids) const { return torch::embedding(weight, ids); }
    /// linear(embedding + places) as a table and its rows, computed for each row of the embedding (at each place), or for each token,
    /// whichever is less.
    [[nodiscard]] TokenTable project(const Tokens& tokens, const torch::Tensor& projection, const torch::Tensor& bias) const;
    /// Rows `ids` [n] become `vectors` [n,D]; the other rows are scaled to the spread of these numbers (Kim 2014, section 3.2).
    void setRows(const torch::Tensor& ids, const torch::Tensor& vectors);

    torch::Tensor weight;  ///< [V,D]
};

}  // namespace strand
