// Where exceptions of LibTorch and broken invariants become an Error: once per job.
#pragma once

#include "core/error.hpp"

#include <c10/util/Exception.h>

#include <new>
#include <optional>
#include <string>
#include <string_view>

namespace strand {

[[nodiscard]] inline Error outOfMemory() {
    return {ErrorCode::Device,
            STRAND_TEXT("engine", "there is not enough memory for this"),
            {},
            STRAND_TEXT("engine", "make batch_size, max_len or the model smaller, or use another device")};
}

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
        return work();
    } catch (const c10::OutOfMemoryError&) {
        error = outOfMemory();
    } catch (const std::bad_alloc&) {
        error = outOfMemory();
    } catch (const c10::Error& fault) {
        const std::string what = fault.what_without_backtrace();
        error = what.find("can't allocate memory") != std::string::npos || what.find("not enough memory") != std::string::npos
                    ? outOfMemory()
                    : unexpectedFault(what);
    } catch (const std::exception& fault) {
        error = unexpectedFault(fault.what());
    }
    return fail(std::move(*error));
}

}  // namespace strand
