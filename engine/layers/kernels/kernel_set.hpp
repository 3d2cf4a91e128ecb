// All kernels of one instruction set. Internal to kernels/ and its tests.
#pragma once

#include "layers/kernels/efficient.hpp"
#include "layers/kernels/kernels.hpp"
#include "layers/kernels/listed.hpp"

namespace strand::kernels {

struct KernelSet {
    Table table;
    ListedTable listed;
    EfficientTable efficient;
};

/// Null where this computer lacks the instructions.
[[nodiscard]] const KernelSet* kernelSet(InstructionSet set);

}  // namespace strand::kernels
