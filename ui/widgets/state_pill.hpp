// A short state in a rounded label, with a dot whose shape and colour say the same.
#pragma once

#include <QWidget>

namespace strand {

class StatePill : public QWidget {
    Q_OBJECT

public:
    enum class Tone { Neutral, Active, Good, Warning, Bad };
    explicit StatePill(QWidget* parent = nullptr);
    void setState(const QString& text, Tone tone);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Neutral;
};

}  // namespace strand
