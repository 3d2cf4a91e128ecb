#include "cli/checks.hpp"

#include "cli/speech.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace strand::cli {

CLI::Validator oneOf(const std::vector<std::string>& words) {
    const auto check = [words](const std::string& text) {
        if (std::ranges::find(words, text) != words.end()) return std::string();
        return say(STRAND_TEXT("cli", "\"%1\" is not possible; expected one of %2"), text, fmt::format("{}", fmt::join(words, ", ")));
    };
    return {check, fmt::format("{{{}}}", fmt::join(words, ","))};
}

CLI::Validator wholeNumber(std::int64_t least, std::int64_t most) {
    const auto check = [least, most](const std::string& text) {
        const auto value = parseInteger(text);
        if (value && *value >= least && *value <= most) return std::string();
        return say(STRAND_TEXT("cli", "\"%1\" is no whole number from %2 to %3"), text, least, most);
    };
    return {check, fmt::format("[{} - {}]", least, most)};
}

namespace {

/// A sentence of CLI11 (Error.hpp) and ours.
struct Sentence {
    const char* english;
    const char* ours;
};
constexpr Sentence kSentences[] = {
    {"(.+) is required", STRAND_TEXT("cli", "%1 is missing")},
    {"(.+): \\d+ required .* missing", STRAND_TEXT("cli", "%1 stands without a value")},
    {"(.+) excludes (.+)", STRAND_TEXT("cli", "%1 and %2 exclude each other")},
    {"(.+) requires (.+)", STRAND_TEXT("cli", "%1 is only possible with %2")},
    {"The following arguments? (?:was|were) not expected: (.+)", STRAND_TEXT("cli", "there is too much on the command line: %1")},
    {"Could not convert: (.+) = (.+)", STRAND_TEXT("cli", "the value of %1 is not understood: %2")},
};

}  // namespace

Message parserMessage(const CLI::ParseError& problem) {
    const std::string text = problem.what();
    for (const Sentence& sentence : kSentences) {
        std::smatch found;
        if (!std::regex_match(text, found, std::regex(sentence.english))) continue;
        Message message(sentence.ours);
        for (std::size_t i = 1; i < found.size(); ++i)
            message.args.push_back(found[i]);
        return message;
    }
    return {"%1", text};
}

}  // namespace strand::cli
