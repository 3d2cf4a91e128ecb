#include "layers/kernels/kernels.hpp"

#include "layers/kernels/efficient.hpp"
#include "layers/kernels/listed.hpp"

#include <initializer_list>

namespace strand::kernels {

extern const Table kBaseline;
extern const ListedTable kListedBaseline;
extern const EfficientTable kEfficientBaseline;
#if defined(__x86_64__)
extern const Table kAvx2;
extern const ListedTable kListedAvx2;
extern const EfficientTable kEfficientAvx2;
extern const Table kAvx512;
extern const ListedTable kListedAvx512;
extern const EfficientTable kEfficientAvx512;
#endif

const Table* tableFor(InstructionSet set) {
    if (set == InstructionSet::Baseline) return &kBaseline;
#if defined(__x86_64__)
    if (set == InstructionSet::Avx2) return __builtin_cpu_supports("x86-64-v3") ? &kAvx2 : nullptr;
    if (set == InstructionSet::Avx512) return __builtin_cpu_supports("x86-64-v4") ? &kAvx512 : nullptr;
#endif
    return nullptr;
}

const Table& table() {
    static const Table* const best = [] {
        for (const InstructionSet set : {InstructionSet::Avx512, InstructionSet::Avx2}) {
            if (const Table* found = tableFor(set)) return found;
        }
        return &kBaseline;
    }();
    return *best;
}

const ListedTable& listedTable() {
#if defined(__x86_64__)
    if (tableFor(InstructionSet::Avx512) != nullptr) return kListedAvx512;
    if (tableFor(InstructionSet::Avx2) != nullptr) return kListedAvx2;
#endif
    return kListedBaseline;
}

const EfficientTable& efficientTable() {
#if defined(__x86_64__)
    if (tableFor(InstructionSet::Avx512) != nullptr) return kEfficientAvx512;
    if (tableFor(InstructionSet::Avx2) != nullptr) return kEfficientAvx2;
#endif
    return kEfficientBaseline;
}

}  // namespace strand::kernels
