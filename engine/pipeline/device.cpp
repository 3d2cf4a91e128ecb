#include "pipeline/device.hpp"

#include "layers/kernels/kernels.hpp"
#include "tokens/segments.hpp"

#include "core/log.hpp"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <torch/headeronly/version.h>

#include <dlfcn.h>
#include <sched.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

namespace strand {
namespace {

/// The folder of the library that holds `symbol`.
std::filesystem::path folderOf(const void* symbol) {
    Dl_info info{};
    if (dladdr(symbol, &info) == 0 || info.dli_fname == nullptr) return {};
    return std::filesystem::path(info.dli_fname).parent_path();
}

int loadCudaOnce() {
    if (dlopen("libcuda.so.1", RTLD_NOW | RTLD_GLOBAL) == nullptr) return 0;  // no driver
    // cuBLAS reads it when it starts; without it two runs may differ.
    setenv("CUBLAS_WORKSPACE_CONFIG", ":4096:8", 0);
    const auto torchFolder = folderOf(reinterpret_cast<const void*>(&at::get_num_threads));
    if (dlopen((torchFolder / "libtorch_cuda.so").c_str(), RTLD_NOW | RTLD_GLOBAL) == nullptr) {
        logWarning(fmt::format("an NVIDIA driver is there, but libtorch_cuda cannot be loaded: {}", dlerror()));
        return 0;
    }
    if (!at::globalContext().hasCUDA()) return 0;
    const int count = at::detail::getCUDAHooks().deviceCount();
    if (count > 0) {
        const auto own = folderOf(reinterpret_cast<const void*>(&loadCuda)) / "libstrand_cuda.so";
        if (std::filesystem::exists(own) && dlopen(own.c_str(), RTLD_NOW | RTLD_GLOBAL) == nullptr)
            logWarning(fmt::format("our own GPU kernels cannot be loaded: {}", dlerror()));
        at::globalContext().setDeterministicCuDNN(true);
        at::globalContext().setBenchmarkCuDNN(false);
        at::globalContext().setDeterministicAlgorithms(true, /*warn_only=*/true);
    }
    return count;
}

/// "NVIDIA H200, 139 GiB", asked of the driver itself.
std::string describeGpu(int index) {
    void* driver = dlopen("libcuda.so.1", RTLD_NOW);
    if (driver == nullptr) return {};
    const auto init = reinterpret_cast<int (*)(unsigned)>(dlsym(driver, "cuInit"));
    const auto get = reinterpret_cast<int (*)(int*, int)>(dlsym(driver, "cuDeviceGet"));
    const auto name = reinterpret_cast<int (*)(char*, int, int)>(dlsym(driver, "cuDeviceGetName"));
    const auto memory = reinterpret_cast<int (*)(std::size_t*, int)>(dlsym(driver, "cuDeviceTotalMem_v2"));
    int device = 0;
    char text[256] = "";
    std::size_t bytes = 0;
    if (!init || !get || !name || !memory || init(0) != 0 || get(&device, index) != 0 || name(text, sizeof text, device) != 0 ||
        memory(&bytes, device) != 0)
        return {};
    return fmt::format("{}, {} GiB", text, bytes >> 30U);
}

std::string firstLine(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    return line;
}

std::string cpuName() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("model name")) return line.substr(std::min(line.size(), line.find(':') + 2));
    return "CPU";
}

}  // namespace

int loadCuda() {
    static const int count = loadCudaOnce();
    return count;
}

std::vector<DeviceInfo> listDevices() {
    std::vector<DeviceInfo> out{{"cpu", fmt::format("{}, {} cores", cpuName(), physicalCores())}};
    for (int i = 0; i < loadCuda(); ++i)
        out.push_back({fmt::format("cuda:{}", i), describeGpu(i)});
    return out;
}

Result<at::Device> selectDevice(const std::string& name) {
    if (name == "cpu") return at::Device(at::kCPU);
    if (name == "auto" || name.empty()) return loadCuda() > 0 ? at::Device(at::kCUDA, 0) : at::Device(at::kCPU);
    int index = 0;
    if (name != "cuda") {
        const char* end = name.data() + name.size();
        const auto parsed = name.starts_with("cuda:") ? std::from_chars(name.data() + 5, end, index)
                                                      : std::from_chars_result{end, std::errc::invalid_argument};
        if (parsed.ec != std::errc() || parsed.ptr != end || index < 0)
            return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no device called \"%1\""), name},
                        STRAND_TEXT("engine", "expected auto, cpu, cuda or cuda:N"));
    }
    const int count = loadCuda();
    if (count == 0)
        return fail(ErrorCode::Device, {STRAND_TEXT("engine", "no GPU can be used here, but \"%1\" was asked for"), name},
                    STRAND_TEXT("engine", "expected an NVIDIA driver and a GPU"),
                    STRAND_TEXT("engine", "use the device \"cpu\" or \"auto\""));
    if (index >= count)
        return fail(ErrorCode::Device, {STRAND_TEXT("engine", "there is no GPU number %1"), index},
                    {STRAND_TEXT("engine", "expected a number from 0 to %1"), count - 1});
    return at::Device(at::kCUDA, static_cast<at::DeviceIndex>(index));
}

int physicalCores() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
    std::set<std::string> cores;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed)) continue;
        const auto topology = std::filesystem::path("/sys/devices/system/cpu") / fmt::format("cpu{}", cpu) / "topology";
        const auto siblings = firstLine(topology / "thread_siblings_list");
        cores.insert(siblings.empty() ? fmt::format("cpu{}", cpu) : siblings);
    }
    return std::max(1, static_cast<int>(cores.size()));
}

int setThreads(int threads) {
    const char* wanted = std::getenv("OMP_NUM_THREADS");
    if (threads <= 0 && wanted != nullptr) threads = std::atoi(wanted);
    const int count = threads > 0 ? threads : physicalCores();
    if (at::get_num_threads() != count) at::set_num_threads(count);
    return count;
}

std::string versionsText() {
    return fmt::format("strandlab {}; torch {}.{}.{}; {}; kernels {}; {}", STRAND_VERSION, TORCH_VERSION_MAJOR, TORCH_VERSION_MINOR,
                       TORCH_VERSION_PATCH, at::get_cpu_capability(), kernels::nameOf(kernels::widestSet()), segmentationVersion());
}

double peakRssMiB() {
    std::ifstream in("/proc/self/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmHWM:")) return static_cast<double>(std::strtoll(line.c_str() + 6, nullptr, 10)) / 1024.0;
    return 0;
}

}  // namespace strand
