#include "cli/checks.hpp"
#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/sequence_input.hpp"
#include "tokens/tokenizer.hpp"

namespace strand::cli {

namespace {

struct TokenizeArguments {
    std::string tokenizer = "char", kind = "auto", file;
    SequenceArguments input;
};

Json tokensOf(const Sequence& sequence, const Tokenizer& tokenizer) {
    const auto encoding = tokenizer.encode(sequence.residues, false);
    Json tokens = Json::array();
    for (const auto id : encoding.ids)
        tokens.push_back(tokenizer.vocabulary()[static_cast<std::size_t>(id)]);
    return {{"id", sequence.id}, {"ids", encoding.ids}, {"tokens", tokens}, {"offsets", encoding.offsets}};
}

Result<void> tokenize(CommandContext& context, const TokenizeArguments& arguments) {
    const std::optional<SequenceKind> kind = arguments.kind == "auto" ? std::nullopt : parseKind(arguments.kind);
    STRAND_ASSIGN(const Dataset data, readSequences(context, arguments.input, kind));
    // Without a run there is no vocabulary to go by: a text's words are numbered by how often they occur in the file.
    std::vector<std::string_view> texts;
    for (const auto& sequence : data.sequences)
        texts.emplace_back(sequence.residues);
    STRAND_ASSIGN(const auto tokenizer, learnTokenizer(arguments.tokenizer, data.kind, texts, {}));
    STRAND_ASSIGN(auto file, OutputFile::create(arguments.file.empty() ? "-" : arguments.file));
    const auto progress = context.progress();
    const auto total = static_cast<std::int64_t>(data.sequences.size());
    std::int64_t done = 0;
    for (const auto& sequence : data.sequences) {
        STRAND_TRY(context.checkStop());
        file.write(tokensOf(sequence, *tokenizer).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
        if (progress) progress({STRAND_TEXT("cli", "Tokens"), ++done, total, "sequences"});
    }
    return file.commit();
}

}  // namespace

CommandRun declareTokenize(CLI::App& app) {
    auto arguments = std::make_shared<TokenizeArguments>();
    addSequenceFile(app, arguments->input, true);
    app.add_option(
        "--tokenizer", arguments->tokenizer,
        say(STRAND_TEXT("cli",
                        "char, kmer:K[:STRIDE] or word; words and characters of a text are numbered by their frequency in the file")));
    app.add_option("--kind", arguments->kind, say(STRAND_TEXT("cli", "auto, dna, rna, protein or text")))
        ->check(oneOf({"auto", "dna", "rna", "protein", "text"}));
    app.add_option("-o,--output", arguments->file, say(STRAND_TEXT("cli", "file to write (default: stdout)")));
    return [arguments](CommandContext& context) { return tokenize(context, *arguments); };
}

}  // namespace strand::cli
