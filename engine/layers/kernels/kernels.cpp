#include "layers/kernels/kernel_set.hpp"

#include <initializer_list>

namespace strand::kernels {

extern const KernelSet kBaseline;
#if defined(__x86_64__)
extern const KernelSet kAvx2;
extern const KernelSet kAvx512;
#endif

namespace {

const KernelSet& widest() {
    static const KernelSet* const best = [] {
        for (const InstructionSet set : {InstructionSet::Avx512, InstructionSet::Avx2}) {
            if (const KernelSet* found = kernelSet(set)) return found;
        }
        return &kBaseline;
    }();
    return *best;
}

}  // namespace

const KernelSet* kernelSet(InstructionSet set) {
    if (set == InstructionSet::Baseline) return &kBaseline;
#if defined(__x86_64__)
    if (set == InstructionSet::Avx2) return __builtin_cpu_supports("x86-64-v3") ? &kAvx2 : nullptr;
    if (set == InstructionSet::Avx512) return __builtin_cpu_supports("x86-64-v4") ? &kAvx512 : nullptr;
#endif
    return nullptr;
}

const Table* tableFor(InstructionSet set) {
    const KernelSet* found = kernelSet(set);
    return found != nullptr ? &found->table : nullptr;
}

const Table& table() { return widest().table; }
const ListedTable& listedTable() { return widest().listed; }
const EfficientTable& efficientTable() { return widest().efficient; }

}  // namespace strand::kernels
