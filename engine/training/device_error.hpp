// Memory that runs out and devices that fail are errors of the user's world; everything else thrown stays a broken invariant.
#pragma once

#include "core/memory_error.hpp"
#include "layers/torch.hpp"

#include <new>
#include <string>

namespace strand {

[[nodiscard]] Error deviceFailed(const std::string& what);
/// LibTorch reports a failed allocation on the host as a plain c10::Error.
[[nodiscard]] bool isFailedAllocation(const c10::Error& error);

/// Runs `work`, a function that returns a Result; out of memory and a failing device become ErrorCode::Device.
/// The exception, which may hold tensors, is gone when this returns.
template <typename Work>
auto withDeviceErrors(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const c10::OutOfMemoryError& error) {
        return tl::unexpected(outOfMemory(error.what_without_backtrace()));
    } catch (const c10::AcceleratorError& error) {
        return tl::unexpected(deviceFailed(error.what_without_backtrace()));
    } catch (const c10::Error& error) {
        if (!isFailedAllocation(error)) throw;
        return tl::unexpected(outOfMemory(error.what_without_backtrace()));
    } catch (const std::bad_alloc& error) {
        return tl::unexpected(outOfMemory(error.what()));
    }
}

}  // namespace strand
