// A sample project as a card: a picture painted from the theme, its name, one line, one click.
#pragma once

#include <QAbstractButton>

namespace strand {

class SampleCard : public QAbstractButton {
    Q_OBJECT

public:
    SampleCard(QString sample, QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& description);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF descriptionArea(int width) const;
    QString m_sample, m_title, m_description;
    bool m_hover = false;
};

/// The pictures: a sequence logo, a gene with its junctions, a heatmap with a motif in it.
void paintSamplePicture(QPainter& painter, const QRectF& area, const QString& sample);

}  // namespace strand
