// Devices and threads: what is there, and which one a job uses.
#pragma once

#include "pipeline/engine.hpp"

#include <ATen/Device.h>

namespace strand {

/// Loads libtorch_cuda (and our own kernels) where an NVIDIA driver is present; once per process, before anything asks for a device.
/// The number of usable GPUs.
int loadCuda();

[[nodiscard]] std::vector<DeviceInfo> listDevices();

/// "auto" = the first GPU, else the CPU. ErrorCode::Device where none such is there, ErrorCode::Usage where the name is none.
[[nodiscard]] Result<at::Device> selectDevice(const std::string& name);

/// Cores this process may run on, two hardware threads of one core counted once.
[[nodiscard]] int physicalCores();
/// 0 = OMP_NUM_THREADS where it is set, else physicalCores(). Returns the number set.
int setThreads(int threads);

/// "strandlab 0.1.0; torch 2.11.0; AVX512": what a run's bits depend on besides device and threads.
[[nodiscard]] std::string versionsText();
/// Highest resident set of this process so far, MiB.
[[nodiscard]] double peakRssMiB();

}  // namespace strand
