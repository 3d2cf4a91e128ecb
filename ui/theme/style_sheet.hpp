// The one style sheet, made from the tokens of a theme.
#pragma once

#include "ui/theme/theme.hpp"

namespace strand {

[[nodiscard]] QString styleSheet(const Theme& theme);

}  // namespace strand
