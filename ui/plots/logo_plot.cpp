#include "ui/plots/logo_plot.hpp"

#include "ui/plots/bar_plot.hpp"
#include "ui/text/sentences.hpp"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace strand {

namespace {

/// A letter that fills a rectangle of 1 x 1.
QPainterPath glyph(char letter) {
    QFont font = residueFont();
    font.setWeight(QFont::ExtraBold);
    font.setPixelSize(100);
    QPainterPath path;
    path.addText(0, 0, font, QString(QLatin1Char(letter)));
    const QRectF box = path.boundingRect();
    return QTransform().scale(1 / box.width(), 1 / box.height()).translate(-box.left(), -box.top()).map(path);
}

}  // namespace

LogoPlot::LogoPlot(QString name, QWidget* parent) : QWidget(parent), m_name(std::move(name)) {
    setMinimumSize(240, 120);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void LogoPlot::show(const LogoData& shown) {
    m_data = shown;
    setAccessibleName(m_data.title);
    setAccessibleDescription(figureTable());
    update();
}

double LogoPlot::top() const {
    const auto& bits = m_data.logo.information;
    return bits.empty() ? 0 : *std::max_element(bits.begin(), bits.end());
}

double LogoPlot::highest() const { return m_data.top > 0 ? m_data.top : std::max(top(), 0.01); }

QSizeF LogoPlot::figureSize() const { return {std::clamp(80.0 + (14.0 * static_cast<double>(places())), 320.0, 1600.0), 220}; }

QRectF LogoPlot::plotArea(const QRectF& area) const {
    const QFontMetricsF caption(m_font(TextStyle::Caption)), body(m_font(TextStyle::Body));
    return area.adjusted(caption.horizontalAdvance(QStringLiteral("0.00")) + kSpace, body.height() + kSpace, -kSpace / 2.0,
                         -(2 * caption.height()) - (kSpace / 2.0));
}

void LogoPlot::paintFigure(QPainter& painter, const QRectF& area, const Theme& t) {
    const auto shown = std::exchange(m_font, &figureFont);
    paint(painter, area, t);
    m_font = shown;
}

void LogoPlot::paint(QPainter& painter, const QRectF& area, const Theme& t) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = plotArea(area);
    QFont title = m_font(TextStyle::Body);
    title.setWeight(QFont::DemiBold);
    painter.setFont(title);
    painter.setPen(t.text);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), plot.top() - area.top()), Qt::AlignLeft | Qt::AlignTop, m_data.title);
    painter.setFont(m_font(TextStyle::Caption));
    painter.setPen(t.textMuted);
    if (places() > 0)
        painter.drawText(QRectF(area.left(), area.top(), area.width(), plot.top() - area.top()), Qt::AlignRight | Qt::AlignTop,
                         tr("bits · %Ln sequence(s)", nullptr,
                            static_cast<int>(*std::max_element(m_data.logo.counted.begin(), m_data.logo.counted.end()))));
    if (places() == 0) {
        painter.drawText(plot, Qt::AlignCenter, tr("No data yet"));
    } else {
        paintAxes(painter, area, plot, t);
        const double slot = plot.width() / static_cast<double>(places());
        for (size_t i = 0; i < places(); ++i)
            paintStack(painter, QRectF(plot.left() + (static_cast<double>(i) * slot), plot.top(), slot, plot.height()), i, t);
    }
    painter.restore();
}

void LogoPlot::paintAxes(QPainter& painter, const QRectF& area, const QRectF& plot, const Theme& t) const {
    const QFontMetricsF caption(m_font(TextStyle::Caption));
    const double most = highest();
    const double step = tickStep(most, std::max(2, static_cast<int>(plot.height() / 40)));
    for (double bits = 0; bits <= most * 1.001; bits += step) {
        const double y = plot.bottom() - (bits / most * plot.height());
        painter.setPen(QPen(bits == 0 ? t.border : t.grid, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(area.left(), y - caption.height(), plot.left() - area.left() - (kSpace / 2.0), 2 * caption.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(bits, 'g', 2));
    }
    const double slot = plot.width() / static_cast<double>(places());
    double lastRight = -1e9;
    for (size_t i = 0; i < places(); ++i) {
        if (i != 0 && (i + 1) % 5 != 0) continue;
        const QString text = QString::number(i + 1);
        const double half = caption.horizontalAdvance(text) / 2, centre = plot.left() + ((static_cast<double>(i) + 0.5) * slot);
        if (centre - half < lastRight + kSpace) continue;
        painter.drawText(QPointF(centre - half, plot.bottom() + caption.ascent() + 4), text);
        lastRight = centre + half;
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + caption.height() + 2, plot.width(), caption.height()), Qt::AlignCenter,
                     tr("position"));
}

/// The highest letter on top.
void LogoPlot::paintStack(QPainter& painter, const QRectF& column, size_t position, const Theme& t) const {
    const auto& logo = m_data.logo;
    std::vector<size_t> order(logo.letters.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return logo.frequency[position][a] < logo.frequency[position][b]; });
    double y = column.bottom();
    for (const size_t letter : order) {
        const double height = logo.height(position, letter) / highest() * column.height();
        if (height < 0.4) continue;
        y -= height;
        const double gap = std::min(column.width() * 0.06, 2.0);
        const QTransform place = QTransform::fromTranslate(column.left() + gap, y).scale(column.width() - (2 * gap), height * 0.98);
        static const std::array<QPainterPath, 26> glyphs = [] {
            std::array<QPainterPath, 26> made;
            for (size_t i = 0; i < made.size(); ++i)
                made[i] = glyph(static_cast<char>('A' + i));
            return made;
        }();
        const auto at = static_cast<size_t>(m_data.logo.letters[letter] - 'A');
        if (at < glyphs.size())
            painter.fillPath(place.map(glyphs[at]), t.residueInk(QLatin1Char(m_data.logo.letters[letter]), m_data.protein));
    }
}

QString LogoPlot::figureTable() const {
    QStringList head{tr("position")};
    for (const char letter : m_data.logo.letters)
        head << QString(QLatin1Char(letter));
    QStringList lines{head.join(QLatin1Char('\t'))};
    for (size_t i = 0; i < places(); ++i) {
        QStringList line{QString::number(i + 1)};
        for (size_t letter = 0; letter < m_data.logo.letters.size(); ++letter)
            line << QString::number(m_data.logo.height(i, letter), 'f', 4);
        lines << line.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void LogoPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_plot = plotArea(QRectF(rect()));
    paint(painter, QRectF(rect()), theme());
}

void LogoPlot::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    addExportActions(menu, *this, [this] { return this; });
    menu.exec(event->globalPos());
}

bool LogoPlot::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || places() == 0) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const double at = (help->pos().x() - m_plot.left()) / m_plot.width() * static_cast<double>(places());
    if (at < 0 || at >= static_cast<double>(places())) return QWidget::event(event);
    const auto position = static_cast<size_t>(at);
    const auto& frequency = m_data.logo.frequency[position];
    QStringList lines{tr("position %1").arg(position + 1)};
    for (size_t i = 0; i < frequency.size(); ++i)
        if (frequency[i] > 0) lines << QStringLiteral("%1: %2 %").arg(QLatin1Char(m_data.logo.letters[i])).arg(real(100 * frequency[i], 1));
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

}  // namespace strand
