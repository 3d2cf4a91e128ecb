// Commands: one entry each in an explicit table. A command declares its options and returns what runs them.
#pragma once

#include "cli/output.hpp"
#include "cli/speech.hpp"
#include "pipeline/engine.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <functional>
#include <span>

namespace strand::cli {

/// Options of every command, accepted before and after its name.
struct GlobalOptions {
    bool json = false, quiet = false;
    int threads = 0;
    std::string device = "auto";
    std::string language;
};

/// What a command works with.
class CommandContext {
public:
    CommandContext(const GlobalOptions& options, TextValues given, Output& output, std::stop_token stopToken)
        : hyperparameters(std::move(given)), out(output), stop(std::move(stopToken)), m_options(options) {}

    /// Made when first asked for, since it looks for GPUs.
    [[nodiscard]] Engine& engine();
    [[nodiscard]] DeviceOptions device() const { return {m_options.device, m_options.threads}; }
    [[nodiscard]] ProgressFn progress() {
        return [this](const Progress& progress) { out.progress(progress); };
    }
    [[nodiscard]] bool json() const { return m_options.json; }

    const TextValues hyperparameters;  ///< --hp_NAME VALUE, as typed
    Output& out;
    const std::stop_token stop;
    /// ErrorCode::Interrupted once a signal has come.
    [[nodiscard]] Result<void> checkStop() const {
        if (!stop.stop_requested()) return {};
        return fail(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped before the end; nothing was written"));
    }

private:
    const GlobalOptions& m_options;
    std::unique_ptr<Engine> m_engine;
};

/// --seed, a whole number from 0 of at most 18 digits.
CLI::Option* addSeed(CLI::App& app, std::uint64_t& seed, const char* help);

using CommandRun = std::function<Result<void>(CommandContext&)>;

struct CommandEntry {
    const char* name;
    const char* help;           ///< marked for translation
    bool takesHyperparameters;  ///< --hp_NAME VALUE
    CommandRun (*declare)(CLI::App&);
};
[[nodiscard]] std::span<const CommandEntry> commandTable();

CommandRun declareImport(CLI::App&);
CommandRun declareDatasets(CLI::App&);
CommandRun declareStats(CLI::App&);
CommandRun declareSplit(CLI::App&);
CommandRun declareDedupe(CLI::App&);
CommandRun declareClusters(CLI::App&);
CommandRun declareIssues(CLI::App&);
CommandRun declareSteps(CLI::App&);
CommandRun declareUndo(CLI::App&);
CommandRun declareCopy(CLI::App&);
CommandRun declareExport(CLI::App&);
CommandRun declareTokenize(CLI::App&);
CommandRun declareModels(CLI::App&);
CommandRun declareSchedule(CLI::App&);
CommandRun declareTrain(CLI::App&);
CommandRun declareResume(CLI::App&);
CommandRun declareRuns(CLI::App&);
CommandRun declareShow(CLI::App&);
CommandRun declareCompare(CLI::App&);
CommandRun declareEvaluate(CLI::App&);
CommandRun declarePredict(CLI::App&);
CommandRun declareAttention(CLI::App&);
CommandRun declareCheck(CLI::App&);

/// The option or positional argument PROJECT.
void addProject(CLI::App& app, std::string& path);

/// The run's id and record from "--run R", a name or an id.
[[nodiscard]] Result<RunRecord> findRun(const ProjectFile& project, const std::string& nameOrId);

/// "0.8,0.1,0.1". ErrorCode::Usage otherwise.
[[nodiscard]] Result<std::array<double, 3>> parseRatio(const std::string& text);

}  // namespace strand::cli
