#include "layers/kernels/kernel_set.hpp"

#include <initializer_list>

#if defined(__linux__) && defined(__x86_64__)
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace strand::kernels {

extern const KernelSet kBaseline;
#if defined(__x86_64__)
extern const KernelSet kAvx2;
extern const KernelSet kAvx512;
extern const KernelSet kAmx;
#endif

namespace {

#if defined(__linux__) && defined(__x86_64__)
/// Whether the processor has tiles of bfloat16, and Linux lets this process use them: it wants to be asked, since they make the state of a
/// thread 8 KB larger (Documentation/arch/x86/xstate.rst).
bool tilesAllowed() {
    constexpr unsigned kBfloat16 = 1U << 22, kTiles = 1U << 24;  // of EDX
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (d & kBfloat16) == 0 || (d & kTiles) == 0) return false;
    constexpr long kRequestPermission = 0x1023, kTileData = 18;  // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
    return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
}
#else
bool tilesAllowed() { return false; }
#endif

const KernelSet& widest() {
    static const KernelSet& best = *kernelSet(widestSet());
    return best;
}

}  // namespace

const KernelSet* kernelSet(InstructionSet set) {
    if (set == InstructionSet::Baseline) return &kBaseline;
#if defined(__x86_64__)
    if (set == InstructionSet::Avx2) return __builtin_cpu_supports("x86-64-v3") ? &kAvx2 : nullptr;
    if (set == InstructionSet::Avx512) return __builtin_cpu_supports("x86-64-v4") ? &kAvx512 : nullptr;
    if (set == InstructionSet::Amx) return __builtin_cpu_supports("x86-64-v4") && tilesAllowed() ? &kAmx : nullptr;
#endif
    return nullptr;
}

InstructionSet widestSet() {
    for (const InstructionSet set : {InstructionSet::Amx, InstructionSet::Avx512, InstructionSet::Avx2}) {
        if (kernelSet(set) != nullptr) return set;
    }
    return InstructionSet::Baseline;
}

const char* nameOf(InstructionSet set) {
    switch (set) {
        case InstructionSet::Baseline: return "Baseline";
        case InstructionSet::Avx2: return "Avx2";
        case InstructionSet::Avx512: return "Avx512";
        case InstructionSet::Amx: break;
    }
    return "Amx";
}

const Table* tableFor(InstructionSet set) {
    const KernelSet* found = kernelSet(set);
    return found != nullptr ? &found->table : nullptr;
}

const Table& table() { return widest().table; }
const ListedTable& listedTable() { return widest().listed; }
const EfficientTable& efficientTable() { return widest().efficient; }

}  // namespace strand::kernels
