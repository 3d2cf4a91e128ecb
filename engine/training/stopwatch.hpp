// Time that can be paused.
#pragma once

#include <chrono>

namespace strand {

/// Stands at zero and still until started.
class Stopwatch {
public:
    /// Holds a running watch while it lives; a standing one is left alone.
    class Pause {
    public:
        explicit Pause(Stopwatch& watch) : m_watch(watch), m_wasRunning(watch.m_running) { m_watch.stop(); }
        ~Pause() {
            if (m_wasRunning) m_watch.start();
        }
        Pause(const Pause&) = delete;
        Pause& operator=(const Pause&) = delete;

    private:
        Stopwatch& m_watch;
        bool m_wasRunning;
    };

    /// Runs the watch while it lives.
    class Run {
    public:
        explicit Run(Stopwatch& watch) : m_watch(watch) { m_watch.start(); }
        ~Run() { m_watch.stop(); }
        Run(const Run&) = delete;
        Run& operator=(const Run&) = delete;

    private:
        Stopwatch& m_watch;
    };

    void start() {
        m_since = Clock::now();
        m_running = true;
    }
    void stop() {
        m_before = seconds();
        m_running = false;
    }
    void restart() {
        m_before = 0;
        start();
    }
    /// Back to zero and still.
    void reset() {
        m_before = 0;
        m_running = false;
    }
    [[nodiscard]] double seconds() const {
        return m_before + (m_running ? std::chrono::duration<double>(Clock::now() - m_since).count() : 0.0);
    }

private:
    using Clock = std::chrono::steady_clock;
    double m_before = 0;
    Clock::time_point m_since;
    bool m_running = false;
};

}  // namespace strand
