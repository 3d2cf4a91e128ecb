// Measures how long the event loop of its thread does not answer.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace strand {

class StallWatch : public QObject {
    Q_OBJECT

public:
    explicit StallWatch(QObject* parent = nullptr);
    void restart();
    /// Longest time between two beats since the start or restart(), the one going on included. A quiet loop reads about kBeatMs.
    [[nodiscard]] double longestGapMs() const;
    static constexpr int kBeatMs = 5;

private:
    void beat();
    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    qint64 m_longestNs = 0;
};

}  // namespace strand
