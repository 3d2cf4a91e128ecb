#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const KernelSet kAmx = makeKernelSet();

}  // namespace strand::kernels
