// The table of one instruction set; included by one source file for each.
#pragma once

#include "layers/kernels/attention_kernels.hpp"
#include "layers/kernels/listed_kernels.hpp"
#include "layers/kernels/norm_kernels.hpp"
#include "layers/kernels/recurrent_kernels.hpp"
#include "layers/kernels/token_kernels.hpp"

namespace strand::kernels {
namespace {

constexpr Table makeTable() {
    return {.keepFactors = keepFactors,
            .dropout = dropoutRange,
            .epilogue = epilogueForward,
            .epilogueBackward = epilogueBackward,
            .gemm = gemm,
            .attentionScratch = attentionScratch,
            .attention = attention,
            .attentionBackward = attentionBackward,
            .tokenConvolution = tokenConvolution,
            .tokenConvolutionBackward = tokenConvolutionBackward,
            .tokenConvolutionMax = tokenConvolutionMax,
            .tokenConvolutionMaxBackward = tokenConvolutionMaxBackward,
            .sumRows = sumRows,
            .sumRowsBackward = sumRowsBackward,
            .scatterRows = scatterRows,
            .columnMoments = columnMoments,
            .batchNorm = batchNorm,
            .batchNormBackward = batchNormBackward,
            .recurrentScratch = recurrentScratch,
            .recurrent = recurrent,
            .recurrentBackward = recurrentBackward};
}

}  // namespace
}  // namespace strand::kernels
