// A file of sequences whose labels and parts do not matter, as predict, attention and tokenize read it.
#pragma once

#include "cli/command.hpp"

#include <optional>
#include <string>

namespace strand::cli {

/// FILE and --on-bad as typed.
struct SequenceArguments {
    std::string file, onBad = "stop";
};
void addSequenceFile(CLI::App& app, SequenceArguments& arguments, bool required);
void addOnBad(CLI::App& app, std::string& word);

/// ErrorCode::Usage names the words there are.
[[nodiscard]] Result<OnBad> parseOnBad(const std::string& word);
[[nodiscard]] Result<SequenceFile> sequenceFile(const SequenceArguments& arguments);
/// Tells what was skipped or replaced.
[[nodiscard]] Result<Dataset> readSequences(CommandContext& context, const SequenceArguments& arguments, std::optional<SequenceKind> kind);

}  // namespace strand::cli
