#include "layers/kernels/kernels.hpp"

#include <gtest/gtest.h>

namespace strand::kernels {
namespace {

TEST(KernelTable, TheWidestSetThisComputerHasIsTaken) {
    const Table* widest = tableFor(InstructionSet::Baseline);
    for (const InstructionSet set : {InstructionSet::Avx2, InstructionSet::Avx512, InstructionSet::Amx}) {
        if (tableFor(set) != nullptr) widest = tableFor(set);
    }
    EXPECT_EQ(&table(), widest);
    EXPECT_EQ(tableFor(widestSet()), widest);
}

}  // namespace
}  // namespace strand::kernels
