#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const KernelSet kAvx2 = makeKernelSet();

}  // namespace strand::kernels
