#include "cli/arguments.hpp"

namespace strand::cli {

namespace {
constexpr std::string_view kPrefix = "--hp_";
}

Result<SplitArguments> splitArguments(const std::vector<std::string>& arguments) {
    SplitArguments out;
    bool options = true;  // until "--"
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& argument = arguments[i];
        if (argument == "--") options = false;
        if (!options || !argument.starts_with(kPrefix)) {
            if (options && argument == "--lang" && i + 1 < arguments.size()) out.language = arguments[i + 1];
            if (options && argument.starts_with("--lang=")) out.language = argument.substr(7);
            out.rest.push_back(argument);
            continue;
        }
        const auto equals = argument.find('=');
        const auto name = argument.substr(kPrefix.size(), equals == std::string::npos ? equals : equals - kPrefix.size());
        if (name.empty())
            return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" names no hyperparameter"), argument},
                        STRAND_TEXT("cli", "expected --hp_NAME VALUE"));
        if (equals == std::string::npos && i + 1 == arguments.size())
            return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "%1 has no value"), argument},
                        {STRAND_TEXT("cli", "expected %1 VALUE"), argument});
        out.hyperparameters[name] = equals == std::string::npos ? arguments[++i] : argument.substr(equals + 1);
        if (out.firstHyperparameter.empty()) out.firstHyperparameter = std::string(kPrefix) + name;
    }
    return out;
}

}  // namespace strand::cli
