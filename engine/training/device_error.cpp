#include "training/device_error.hpp"

#include <string_view>

namespace strand {
namespace {

std::string firstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

Error deviceFailed(const std::string& what) {
    return {ErrorCode::Device,
            {STRAND_TEXT("engine", "the device failed (%1)"), firstLine(what)},
            {},
            {STRAND_TEXT("engine", "try again, or choose the device cpu")}};
}

bool isFailedAllocation(const c10::Error& error) {
    const std::string_view what = error.what_without_backtrace();
    return what.find("can't allocate memory") != std::string_view::npos || what.find("not enough memory") != std::string_view::npos;
}

}  // namespace strand
