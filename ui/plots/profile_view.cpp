#include "ui/plots/profile_view.hpp"

#include "ui/plots/profile_scene.hpp"
#include "ui/text/sentences.hpp"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr double kFigureWidth = 720, kFigureHeight = 200;  ///< of the bars in a figure

}  // namespace

ProfileView::ProfileView(QWidget* parent) : PannedView(parent) {
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &ProfileView::relayout);
}

ProfileView::Scene ProfileView::scene(const Theme& colours, bool figure) const {
    QFont letterFont = residueFont(TextStyle::Caption);
    if (figure) letterFont.setPixelSize(figureFont(TextStyle::Caption).pixelSize());
    return {.picture = *m_picture,
            .theme = colours,
            .residues = m_residues,
            .column = figure ? m_chosen : column(),
            .small = figure ? figureFont(TextStyle::Caption) : fontOf(TextStyle::Caption),
            .letterFont = letterFont,
            .first = m_transform.visibleCells().left(),
            .cell = m_transform.cellWidth()};
}

void ProfileView::setPicture(std::shared_ptr<const MatrixPicture> picture) {
    const std::int64_t token = !empty() && m_chosen >= 0 ? m_picture->matrix.keys[static_cast<std::size_t>(m_chosen)] : -1;
    m_picture = std::move(picture);
    m_hover = -1;
    m_chosen = columnOf(token);
    relayout();
    columnChanged();
}

void ProfileView::setResidues(ResidueColours residues) {
    m_residues = residues;
    update();
}

void ProfileView::setFigureTexts(const QString& name, const QString& title, const QString& caption) {
    m_figureName = name;
    m_title = title;
    m_caption = caption;
    setAccessibleName(title);
}

void ProfileView::relayout() {
    update();
    if (empty()) return;
    // The rulers have the same room with and without letters, so that they do not jump while zooming.
    Scene what = scene(theme(), false);
    what.cell = TokenRuler::kSmallestLetterCell;
    const QMarginsF around = what.margins();
    const QSizeF room(std::max(40.0, width() - around.left() - around.right()), std::max(40.0, height() - around.top() - around.bottom()));
    m_transform.setCellHeight(room.height());
    m_transform.setSizes(1, m_picture->matrix.columns, room);
}

QRectF ProfileView::plotArea() const {
    if (empty()) return {};
    Scene what = scene(theme(), false);
    what.cell = TokenRuler::kSmallestLetterCell;
    const QMarginsF around = what.margins();
    return {QPointF(std::round(around.left()), std::round(around.top())), m_transform.size()};
}

void ProfileView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    if (empty()) return;
    const QRectF plot = plotArea();
    scene(theme(), false).paint(painter, plot);
    if (!hasFocus()) return;
    painter.setPen(QPen(theme().accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot.adjusted(-1, -1, 1, 1));
}

void ProfileView::resizeEvent(QResizeEvent*) { relayout(); }

void ProfileView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) relayout();
    QWidget::changeEvent(event);
}

std::int64_t ProfileView::columnOf(std::int64_t token) const {
    if (empty() || token < 0) return -1;
    const auto& keys = m_picture->matrix.keys;
    const auto found = std::lower_bound(keys.begin(), keys.end(), token);
    return found != keys.end() && *found == token ? found - keys.begin() : -1;
}

void ProfileView::choose(std::int64_t column) {
    if (empty() || column == m_chosen) return;
    m_chosen = column;
    if (column >= 0) m_transform.show(0, column);
    columnChanged();
}

void ProfileView::chooseToken(std::int64_t token) { choose(columnOf(token)); }

void ProfileView::columnChanged() {
    setAccessibleDescription(readOut());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
    emit columnMoved();
}

void ProfileView::hover(std::optional<QPointF> at) {
    const QRectF plot = plotArea();
    const bool off = !at || at->y() < plot.top() || at->y() > height();
    const std::int64_t next = off ? -1 : m_transform.columnAt(at->x() - plot.left());
    if (next == m_hover) return;
    m_hover = next;
    columnChanged();
}

QString ProfileView::readOut() const {
    const std::int64_t at = column();
    if (empty() || at < 0 || at >= m_picture->matrix.columns) return {};
    const auto weight = static_cast<double>(m_picture->matrix.at(0, at));
    const QString token = tokenTitle(*m_picture->map, m_picture->matrix.keys[static_cast<std::size_t>(at)]);
    return tr("%1: %2 · %3 times an equal share")
        .arg(token, weightText(weight), real(weight * static_cast<double>(m_picture->matrix.columns), 1));
}

void ProfileView::zoom(double factor, QPointF at) {
    m_transform.zoom(factor, at - plotArea().topLeft());
    update();
}

void ProfileView::fit() {
    m_transform.fit();
    update();
}

void ProfileView::pan(QPointF by) {
    m_transform.pan({by.x(), 0});
    update();
}

void ProfileView::click() {
    if (m_hover < 0) return;
    choose(m_hover);
    emit tokenChosen(m_picture->matrix.keys[static_cast<std::size_t>(m_hover)]);
}

QPointF ProfileView::zoomCentre() const {
    const double middle = column() < 0 ? m_transform.size().width() / 2 : m_transform.xOf(static_cast<double>(column()) + 0.5);
    return plotArea().topLeft() + QPointF(middle, 0);
}

void ProfileView::keyPressEvent(QKeyEvent* event) {
    const bool moves = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (empty() || !moves) return PannedView::keyPressEvent(event);
    const std::int64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const std::int64_t from = column() < 0 ? 0 : column();
    m_hover = -1;
    choose(std::clamp<std::int64_t>(from + (event->key() == Qt::Key_Left ? -step : step), 0, m_picture->matrix.columns - 1));
    emit tokenChosen(m_picture->matrix.keys[static_cast<std::size_t>(m_chosen)]);
}

QString ProfileView::figureName() const { return m_figureName.isEmpty() ? QStringLiteral("attention") : m_figureName; }

QSizeF ProfileView::figureSize() const {
    if (empty()) return {400, 300};
    const QMarginsF around = scene(themeOf(ThemeName::Light), true).margins();
    const double width = kFigureWidth + around.left() + around.right();
    const QFontMetricsF metrics(figureFont(TextStyle::Caption));
    const double caption = metrics.boundingRect(QRectF(0, 0, width, 1000), Qt::TextWordWrap, m_caption).height();
    return {std::ceil(width + kSpace * 4), std::ceil(kSpace * 6 + QFontMetricsF(figureFont(TextStyle::Heading)).height() + around.top() +
                                                     kFigureHeight + around.bottom() + caption)};
}

void ProfileView::paintFigure(QPainter& painter, const QRectF& area, const Theme& colours) {
    if (empty()) return;
    const QRectF inner = area.adjusted(kSpace * 2, kSpace * 2, -kSpace * 2, -kSpace * 2);
    painter.setFont(figureFont(TextStyle::Heading));
    painter.setPen(colours.text);
    QRectF used;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, m_title, &used);
    Scene what = scene(colours, true);
    const QMarginsF around = what.margins();
    const QRectF plot(inner.left() + around.left(), used.bottom() + kSpace + around.top(), kFigureWidth, kFigureHeight);
    what.cell = kFigureWidth / m_transform.visibleCells().width();
    what.paint(painter, plot);
    painter.setFont(figureFont(TextStyle::Caption));
    painter.setPen(colours.textMuted);
    const double top = plot.bottom() + around.bottom() + kSpace;
    painter.drawText(QRectF(inner.left(), top, inner.width(), inner.bottom() - top + 4), Qt::TextWordWrap, m_caption);
}

QString ProfileView::figureTable() const {
    if (empty()) return {};
    QString out = tr("place") + QLatin1Char('\t') + tr("token") + QLatin1Char('\t') + tr("weight") + QLatin1Char('\n');
    for (std::int64_t i = 0; i < m_picture->matrix.columns; ++i) {
        const std::int32_t token = m_picture->matrix.keys[static_cast<std::size_t>(i)];
        out += tokenPlace(*m_picture->map, token) + QLatin1Char('\t') +
               QString::fromStdString(m_picture->map->tokens[static_cast<std::size_t>(token)]) + QLatin1Char('\t') +
               QString::number(static_cast<double>(m_picture->matrix.at(0, i)), 'g', 6) + QLatin1Char('\n');
    }
    return out;
}

}  // namespace strand
