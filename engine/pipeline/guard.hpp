// Where exceptions of LibTorch and broken invariants become an Error: once per job.
#pragma once

#include "training/device_error.hpp"

#include <c10/util/Exception.h>

#include <optional>
#include <string>
#include <string_view>

namespace strand {

[[nodiscard]] inline Error unexpectedFault(std::string_view what) {
    return {ErrorCode::Device,
            {STRAND_TEXT("engine", "the engine met an unexpected fault: %1"), what.substr(0, what.find('\n'))},
            {},
            STRAND_TEXT("engine", "what was stored is safe; please report this with the log")};
}

/// Runs `work`, a function that gives a Result. The error is made after the catch block has been left, since the exception may hold tensors.
template <typename Work>
auto guarded(Work&& work) -> decltype(work()) {
    std::optional<Error> error;
    try {
        return withDeviceErrors(work);
    } catch (const c10::Error& fault) {
        error = unexpectedFault(fault.what_without_backtrace());
    } catch (const std::exception& fault) {
        error = unexpectedFault(fault.what());
    }
    return fail(std::move(*error));
}

}  // namespace strand
