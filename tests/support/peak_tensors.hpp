// How many bytes of tensors on the CPU a piece of work holds at once, small ones included.
#pragma once

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace strand::test {

/// Counts what goes through the allocator that was there before it. Installed for good by the first use, never destroyed: tensors may be
/// freed at any time.
class CountingAllocator final : public c10::Allocator {
public:
    static CountingAllocator& instance() {
        static CountingAllocator& only = *new CountingAllocator;
        return only;
    }
    c10::DataPtr allocate(std::size_t bytes) override {
        auto block = std::make_unique<Block>(Block{m_inner->allocate(bytes), bytes});
        void* data = block->memory.get();
        count(bytes);
        return {data, block.release(), &give, c10::Device(c10::DeviceType::CPU)};
    }
    [[nodiscard]] c10::DeleterFnPtr raw_deleter() const override { return nullptr; }
    void copy_data(void* to, const void* from, std::size_t bytes) const override { default_copy_data(to, from, bytes); }

    struct Use {
        std::size_t live = 0, most = 0, largest = 0;
    };
    [[nodiscard]] Use use() {
        const std::scoped_lock lock(m_mutex);
        return m_use;
    }
    void begin() {
        const std::scoped_lock lock(m_mutex);
        m_use = {.live = m_use.live, .most = m_use.live, .largest = 0};
    }

private:
    struct Block {
        c10::DataPtr memory;
        std::size_t bytes;
    };
    CountingAllocator() : m_inner(c10::GetCPUAllocator()) { c10::SetCPUAllocator(this, 255); }
    void count(std::size_t bytes) {
        const std::scoped_lock lock(m_mutex);
        m_use.live += bytes;
        m_use.most = std::max(m_use.most, m_use.live);
        m_use.largest = std::max(m_use.largest, bytes);
    }
    static void give(void* context) {
        const std::unique_ptr<Block> block(static_cast<Block*>(context));
        const std::scoped_lock lock(instance().m_mutex);
        instance().m_use.live -= block->bytes;
    }

    c10::Allocator* m_inner;
    std::mutex m_mutex;
    Use m_use;
};

struct TensorPeak {
    std::size_t most = 0;     ///< bytes at once, beyond those that were there before
    std::size_t largest = 0;  ///< bytes of the largest tensor
};

template <typename Work>
TensorPeak tensorPeak(Work&& work) {
    CountingAllocator& counter = CountingAllocator::instance();
    counter.begin();
    const std::size_t before = counter.use().live;
    std::forward<Work>(work)();
    const CountingAllocator::Use use = counter.use();
    return {.most = use.most - before, .largest = use.largest};
}

}  // namespace strand::test
