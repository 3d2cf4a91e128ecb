#include "ui/session/process_age.hpp"

#include "core/text.hpp"

#include <time.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace strand {

namespace {
/// Ticks since boot at which the process began: field 22 of /proc/self/stat, counted from 1 (proc(5)).
constexpr size_t kStartField = 22;
}  // namespace

std::int64_t processAgeMs() {
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    // The second field is a name in brackets that may hold blanks.
    const size_t afterName = line.rfind(')');
    if (afterName == std::string::npos || afterName + 2 > line.size()) return -1;
    const auto fields = splitText(std::string_view(line).substr(afterName + 2), ' ');
    if (fields.size() <= kStartField - 3) return -1;
    const auto started = parseInteger(fields[kStartField - 3]);
    timespec now{};
    if (!started || clock_gettime(CLOCK_BOOTTIME, &now) != 0) return -1;
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000 - *started * 1000 / sysconf(_SC_CLK_TCK);
}

}  // namespace strand
