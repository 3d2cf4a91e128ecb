// Sentences at the edge of the command line: in English, or translated by the .qm files that the program carries.
#pragma once

#include "core/error.hpp"

#include <string>

namespace strand::cli {

/// "en", "zh_CN". The language of everything said from now on; false where there is no translation into it.
bool setLanguage(const std::string& code);
/// The language of the environment (LC_ALL, LC_MESSAGES, LANG), "en" where it is none of ours.
[[nodiscard]] std::string environmentLanguage();

/// A sentence of the engine or of the command line, translated and filled in.
[[nodiscard]] std::string speak(const Message& message);
/// `text` is marked STRAND_TEXT("cli", "...").
template <typename... Args>
[[nodiscard]] std::string say(const char* text, Args&&... args) {
    return speak(Message(text, std::forward<Args>(args)...));
}

/// "FILE:LINE: found (column 5, record x); expected".
[[nodiscard]] std::string speak(const Error& error);
[[nodiscard]] std::string speak(const Warning& warning);
/// The warning without its place.
[[nodiscard]] std::string sentence(const Warning& warning);

}  // namespace strand::cli
