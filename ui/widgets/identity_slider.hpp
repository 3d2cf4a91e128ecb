// How alike two sequences must be to count as similar, in percent.
#pragma once

#include "data/sequence.hpp"

#include <QWidget>

class QLabel;
class QSlider;

namespace strand {

class IdentitySlider : public QWidget {
    Q_OBJECT

public:
    explicit IdentitySlider(QWidget* parent = nullptr);
    void setKind(SequenceKind kind);        ///< the least identity that can be told depends on it
    [[nodiscard]] double identity() const;  ///< 0.4 ... 1
    void setIdentity(double identity);
    void retranslate();

private:
    void showValue();
    QSlider* m_slider;
    QLabel* m_value;
};

}  // namespace strand
