#include "analysis/attention.hpp"
#include "cli/checks.hpp"
#include "cli/command.hpp"
#include "cli/npy.hpp"
#include "cli/output_file.hpp"
#include "cli/picture.hpp"
#include "cli/sequence_input.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <numeric>

namespace strand::cli {

namespace {

constexpr std::size_t kChunk = 128;  ///< sequences whose full maps are in memory at a time

struct AttentionArguments {
    std::string project, run, file, layer = "all", head = "all", aggregate = "none";
    SequenceArguments input;
    std::vector<std::string> records;
};

/// Maps as they go to the file, and what stands along their axes.
struct Selection {
    std::vector<AttentionMap> maps;
    Json layers = Json::array(), heads = Json::array();
};

/// Indices from 0; a negative one counts from the end.
Result<std::vector<std::int64_t>> chosen(const std::string& text, std::int64_t count, const char* problem) {
    std::vector<std::int64_t> out;
    if (text == "all") {
        out.resize(static_cast<std::size_t>(count));
        std::iota(out.begin(), out.end(), 0);
        return out;
    }
    for (const auto piece : splitText(text, ',')) {
        const auto value = parseInteger(trimmed(piece));
        if (!value || *value >= count || *value < -count)
            return fail(ErrorCode::Usage, {problem, piece}, {STRAND_TEXT("cli", "expected \"all\" or a number from 0 to %1"), count - 1});
        out.push_back(*value < 0 ? *value + count : *value);
    }
    return out;
}

HeadAggregate aggregateOf(const std::string& name) {
    if (name == "mean") return HeadAggregate::Mean;
    if (name == "max") return HeadAggregate::Max;
    if (name == "rollout") return HeadAggregate::Rollout;
    return HeadAggregate::None;
}

/// Adds the layers and heads asked for; the rest of the maps is let go.
Result<void> choose(std::vector<AttentionMap> maps, const AttentionArguments& arguments, Selection& out) {
    STRAND_ASSIGN(const auto layers, chosen(arguments.layer, maps.front().layers, STRAND_TEXT("cli", "there is no layer %1")));
    STRAND_ASSIGN(const auto heads, chosen(arguments.head, maps.front().heads, STRAND_TEXT("cli", "there is no head %1")));
    const auto how = aggregateOf(arguments.aggregate);
    if (how == HeadAggregate::Rollout && maps.front().kind == "vector")
        return fail(ErrorCode::Usage, STRAND_TEXT("cli", "this model gives one weight for each token, and rollout needs one for each pair"),
                    STRAND_TEXT("cli", "expected none, mean or max"));
    for (auto& map : maps) {
        auto part = select(map, layers, heads);
        map = AttentionMap();
        out.maps.push_back(how == HeadAggregate::None ? std::move(part) : aggregate(part, how));
    }
    out.layers = layers;
    out.heads = heads;
    if (how != HeadAggregate::None) out.heads = Json::array({arguments.aggregate});
    if (how == HeadAggregate::Rollout) out.layers = Json::array({arguments.aggregate});
    return {};
}

// ---- the formats

/// [records, layers, heads, queries, L], every record padded with 0 to the longest; queries = 1 for a vector, else L.
void writeNumbers(OutputFile& file, const std::vector<AttentionMap>& maps) {
    std::int64_t longest = 0;
    for (const auto& map : maps)
        longest = std::max(longest, map.length);
    const auto layers = maps.empty() ? 0 : maps.front().layers, heads = maps.empty() ? 0 : maps.front().heads;
    const std::int64_t queries = !maps.empty() && maps.front().kind == "vector" ? 1 : longest;
    const std::int64_t shape[] = {static_cast<std::int64_t>(maps.size()), layers, heads, queries, longest};
    file.write(npyHeader(shape));
    const auto bytes = [](const float* values, std::int64_t count) {
        return std::string_view(reinterpret_cast<const char*>(values), static_cast<std::size_t>(count) * sizeof(float));
    };
    const std::vector<float> zeros(static_cast<std::size_t>(queries * longest), 0.0F);
    for (const auto& map : maps)
        for (std::int64_t layer = 0; layer < layers; ++layer)
            for (std::int64_t head = 0; head < heads; ++head) {
                for (std::int64_t row = 0; row < map.queries(); ++row) {
                    file.write(bytes(map.head(layer, head) + row * map.length, map.length));
                    file.write(bytes(zeros.data(), longest - map.length));
                }
                file.write(bytes(zeros.data(), (queries - map.queries()) * longest));
            }
}

Json describe(const Selection& selection, const AttentionArguments& arguments) {
    Json ids = Json::array(), lengths = Json::array(), tokens = Json::array(), spans = Json::array();
    for (const auto& map : selection.maps) {
        ids.push_back(map.record);
        lengths.push_back(map.length);
        tokens.push_back(map.tokens);
        Json offsets = Json::array();
        for (std::size_t i = 0; i < map.begin.size(); ++i)
            offsets.push_back({map.begin[i], map.end[i]});
        spans.push_back(std::move(offsets));
    }
    return {{"ids", ids},
            {"lengths", lengths},
            {"tokens", tokens},
            {"offsets", spans},
            {"layers", selection.layers},
            {"heads", selection.heads},
            {"aggregate", arguments.aggregate},
            {"kind", selection.maps.empty() ? "" : selection.maps.front().kind}};
}

Result<void> writeNpy(const Selection& selection, const AttentionArguments& arguments) {
    STRAND_ASSIGN(auto file, OutputFile::create(arguments.file));
    writeNumbers(file, selection.maps);
    const auto side = arguments.file.substr(0, arguments.file.size() - 4) + ".json";
    const auto text = describe(selection, arguments).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    STRAND_TRY(writeFile(side, text));
    return file.commit();
}

std::string csvCell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string axisText(const Json& axis, std::int64_t index) {
    const auto& entry = axis[static_cast<std::size_t>(index)];
    return entry.is_string() ? entry.get<std::string>() : std::to_string(entry.get<std::int64_t>());
}

/// The columns of the query are empty for a vector, where nobody in particular asks.
std::string csvLine(const Selection& selection, const AttentionMap& map, std::int64_t layer, std::int64_t head, std::int64_t query,
                    std::int64_t key) {
    const bool asks = map.kind != "vector";
    return fmt::format("{},{},{},{},{},{},{},{}\n", csvCell(map.record), axisText(selection.layers, layer), axisText(selection.heads, head),
                       asks ? std::to_string(query) : "", key, asks ? csvCell(map.tokens[static_cast<std::size_t>(query)]) : "",
                       csvCell(map.tokens[static_cast<std::size_t>(key)]), map.head(layer, head)[query * map.length + key]);
}

Result<void> writeCsv(const Selection& selection, const AttentionArguments& arguments) {
    STRAND_ASSIGN(auto file, OutputFile::create(arguments.file));
    file.write("id,layer,head,query,key,query_token,key_token,weight\n");
    for (const auto& map : selection.maps)
        for (std::int64_t layer = 0; layer < map.layers; ++layer)
            for (std::int64_t head = 0; head < map.heads; ++head)
                for (std::int64_t query = 0; query < map.queries(); ++query)
                    for (std::int64_t key = 0; key < map.length; ++key)
                        file.write(csvLine(selection, map, layer, head, query, key));
    return file.commit();
}

Result<void> writePicture(const Selection& selection, const AttentionArguments& arguments, bool vector) {
    if (selection.maps.size() != 1)
        return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "a picture of %1 sequences was asked for"), selection.maps.size()},
                    STRAND_TEXT("cli", "expected one sequence"), STRAND_TEXT("cli", "choose one with --record, or write .npy or .csv"));
    const auto& map = selection.maps.front();
    if (!vector) return writeFile(arguments.file, attentionPng(map));
    AttentionLabels labels;
    const auto named = [](const Json& axis, std::int64_t i) {
        return axis[static_cast<std::size_t>(i)].is_string() ? axisText(axis, i)
                                                             : std::to_string(axis[static_cast<std::size_t>(i)].get<std::int64_t>() + 1);
    };
    for (std::int64_t layer = 0; layer < map.layers; ++layer)
        labels.layers.push_back(named(selection.layers, layer));
    for (std::int64_t head = 0; head < map.heads; ++head)
        labels.heads.push_back(named(selection.heads, head));
    return writeFile(arguments.file, attentionSvg(map, labels));
}

struct Format {
    const char* extension;
    Result<void> (*write)(const Selection&, const AttentionArguments&);
};
constexpr Format kFormats[] = {
    {".npy", writeNpy},
    {".csv", writeCsv},
    {".png", [](const Selection& selection, const AttentionArguments& arguments) { return writePicture(selection, arguments, false); }},
    {".svg", [](const Selection& selection, const AttentionArguments& arguments) { return writePicture(selection, arguments, true); }},
};

// ---- which sequences

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

Result<const Format*> formatOf(const std::string& path) {
    for (const auto& format : kFormats)
        if (path.size() > 4 && path.ends_with(format.extension)) return &format;
    return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" does not say which format to write"), path},
                STRAND_TEXT("cli", "expected a name that ends in .npy, .csv, .png or .svg"));
}

Result<void> writeAttention(CommandContext& context, const AttentionArguments& arguments) {
    STRAND_ASSIGN(const Format* format, formatOf(arguments.file));
    if (arguments.input.file.empty() == arguments.records.empty())
        return fail(ErrorCode::Usage, STRAND_TEXT("cli", "no sequence, or two sources of them, were given"),
                    STRAND_TEXT("cli", "expected a file of sequences, or --record with the id of a stored one"));
    STRAND_ASSIGN(auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto run, findRun(project, arguments.run));
    STRAND_ASSIGN(const auto requests, requestsOf(context, project, run, arguments));
    Selection selection;
    for (std::size_t begin = 0; begin < requests.size(); begin += kChunk) {
        const auto end = std::min(begin + kChunk, requests.size());
        const std::vector<AttentionRequest> part(requests.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 requests.begin() + static_cast<std::ptrdiff_t>(end));
        const ProgressFn progress = [&](const Progress& step) {
            context.out.progress(
                {step.stage, static_cast<std::int64_t>(begin) + step.done, static_cast<std::int64_t>(requests.size()), step.unit});
        };
        STRAND_ASSIGN(auto maps, context.engine().attention(project, run.id, part, context.device(), progress, context.stop));
        STRAND_TRY(choose(std::move(maps), arguments, selection));
    }
    context.out.endProgress();
    STRAND_TRY(format->write(selection, arguments));
    if (context.json()) {
        const auto& first = selection.maps.front();
        context.out.event({{"event", "attention"},
                           {"file", arguments.file},
                           {"records", selection.maps.size()},
                           {"layers", first.layers},
                           {"heads", first.heads},
                           {"kind", first.kind}});
    } else {
        context.out.line(say(STRAND_TEXT("cli", "attention of %1 sequences written to %2"), selection.maps.size(), arguments.file));
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
    app.add_option("--layer", arguments->layer, say(STRAND_TEXT("cli", "all, or numbers from 0; -1 is the last")));
    app.add_option("--head", arguments->head, say(STRAND_TEXT("cli", "all, or numbers from 0; -1 is the last")));
    app.add_option("--aggregate", arguments->aggregate, say(STRAND_TEXT("cli", "none, mean or max over heads, or rollout over layers")))
        ->check(oneOf({"none", "mean", "max", "rollout"}));
    app.add_option("-o,--output", arguments->file, say(STRAND_TEXT("cli", "file to write: .npy, .csv, .png or .svg")))->required();
    return [arguments](CommandContext& context) { return writeAttention(context, *arguments); };
}

}  // namespace strand::cli
