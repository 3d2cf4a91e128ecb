// What takes the place of an attention score that must not count.
#pragma once

namespace strand {

constexpr double kHidden = -1e30;  ///< not infinity: a row that sees nothing has weights, and its result is dropped
constexpr double kItself = -5e4;   ///< Kitaev et al. 2020, section 2: a position sees itself last

}  // namespace strand
