#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const Table kBaseline = makeTable();
extern const ListedTable kListedBaseline = makeListedTable();
extern const EfficientTable kEfficientBaseline = makeEfficientTable();

}  // namespace strand::kernels
