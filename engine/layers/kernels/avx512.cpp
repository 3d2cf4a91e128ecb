#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const Table kAvx512 = makeTable();

}  // namespace strand::kernels
