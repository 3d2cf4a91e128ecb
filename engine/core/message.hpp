// A sentence of the engine, kept as an English template and its arguments until an edge (window, command line) speaks it.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

// Marks a template for translation: lupdate reads it as QT_TRANSLATE_NOOP. Placeholders are %1 ... %9.
#define STRAND_TEXT(context, text) text

namespace strand {

struct Message {
    std::string text;               ///< English template, e.g. "%1 sequences have no label"; empty = nothing to say
    std::vector<std::string> args;  ///< what replaces %1, %2, ...

    Message() = default;
    Message(const char* template_) : text(template_) {}
    template <typename... Args>
    Message(const char* template_, Args&&... arguments) : text(template_), args{fmt::format("{}", std::forward<Args>(arguments))...} {}

    [[nodiscard]] bool empty() const { return text.empty(); }
    /// The English sentence.
    [[nodiscard]] std::string english() const;
    /// Replaces the placeholders of `translated` by the arguments.
    [[nodiscard]] std::string fill(const std::string& translated) const;

    friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace strand
