#include "core/count_text.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace strand {

int countOf(const Message& message) {
    for (const std::string& argument : message.args) {
        if (const auto number = parseInteger(argument); number && *number >= 0)
            return static_cast<int>(std::min<std::int64_t>(*number, 1'000'000));
    }
    return -1;
}

}  // namespace strand
