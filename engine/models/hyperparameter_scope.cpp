#include "models/hyperparameter_scope.hpp"

#include "core/text.hpp"

namespace strand {

Result<void> checkScope(std::span<const HyperparameterSpec> table, const TextValues& given, SequenceKind kind) {
    for (const auto& [name, text] : given) {
        const HyperparameterSpec* const spec = findSpec(table, name);
        if (spec == nullptr || servesKind(name, kind)) continue;
        STRAND_ASSIGN(const HyperparameterValue value, parseValue(*spec, text));
        if (value == spec->defaultValue) continue;
        std::vector<std::string> served;
        for (const SequenceKind other : kAllKinds) {
            if (servesKind(name, other)) served.emplace_back(kindName(other));
        }
        const std::string usual = formatValue(spec->defaultValue);
        return fail(ErrorCode::Usage,
                    {STRAND_TEXT("engine", "%1 = %2 cannot be done with this dataset, whose sequences are %3"), name, text, kindName(kind)},
                    {STRAND_TEXT("engine", "expected sequences that are %1"), joined(served, ", ")},
                    usual.empty() ? Message(STRAND_TEXT("engine", "leave %1 empty"), name)
                                  : Message(STRAND_TEXT("engine", "leave %1 at %2"), name, usual));
    }
    return {};
}

}  // namespace strand
