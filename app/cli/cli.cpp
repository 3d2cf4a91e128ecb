#include "cli/cli.hpp"

#include "cli/arguments.hpp"
#include "cli/checks.hpp"
#include "cli/command.hpp"
#include "cli/signals.hpp"
#include "core/log.hpp"

#include <cstdio>
#include <cstring>
#include <exception>

namespace strand::cli {

namespace {

struct Declared {
    const CommandEntry* entry = nullptr;
    CLI::App* app = nullptr;
    CommandRun run;
};

/// The parser and the commands it chose from.
struct Parser {
    GlobalOptions options;
    CLI::App app;
    std::vector<Declared> commands;
    bool version = false;

    Parser()
        : app(say(STRAND_TEXT("cli", "Strandlab: train and look into models of biological sequences, without a window")), "strandlab-cli") {
        app.require_subcommand(0, 1);
        app.fallthrough();
        app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        app.add_flag("--json", options.json, say(STRAND_TEXT("cli", "results as JSON Lines")));
        app.add_flag("--quiet", options.quiet, say(STRAND_TEXT("cli", "no progress")));
        app.add_option("--threads", options.threads, say(STRAND_TEXT("cli", "threads to compute with (default: all cores)")))
            ->check(wholeNumber(0, 4096));
        app.add_option("--device", options.device, say(STRAND_TEXT("cli", "auto, cpu, cuda or cuda:N")));
        app.add_option("--lang", options.language, say(STRAND_TEXT("cli", "language of messages: en or zh_CN")))
            ->check(oneOf({"en", "zh_CN"}));
        app.add_flag("--version", version, say(STRAND_TEXT("cli", "versions of the program and of what it rests on")));
        for (const auto& entry : commandTable()) {
            auto* command = app.add_subcommand(entry.name, say(entry.help));
            commands.push_back({&entry, command, entry.declare(*command)});
        }
    }

    [[nodiscard]] const Declared* chosen() const {
        for (const auto& command : commands)
            if (command.app->parsed()) return &command;
        return nullptr;
    }
};

std::vector<std::string> commandNames() {
    std::vector<std::string> names;
    for (const auto& entry : commandTable())
        names.emplace_back(entry.name);
    return names;
}

/// The first argument that is neither an option nor an option's value.
std::string commandWord(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& word = arguments[i];
        if (word == "--threads" || word == "--device" || word == "--lang") {
            ++i;
        } else if (!word.starts_with("-")) {
            return word;
        }
    }
    return {};
}

Error unknownCommand(const std::string& word) {
    const auto names = commandNames();
    const auto near = nearestName(word, names);
    const auto expected = Message(STRAND_TEXT("engine", "expected one of %1"), fmt::format("{}", fmt::join(names, ", ")));
    if (word.empty())
        return {ErrorCode::Usage, STRAND_TEXT("cli", "no command was given"), expected, STRAND_TEXT("cli", "see strandlab-cli --help")};
    return {
        ErrorCode::Usage,
        {STRAND_TEXT("cli", "there is no command called \"%1\""), word},
        expected,
        near.empty() ? Message(STRAND_TEXT("cli", "see strandlab-cli --help")) : Message(STRAND_TEXT("engine", "did you mean %1?"), near)};
}

bool knows(const CLI::App& app, const std::string& option) { return app.get_option_no_throw(option) != nullptr; }

/// The first word that looks like an option and is none; empty where there is none.
std::string firstUnknown(const std::vector<std::string>& arguments, const Declared& command, const CLI::App& app) {
    for (const auto& word : arguments) {
        const std::string option = word.substr(0, word.find('='));
        const bool looks = option.size() > 2 && option.starts_with("--");
        if (looks && !knows(*command.app, option) && !knows(app, option)) return option;
    }
    return {};
}

/// With the nearest option of the command, or the nearest hyperparameter of any model.
Error unknownOption(const std::string& option, const Declared& command) {
    std::vector<std::string> known, hyperparameters;
    for (const CLI::Option* each : command.app->get_options())
        for (const auto& name : each->get_lnames())
            known.push_back("--" + name);
    if (command.entry->takesHyperparameters) {
        const auto engine = makeEngine();
        for (const ModelEntry& model : engine->models())
            for (const HyperparameterSpec& spec : model.hyperparameters)
                hyperparameters.push_back("--hp_" + spec.name);
    }
    std::string near = nearestName(option, known);
    if (near.empty()) near = nearestName("--hp_" + option.substr(2), hyperparameters);
    return {ErrorCode::Usage,
            {STRAND_TEXT("cli", "the command %1 has no option %2"), command.entry->name, option},
            {},
            near.empty() ? Message(STRAND_TEXT("cli", "see strandlab-cli %1 --help"), command.entry->name)
                         : Message(STRAND_TEXT("engine", "did you mean %1?"), near)};
}

/// What the parser found, with the command's help as the way out.
Error usageError(const CLI::ParseError& problem, const Parser& parser, const std::vector<std::string>& arguments) {
    const auto word = commandWord(arguments);
    const auto names = commandNames();
    if (std::ranges::find(names, word) == names.end()) return unknownCommand(word);
    const auto* command = parser.chosen();
    const std::string name = command != nullptr ? command->entry->name : word;
    if (command != nullptr) {
        const std::string option = firstUnknown(arguments, *command, parser.app);
        if (!option.empty()) return unknownOption(option, *command);
    }
    return {ErrorCode::Usage, parserMessage(problem), {}, {STRAND_TEXT("cli", "see strandlab-cli %1 --help"), name}};
}

/// One command. `output` is made as soon as the options are known.
Result<void> runCommand(const std::vector<std::string>& arguments, std::optional<Output>& output, const SignalStop& signals) {
    STRAND_ASSIGN(auto given, splitArguments(arguments));
    (void)setLanguage(given.language.empty() ? environmentLanguage() : given.language);
    Parser parser;
    auto reversed = given.rest;
    std::ranges::reverse(reversed);
    try {
        parser.app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        const auto* command = parser.chosen();
        output->raw((command != nullptr ? command->app : &parser.app)->help());
        return {};
    } catch (const CLI::ParseError& problem) {
        return fail(usageError(problem, parser, given.rest));
    }
    output.emplace(parser.options.json, parser.options.quiet);
    configureLog(LogLevel::Warning, true);
    CommandContext context(parser.options, given.hyperparameters, *output, signals.token());
    if (parser.version) {
        output->line(context.engine().versions());
        return {};
    }
    const auto* command = parser.chosen();
    if (command == nullptr) return fail(unknownCommand(""));
    if (!given.firstHyperparameter.empty() && !command->entry->takesHyperparameters)
        return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "the command %1 takes no hyperparameter, but %2 was given"), command->entry->name,
                                       given.firstHyperparameter});
    auto result = command->run(context);
    output->endProgress();
    return result;
}

}  // namespace

int run(int argc, char** argv) {
    const SignalStop signals;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    std::optional<Output> output;
    output.emplace(std::ranges::find(arguments, "--json") != arguments.end(), false);
    Result<void> result;
    try {
        result = runCommand(arguments, output, signals);
    } catch (const std::exception& fault) {
        result = fail(ErrorCode::Device, {STRAND_TEXT("engine", "the engine met an unexpected fault: %1"), fault.what()}, {},
                      STRAND_TEXT("engine", "what was stored is safe; please report this with the log"));
    }
    if (result) result = output->check();
    if (result) return 0;
    if (signals.received() != 0)
        output->note(say(STRAND_TEXT("cli", "stopped by signal %1 (%2)"), signals.received(), strsignal(signals.received())));
    output->error(result.error());
    return static_cast<int>(result.error().code);
}

}  // namespace strand::cli
