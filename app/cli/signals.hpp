// SIGINT, SIGTERM and SIGHUP as a stop request, so that a checkpoint is saved before the program ends.
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace strand::cli {

/// Made before any other thread: the signals are blocked in all of them and taken by one thread of this object.
class SignalStop {
public:
    SignalStop();
    ~SignalStop();
    SignalStop(const SignalStop&) = delete;
    SignalStop& operator=(const SignalStop&) = delete;
    /// The first signal that came, 0 = none.
    [[nodiscard]] int received() const { return m_received; }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_received = 0;
    std::thread m_thread;
};

}  // namespace strand::cli
