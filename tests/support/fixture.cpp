#include "support/fixture.hpp"

namespace strand::test {

std::string fixture(const std::string& name) { return STRAND_TEST_DATA "/" + name; }

}  // namespace strand::test
