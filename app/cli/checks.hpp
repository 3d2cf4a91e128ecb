// Values of options that are checked while the command line is read, and what the parser says, in the language of the program.
#pragma once

#include "core/error.hpp"

#include <CLI/Error.hpp>
#include <CLI/Validators.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace strand::cli {

[[nodiscard]] CLI::Validator oneOf(const std::vector<std::string>& words);
/// Both ends included.
[[nodiscard]] CLI::Validator wholeNumber(std::int64_t least, std::int64_t most);

/// CLI11 writes its sentences itself: the same as one of ours, or as it is.
[[nodiscard]] Message parserMessage(const CLI::ParseError& problem);

}  // namespace strand::cli
