// Loops of layers/listed_attention: attention inside one group of listed rows. Same rules as kernels.hpp.
#pragma once

#include <cstdint>

namespace strand::kernels {

/// Rows of a head, and which of them are the queries and the keys of a group; -1 = none.
struct ListedGroup {
    const float *q = nullptr, *k = nullptr, *v = nullptr;  ///< rows of `dim`
    std::int64_t dim = 0;
    const std::int64_t *queries = nullptr, *keys = nullptr;
    std::int64_t queryCount = 0, keyCount = 0;
    bool itselfLast = false, causal = false;
    std::int64_t tokens = 0;
    float scale = 1;
    float* out = nullptr;   ///< [queryCount, dim], 0 for a query that is none
    float* sums = nullptr;  ///< [queryCount], likewise; not read on the way back
};
struct ListedGradient {
    const float *dOut = nullptr, *dSums = nullptr;      ///< like out, sums
    float *dq = nullptr, *dk = nullptr, *dv = nullptr;  ///< rows like q, k, v, to which is added
};

struct ListedTable {
    /// Floats of scratch space that both functions need for so many queries and keys, or fewer.
    std::int64_t (*scratch)(std::int64_t queries, std::int64_t keys, std::int64_t dim);
    void (*attention)(const ListedGroup&, float* scratch);
    void (*attentionBackward)(const ListedGroup&, const ListedGradient&, float* scratch);
};

/// That of the widest instruction set that this computer has.
[[nodiscard]] const ListedTable& listedTable();

}  // namespace strand::kernels
