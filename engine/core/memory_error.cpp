#include "core/memory_error.hpp"

namespace strand {

Error outOfMemory(const std::string& what) {
    return {ErrorCode::Device,
            {STRAND_TEXT("engine", "there is not enough memory (%1)"), what.substr(0, what.find('\n'))},
            {},
            {STRAND_TEXT("engine", "make batch_size, max_len or the model smaller, or use another device")}};
}

}  // namespace strand
