#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const Table kAvx2 = makeTable();
extern const ListedTable kListedAvx2 = makeListedTable();
extern const EfficientTable kEfficientAvx2 = makeEfficientTable();

}  // namespace strand::kernels
