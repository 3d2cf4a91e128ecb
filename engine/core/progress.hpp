// How long work tells how far it is. Called on the working thread; must be cheap and must not throw.
#pragma once

#include "core/message.hpp"

#include <cstdint>
#include <functional>

namespace strand {

struct Progress {
    Message stage;  ///< "Reading promoters.fa"
    std::int64_t done = 0;
    std::int64_t total = 0;  ///< 0 = unknown
    const char* unit = "";   ///< "bytes", "records", "batches"
};

using ProgressFn = std::function<void(const Progress&)>;

}  // namespace strand
