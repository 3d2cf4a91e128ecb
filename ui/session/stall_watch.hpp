// Measures how long the event loop of its thread does not answer, and how much of that is work of its own.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace strand {

class StallWatch : public QObject {
    Q_OBJECT

public:
    explicit StallWatch(QObject* parent = nullptr);
    void restart();
    /// Longest time between two beats since the start or restart(), the one going on included. A quiet loop reads about kBeatMs.
    [[nodiscard]] double longestGapMs() const;
    static constexpr int kBeatMs = 5;

    /// Processor time of this thread in the longest turn of the loop: what it would not answer on a computer with nothing else to do.
    [[nodiscard]] double longestWorkMs() const;
    [[nodiscard]] int turns() const { return m_turns; }
    /// Turns that worked for at least `ms`, which is 1 or more.
    [[nodiscard]] int turnsOver(double ms) const;

private:
    void beat();
    void turn();
    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    qint64 m_longestNs = 0, m_workedNs = 0;
    int m_turns = 0;
    std::vector<double> m_works;  ///< ms, of turns with 1 ms or more
};

}  // namespace strand
