// Where the stored files of the tests lie.
#pragma once

#include <string>

namespace strand::test {

/// The path of a file of tests/fixtures.
[[nodiscard]] std::string fixture(const std::string& name);

}  // namespace strand::test
