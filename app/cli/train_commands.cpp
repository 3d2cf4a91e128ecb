#include "cli/checks.hpp"
#include "cli/command.hpp"
#include "cli/json.hpp"

namespace strand::cli {

namespace {

/// Prints a run as it goes; the run's events on stdout, the rest on stderr.
class Narrator final : public TrainObserver {
public:
    explicit Narrator(CommandContext& context) : m_context(context), m_out(context.out) {}

    void onRun(const RunRecord& run) override {
        if (m_context.json()) {
            m_out.event(runEvent(run, m_context.engine().models()));
            return;
        }
        m_out.line(say(STRAND_TEXT("cli", "run \"%1\" (id %2): %3, %4 parameters, %5, %6 threads, seed %7"), run.name, run.id, run.model,
                       run.parameters, run.device, run.threads, run.seed));
        m_out.line(fmt::format("{:>5}  {:>8}  {:>10}  {:>9}  {:>7}  {:>7}  {:>9}  {:>8}  {:>8}", "epoch", "step", "train_loss", "val_loss",
                               "val_acc", "val_mcc", "lr", "seconds", "seq/s"));
    }

    void onWarning(const Warning& warning) override { m_out.warning(warning); }
    void onProgress(const Progress& progress) override { m_out.progress(progress); }

    void onEpoch(const RunRecord&, const EpochReport& report) override {
        if (m_context.json()) {
            m_out.event(epochJson(report));
            return;
        }
        m_out.line(fmt::format("{:>5}  {:>8}  {:>10}  {:>9}  {:>7}  {:>7}  {:>9.3g}  {:>8}  {:>8}{}", report.epoch, report.step,
                               fixed(report.trainLoss, 4), fixed(report.validation.loss, 4), fixed(report.validation.acc, 4),
                               fixed(report.validation.mcc, 4), report.lr, fixed(report.seconds, 2), fixed(report.sequencesPerSecond, 0),
                               report.best ? " *" : ""));
    }

private:
    CommandContext& m_context;
    Output& m_out;
};

void tellDone(CommandContext& context, const TrainReport& report) {
    context.out.endProgress();
    const auto& run = report.run;
    if (context.json()) {
        context.out.event({{"event", "done"},
                           {"run", run.id},
                           {"best_epoch", run.bestEpoch},
                           {"seconds", report.seconds},
                           {"peak_rss_mib", report.peakRssMiB},
                           {"test", run.test ? toJson(*run.test) : Json()}});
        return;
    }
    context.out.line(say(STRAND_TEXT("cli", "best epoch %1, %2, at most %3 MiB of memory"), run.bestEpoch, duration(report.seconds),
                         fixed(report.peakRssMiB, 0)));
    if (!run.test) return;
    const auto& test = *run.test;
    context.out.table({{"test n", "loss", "acc", "mcc", "auc", "auprc", "sn", "sp", "f1"},
                       {{std::to_string(test.n), fixed(test.loss, 4), fixed(test.acc, 4), fixed(test.mcc, 4), fixed(test.auc, 4),
                         fixed(test.auprc, 4), fixed(test.sn, 4), fixed(test.sp, 4), fixed(test.f1, 4)}}});
}

void tellEstimate(CommandContext& context, const TrainOptions& options, const TrainEstimate& estimate) {
    const double seconds = estimate.secondsPerEpoch.value_or(kNotAvailable);
    const auto epochs = static_cast<double>(estimate.values.integer("epochs"));
    for (const auto& warning : estimate.warnings)
        context.out.warning(warning);
    if (context.json()) {
        context.out.event({{"event", "estimate"},
                           {"model", options.model},
                           {"parameters", estimate.parameters},
                           {"memory_mib", estimate.memoryMiB},
                           {"seconds_per_epoch", seconds},
                           {"seconds", seconds * epochs},
                           {"steps_per_epoch", estimate.stepsPerEpoch},
                           {"steps", estimate.steps},
                           {"train", estimate.train},
                           {"validation", estimate.validation},
                           {"test", estimate.test},
                           {"truncated", estimate.truncated},
                           {"hyperparameters", toJson(estimate.values)},
                           {"warnings", toJson(estimate.warnings)}});
        return;
    }
    Table table{{say(STRAND_TEXT("cli", "what")), say(STRAND_TEXT("cli", "value"))}, {}};
    table.rows = {{say(STRAND_TEXT("cli", "parameters")), std::to_string(estimate.parameters)},
                  {say(STRAND_TEXT("cli", "memory, MiB (estimated)")), fixed(estimate.memoryMiB, 0)},
                  {say(STRAND_TEXT("cli", "seconds an epoch (estimated)")), fixed(seconds, 1)},
                  {say(STRAND_TEXT("cli", "whole run (estimated)")), duration(seconds * epochs)},
                  {say(STRAND_TEXT("cli", "steps")), std::to_string(estimate.steps)},
                  {say(STRAND_TEXT("cli", "training sequences")), std::to_string(estimate.train)},
                  {say(STRAND_TEXT("cli", "validation sequences")), std::to_string(estimate.validation)},
                  {say(STRAND_TEXT("cli", "test sequences")), std::to_string(estimate.test)},
                  {say(STRAND_TEXT("cli", "cut at max_len")), std::to_string(estimate.truncated)}};
    context.out.table(table);
}

struct TrainArguments {
    std::string project;
    TrainOptions options;
    bool check = false;
};

Result<void> train(CommandContext& context, const TrainArguments& arguments) {
    auto options = arguments.options;
    options.hyperparameters = context.hyperparameters;
    {
        // What is refused is refused before the file is opened for writing, which would touch it.
        STRAND_ASSIGN(auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
        if (arguments.check) {
            options.measure = true;
            STRAND_ASSIGN(const auto estimate, context.engine().estimate(project, options, context.device()));
            tellEstimate(context, options, estimate);
            return {};
        }
        STRAND_TRY(context.engine().check(project, options, context.device()));
    }
    STRAND_ASSIGN(auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Write));
    Narrator narrator(context);
    STRAND_ASSIGN(const auto report, context.engine().train(project, options, context.device(), narrator, context.stop));
    tellDone(context, report);
    return {};
}

struct ResumeArguments {
    std::string project, run;
};

Result<void> resume(CommandContext& context, const ResumeArguments& arguments) {
    STRAND_ASSIGN(auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto run, findRun(project, arguments.run));
    // A run that has ended is refused without touching the file.
    const bool ended = run.state == RunState::Finished || run.state == RunState::Failed;
    if (!ended) {
        STRAND_ASSIGN(project, ProjectFile::open(arguments.project, ProjectFile::Access::Write));
    }
    Narrator narrator(context);
    STRAND_ASSIGN(const auto report, context.engine().resume(project, run.id, context.device(), narrator, context.stop));
    tellDone(context, report);
    return {};
}

}  // namespace

CommandRun declareTrain(CLI::App& app) {
    auto arguments = std::make_shared<TrainArguments>();
    auto& options = arguments->options;
    addProject(app, arguments->project);
    app.add_option("--dataset", options.dataset, say(STRAND_TEXT("cli", "name or id of the dataset")))->required();
    app.add_option("--model", options.model, say(STRAND_TEXT("cli", "name of the model; see the command models")))->required();
    app.add_option("--run", options.runName, say(STRAND_TEXT("cli", "name of the new run (default: model and number)")));
    addSeed(app, options.seed, STRAND_TEXT("cli", "the same seed, device and threads give the same result"));
    app.add_option("--fold", options.fold,
                   say(STRAND_TEXT("cli", "round of a cross-validation: that fold is tested, the next one validates (see split --folds)")))
        ->check(wholeNumber(0, 1'000'000'000));
    app.add_option("--preset", options.preset, say(STRAND_TEXT("cli", "quick, balanced or thorough")));
    app.add_option("--checkpoint-every", options.checkpointEverySteps,
                   say(STRAND_TEXT("cli", "steps between checkpoints (default: each epoch, and each minute)")))
        ->check(wholeNumber(0, 1'000'000'000));
    app.add_option("--watch", options.watchedRecord, say(STRAND_TEXT("cli", "id of the sequence whose attention is kept each epoch")));
    app.add_flag("--check", arguments->check,
                 say(STRAND_TEXT("cli", "train nothing: check the settings, estimate parameters, memory and time")));
    app.footer(say(STRAND_TEXT("cli", "--hp_NAME VALUE sets a hyperparameter; \"strandlab-cli models MODEL\" lists them.")));
    return [arguments](CommandContext& context) { return train(context, *arguments); };
}

CommandRun declareResume(CLI::App& app) {
    auto arguments = std::make_shared<ResumeArguments>();
    addProject(app, arguments->project);
    app.add_option("--run", arguments->run, say(STRAND_TEXT("cli", "name or id of the run")))->required();
    return [arguments](CommandContext& context) { return resume(context, *arguments); };
}

}  // namespace strand::cli
