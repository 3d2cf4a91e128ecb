// A few choices side by side, one of them taken: "Step | Epoch | Time". Arrow keys move between them.
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace strand {

class Segmented : public QWidget {
    Q_OBJECT

public:
    explicit Segmented(int choices, QWidget* parent = nullptr);
    void setTexts(const QStringList& texts);
    void setCurrent(int index);  ///< without a signal
    [[nodiscard]] int current() const;
    void setChoiceEnabled(int index, bool enabled);

signals:
    void chosen(int index);  ///< by the person

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
};

}  // namespace strand
