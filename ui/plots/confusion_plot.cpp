#include "ui/plots/confusion_plot.hpp"

#include "ui/text/sentences.hpp"

#include <QAccessible>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace strand {

ConfusionPlot::ConfusionPlot(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void ConfusionPlot::setCounts(std::vector<std::vector<std::int64_t>> counts, const QStringList& classes) {
    m_counts = std::move(counts);
    m_classes = classes;
    while (m_classes.size() < static_cast<qsizetype>(m_counts.size()))
        m_classes << QString::number(m_classes.size());
    m_marked = -1;
    update();
}

void ConfusionPlot::setFigureTexts(const QString& name, const QString& title, const QString& caption) {
    m_figureName = name;
    m_title = title;
    m_caption = caption;
    setAccessibleName(title);
}

std::int64_t ConfusionPlot::sum(int row) const {
    const auto& counts = m_counts[static_cast<std::size_t>(row)];
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

QRectF ConfusionPlot::cells(const QRectF& area, const QFont& font) const {
    const QFontMetricsF metrics(font);
    double names = 0;
    for (const QString& name : m_classes)
        names = std::max(names, metrics.horizontalAdvance(name));
    const double left = std::min(names, area.width() * 0.3) + metrics.height() + kSpace * 2;
    const double top = metrics.height() * 2 + kSpace;
    const double side = std::max(10.0, std::min(area.width() - left, area.height() - top));
    return {area.left() + left, area.top() + top, side, side};
}

void ConfusionPlot::paint(QPainter& painter, const QRectF& area, const QFont& font, const Theme& colours, int marked) const {
    const auto classes = static_cast<int>(m_counts.size());
    if (classes == 0) return;
    const QRectF box = cells(area, font);
    const double size = box.width() / classes;
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colours.textMuted);
    painter.drawText(QRectF(box.left(), area.top(), box.width(), metrics.height()), Qt::AlignCenter, tr("predicted class"));
    painter.save();
    painter.translate(area.left(), box.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, box.height(), metrics.height()), Qt::AlignCenter, tr("true class"));
    painter.restore();
    const QColor full = colours.dark() ? mixed(colours.surface, colours.accent, 0.78) : colours.accent;
    for (int row = 0; row < classes; ++row) {
        const double total = std::max<double>(1, static_cast<double>(sum(row)));
        painter.setPen(colours.text);
        painter.setFont(font);
        painter.drawText(QRectF(area.left() + metrics.height() + kSpace / 2.0, box.top() + row * size,
                                box.left() - area.left() - metrics.height() - kSpace * 1.25, size),
                         Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(m_classes[row], Qt::ElideMiddle, area.width() * 0.3));
        painter.drawText(QRectF(box.left() + row * size + 1, area.top() + metrics.height() + kSpace / 2.0, size - 2, metrics.height()),
                         Qt::AlignCenter, metrics.elidedText(m_classes[row], Qt::ElideMiddle, size - 2));
        for (int column = 0; column < classes; ++column) {
            const std::int64_t count = m_counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            const double share = static_cast<double>(count) / total;
            const QRectF cell(box.left() + column * size, box.top() + row * size, size, size);
            const QColor ground = mixed(colours.surface, full, 0.04 + 0.9 * share);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawRect(cell.adjusted(1, 1, -1, -1));
            painter.setPen(contrast(ground, colours.text) >= contrast(ground, colours.surface) ? colours.text : colours.surface);
            QFont big = font;
            big.setWeight(QFont::DemiBold);
            if (size > metrics.height() * 5) {
                if (big.pixelSize() > 0) {
                    big.setPixelSize(qRound(big.pixelSize() * 1.7));
                } else {
                    big.setPointSizeF(big.pointSizeF() * 1.7);
                }
            }
            const QString text = number(count);
            if (QFontMetricsF(big).horizontalAdvance(text) > size - 4 || size < metrics.height() + 2) continue;
            const bool both = size > metrics.height() * 3;
            painter.setFont(big);
            painter.drawText(both ? cell.adjusted(0, 0, 0, -metrics.height()) : cell, Qt::AlignCenter, text);
            if (!both) continue;
            painter.setFont(font);
            painter.drawText(cell.adjusted(0, QFontMetricsF(big).height(), 0, 0), Qt::AlignCenter, tr("%1 %").arg(real(share * 100, 1)));
        }
    }
    if (marked >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.text, 2));
        painter.drawRect(
            QRectF(box.left() + marked % classes * size, box.top() + marked / classes * size, size, size).adjusted(1, 1, -1, -1));
    }
}

void ConfusionPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, rect(), fontOf(TextStyle::Caption), theme(), m_marked);
}

void ConfusionPlot::paintFigure(QPainter& painter, const QRectF& area, const Theme& colours) {
    const QRectF inner = area.adjusted(kSpace * 2, kSpace * 2, -kSpace * 2, -kSpace * 2);
    painter.setFont(figureFont(TextStyle::Heading));
    painter.setPen(colours.text);
    QRectF used;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, m_title, &used);
    const QFont small = figureFont(TextStyle::Caption);
    const double caption = QFontMetricsF(small).boundingRect(QRectF(0, 0, inner.width(), 1000), Qt::TextWordWrap, m_caption).height();
    paint(painter, inner.adjusted(0, used.height() + kSpace * 2, 0, -caption - kSpace * 2), small, colours, -1);
    painter.setFont(small);
    painter.setPen(colours.textMuted);
    painter.drawText(QRectF(inner.left(), inner.bottom() - caption, inner.width(), caption + 2), Qt::TextWordWrap, m_caption);
}

QString ConfusionPlot::sentence(int cell) const {
    const auto classes = static_cast<int>(m_counts.size());
    if (cell < 0 || classes == 0) return {};
    const int row = cell / classes, column = cell % classes;
    const std::int64_t count = m_counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    const double share = 100.0 * static_cast<double>(count) / std::max<double>(1, static_cast<double>(sum(row)));
    return tr("true %1, predicted %2: %3 of %4 (%5 %)")
        .arg(m_classes[row], m_classes[column], number(count), number(sum(row)), real(share, 1));
}

void ConfusionPlot::mark(int cell) {
    if (cell == m_marked) return;
    m_marked = cell;
    setAccessibleDescription(sentence(cell));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

void ConfusionPlot::mouseMoveEvent(QMouseEvent* event) {
    const auto classes = static_cast<int>(m_counts.size());
    const QRectF box = cells(rect(), fontOf(TextStyle::Caption));
    const QPointF at = event->position();
    if (classes == 0 || !box.contains(at)) {
        mark(-1);
        QToolTip::hideText();
        return;
    }
    const double size = box.width() / classes;
    const int row = std::min(classes - 1, static_cast<int>((at.y() - box.top()) / size));
    const int column = std::min(classes - 1, static_cast<int>((at.x() - box.left()) / size));
    mark(row * classes + column);
    QToolTip::showText(event->globalPosition().toPoint(), sentence(m_marked), this);
}

void ConfusionPlot::leaveEvent(QEvent*) { mark(-1); }

void ConfusionPlot::keyPressEvent(QKeyEvent* event) {
    const auto classes = static_cast<int>(m_counts.size());
    if (classes == 0) return QWidget::keyPressEvent(event);
    int row = std::max(0, m_marked) / classes, column = std::max(0, m_marked) % classes;
    switch (event->key()) {
        case Qt::Key_Left: --column; break;
        case Qt::Key_Right: ++column; break;
        case Qt::Key_Up: --row; break;
        case Qt::Key_Down: ++row; break;
        default: return QWidget::keyPressEvent(event);
    }
    mark(std::clamp(row, 0, classes - 1) * classes + std::clamp(column, 0, classes - 1));
}

void ConfusionPlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) update();
    QWidget::changeEvent(event);
}

QString ConfusionPlot::figureTable() const {
    QString out = tr("true \\ predicted");
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        out += QLatin1Char('\t') + m_classes[static_cast<qsizetype>(i)];
    out += QLatin1Char('\n');
    for (std::size_t row = 0; row < m_counts.size(); ++row) {
        out += m_classes[static_cast<qsizetype>(row)];
        for (const std::int64_t count : m_counts[row])
            out += QLatin1Char('\t') + QString::number(count);
        out += QLatin1Char('\n');
    }
    return out;
}

}  // namespace strand
