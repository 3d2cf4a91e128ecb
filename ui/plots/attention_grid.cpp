#include "ui/plots/attention_grid.hpp"

#include "ui/text/sentences.hpp"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr double kSmallest = 56, kLargest = 220;
constexpr double kNearly = 0.8;  ///< thumbnails shrink so far where all would fit then: better than to scroll by a little
constexpr double kGap = kSpace * 1.5;
constexpr double kFigureWidth = 960;
constexpr int kEdge = 2;  ///< the frame of a marked thumbnail

}  // namespace

AttentionGrid::AttentionGrid(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        recolour();
        updateGeometry();
    });
}

void AttentionGrid::setThumbnails(std::vector<AttentionThumbnail> thumbnails, int columns) {
    m_thumbnails = std::move(thumbnails);
    m_columns = std::max(1, columns);
    m_current = std::min(m_current, static_cast<int>(m_thumbnails.size()) - 1);
    m_hover = -1;
    recolour();
    updateGeometry();
}

void AttentionGrid::setRoom(int height) {
    if (height == m_room) return;
    m_room = height;
    updateGeometry();
    update();
}

void AttentionGrid::setColourMap(ColourMap map) {
    m_colourMap = map;
    recolour();
}

void AttentionGrid::setFigureTexts(const QString& name, const QString& title, const QString& caption) {
    m_figureName = name;
    m_title = title;
    m_caption = caption;
    setAccessibleName(title);
}

void AttentionGrid::recolour() {
    const ColourTable table = colourTable(m_colourMap, mixed(theme().surface, theme().textFaint, 0.28).rgb());
    m_images.clear();
    for (const AttentionThumbnail& thumbnail : m_thumbnails) {
        QImage image(static_cast<int>(thumbnail.columns), static_cast<int>(thumbnail.rows), QImage::Format_RGB32);
        for (int row = 0; row < image.height(); ++row) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
            const std::uint8_t* levels = thumbnail.levels.data() + row * thumbnail.columns;
            for (int column = 0; column < image.width(); ++column)
                line[column] = table[levels[column]];
        }
        m_images.push_back(std::move(image));
    }
    update();
}

double AttentionGrid::side(double width) const {
    return std::floor(std::clamp((width - kGap * (m_columns - 1)) / m_columns, kSmallest, kLargest));
}

double AttentionGrid::shownSide(double width) const {
    const double wanted = side(width);
    if (m_room <= 0 || m_thumbnails.empty() || m_thumbnails.front().rows == 1) return wanted;
    const auto rows = (static_cast<int>(m_thumbnails.size()) + m_columns - 1) / m_columns;
    const double line = QFontMetricsF(fontOf(TextStyle::Caption)).height() + 4;
    const double fitting = std::floor((m_room - kEdge + kGap) / rows - line - kGap);
    const bool wraps = m_columns * (wanted + kGap) - kGap > width;
    return !wraps && fitting >= std::max(kSmallest, wanted * kNearly) ? std::min(wanted, fitting) : wanted;
}

QRectF AttentionGrid::shownBox(int index, int width) const { return box(index, width, shownSide(width), fontOf(TextStyle::Caption)); }

QRectF AttentionGrid::box(int index, double width, double size, const QFont& font) const {
    const double line = QFontMetricsF(font).height() + 4;
    // Where even the smallest do not fit side by side, the heads of a layer wrap.
    const int across = std::clamp(static_cast<int>((width + kGap) / (size + kGap)), 1, m_columns);
    const int lines = (m_columns + across - 1) / across;
    const int layer = index / m_columns;
    const int head = index % m_columns;
    const double high = m_thumbnails[static_cast<std::size_t>(index)].rows == 1 ? 28 : size;
    return {head % across * (size + kGap), (layer * lines + head / across) * (high + line + kGap), size, high + line};
}

int AttentionGrid::heightForWidth(int width) const {
    if (m_thumbnails.empty()) return 0;
    return static_cast<int>(std::ceil(shownBox(static_cast<int>(m_thumbnails.size()) - 1, width).bottom())) + kEdge;
}

QPoint AttentionGrid::thumbnailCentre(int index) const { return shownBox(index, width()).center().toPoint(); }

int AttentionGrid::indexAt(QPointF at) const {
    for (std::size_t i = 0; i < m_thumbnails.size(); ++i) {
        if (shownBox(static_cast<int>(i), width()).contains(at)) return static_cast<int>(i);
    }
    return -1;
}

void AttentionGrid::paintOne(QPainter& painter, int index, const QRectF& area, const QFont& font, const Theme& colours) const {
    const AttentionThumbnail& thumbnail = m_thumbnails[static_cast<std::size_t>(index)];
    const double line = QFontMetricsF(font).height() + 4;
    const QRectF map(area.left(), area.top() + line, area.width(), area.height() - line);
    const bool marked = index == m_hover || (index == m_current && hasFocus());
    painter.setFont(font);
    painter.setPen(marked ? colours.text : colours.textMuted);
    const QFontMetricsF metrics(font);
    QString title = thumbnail.title;
    if (metrics.horizontalAdvance(title) > area.width()) title = QStringLiteral("%1 · %2").arg(thumbnail.layer + 1).arg(thumbnail.head + 1);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), line), Qt::AlignLeft | Qt::AlignVCenter, title);
    const QString top = weightText(static_cast<double>(thumbnail.top));
    if (metrics.horizontalAdvance(title) + metrics.horizontalAdvance(top) + kSpace * 2 < area.width()) {
        painter.setPen(colours.textFaint);
        painter.drawText(QRectF(area.left(), area.top(), area.width(), line), Qt::AlignRight | Qt::AlignVCenter, top);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(map, m_images[static_cast<std::size_t>(index)]);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(marked ? QPen(colours.accent, 2) : QPen(colours.border, 1));
    painter.drawRect(map.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void AttentionGrid::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = fontOf(TextStyle::Caption);
    for (std::size_t i = 0; i < m_thumbnails.size(); ++i) {
        const QRectF area = shownBox(static_cast<int>(i), width());
        if (area.adjusted(-3, -3, 3, 3).intersects(QRectF(event->rect()))) paintOne(painter, static_cast<int>(i), area, font, theme());
    }
}

void AttentionGrid::setCurrent(int index) {
    if (index < 0 || index >= static_cast<int>(m_thumbnails.size())) return;
    m_current = index;
    const AttentionThumbnail& thumbnail = m_thumbnails[static_cast<std::size_t>(index)];
    setAccessibleDescription(tr("%1, highest weight %2").arg(thumbnail.title, weightText(static_cast<double>(thumbnail.top))));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
    emit currentChanged(index);
}

void AttentionGrid::mouseMoveEvent(QMouseEvent* event) {
    const int index = indexAt(event->position());
    if (index == m_hover) return;
    m_hover = index;
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void AttentionGrid::mouseReleaseEvent(QMouseEvent* event) {
    const int index = indexAt(event->position());
    if (event->button() != Qt::LeftButton || index < 0) return;
    setCurrent(index);
    emit opened(index);
}

void AttentionGrid::leaveEvent(QEvent*) {
    m_hover = -1;
    update();
}

void AttentionGrid::keyPressEvent(QKeyEvent* event) {
    const int at = std::max(0, m_current);
    switch (event->key()) {
        case Qt::Key_Left: setCurrent(at - 1); break;
        case Qt::Key_Right: setCurrent(at + 1); break;
        case Qt::Key_Up: setCurrent(at - m_columns); break;
        case Qt::Key_Down: setCurrent(at + m_columns); break;
        case Qt::Key_Home: setCurrent(0); break;
        case Qt::Key_End: setCurrent(static_cast<int>(m_thumbnails.size()) - 1); break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (m_current >= 0) emit opened(m_current);
            break;
        default: QWidget::keyPressEvent(event); break;
    }
}

void AttentionGrid::focusInEvent(QFocusEvent* event) {
    if (m_current < 0) setCurrent(0);
    QWidget::focusInEvent(event);
}

void AttentionGrid::focusOutEvent(QFocusEvent* event) { QWidget::focusOutEvent(event); }

void AttentionGrid::contextMenuEvent(QContextMenuEvent* event) { emit contextMenuAsked(event->globalPos()); }

bool AttentionGrid::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(help->pos());
        if (index >= 0) {
            const AttentionThumbnail& thumbnail = m_thumbnails[static_cast<std::size_t>(index)];
            QToolTip::showText(help->globalPos(),
                               tr("%1, highest weight %2").arg(thumbnail.title, weightText(static_cast<double>(thumbnail.top))), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

QSizeF AttentionGrid::figureSize() const {
    if (m_thumbnails.empty()) return {400, 300};
    const double inner = kFigureWidth - kSpace * 4;
    const double grid = box(static_cast<int>(m_thumbnails.size()) - 1, inner, side(inner), figureFont(TextStyle::Caption)).bottom();
    const QFontMetricsF metrics(figureFont(TextStyle::Caption));
    const double caption = metrics.boundingRect(QRectF(0, 0, inner, 1000), Qt::TextWordWrap, m_caption).height();
    return {kFigureWidth, std::ceil(kSpace * 6 + QFontMetricsF(figureFont(TextStyle::Heading)).height() + grid + caption)};
}

void AttentionGrid::paintFigure(QPainter& painter, const QRectF& area, const Theme& colours) {
    const QRectF inner = area.adjusted(kSpace * 2, kSpace * 2, -kSpace * 2, -kSpace * 2);
    painter.setFont(figureFont(TextStyle::Heading));
    painter.setPen(colours.text);
    QRectF used;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, m_title, &used);
    const QFont small = figureFont(TextStyle::Caption);
    double bottom = used.bottom() + kSpace;
    const int hover = std::exchange(m_hover, -1);
    for (std::size_t i = 0; i < m_thumbnails.size(); ++i) {
        const QRectF area1 =
            box(static_cast<int>(i), inner.width(), side(inner.width()), small).translated(inner.left(), used.bottom() + kSpace);
        paintOne(painter, static_cast<int>(i), area1, small, colours);
        bottom = std::max(bottom, area1.bottom());
    }
    m_hover = hover;
    painter.setFont(small);
    painter.setPen(colours.textMuted);
    painter.drawText(QRectF(inner.left(), bottom + kSpace, inner.width(), inner.bottom() - bottom), Qt::TextWordWrap, m_caption);
}

}  // namespace strand
