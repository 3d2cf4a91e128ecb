// A slider over the moments of which something is kept, with a button that plays them.
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace strand {

class EpochSlider : public QWidget {
    Q_OBJECT

public:
    explicit EpochSlider(QWidget* parent = nullptr);
    /// Names of the moments, in order; `current` is taken without a signal. Hidden with fewer than two.
    void setMoments(const QStringList& names, int current);
    void setCurrent(int index);  ///< without a signal
    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_names.size()); }
    void retranslate();

signals:
    void chosen(int index);

private:
    void showName();
    void fitName();
    void setPlaying(bool playing);
    QStringList m_names;
    QSlider* m_slider;
    QLabel* m_name;
    QToolButton* m_play;
    QTimer m_timer;
};

}  // namespace strand
