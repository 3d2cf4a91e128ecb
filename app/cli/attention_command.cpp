#include "cli/attention_writer.hpp"
#include "cli/checks.hpp"
#include "cli/command.hpp"
#include "cli/sequence_input.hpp"

#include <algorithm>

namespace strand::cli {

namespace {

struct AttentionArguments {
    std::string project, run, file;
    AttentionChoice choice;
    SequenceArguments input;
    std::vector<std::string> records;
};

Result<std::vector<AttentionRequest>> requestsOf(CommandContext& context, const ProjectFile& project, const RunRecord& run,
                                                 const AttentionArguments& arguments) {
    std::vector<AttentionRequest> requests;
    if (!arguments.input.file.empty()) {
        STRAND_ASSIGN(const auto record, DatasetStore(project).get(run.datasetId));
        STRAND_ASSIGN(auto data, readSequences(context, arguments.input, record.kind));
        for (auto& sequence : data.sequences)
            requests.push_back({-1, std::move(sequence.id), std::move(sequence.residues)});
        return requests;
    }
    STRAND_ASSIGN(const auto data, DatasetStore(project).load(run.datasetId));
    for (const auto& id : arguments.records) {
        const auto found = std::ranges::find(data.sequences, id, &Sequence::id);
        if (found == data.sequences.end())
            return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "dataset \"%1\" has no sequence called \"%2\""), data.name, id},
                        STRAND_TEXT("engine", "expected the id of one of its sequences"));
        requests.push_back({found - data.sequences.begin(), {}, {}});
    }
    return requests;
}

Result<void> writeAttention(CommandContext& context, const AttentionArguments& arguments) {
    STRAND_ASSIGN(auto writer, AttentionWriter::create(arguments.file, arguments.choice));
    if (arguments.input.file.empty() == arguments.records.empty())
        return fail(ErrorCode::Usage, STRAND_TEXT("cli", "no sequence, or two sources of them, were given"),
                    STRAND_TEXT("cli", "expected a file of sequences, or --record with the id of a stored one"));
    STRAND_ASSIGN(auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto run, findRun(project, arguments.run));
    STRAND_ASSIGN(const auto requests, requestsOf(context, project, run, arguments));
    STRAND_TRY(context.engine().attention(project, run.id, requests, context.device(), writer, context.progress(), context.stop));
    context.out.endProgress();
    STRAND_TRY(writer.finish());
    const auto& written = writer.summary();
    if (context.json()) {
        context.out.event({{"event", "attention"},
                           {"file", arguments.file},
                           {"records", written.records},
                           {"layers", written.layers},
                           {"heads", written.heads},
                           {"kind", written.kind}});
    } else {
        context.out.line(say(STRAND_TEXT("cli", "attention of %1 sequences written to %2"), written.records, arguments.file));
    }
    return {};
}

}  // namespace

CommandRun declareAttention(CLI::App& app) {
    auto arguments = std::make_shared<AttentionArguments>();
    addProject(app, arguments->project);
    addSequenceFile(app, arguments->input, false);
    app.add_option("--run", arguments->run, say(STRAND_TEXT("cli", "name or id of the run")))->required();
    app.add_option("--record", arguments->records, say(STRAND_TEXT("cli", "id of a sequence of the run's dataset")))
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("--layer", arguments->choice.layer, say(STRAND_TEXT("cli", "all, or numbers from 0; -1 is the last")));
    app.add_option("--head", arguments->choice.head, say(STRAND_TEXT("cli", "all, or numbers from 0; -1 is the last")));
    app.add_option("--aggregate", arguments->choice.aggregate,
                   say(STRAND_TEXT("cli", "none, mean or max over heads, or rollout over layers")))
        ->check(oneOf({"none", "mean", "max", "rollout"}));
    app.add_option("-o,--output", arguments->file, say(STRAND_TEXT("cli", "file to write: .npy, .csv, .png or .svg")))->required();
    return [arguments](CommandContext& context) { return writeAttention(context, *arguments); };
}

}  // namespace strand::cli
