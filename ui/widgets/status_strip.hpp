// The status bar: "Ready · 1,204 DNA sequences · cnn-3 epoch 7/20 [bar] 0:41 left · CPU · saved".
#pragma once

#include "ui/session/session.hpp"

#include <QStatusBar>

class QLabel;
class QProgressBar;

namespace strand {

class StyledLabel;

class StatusStrip : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusStrip(Session& session, QWidget* parent = nullptr);
    /// "Stopping…" while the window waits to close.
    void setClosing(bool closing);
    [[nodiscard]] QString text() const;  ///< all parts in one line

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void progressed(JobId job, const Progress& progress, double secondsLeft);
    [[nodiscard]] QString state() const;
    [[nodiscard]] const char* tone() const;
    [[nodiscard]] QString dataText() const;
    [[nodiscard]] QString runText() const;
    [[nodiscard]] QString deviceText() const;

    Session& m_session;
    StyledLabel* m_dot;
    QLabel* m_state;
    QLabel* m_data;
    QLabel* m_run;
    QProgressBar* m_bar;
    QLabel* m_left;
    QLabel* m_device;
    QLabel* m_saved;
    JobId m_job = 0;  ///< the job whose progress is shown
    bool m_jobTrains = false;
    QString m_jobTitle;
    bool m_closing = false;
};

/// "1,204 DNA sequences" in the language of the window.
[[nodiscard]] QString sequencesText(const DatasetRecord& dataset);
/// "CPU", "cuda:0".
[[nodiscard]] QString deviceName(const std::string& device);

}  // namespace strand
