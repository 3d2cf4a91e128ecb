#include "cli/signals.hpp"

#include <pthread.h>
#include <unistd.h>

#include <chrono>
#include <csignal>

namespace strand::cli {

namespace {

constexpr int kWake = SIGUSR1;  ///< ends the waiting thread
constexpr auto kPatience = std::chrono::seconds(3);
constexpr int kInterrupted = 130;

sigset_t stopSignals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, kWake})
        sigaddset(&set, signal);
    // nohup asks for the terminal's end to be ignored: it stays so.
    struct sigaction hangUp {};
    if (sigaction(SIGHUP, nullptr, &hangUp) == 0 && hangUp.sa_handler != SIG_IGN) sigaddset(&set, SIGHUP);
    return set;
}

}  // namespace

SignalStop::SignalStop() {
    // A shell starts its background jobs with SIGINT ignored, and an ignored signal never arrives.
    std::signal(SIGINT, SIG_DFL);
    // A reader that goes away and a file that grows too large are errors of the write.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const sigset_t set = stopSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::thread([this, set] {
        std::chrono::steady_clock::time_point first;
        for (int signal = 0; sigwait(&set, &signal) == 0 && !m_ending;) {
            if (signal == kWake) continue;
            const auto now = std::chrono::steady_clock::now();
            if (!m_stop.stop_requested()) {
                first = now;
                m_received = signal;
                m_stop.request_stop();
            } else if (now - first > kPatience) {
                ::_exit(kInterrupted);  // asked again: what is stored is safe at any moment
            }
        }
    });
}

SignalStop::~SignalStop() {
    m_ending = true;
    pthread_kill(m_thread.native_handle(), kWake);
    m_thread.join();
}

}  // namespace strand::cli
