#include "core/run_report.hpp"

#include <array>

namespace strand {

const char* runStateName(RunState state) {
    static constexpr std::array names{"created", "running", "stopped", "interrupted", "finished", "failed"};
    return names.at(static_cast<std::size_t>(state));
}

}  // namespace strand
