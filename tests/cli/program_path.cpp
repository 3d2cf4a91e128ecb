#include "tests/cli/support.hpp"

namespace strand::test {

const char* const programPath = STRANDLAB_CLI;

}  // namespace strand::test
