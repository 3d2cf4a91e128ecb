// Rate and time left of work, over the last ten seconds.
#pragma once

#include <cstdint>
#include <deque>

namespace strand {

class RateMeter {
public:
    /// `seconds` since any fixed moment, growing.
    void add(double seconds, std::int64_t done, std::int64_t total);
    void restart() { m_samples.clear(); }
    [[nodiscard]] double rate() const;         ///< units a second, 0 = unknown
    [[nodiscard]] double secondsLeft() const;  ///< NaN = unknown

private:
    struct Sample {
        double seconds = 0;
        std::int64_t done = 0;
    };
    std::deque<Sample> m_samples;
    std::int64_t m_total = 0;
};

}  // namespace strand
