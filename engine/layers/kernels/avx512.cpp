#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const Table kAvx512 = makeTable();
extern const ListedTable kListedAvx512 = makeListedTable();

}  // namespace strand::kernels
