// The same bits from the same numbers.
#pragma once

#include <ATen/Context.h>

namespace strand {

/// Kernels whose sums do not depend on the order of threads, while it lives.
class DeterministicScope {
public:
    DeterministicScope()
        : m_algorithms(at::globalContext().deterministicAlgorithms()),
          m_warnOnly(at::globalContext().deterministicAlgorithmsWarnOnly()),
          m_fill(at::globalContext().deterministicFillUninitializedMemory()) {
        at::globalContext().setDeterministicAlgorithms(true, true);
        at::globalContext().setDeterministicFillUninitializedMemory(false);
    }
    ~DeterministicScope() {
        at::globalContext().setDeterministicAlgorithms(m_algorithms, m_warnOnly);
        at::globalContext().setDeterministicFillUninitializedMemory(m_fill);
    }
    DeterministicScope(const DeterministicScope&) = delete;
    DeterministicScope& operator=(const DeterministicScope&) = delete;

private:
    bool m_algorithms, m_warnOnly, m_fill;
};

}  // namespace strand
