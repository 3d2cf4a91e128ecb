#include "training/tensor_memory.hpp"

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>
#include <c10/util/Exception.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <string>

namespace strand {
namespace {

constexpr std::size_t kHeader = 64;                      ///< before the data; keeps the alignment that vector kernels want
constexpr std::size_t kSmall = std::size_t{128} << 10U;  ///< below, malloc does well
constexpr std::size_t kHugePage = std::size_t{2} << 20U;
constexpr std::size_t kWidestFit = 2;                   ///< a kept block serves requests down to half its size
constexpr std::size_t kAsked = std::size_t{16} << 20U;  ///< from here on, the system is asked what it has
constexpr std::size_t kReserve = 10;                    ///< a tenth of the memory is left for everything else

/// `bytes` and the header, rounded up to an eighth of the power of two below: few sizes, at most an eighth lost.
std::size_t blockSize(std::size_t bytes) {
    std::size_t step = 4096;
    while (step * 16 <= bytes)
        step *= 2;
    return (bytes + kHeader + step - 1) / step * step;
}

/// Bytes; 0 where the system does not tell.
struct SystemMemory {
    std::size_t total = 0, available = 0;  ///< all of it, and what programs may take without swapping
};

SystemMemory systemMemory() {
    SystemMemory memory;
    std::ifstream file("/proc/meminfo");
    std::string name;
    for (std::size_t kilobytes = 0; file >> name >> kilobytes && memory.available == 0; file.ignore(16, '\n')) {
        if (name == "MemTotal:") memory.total = kilobytes << 10U;
        if (name == "MemAvailable:") memory.available = kilobytes << 10U;
    }
    return memory;
}

void* takeFromSystem(std::size_t size) {
    requireMemory(size);  // Linux promises more than there is and kills who then uses it
#ifdef __linux__
    if (size >= kHugePage) {
        if (void* block = std::aligned_alloc(kHugePage, (size + kHugePage - 1) / kHugePage * kHugePage)) {
            madvise(block, size / kHugePage * kHugePage, MADV_HUGEPAGE);
            return block;
        }
    }
#endif
    return c10::alloc_cpu(size);  // throws where there is no memory
}

class TensorPool final : public c10::Allocator {
public:
    /// Never destroyed: tensors of static objects may be freed after everything else.
    static TensorPool& instance() {
        static TensorPool& pool = *new TensorPool;
        return pool;
    }

    c10::DataPtr allocate(std::size_t bytes) override {
        if (bytes < kSmall) return m_small->allocate(bytes);
        const std::size_t size = blockSize(bytes);
        void* block = takeKept(size);
        if (block == nullptr) block = fresh(size);
        c10::profiledCPUMemoryReporter().New(block, size);
        void* data = static_cast<char*>(block) + kHeader;
        return {data, block, &give, c10::Device(c10::DeviceType::CPU)};
    }
    /// Small tensors come from the default allocator, so there is no single way to free one.
    [[nodiscard]] c10::DeleterFnPtr raw_deleter() const override { return nullptr; }
    void copy_data(void* to, const void* from, std::size_t count) const override { default_copy_data(to, from, count); }

    void enter() {
        const std::scoped_lock lock(m_mutex);
        if (!m_installed) c10::SetCPUAllocator(this, 0);
        m_installed = true;
        if (m_scopes++ == 0) m_peak = m_live;
    }
    void leave() {
        const std::scoped_lock lock(m_mutex);
        if (--m_scopes == 0) shrinkTo(0);
    }
    [[nodiscard]] TensorMemoryUse use() {
        const std::scoped_lock lock(m_mutex);
        return {m_live, m_kept};
    }

private:
    struct Header {
        std::size_t size;  ///< of the whole block
    };

    TensorPool() : m_small(c10::GetDefaultCPUAllocator()) {}

    /// A kept block of at least `size`, null where there is none near it.
    void* takeKept(std::size_t size) {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_free.lower_bound(size);
        if (found == m_free.end() || found->first > size * kWidestFit) return nullptr;
        void* block = found->second;
        m_kept -= found->first;
        m_live += found->first;
        m_free.erase(found);
        return block;
    }

    void* fresh(std::size_t size) {
        reserve(size);
        void* block = nullptr;
        try {
            block = takeFromSystem(size);
        } catch (const c10::Error&) {
            // Tried again below, with all that is kept given back.
        }
        if (block == nullptr) block = takeFromSystemAtLast(size);
        *static_cast<Header*>(block) = {size};
        return block;
    }

    void reserve(std::size_t size) {
        const std::scoped_lock lock(m_mutex);
        m_live += size;
        shrinkTo(allowance());
    }

    void* takeFromSystemAtLast(std::size_t size) {
        const std::scoped_lock lock(m_mutex);
        shrinkTo(0);
        try {
            return takeFromSystem(size);
        } catch (...) {
            m_live -= size;
            throw;
        }
    }

    /// What may be kept at this moment.
    [[nodiscard]] std::size_t allowance() const {
        const std::size_t peak = std::max(m_peak, m_live), most = peak + peak / 4;
        return m_scopes > 0 && most > m_live ? most - m_live : 0;
    }

    static void give(void* block) { instance().takeBack(block); }

    void takeBack(void* block) {
        const std::size_t size = static_cast<Header*>(block)->size;
        c10::profiledCPUMemoryReporter().Delete(block);
        const std::scoped_lock lock(m_mutex);
        m_peak = std::max(m_peak, m_live);
        m_live -= size;
        m_free.emplace(size, block);
        m_kept += size;
        shrinkTo(allowance());
    }

    /// Gives the largest kept blocks back until no more than `bytes` are kept.
    void shrinkTo(std::size_t bytes) {
        while (m_kept > bytes) {
            const auto largest = std::prev(m_free.end());
            m_kept -= largest->first;
            c10::free_cpu(largest->second);
            m_free.erase(largest);
        }
    }

    c10::Allocator* m_small;
    std::mutex m_mutex;
    std::multimap<std::size_t, void*> m_free;
    std::size_t m_live = 0, m_kept = 0, m_peak = 0;
    int m_scopes = 0;
    bool m_installed = false;
};

}  // namespace

TensorMemoryScope::TensorMemoryScope() { TensorPool::instance().enter(); }
TensorMemoryScope::~TensorMemoryScope() { TensorPool::instance().leave(); }

void requireMemory(std::size_t bytes) {
    if (bytes < kAsked) return;
    const SystemMemory memory = systemMemory();
    TORCH_CHECK_WITH(OutOfMemoryError, memory.available == 0 || bytes + memory.total / kReserve < memory.available,
                     "not enough memory: ", bytes >> 20U, " MiB wanted, ", memory.available >> 20U, " MiB available");
}

TensorMemoryUse tensorMemoryUse() { return TensorPool::instance().use(); }

}  // namespace strand
