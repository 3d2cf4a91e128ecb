// How long this process has been running: what a person waits for a window.
#pragma once

#include <cstdint>

namespace strand {

/// Milliseconds since the system started the process, to about 10 ms; -1 where it does not say.
[[nodiscard]] std::int64_t processAgeMs();

}  // namespace strand
