// Sentences at the edge: engine messages in the language of the window.
#pragma once

#include "core/error.hpp"

#include <QString>

namespace strand {

[[nodiscard]] QString toText(const Message& message);
/// "FILE:LINE: found; expected", translated.
[[nodiscard]] QString toText(const Error& error);
[[nodiscard]] QString toText(const Warning& warning);

/// The same with a capital letter, where it stands by itself.
[[nodiscard]] QString sentence(const Message& message);
[[nodiscard]] QString sentence(const Error& error);

/// 12,345 in the language of the window; "—" for a value that is not available.
[[nodiscard]] QString number(std::int64_t value);
[[nodiscard]] QString real(double value, int digits = 3);
/// "0:41", "1:02:03".
[[nodiscard]] QString duration(double seconds);

}  // namespace strand
