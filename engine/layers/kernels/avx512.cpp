#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const KernelSet kAvx512 = makeKernelSet();

}  // namespace strand::kernels
