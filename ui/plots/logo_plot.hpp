// Sequence logo: which residues stand where, letters as high as the information they carry.
#pragma once

#include "data/logo.hpp"
#include "ui/plots/figure.hpp"

#include <QWidget>

namespace strand {

struct LogoData {
    QString title;  ///< heading of the figure: the class
    SequenceLogo logo;
    bool protein = false;
    double top = 0;  ///< bits of the highest tick, the same for logos that are compared; 0 = of this logo
};

class LogoPlot : public QWidget, public Figure {
    Q_OBJECT

public:
    explicit LogoPlot(QString name, QWidget* parent = nullptr);
    void show(const LogoData& shown);
    using QWidget::show;
    void setFigureName(const QString& name) { m_name = name; }
    [[nodiscard]] double top() const;  ///< bits of the highest stack

    [[nodiscard]] QString figureName() const override { return m_name; }
    [[nodiscard]] QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) override;
    [[nodiscard]] QString figureTable() const override;
    [[nodiscard]] QSize sizeHint() const override { return {480, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] std::size_t places() const { return m_data.logo.information.size(); }
    [[nodiscard]] double highest() const;  ///< bits at the upper edge
    [[nodiscard]] QRectF plotArea(const QRectF& area) const;
    void paint(QPainter& painter, const QRectF& area, const Theme& theme) const;
    void paintAxes(QPainter& painter, const QRectF& area, const QRectF& plot, const Theme& theme) const;
    void paintStack(QPainter& painter, const QRectF& column, size_t position, const Theme& theme) const;

    QString m_name;
    LogoData m_data;
    QFont (*m_font)(TextStyle) = &fontOf;  ///< figures do not follow the text size of the window
    QRectF m_plot;                         ///< as last painted on the screen, for the tool tip
};

}  // namespace strand
