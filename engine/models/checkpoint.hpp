// Named tensors and texts to bytes and back: our own small format, checked before anything is allocated (never a pickle).
#pragma once

#include "core/error.hpp"
#include "layers/module.hpp"

#include <map>
#include <string>
#include <vector>

namespace strand {

/// "STRDCKP1", then a JSON header (names, dtypes, shapes, offsets, texts), then raw little-endian data, then CRC-32.
struct TensorArchive {
    std::map<std::string, torch::Tensor> tensors;
    std::map<std::string, std::string> texts;

    [[nodiscard]] std::vector<char> toBytes() const;
    /// ErrorCode::Project names what is wrong and the tensor.
    static Result<TensorArchive> fromBytes(const std::vector<char>& bytes);
};

/// Copies of parameters and buffers under prefix + name; the prefix is put in front as it is ("model.").
void storeModule(const Module& module, TensorArchive& archive, const std::string& prefix);
/// Every missing, unexpected or misshapen tensor is named in the error; nothing is changed unless all fit.
Result<void> loadModule(Module& module, const TensorArchive& archive, const std::string& prefix);

}  // namespace strand
