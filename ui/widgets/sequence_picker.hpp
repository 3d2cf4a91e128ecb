// Which sequence: one of those seen before, an id typed, or a place in the dataset.
#pragma once

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace strand {

class SequencePicker : public QWidget {
    Q_OBJECT

public:
    explicit SequencePicker(QWidget* parent = nullptr);
    void setCount(qint64 count);  ///< sequences of the dataset
    void clear();
    /// Adds it to the list; `watched`: its attention is kept each epoch.
    void add(qint64 ordinal, const QString& id, bool watched = false);
    void setCurrent(qint64 ordinal, const QString& id);  ///< without a signal
    void retranslate();

signals:
    void ordinalChosen(qint64 ordinal);
    void idTyped(const QString& id);

private:
    QLabel* m_label;
    QComboBox* m_ids;
    QSpinBox* m_place;
    QTimer m_delay;
};

}  // namespace strand
