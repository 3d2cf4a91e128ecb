#include "cli/sequence_input.hpp"

namespace strand::cli {

void addOnBad(CLI::App& app, std::string& word) {
    app.add_option("--on-bad", word, say(STRAND_TEXT("cli", "at a bad record: stop, skip or replace")));
}

void addSequenceFile(CLI::App& app, SequenceArguments& arguments, bool required) {
    app.add_option("FILE", arguments.file, say(STRAND_TEXT("cli", "file of sequences")))->required(required);
    addOnBad(app, arguments.onBad);
}

Result<OnBad> parseOnBad(const std::string& word) {
    if (word == "stop") return OnBad::Stop;
    if (word == "skip") return OnBad::Skip;
    if (word == "replace") return OnBad::Replace;
    return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" says nothing about bad records"), word},
                {STRAND_TEXT("engine", "expected one of %1"), "stop, skip, replace"});
}

Result<SequenceFile> sequenceFile(const SequenceArguments& arguments) {
    STRAND_ASSIGN(const OnBad onBad, parseOnBad(arguments.onBad));
    return SequenceFile{.path = arguments.file, .onBad = onBad};
}

Result<Dataset> readSequences(CommandContext& context, const SequenceArguments& arguments, std::optional<SequenceKind> kind) {
    STRAND_ASSIGN(const SequenceFile file, sequenceFile(arguments));
    STRAND_ASSIGN(auto imported, importFiles(importOf(file, kind), context.progress(), context.stop));
    context.out.endProgress();
    for (const Warning& warning : imported.report.warnings)
        context.out.warning(warning);
    return std::move(imported.dataset);
}

}  // namespace strand::cli
