#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const Table kAvx2 = makeTable();

}  // namespace strand::kernels
