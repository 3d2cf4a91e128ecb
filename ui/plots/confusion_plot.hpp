// A confusion matrix: true classes down, predicted ones across; colour is the share of the true class.
#pragma once

#include "ui/plots/figure.hpp"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace strand {

class ConfusionPlot : public QWidget, public Figure {
    Q_OBJECT

public:
    explicit ConfusionPlot(QWidget* parent = nullptr);
    /// counts [true class][predicted class]
    void setCounts(std::vector<std::vector<std::int64_t>> counts, const QStringList& classes);
    void setFigureTexts(const QString& name, const QString& title, const QString& caption);
    [[nodiscard]] const std::vector<std::vector<std::int64_t>>& counts() const { return m_counts; }

    [[nodiscard]] QString figureName() const override { return m_figureName; }
    [[nodiscard]] QSizeF figureSize() const override { return {560, 560}; }
    void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) override;
    [[nodiscard]] QString figureTable() const override;

    [[nodiscard]] QSize sizeHint() const override { return {360, 340}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {180, 150}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF cells(const QRectF& area, const QFont& font) const;
    void paint(QPainter& painter, const QRectF& area, const QFont& font, const Theme& theme, int marked) const;
    void mark(int cell);
    [[nodiscard]] QString sentence(int cell) const;
    [[nodiscard]] std::int64_t sum(int row) const;

    std::vector<std::vector<std::int64_t>> m_counts;
    QStringList m_classes;
    QString m_figureName = QStringLiteral("confusion"), m_title, m_caption;
    int m_marked = -1;  ///< row * classes + column
};

}  // namespace strand
