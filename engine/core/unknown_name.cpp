#include "core/unknown_name.hpp"

#include "core/hyperparameter.hpp"

namespace strand {

Error unknownName(Message found, const std::string& name, std::span<const std::string> known) {
    const std::string near = nearestName(name, known);
    return {ErrorCode::Usage,
            std::move(found),
            {STRAND_TEXT("engine", "expected one of %1"), fmt::format("{}", fmt::join(known, ", "))},
            near.empty() ? Message{} : Message{STRAND_TEXT("engine", "did you mean %1?"), near}};
}

}  // namespace strand
