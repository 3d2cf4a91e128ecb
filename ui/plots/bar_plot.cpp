#include "ui/plots/bar_plot.hpp"

#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QLocale>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace strand {

double tickStep(double top, int count) {
    if (!(top > 0) || count < 1) return 1;
    const double raw = top / count;
    const double scale = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * scale >= raw * 0.999) return factor * scale;
    return 10 * scale;
}

BarPlot::BarPlot(QString name, QWidget* parent) : QWidget(parent), m_name(std::move(name)) {
    setMinimumSize(200, 140);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void BarPlot::show(const BarData& shown) {
    m_data = shown;
    setAccessibleName(shown.title);
    setAccessibleDescription(figureTable());
    update();
}

int BarPlot::bars() const { return m_data.values.empty() ? 0 : static_cast<int>(m_data.values.front().size()); }

double BarPlot::heightOf(int bar) const {
    double height = 0;
    for (const auto& series : m_data.values) {
        const double value = series[static_cast<size_t>(bar)];
        height = m_data.grouped ? std::max(height, value) : height + value;
    }
    return height;
}

double BarPlot::highest() const {
    double most = 0;
    for (int bar = 0; bar < bars(); ++bar)
        most = std::max(most, heightOf(bar));
    return most;
}

QColor BarPlot::colourOf(size_t series, const Theme& t) const {
    return m_data.values.size() == 1 ? t.accent : t.classColour(static_cast<int>(series));
}

QString BarPlot::barName(int bar) const {
    if (bar < m_data.categories.size()) return m_data.categories[bar];
    const QLocale locale;
    const double from = m_data.first + (bar * m_data.width);
    if (m_data.width <= 1) return locale.toString(from, 'f', 0);
    //: a range of lengths, from %1 to %2
    return tr("%1 to %2").arg(locale.toString(from, 'f', 0), locale.toString(from + m_data.width - 1, 'f', 0));
}

QSizeF BarPlot::figureSize() const { return {480, 300}; }

QRectF BarPlot::plotArea(const QRectF& area, const Theme&) const {
    const QFontMetricsF caption(m_font(TextStyle::Caption));
    const QFontMetricsF body(m_font(TextStyle::Body));
    double top = body.height() + kSpace;
    if (m_data.series.size() > 1) top += caption.height() + (kSpace / 2.0);
    const double left = caption.horizontalAdvance(QLocale().toString(highest(), 'f', 0)) + kSpace;
    const double bottom = caption.height() + (m_data.xLabel.isEmpty() ? 0 : caption.height()) + (kSpace / 2.0);
    return area.adjusted(left, top, -kSpace / 2.0, -bottom);
}

void BarPlot::paintFigure(QPainter& painter, const QRectF& area, const Theme& t) {
    const auto shown = std::exchange(m_font, &figureFont);
    paint(painter, area, t);
    m_font = shown;
}

void BarPlot::paint(QPainter& painter, const QRectF& area, const Theme& t) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont captionFont = m_font(TextStyle::Caption);
    QFont titleFont = m_font(TextStyle::Body);
    titleFont.setWeight(QFont::DemiBold);
    const QFontMetricsF caption(captionFont);
    const QLocale locale;

    painter.setFont(titleFont);
    painter.setPen(t.text);
    const QRectF titleArea(area.left(), area.top(), area.width(), QFontMetricsF(titleFont).height());
    painter.drawText(titleArea, Qt::AlignLeft | Qt::AlignTop, m_data.title);
    painter.setFont(captionFont);
    painter.setPen(t.textMuted);
    painter.drawText(titleArea, Qt::AlignRight | Qt::AlignVCenter, m_data.yLabel);

    const QRectF plot = plotArea(area, t);
    const double most = highest();
    if (bars() == 0 || !(most > 0)) {
        painter.drawText(plot, Qt::AlignCenter, tr("No data yet"));
        painter.restore();
        return;
    }
    if (m_data.series.size() > 1)
        paintLegend(painter, QRectF(area.left(), titleArea.bottom() + (kSpace / 2.0), area.width(), caption.height()), t);
    const double step = std::max(1.0, tickStep(most, std::max(2, static_cast<int>(plot.height() / 40))));
    const double top = std::ceil(most / step) * step;
    for (double value = 0; value <= top + (step / 2); value += step) {
        const double y = plot.bottom() - (value / top * plot.height());
        painter.setPen(QPen(value == 0 ? t.border : t.grid, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(area.left(), y - caption.height(), plot.left() - area.left() - (kSpace / 2.0), 2 * caption.height()),
                         Qt::AlignRight | Qt::AlignVCenter, locale.toString(value, 'f', 0));
    }
    paintBars(painter, plot, top, t);
    paintNames(painter, plot, t);
    if (!m_data.xLabel.isEmpty())
        painter.drawText(QRectF(plot.left(), plot.bottom() + caption.height() + 4, plot.width(), caption.height()), Qt::AlignCenter,
                         m_data.xLabel);
    painter.restore();
}

void BarPlot::paintLegend(QPainter& painter, const QRectF& line, const Theme& t) const {
    const QFontMetricsF caption(m_font(TextStyle::Caption));
    const double swatch = caption.height() - 6;
    const double room = (line.width() / static_cast<double>(m_data.series.size())) - caption.height() - (2 * kSpace);
    double x = line.left();
    for (int i = 0; i < m_data.series.size(); ++i) {
        const QString name = caption.elidedText(m_data.series[i], Qt::ElideMiddle, std::max(room, 3 * caption.height()));
        painter.fillRect(QRectF(x, line.top() + 3, swatch, swatch), colourOf(static_cast<size_t>(i), t));
        painter.setPen(t.textMuted);
        painter.drawText(QPointF(x + caption.height(), line.top() + caption.ascent()), name);
        x += caption.height() + caption.horizontalAdvance(name) + (2 * kSpace);
    }
}

void BarPlot::paintBars(QPainter& painter, const QRectF& plot, double top, const Theme& t) const {
    const double slot = plot.width() / bars();
    const double gap = m_data.categories.isEmpty() ? std::min(1.0, slot * 0.1) : slot * 0.25;
    const double width = std::min(slot - gap, m_data.grouped ? 96.0 : 72.0);
    const double part = m_data.grouped ? width / static_cast<double>(m_data.values.size()) : 0;
    for (int bar = 0; bar < bars(); ++bar) {
        double y = plot.bottom();
        double x = plot.left() + (bar * slot) + ((slot - width) / 2);
        for (size_t series = 0; series < m_data.values.size(); ++series) {
            const double height = m_data.values[series][static_cast<size_t>(bar)] / top * plot.height();
            painter.fillRect(QRectF(x, y - height, m_data.grouped ? part : width, height), colourOf(series, t));
            if (m_data.grouped)
                x += part;
            else
                y -= height;
        }
    }
}

void BarPlot::paintNames(QPainter& painter, const QRectF& plot, const Theme& t) const {
    const QFontMetricsF caption(m_font(TextStyle::Caption));
    const double slot = plot.width() / bars();
    const bool named = !m_data.categories.isEmpty();
    painter.setPen(t.textMuted);
    double lastRight = -1e9;
    for (int bar = 0; bar < bars(); ++bar) {
        QString text = named ? m_data.categories[bar] : QLocale().toString(m_data.first + (bar * m_data.width), 'f', 0);
        // A name, or a single length, stands under the middle of its bar; an edge of a range under the edge.
        const double centre = plot.left() + ((bar + (named || m_data.width <= 1 ? 0.5 : 0.0)) * slot);
        if (named) text = caption.elidedText(text, Qt::ElideRight, std::max(slot - 4, 24.0));
        const double half = caption.horizontalAdvance(text) / 2;
        if (centre - half < lastRight + (named ? 2 : kSpace)) continue;
        painter.drawText(QPointF(centre - half, plot.bottom() + caption.ascent() + 4), text);
        lastRight = centre + half;
    }
}

QString BarPlot::figureTable() const {
    QStringList lines{QStringList{m_data.xLabel.isEmpty() ? m_data.title : m_data.xLabel,
                                  m_data.series.isEmpty() ? m_data.yLabel : m_data.series.join(QLatin1Char('\t'))}
                          .join(QLatin1Char('\t'))};
    for (int bar = 0; bar < bars(); ++bar) {
        QString line = barName(bar);
        for (const auto& series : m_data.values)
            line += QLatin1Char('\t') + QString::number(series[static_cast<size_t>(bar)], 'g', 15);
        lines << line;
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void BarPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_plot = plotArea(QRectF(rect()), theme());
    paint(painter, QRectF(rect()), theme());
}

void BarPlot::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    addExportActions(menu, *this, [this] { return this; });
    menu.exec(event->globalPos());
}

bool BarPlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && bars() > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int bar = static_cast<int>(std::floor((help->pos().x() - m_plot.left()) / m_plot.width() * bars()));
        if (m_plot.contains(help->pos()) && bar >= 0 && bar < bars()) {
            QStringList lines{barName(bar)};
            for (size_t series = 0; series < m_data.values.size(); ++series) {
                const double height = m_data.values[series][static_cast<size_t>(bar)];
                const QString value = QLocale().toString(height, 'f', height == std::floor(height) ? 0 : 1);
                lines << (m_data.series.size() > 1 ? QStringLiteral("%1: %2").arg(m_data.series[static_cast<int>(series)], value) : value);
            }
            QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
            return true;
        }
    }
    return QWidget::event(event);
}

}  // namespace strand
