#include "ui/plots/curve_plot.hpp"

#include "ui/plots/curve_legend.hpp"
#include "ui/plots/curve_read_out.hpp"
#include "ui/plots/qcustomplot.hpp"
#include "ui/text/sentences.hpp"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPicture>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr int kFrameMs = 33;  ///< repaints are merged to 30 a second
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Whole numbers only, once more than a few of them are in view.
class WholeTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override {
        const double step = QCPAxisTicker::getTickStep(range);
        return range.size() > 2 ? std::max(1.0, std::round(step)) : step;
    }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return tick == std::floor(tick) ? locale.toString(static_cast<qlonglong>(tick)) : locale.toString(tick, 'g', 4);
    }
};

QCPScatterStyle scatterOf(const CurvePlot::Style& style, const Theme& theme) {
    QCPScatterStyle::ScatterShape shape = QCPScatterStyle::ssNone;
    switch (style.marker) {
        case CurvePlot::Marker::None: break;
        case CurvePlot::Marker::Circle: shape = QCPScatterStyle::ssCircle; break;
        case CurvePlot::Marker::Square: shape = QCPScatterStyle::ssSquare; break;
        case CurvePlot::Marker::Triangle: shape = QCPScatterStyle::ssTriangle; break;
        case CurvePlot::Marker::Diamond: shape = QCPScatterStyle::ssDiamond; break;
    }
    return {shape, QPen(theme.classColour(style.series), 1.6), theme.surface, 6.5};
}

QSharedPointer<QCPGraphDataContainer> container(std::span<const QPointF> points) {
    auto data = QSharedPointer<QCPGraphDataContainer>::create();
    QVector<QCPGraphData> values;
    values.reserve(static_cast<qsizetype>(points.size()));
    for (const QPointF& point : points)
        values.emplace_back(point.x(), point.y());
    data->set(values, true);
    return data;
}

/// Every n-th point, so that markers stay apart.
std::vector<QPointF> markersOf(const CurvePlot::Curve& curve, double low, double high, double pixelsPerUnit) {
    std::vector<QPointF> out;
    double last = -std::numeric_limits<double>::infinity();
    for (auto it = std::lower_bound(curve.x.begin(), curve.x.end(), low); it != curve.x.end() && *it <= high; ++it) {
        const double y = curve.y[static_cast<std::size_t>(it - curve.x.begin())];
        if ((*it - last) * pixelsPerUnit < 9 || !std::isfinite(y)) continue;
        out.emplace_back(*it, y);
        last = *it;
    }
    return out;
}

}  // namespace

struct CurvePlot::Graphs {
    QCPGraph* raw = nullptr;
    QCPGraph* line = nullptr;
    QCPGraph* markers = nullptr;
};

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent) {
    m_plot = new QCustomPlot(this);
    m_plot->setAccessibleName(QString());
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setPlottingHints(QCP::phCacheLabels | QCP::phFastPolylines);
    m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
    m_plot->axisRect()->setMinimumMargins(QMargins(4, 6, 22, 4));
    m_readOut = new CurveReadOut(*this, m_plot);
    m_empty = new QLabel(m_plot);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);

    m_heading = new QLabel(this);
    m_legend = new CurveLegend(this);
    m_menu = new QMenu(this);
    m_more = new QToolButton(this);
    m_more->setIcon(icon(QStringLiteral("ellipsis")));
    m_more->setMaximumHeight(kSpace * 3);
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    auto* header = new QHBoxLayout;
    header->setSpacing(kSpace * 2);
    header->addWidget(m_heading, 0, Qt::AlignTop);
    header->addWidget(m_legend, 1, Qt::AlignTop);
    header->addStretch(0);
    header->addWidget(m_more, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(header);
    layout->addWidget(m_plot, 1);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kFrameMs);
    connect(&m_timer, &QTimer::timeout, this, &CurvePlot::flush);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        applyTheme(theme(), false);
        m_legend->arrangeAgain();
        schedule();
    });
    setFocusPolicy(Qt::StrongFocus);
    setXKind(XKind::Step);
    addExportActions(
        *m_menu, *this, [this] { return this; },
        [this](bool written, const QString& sentence) {
            if (m_report) m_report(written, sentence);
        });
    retranslate();
    applyTheme(theme(), false);
}

CurvePlot::~CurvePlot() = default;

int CurvePlot::addCurve(const Style& style) {
    const int index = static_cast<int>(m_curves.size());
    Curve& curve = m_curves.emplace_back();
    curve.style = style;
    curve.smoother = Smoother(m_smoothing);
    Graphs graphs;
    graphs.raw = m_plot->addGraph();
    graphs.line = m_plot->addGraph();
    graphs.markers = m_plot->addGraph();
    graphs.markers->setLineStyle(QCPGraph::lsNone);
    for (QCPGraph* graph : {graphs.raw, graphs.line, graphs.markers}) {
        graph->setAdaptiveSampling(false);
        graph->setSelectable(QCP::stNone);
    }
    m_graphs.push_back(graphs);
    CurveLegendItem& item = m_legend->add(style);
    connect(&item, &QAbstractButton::toggled, this, [this, index](bool on) { setCurveVisible(index, on); });
    applyTheme(theme(), false);
    return index;
}

void CurvePlot::setCurveName(int curve, const QString& name) {
    m_curves[static_cast<std::size_t>(curve)].name = name;
    m_legend->item(curve).setText(name);
    m_legend->setVisible(m_curves.size() > 1);  // one curve has the name of its plot
    m_legend->arrangeAgain();
}

void CurvePlot::setCurveVisible(int curve, bool visible) {
    m_curves[static_cast<std::size_t>(curve)].visible = visible;
    m_legend->item(curve).setChecked(visible);
    schedule();
}

void CurvePlot::setData(int curve, std::vector<double> x, std::vector<double> y) {
    Curve& c = m_curves[static_cast<std::size_t>(curve)];
    c.x = std::move(x);
    c.y = std::move(y);
    c.rawBlocks.clear();
    extend(c, 0);
    schedule();
}

void CurvePlot::extend(Curve& c, std::size_t from) {
    c.rawBlocks.extend(c.y);
    if (!c.style.smoothed) return;
    if (from == 0) {
        c.smooth.clear();
        c.smoothBlocks.clear();
        c.smoother = Smoother(m_smoothing);
    }
    c.smoother.extend(std::span(c.y).subspan(from), c.smooth);
    c.smoothBlocks.extend(c.smooth);
}

void CurvePlot::append(int curve, std::span<const double> x, std::span<const double> y) {
    Curve& c = m_curves[static_cast<std::size_t>(curve)];
    const std::size_t from = c.y.size();
    c.x.insert(c.x.end(), x.begin(), x.end());
    c.y.insert(c.y.end(), y.begin(), y.end());
    extend(c, from);
    schedule();
}

void CurvePlot::clear() {
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        setData(static_cast<int>(i), {}, {});
    m_zoomed.reset();
    showReadOut(kNone);
}

void CurvePlot::setTitle(const QString& title) {
    m_title = title;
    m_heading->setText(title);
    setAccessibleName(title);
}

void CurvePlot::setAxisTitles(const QString& x, const QString& y) {
    m_xTitle = x;
    m_yTitle = y;
    m_plot->xAxis->setLabel(x);
    m_plot->yAxis->setLabel(y);
    schedule();
}

void CurvePlot::setEmptyText(const QString& text) { m_empty->setText(text); }

void CurvePlot::setFigureTexts(const QString& name, const QString& caption) {
    m_figureName = name;
    m_caption = caption;
}

void CurvePlot::setXKind(XKind kind) {
    m_xKind = kind;
    applyTickers();
    schedule();
}

void CurvePlot::applyTickers() {
    if (m_xKind == XKind::Time) {
        auto ticker = QSharedPointer<QCPAxisTickerTime>::create();
        ticker->setTimeFormat(m_high >= 3600 ? QStringLiteral("%h:%m:%s") : QStringLiteral("%m:%s"));
        ticker->setFieldWidth(QCPAxisTickerTime::tuHours, 1);
        ticker->setFieldWidth(QCPAxisTickerTime::tuMinutes, m_high >= 3600 ? 2 : 1);
        m_plot->xAxis->setTicker(ticker);
    } else {
        m_plot->xAxis->setTicker(QSharedPointer<WholeTicker>::create());
    }
    m_plot->yAxis->setScaleType(m_logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(m_logarithmic ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog) : QSharedPointer<QCPAxisTicker>::create());
    m_plot->yAxis->setNumberFormat(QStringLiteral("gbc"));
    m_plot->yAxis->setNumberPrecision(m_logarithmic ? 2 : 4);
}

/// Labels keep apart whatever the size.
void CurvePlot::fitTickCounts(const QSize& size) {
    m_plot->xAxis->ticker()->setTickCount(std::clamp(size.width() / 80, 2, 8));
    if (!m_logarithmic) m_plot->yAxis->ticker()->setTickCount(std::clamp(size.height() / 38, 2, 6));
}

void CurvePlot::setXExtent(double low, double high) {
    const bool hours = (m_high >= 3600) != (high >= 3600);
    m_low = low;
    m_high = high > low ? high : low + 1;
    if (hours && m_xKind == XKind::Time) applyTickers();
    schedule();
}

void CurvePlot::setLogarithmic(bool on) {
    if (m_logarithmic == on) return;
    m_logarithmic = on;
    m_logAction->setChecked(on);
    applyTickers();
    schedule();
}

void CurvePlot::setSmoothing(double weight) {
    if (m_smoothing == weight) return;
    m_smoothing = weight;
    for (Curve& c : m_curves)
        extend(c, 0);
    schedule();
}

void CurvePlot::linkTo(CurvePlot& other) {
    const auto follow = [](CurvePlot* from, CurvePlot* to) {
        connect(from, &CurvePlot::readOutMoved, to, &CurvePlot::showReadOut);
        connect(from, &CurvePlot::rangeMoved, to, [to](bool whole, double low, double high) {
            to->m_zoomed = whole ? std::nullopt : std::optional(std::pair(low, high));
            to->schedule();
        });
    };
    follow(this, &other);
    follow(&other, this);
}

bool CurvePlot::hasData() const {
    return std::any_of(m_curves.begin(), m_curves.end(), [](const Curve& c) { return !c.x.empty(); });
}

std::pair<double, double> CurvePlot::range() const { return m_zoomed.value_or(std::pair(m_low, m_high)); }

QString CurvePlot::xText(double x) const {
    switch (m_xKind) {
        case XKind::Step: return number(static_cast<std::int64_t>(std::llround(x)));
        case XKind::Epoch: return real(x, x == std::floor(x) ? 0 : 2);
        case XKind::Time: return duration(x);
    }
    return {};
}

double CurvePlot::pixelOfX(double x) const { return m_plot->xAxis->coordToPixel(x); }
double CurvePlot::xOfPixel(double pixel) const { return m_plot->xAxis->pixelToCoord(pixel); }

void CurvePlot::schedule() {
    if (!m_timer.isActive()) m_timer.start();
}

void CurvePlot::fillGraphs(int columns) {
    const auto [low, high] = range();
    double bottom = std::numeric_limits<double>::infinity();
    double top = -bottom;
    const auto prepared = [&](const Curve& curve, bool smooth, int width) {
        std::vector<QPointF> points = smooth ? decimated(curve.x, curve.smooth, curve.smoothBlocks, low, high, width)
                                             : decimated(curve.x, curve.y, curve.rawBlocks, low, high, width);
        for (QPointF& point : points) {
            if (m_logarithmic && !(point.y() > 0)) point.setY(kNone);
            if (!std::isfinite(point.y())) continue;
            bottom = std::min(bottom, point.y());
            top = std::max(top, point.y());
        }
        return clipped(points, QRectF(QPointF(low, -1e300), QPointF(high, 1e300)));
    };
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Curve& curve = m_curves[i];
        const Graphs& graphs = m_graphs[i];
        const bool both = curve.style.smoothed && m_smoothing > 0;
        graphs.raw->setVisible(curve.visible && both);
        graphs.line->setVisible(curve.visible);
        graphs.markers->setVisible(curve.visible && curve.style.marker != Marker::None);
        if (!curve.visible) continue;
        // A bold line is two pixels wide, and a dense faint one needs no smooth edges: both save most of the time of a frame.
        const std::vector<QPointF> faint = both ? prepared(curve, false, columns) : std::vector<QPointF>{};
        graphs.raw->setAntialiased(static_cast<int>(faint.size()) < columns);
        graphs.raw->setData(container(faint));
        graphs.line->setData(container(prepared(curve, both, columns / 2)));
        graphs.markers->setData(container(markersOf(curve, low, high, columns / std::max(high - low, 1e-300))));
    }
    m_plot->xAxis->setRange(low, high);
    if (!(bottom <= top)) {
        m_plot->yAxis->setRange(m_logarithmic ? 0.1 : 0, 1);
    } else if (m_logarithmic) {
        const double pad = std::max(1.05, std::pow(top / bottom, 0.06));
        m_plot->yAxis->setRange(bottom / pad, top * pad);
    } else {
        const double pad = top > bottom ? (top - bottom) * 0.06 : std::max(std::abs(top) * 0.1, 1e-12);
        m_plot->yAxis->setRange(bottom - pad, top + pad);
    }
}

void CurvePlot::flush() {
    m_timer.stop();
    const bool empty = !hasData();
    m_empty->setVisible(empty);
    m_empty->setGeometry(m_plot->rect().adjusted(kSpace * 3, 0, -kSpace * 3, 0));
    m_readOut->setGeometry(m_plot->rect());
    m_plot->axisRect()->setVisible(!empty);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setVisible(!empty);
    m_resetAction->setEnabled(m_zoomed.has_value());
    fillGraphs(std::max(1, m_plot->axisRect()->width()));
    fitTickCounts(m_plot->size());
    m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
    m_readOut->update();
}

void CurvePlot::applyTheme(const Theme& colours, bool figure) {
    const QFont small = figure ? figureFont(TextStyle::Caption) : fontOf(TextStyle::Caption);
    m_plot->setBackground(figure ? QBrush(Qt::NoBrush) : QBrush(colours.surface));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(axis == m_plot->xAxis ? colours.textFaint : QColor(Qt::transparent), 1));
        axis->setTickPen(QPen(axis == m_plot->xAxis ? colours.textFaint : QColor(Qt::transparent), 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(axis == m_plot->xAxis ? 4 : 0);
        axis->setTickLabelFont(small);
        axis->setTickLabelColor(colours.textMuted);
        axis->setLabelFont(small);
        axis->setLabelColor(colours.textMuted);
        axis->setLabelPadding(4);
        axis->grid()->setPen(QPen(colours.grid, 1, Qt::SolidLine));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(QPen(colours.grid, 1));
    }
    m_plot->xAxis->grid()->setVisible(false);
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Style& style = m_curves[i].style;
        const QColor faint = mixed(figure ? QColor(Qt::white) : colours.surface, colours.classColour(style.series),
                                   colours.name == ThemeName::HighContrast ? 0.5 : 0.3);
        m_graphs[i].raw->setPen(QPen(faint, 1));
        m_graphs[i].line->setPen(curvePen(style, colours));
        m_graphs[i].markers->setScatterStyle(scatterOf(style, colours));
        m_graphs[i].markers->setPen(Qt::NoPen);
    }
    if (figure) return;
    QFont heading = fontOf(TextStyle::Body);
    heading.setWeight(QFont::DemiBold);
    m_heading->setFont(heading);
    QPalette palette = m_empty->palette();
    palette.setColor(QPalette::WindowText, colours.textMuted);
    m_empty->setPalette(palette);
    m_empty->setFont(fontOf(TextStyle::Body));
}

void CurvePlot::retranslate() {
    m_menu->clear();
    m_logAction = m_menu->addAction(tr("Logarithmic axis"), this, [this] { setLogarithmic(m_logAction->isChecked()); });
    m_logAction->setCheckable(true);
    m_logAction->setChecked(m_logarithmic);
    m_resetAction = m_menu->addAction(tr("Show everything"), this, &CurvePlot::resetZoom);
    m_menu->addSeparator();
    addExportActions(
        *m_menu, *this, [this] { return this; },
        [this](bool written, const QString& sentence) {
            if (m_report) m_report(written, sentence);
        });
    m_more->setToolTip(tr("Axis, data and export of this plot"));
    m_more->setAccessibleName(m_more->toolTip());
    m_plot->setLocale(locale());
}

void CurvePlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void CurvePlot::resizeEvent(QResizeEvent*) { schedule(); }

void CurvePlot::setRange(bool whole, double low, double high) {
    m_zoomed = whole ? std::nullopt : std::optional(std::pair(low, high));
    schedule();
    emit rangeMoved(whole, low, high);
}

void CurvePlot::zoom(double factor, double around) {
    auto [low, high] = range();
    const double smallest = (m_high - m_low) * 1e-6;
    if (factor < 1 && (high - low) * factor < smallest) return;
    low = around + (low - around) * factor;
    high = around + (high - around) * factor;
    const bool whole = high - low >= (m_high - m_low) * 0.999;
    const double shift = std::max(0.0, m_low - low) - std::max(0.0, high - m_high);
    setRange(whole, low + shift, high + shift);
}

void CurvePlot::resetZoom() { setRange(true, m_low, m_high); }

void CurvePlot::showReadOut(double x) {
    m_at = x;
    m_readOut->update();
}

QString CurvePlot::readOutText() const { return m_readOut->sentence(); }

void CurvePlot::updateAccessibility() {
    setAccessibleDescription(readOutText());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
    const auto [low, high] = range();
    const double at = std::isfinite(m_at) ? m_at : (low + high) / 2;
    const double step = (high - low) / 100;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            showReadOut(std::clamp(at + (event->key() == Qt::Key_Left ? -step : step), low, high));
            emit readOutMoved(m_at);
            updateAccessibility();
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoom(0.8, at); break;
        case Qt::Key_Minus: zoom(1.25, at); break;
        case Qt::Key_Home: resetZoom(); break;
        default: QWidget::keyPressEvent(event); break;
    }
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_plot) return QWidget::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::MouseButtonPress: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->button() != Qt::LeftButton) return false;
            m_dragFrom = mouse->position();
            m_dragRange = range();
            setFocus(Qt::MouseFocusReason);
            return true;
        }
        case QEvent::MouseMove: {
            const QPointF at = static_cast<QMouseEvent*>(event)->position();
            if (m_dragFrom && m_zoomed) {
                const double shift = xOfPixel(m_dragFrom->x()) - xOfPixel(at.x());
                const double size = m_dragRange.second - m_dragRange.first;
                const double low = std::clamp(m_dragRange.first + shift, m_low, std::max(m_low, m_high - size));
                setRange(false, low, low + size);
            }
            showReadOut(m_plot->axisRect()->rect().contains(at.toPoint()) ? xOfPixel(at.x()) : kNone);
            emit readOutMoved(m_at);
            return true;
        }
        case QEvent::MouseButtonRelease: m_dragFrom.reset(); return true;
        case QEvent::MouseButtonDblClick: resetZoom(); return true;
        case QEvent::Leave:
            showReadOut(kNone);
            emit readOutMoved(kNone);
            return false;
        case QEvent::Wheel: {
            const auto* wheel = static_cast<QWheelEvent*>(event);
            if (!hasData() || wheel->angleDelta().y() == 0) return false;
            zoom(std::pow(0.8, wheel->angleDelta().y() / 120.0), xOfPixel(wheel->position().x()));
            return true;
        }
        case QEvent::ContextMenu: m_menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos()); return true;
        case QEvent::Resize: schedule(); return false;
        default: return false;
    }
}

QString CurvePlot::figureName() const { return m_figureName.isEmpty() ? QStringLiteral("curves") : m_figureName; }

void CurvePlot::paintFigure(QPainter& painter, const QRectF& area, const Theme& colours) {
    const double margin = kSpace * 2;
    const QRectF inner = area.adjusted(margin, margin, -margin, -margin);
    painter.setFont(figureFont(TextStyle::Heading));
    painter.setPen(colours.text);
    QRectF used;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, m_title, &used);

    // Legend, wrapped.
    const QFont small = figureFont(TextStyle::Caption);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    QPointF at(inner.left(), used.bottom() + kSpace);
    for (const Curve& curve : m_curves) {
        if (!curve.visible || curve.x.empty() || m_curves.size() == 1) continue;
        const double width = 28 + 6 + metrics.horizontalAdvance(curve.name);
        if (at.x() > inner.left() && at.x() + width > inner.right()) at = {inner.left(), at.y() + metrics.height() + 2};
        drawSample(painter, QRectF(at.x(), at.y(), 28, metrics.height()), curve.style, colours);
        painter.setPen(colours.text);
        painter.drawText(QRectF(at.x() + 34, at.y(), width, metrics.height() + 1), Qt::AlignLeft | Qt::AlignVCenter, curve.name);
        at.rx() += width + kSpace * 2;
    }
    const double top = at.y() + metrics.height() + kSpace;
    const QRectF caption =
        m_caption.isEmpty() ? QRectF() : metrics.boundingRect(QRectF(inner.left(), 0, inner.width(), 1000), Qt::TextWordWrap, m_caption);
    const QRectF body(inner.left(), top, inner.width(), inner.bottom() - top - caption.height() - kSpace);

    QPicture picture;
    applyTheme(colours, true);
    {
        QCPPainter recorder(&picture);
        recorder.setMode(QCPPainter::pmVectorized);
        const QSize size = body.size().toSize();
        fillGraphs(std::max(1, size.width()));
        fitTickCounts(size);
        m_plot->toPainter(&recorder, size.width(), size.height());
    }
    // A picture scales itself by the ratio of the resolutions of the device and the screen; a figure is in CSS pixels everywhere.
    painter.save();
    painter.translate(body.topLeft());
    painter.scale(picture.logicalDpiX() / double(painter.device()->logicalDpiX()),
                  picture.logicalDpiY() / double(painter.device()->logicalDpiY()));
    painter.drawPicture(0, 0, picture);
    painter.restore();
    applyTheme(theme(), false);
    flush();

    painter.setFont(small);
    painter.setPen(colours.textMuted);
    painter.drawText(QRectF(inner.left(), body.bottom() + kSpace, inner.width(), caption.height() + 2), Qt::TextWordWrap, m_caption);
}

QString CurvePlot::figureTable() const {
    QString out = QStringLiteral("curve\t%1\t%2\n").arg(m_xTitle, m_yTitle);
    for (const Curve& curve : m_curves) {
        for (std::size_t i = 0; i < curve.x.size(); ++i) {
            out += curve.name + QLatin1Char('\t') + QString::number(curve.x[i], 'g', 10) + QLatin1Char('\t') +
                   (std::isfinite(curve.y[i]) ? QString::number(curve.y[i], 'g', 10) : QString()) + QLatin1Char('\n');
        }
    }
    return out;
}

}  // namespace strand
