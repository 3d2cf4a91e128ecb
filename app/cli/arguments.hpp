// What is taken from the command line before the parser sees it: hyperparameters, whose names only the models know.
#pragma once

#include "core/hyperparameter.hpp"

namespace strand::cli {

struct SplitArguments {
    std::vector<std::string> rest;    ///< everything else, in order
    TextValues hyperparameters;       ///< --hp_NAME VALUE and --hp_NAME=VALUE; the last one counts
    std::string firstHyperparameter;  ///< as typed, for messages; empty = none
    std::string language;             ///< of --lang, needed before the help is made
};

/// ErrorCode::Usage where a value or a name is missing.
[[nodiscard]] Result<SplitArguments> splitArguments(const std::vector<std::string>& arguments);

}  // namespace strand::cli
