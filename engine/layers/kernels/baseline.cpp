#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const Table kBaseline = makeTable();

}  // namespace strand::kernels
