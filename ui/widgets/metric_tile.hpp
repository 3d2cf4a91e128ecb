// One big number with what it is above and a remark below.
#pragma once

#include <QWidget>

namespace strand {

class MetricTile : public QWidget {
    Q_OBJECT

public:
    explicit MetricTile(QWidget* parent = nullptr);
    void setLabel(const QString& label);
    void setValue(const QString& value, const QString& unit = {});
    /// `shorter`: what stands there where `note` does not fit.
    void setNote(const QString& note, const QString& shorter = {});
    /// 0 to 1: a thin bar under the number; negative = none.
    void setProgress(double progress);
    [[nodiscard]] QString value() const { return m_value; }
    [[nodiscard]] QString note() const { return m_note; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void changed();
    QString m_label, m_value, m_unit, m_note, m_shortNote;
    double m_progress = -1;
};

}  // namespace strand
