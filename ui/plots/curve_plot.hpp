// Curves over one x axis, as they grow: raw faint and smoothed bold, dashes and markers beside colours, read-out, zoom, export.
#pragma once

#include "ui/plots/curve_data.hpp"
#include "ui/plots/figure.hpp"

#include <QTimer>
#include <QWidget>

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

class QCustomPlot;
class QLabel;
class QMenu;
class QToolButton;

namespace strand {

class CurveLegend;
class CurveReadOut;

/// How numbers of the x axis read.
enum class XKind { Step, Epoch, Time };

/// Takes 10^6 points a curve: what is drawn is thinned to the columns of the screen, extremes kept. Repaints are merged.
class CurvePlot : public QWidget, public Figure {
    Q_OBJECT

public:
    enum class Marker { None, Circle, Square, Triangle, Diamond };
    struct Style {
        int series = 0;  ///< index into Theme::series
        Qt::PenStyle line = Qt::SolidLine;
        Marker marker = Marker::None;
        bool smoothed = false;  ///< drawn raw and faint, with its moving average in bold
        int digits = 4;         ///< of the read-out
    };

    explicit CurvePlot(QWidget* parent = nullptr);
    ~CurvePlot() override;

    int addCurve(const Style& style);
    void setCurveName(int curve, const QString& name);
    /// x ascending, same length as y; NaN in y is a gap.
    void setData(int curve, std::vector<double> x, std::vector<double> y);
    void append(int curve, std::span<const double> x, std::span<const double> y);
    void clear();

    void setTitle(const QString& title);
    void setAxisTitles(const QString& x, const QString& y);
    void setEmptyText(const QString& text);
    /// Name of exported files and the sentence under them.
    void setFigureTexts(const QString& name, const QString& caption);
    void setXKind(XKind kind);
    /// Whole range of x, shown while nobody has zoomed.
    void setXExtent(double low, double high);
    void setLogarithmic(bool on);
    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }
    /// Weight of the moving average in [0, 1); 0 = only the raw curve.
    void setSmoothing(double weight);
    /// Both show the same part of x and move their read-outs together.
    void linkTo(CurvePlot& other);
    /// Axis, data and export; made anew when the language changes.
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    void setReport(FigureReport report) { m_report = std::move(report); }

    struct Curve {
        Style style;
        QString name;
        bool visible = true;
        std::vector<double> x, y, smooth;
        Smoother smoother{0};
        BlockExtremes rawBlocks, smoothBlocks;
    };
    [[nodiscard]] const std::vector<Curve>& curves() const { return m_curves; }
    void setCurveVisible(int curve, bool visible);

    /// Read-out at x; NaN = none.
    void showReadOut(double x);
    [[nodiscard]] QString readOutText() const;
    void zoom(double factor, double around);
    void resetZoom();

    /// Draws what has changed now instead of at the next merge. The tests and the figure need it.
    void flush();

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QSizeF figureSize() const override { return {840, 480}; }
    void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) override;
    [[nodiscard]] QString figureTable() const override;

    [[nodiscard]] QSize sizeHint() const override { return {420, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {150, 110}; }

signals:
    void readOutMoved(double x);
    void rangeMoved(bool whole, double low, double high);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class CurveReadOut;
    struct Graphs;

    void applyTheme(const Theme& theme, bool figure);
    void fillGraphs(int columns);
    void applyTickers();
    void fitTickCounts(const QSize& size);
    void extend(Curve& curve, std::size_t from);
    void schedule();
    void retranslate();
    void setRange(bool whole, double low, double high);
    void updateAccessibility();
    [[nodiscard]] bool hasData() const;
    [[nodiscard]] std::pair<double, double> range() const;
    [[nodiscard]] QString xText(double x) const;
    [[nodiscard]] double pixelOfX(double x) const;
    [[nodiscard]] double xOfPixel(double pixel) const;

    std::vector<Curve> m_curves;
    std::vector<Graphs> m_graphs;
    QCustomPlot* m_plot = nullptr;
    CurveLegend* m_legend = nullptr;
    CurveReadOut* m_readOut = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_empty = nullptr;
    QToolButton* m_more = nullptr;
    QMenu* m_menu = nullptr;
    QAction* m_logAction = nullptr;
    QAction* m_resetAction = nullptr;
    QTimer m_timer;
    FigureReport m_report;
    QString m_title, m_xTitle, m_yTitle, m_figureName, m_caption;
    XKind m_xKind = XKind::Step;
    double m_low = 0, m_high = 1;  ///< whole extent
    std::optional<std::pair<double, double>> m_zoomed;
    double m_smoothing = 0;
    bool m_logarithmic = false;
    double m_at = std::numeric_limits<double>::quiet_NaN();  ///< x of the read-out
    std::optional<QPointF> m_dragFrom;
    std::pair<double, double> m_dragRange;
};

}  // namespace strand
