// What broke a run off, said in the language of the window: a project keeps it in English.
#pragma once

#include <QString>

#include <string>

namespace strand {

/// `english`: Error::english() of an engine error, as RunRecord::error keeps it. What is not known stays as it is.
[[nodiscard]] QString storedErrorText(const std::string& english);

}  // namespace strand
