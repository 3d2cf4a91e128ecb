#include "cli/command.hpp"
#include "cli/json.hpp"

namespace strand::cli {

namespace {

Result<void> report(CommandContext& context, bool ok, std::optional<int> version, const std::vector<RunRecord>& runs) {
    if (context.json()) {
        Json list = Json::array();
        for (const auto& run : runs)
            list.push_back({{"run", run.id}, {"state", runStateName(run.state)}, {"epoch", run.epoch}});
        context.out.event({{"event", "check"}, {"ok", ok}, {"version", version ? Json(*version) : Json()}, {"runs", list}});
        return {};
    }
    if (!ok) return {};
    context.out.line(say(STRAND_TEXT("cli", "the project is whole (format %1)"), version.value_or(0)));
    Table table{{say(STRAND_TEXT("cli", "run")), say(STRAND_TEXT("cli", "state")), say(STRAND_TEXT("cli", "epoch"))}, {}};
    for (const auto& run : runs)
        table.rows.push_back({std::to_string(run.id), runStateName(run.state), std::to_string(run.epoch)});
    if (!runs.empty()) context.out.table(table);
    return {};
}

Result<void> check(CommandContext& context, const std::string& path) {
    auto project = ProjectFile::open(path, ProjectFile::Access::Read);
    if (!project) {
        (void)report(context, false, std::nullopt, {});
        return fail(std::move(project).error());
    }
    const auto whole = project->check();
    const auto runs = RunStore(*project).list();
    const bool ok = whole && runs;
    (void)report(context, ok, project->version(), runs ? *runs : std::vector<RunRecord>{});
    if (!whole) return fail(whole.error());
    if (!runs) return fail(runs.error());
    return {};
}

}  // namespace

CommandRun declareCheck(CLI::App& app) {
    auto project = std::make_shared<std::string>();
    addProject(app, *project);
    return [project](CommandContext& context) { return check(context, *project); };
}

}  // namespace strand::cli
