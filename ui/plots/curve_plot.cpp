#include "ui/plots/curve_plot.hpp"

#include "ui/plots/curve_graphs.hpp"
#include "ui/plots/curve_legend.hpp"
#include "ui/plots/curve_read_out.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/flush_layout.hpp"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr int kFrameMs = 33;  ///< repaints are merged to 30 a second
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

}  // namespace

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent) {
    m_plot = new QCustomPlot(this);
    m_plot->setAccessibleName(QString());
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setPlottingHints(QCP::phCacheLabels | QCP::phFastPolylines);
    m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
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
    auto* layout = flushLayout<QVBoxLayout>(this, 2);
    layout->addLayout(header);
    layout->addWidget(m_plot, 1);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kFrameMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isVisible()) flush();  // else when it is shown
    });
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
    // One point alone makes no line; where points are marked, it is seen.
    return std::any_of(m_curves.begin(), m_curves.end(),
                       [](const Curve& c) { return c.x.size() > (c.style.marker != Marker::None ? 0U : 1U); });
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

void CurvePlot::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    schedule();
}

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
