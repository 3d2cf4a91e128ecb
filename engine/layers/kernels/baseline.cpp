#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const KernelSet kBaseline = makeKernelSet();

}  // namespace strand::kernels
