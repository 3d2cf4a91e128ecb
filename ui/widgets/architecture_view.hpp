// The picture of the chosen model on the Model page; follows the settings as they are edited, and can be exported.
#pragma once

#include "ui/plots/architecture_picture.hpp"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace strand {

class ArchitectureView : public QWidget, public Figure {
    Q_OBJECT

public:
    explicit ArchitectureView(QWidget* parent = nullptr);
    /// `values`: every hyperparameter of `entry` as text.
    void show(const ModelEntry& entry, const TextValues& values);
    void setReport(FigureReport report) { m_report = std::move(report); }
    [[nodiscard]] const std::vector<PictureStage>& stages() const { return m_stages; }
    void retranslate();
    using QWidget::show;

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) override;
    [[nodiscard]] QString figureTable() const override;

private:
    class Canvas;
    QLabel* m_heading;
    QToolButton* m_more;
    QMenu* m_menu;
    Canvas* m_canvas;
    FigureReport m_report;
    QString m_model, m_paper;
    std::vector<PictureStage> m_stages;
};

}  // namespace strand
