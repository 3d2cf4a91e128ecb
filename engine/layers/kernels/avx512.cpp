#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const Table kAvx512 = makeTable();
extern const ListedTable kListedAvx512 = makeListedTable();
extern const EfficientTable kEfficientAvx512 = makeEfficientTable();

}  // namespace strand::kernels
