// The table of one instruction set; included by one source file for each.
#pragma once

#include "layers/kernels/attention_kernels.hpp"
#include "layers/kernels/dense_kernels.hpp"
#include "layers/kernels/favor_kernels.hpp"
#include "layers/kernels/kernel_set.hpp"
#include "layers/kernels/layer_norm_kernels.hpp"
#include "layers/kernels/listed_kernels.hpp"
#include "layers/kernels/mixture_kernels.hpp"
#include "layers/kernels/norm_kernels.hpp"
#include "layers/kernels/recurrent_kernels.hpp"
#include "layers/kernels/token_kernels.hpp"
#include "layers/kernels/unit_kernels.hpp"

namespace strand::kernels {
namespace {

constexpr Table makeTable() {
    return {.keepFactors = keepFactors,
            .dropout = dropoutRange,
            .epilogue = epilogueForward,
            .epilogueBackward = epilogueBackward,
            .gemm = gemm,
            .packs = packs,
            .packedSize = packedSize,
            .pack = pack,
            .gemmPacked = gemmPacked,
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
            .sparseProduct = sparseProduct,
            .columnMoments = columnMoments,
            .batchNorm = batchNorm,
            .batchNormBackward = batchNormBackward,
            .recurrentScratch = recurrentScratch,
            .recurrent = recurrent,
            .recurrentBackward = recurrentBackward};
}

constexpr EfficientTable makeEfficientTable() {
    return {.favorWidth = favorWidth,
            .favorScratch = favorScratch,
            .favor = favor,
            .favorBackward = favorBackward,
            .mixtureScratch = mixtureScratch,
            .mixture = mixture,
            .mixtureBackward = mixtureBackward,
            .unitSums = unitSums,
            .unitSumsBackward = unitSumsBackward,
            .layerNorm = layerNorm,
            .layerNormBackward = layerNormBackward};
}

constexpr KernelSet makeKernelSet() { return {.table = makeTable(), .listed = makeListedTable(), .efficient = makeEfficientTable()}; }

}  // namespace
}  // namespace strand::kernels
