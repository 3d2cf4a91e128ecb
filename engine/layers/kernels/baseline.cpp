#include "layers/kernels/all_kernels.hpp"

namespace strand::kernels {

extern const Table kBaseline = makeTable();
extern const ListedTable kListedBaseline = makeListedTable();

}  // namespace strand::kernels
