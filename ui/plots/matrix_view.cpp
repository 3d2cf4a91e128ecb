#include "ui/plots/matrix_view.hpp"

#include "ui/plots/matrix_scene.hpp"
#include "ui/text/sentences.hpp"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr std::int64_t kTableCells = 250'000;
constexpr double kFigureMap = 560;  ///< longer side of the map in a figure

QRgb hiddenColour(const Theme& theme) { return mixed(theme.surface, theme.textFaint, 0.28).rgb(); }

}  // namespace

MatrixView::MatrixView(QWidget* parent) : PannedView(parent) {
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        m_frameStale = true;
        relayout();
    });
}

MatrixView::Scene MatrixView::scene(const Theme& colours, bool figure) const {
    static thread_local ColourTable table;
    table = colourTable(m_colourMap, hiddenColour(colours));
    QFont letterFont = residueFont(TextStyle::Caption);
    if (figure) letterFont.setPixelSize(figureFont(TextStyle::Caption).pixelSize());
    Scene out{.picture = *m_picture,
              .transform = m_transform,
              .theme = colours,
              .colours = table,
              .residues = m_residues,
              .cell = cell(),
              .small = figure ? figureFont(TextStyle::Caption) : fontOf(TextStyle::Caption),
              .letterFont = letterFont};
    out.letters = m_letters;
    if (!figure) out.profile = std::clamp(height() * 0.11, 22.0, out.profile);
    return out;
}

void MatrixView::setPicture(std::shared_ptr<const MatrixPicture> picture) {
    std::int64_t query = -1, key = -1;
    if (m_picture && m_chosen.valid()) {
        query = m_picture->matrix.queries[static_cast<std::size_t>(m_chosen.row)];
        key = m_picture->matrix.keys[static_cast<std::size_t>(m_chosen.column)];
    }
    m_picture = std::move(picture);
    m_hover = {};
    m_chosen = cellOf(query, key);
    relayout();
    cellChanged();
}

void MatrixView::setColourMap(ColourMap map) {
    m_colourMap = map;
    m_frameStale = true;
    update();
}

void MatrixView::setResidues(ResidueColours residues) {
    m_residues = residues;
    update();
}

void MatrixView::setFigureTexts(const QString& name, const QString& title, const QString& caption) {
    m_figureName = name;
    m_title = title;
    m_caption = caption;
    setAccessibleName(title);
}

void MatrixView::relayout() {
    if (m_picture && !m_picture->matrix.empty()) {
        const auto layOut = [this](bool letters) {
            m_letters = letters;
            const MatrixMargins around = scene(theme(), false).margins();
            m_transform.setSizes(
                m_picture->matrix.rows, m_picture->matrix.columns,
                {std::max(40.0, width() - around.left - around.right), std::max(40.0, height() - around.top - around.bottom)});
        };
        layOut(true);
        // Letters take room of their own: where cells are too small for them beside it, they are left out.
        if (m_transform.cellWidth() < TokenRuler::kSmallestLetterCell) layOut(false);
    }
    m_frameStale = true;
    update();
}

QRectF MatrixView::mapArea() const {
    if (!m_picture || m_picture->matrix.empty()) return {};
    const MatrixMargins around = scene(theme(), false).margins();
    const QSizeF map = m_transform.size();
    const double spare = std::max(0.0, width() - around.left - map.width() - around.right);
    return {QPointF(std::round(around.left + spare / 2), std::round(around.top)), map};
}

void MatrixView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    if (!m_picture || m_picture->matrix.empty()) return;
    const Scene what = scene(theme(), false);
    const QRectF map = mapArea();
    const double ratio = devicePixelRatioF();
    const QSize pixels(std::max(1, qRound(map.width() * ratio)), std::max(1, qRound(map.height() * ratio)));
    if (m_frameStale || m_frame.size() != pixels) {
        if (m_frame.size() != pixels) m_frame = QImage(pixels, QImage::Format_RGB32);
        m_frame.setDevicePixelRatio(ratio);
        m_picture->pyramid.render(m_frame, m_transform.visibleCells(), what.colours, theme().surface.rgb());
        m_frameStale = false;
    }
    painter.drawImage(map.topLeft(), m_frame);
    what.paint(painter, map.topLeft());
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(map.adjusted(-1, -1, 1, 1));
    }
}

void MatrixView::resizeEvent(QResizeEvent*) { relayout(); }

void MatrixView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) relayout();
    QWidget::changeEvent(event);
}

void MatrixView::choose(Cell cell) {
    if (!m_picture || cell == m_chosen) return;
    m_chosen = cell;
    if (cell.valid()) {
        m_transform.show(cell.row, cell.column);
        m_frameStale = true;
    }
    cellChanged();
}

MatrixView::Cell MatrixView::cellOf(std::int64_t query, std::int64_t key) const {
    if (!m_picture || query < 0 || key < 0) return {};
    const auto place = [](const std::vector<std::int32_t>& tokens, std::int64_t token) -> std::int64_t {
        const auto found = std::lower_bound(tokens.begin(), tokens.end(), token);
        return found != tokens.end() && *found == token ? found - tokens.begin() : -1;
    };
    const Cell cell{place(m_picture->matrix.queries, query), place(m_picture->matrix.keys, key)};
    return cell.valid() ? cell : Cell{};
}

void MatrixView::chooseTokens(std::int64_t query, std::int64_t key) { choose(cellOf(query, key)); }

void MatrixView::cellChanged() {
    setAccessibleDescription(readOut());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
    emit cellMoved();
}

void MatrixView::hover(std::optional<QPointF> at) {
    Cell next;
    if (at) {
        const QPointF inside = *at - mapArea().topLeft();
        next = {m_transform.rowAt(inside.y()), m_transform.columnAt(inside.x())};
        if (!next.valid()) next = {};
    }
    if (next == m_hover) return;
    m_hover = next;
    cellChanged();
}

QString MatrixView::readOut() const {
    const Cell at = cell();
    if (!m_picture || !at.valid() || at.row >= m_picture->matrix.rows || at.column >= m_picture->matrix.columns) return {};
    const AttentionMatrix& matrix = m_picture->matrix;
    const float value = matrix.at(at.row, at.column);
    const QString weight = std::isnan(value) ? tr("hidden") : weightText(static_cast<double>(value));
    const QString key = tokenTitle(*m_picture->map, matrix.keys[static_cast<std::size_t>(at.column)]);
    return tr("query (asks) %1 → key (is asked) %2: %3")
        .arg(tokenTitle(*m_picture->map, matrix.queries[static_cast<std::size_t>(at.row)]), key, weight);
}

void MatrixView::zoom(double factor, QPointF at) {
    const QPointF before = mapArea().topLeft();
    const QPointF under = m_transform.cellAt(at - before);
    m_transform.zoom(factor, at - before);
    relayout();
    // Rulers may have come or gone with their room: the cell stays under the cursor.
    if (!m_transform.isFitted())
        m_transform.pan(at - mapArea().topLeft() - QPointF(m_transform.xOf(under.x()), m_transform.yOf(under.y())));
}

void MatrixView::fit() {
    m_transform.fit();
    relayout();
}

void MatrixView::pan(QPointF by) {
    m_transform.pan(by);
    m_frameStale = true;
    update();
}

void MatrixView::click() {
    if (!m_hover.valid()) return;
    choose(m_hover);
    emit cellChosen(m_picture->matrix.queries[static_cast<std::size_t>(m_hover.row)],
                    m_picture->matrix.keys[static_cast<std::size_t>(m_hover.column)]);
}

QPointF MatrixView::zoomCentre() const {
    const QRectF map = mapArea();
    const Cell at = cell();
    if (!at.valid()) return map.center();
    return map.topLeft() +
           QPointF(m_transform.xOf(static_cast<double>(at.column) + 0.5), m_transform.yOf(static_cast<double>(at.row) + 0.5));
}

void MatrixView::keyPressEvent(QKeyEvent* event) {
    if (!m_picture || m_picture->matrix.empty()) return PannedView::keyPressEvent(event);
    const std::int64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    std::int64_t down = 0, right = 0;
    switch (event->key()) {
        case Qt::Key_Left: right = -step; break;
        case Qt::Key_Right: right = step; break;
        case Qt::Key_Up: down = -step; break;
        case Qt::Key_Down: down = step; break;
        case Qt::Key_Escape:
            if (m_chosen.valid()) return choose({});
            [[fallthrough]];
        default: return PannedView::keyPressEvent(event);
    }
    Cell next = m_chosen.valid() ? m_chosen : m_hover;
    m_hover = {};
    if (next.valid()) {
        next.row = std::clamp<std::int64_t>(next.row + down, 0, m_picture->matrix.rows - 1);
        next.column = std::clamp<std::int64_t>(next.column + right, 0, m_picture->matrix.columns - 1);
    } else {
        next = {0, 0};
    }
    choose(next);
    emit cellChosen(m_picture->matrix.queries[static_cast<std::size_t>(next.row)],
                    m_picture->matrix.keys[static_cast<std::size_t>(next.column)]);
}

QString MatrixView::figureName() const { return m_figureName.isEmpty() ? QStringLiteral("attention") : m_figureName; }

namespace {

/// The part of the matrix on screen, as large as a figure wants it.
MatrixTransform figureTransform(const MatrixTransform& screen, const MatrixPicture& picture) {
    MatrixTransform out;
    const QRectF cells = screen.visibleCells();
    const double cell = std::min(kFigureMap / cells.width(), kFigureMap / cells.height());
    const QSizeF room(cell * cells.width(), cell * cells.height());
    out.setPart(picture.matrix.rows, picture.matrix.columns, room, cells.topLeft(), cell);
    return out;
}

}  // namespace

QSizeF MatrixView::figureSize() const {
    if (!m_picture || m_picture->matrix.empty()) return {400, 300};
    const MatrixTransform part = figureTransform(m_transform, *m_picture);
    Scene what = scene(themeOf(ThemeName::Light), true);
    what.letters = part.cellWidth() >= TokenRuler::kSmallestLetterCell;
    const MatrixMargins around = what.margins();
    const QSizeF map = part.size();
    const double width = std::max(map.width() + around.left + around.right, 520.0) + kSpace * 4;
    const QFontMetricsF metrics(figureFont(TextStyle::Caption));
    const double caption = metrics.boundingRect(QRectF(0, 0, width - kSpace * 4, 1000), Qt::TextWordWrap, m_caption).height();
    return {std::ceil(width), std::ceil(kSpace * 4 + QFontMetricsF(figureFont(TextStyle::Heading)).height() + kSpace + around.top +
                                        map.height() + around.bottom + kSpace + caption)};
}

void MatrixView::paintFigure(QPainter& painter, const QRectF& area, const Theme& colours) {
    if (!m_picture || m_picture->matrix.empty()) return;
    const QRectF inner = area.adjusted(kSpace * 2, kSpace * 2, -kSpace * 2, -kSpace * 2);
    painter.setFont(figureFont(TextStyle::Heading));
    painter.setPen(colours.text);
    QRectF used;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, m_title, &used);

    const MatrixTransform part = figureTransform(m_transform, *m_picture);
    const Scene screen = scene(colours, true);
    Scene what{.picture = screen.picture,
               .transform = part,
               .theme = colours,
               .colours = screen.colours,
               .residues = screen.residues,
               .cell = m_chosen,
               .small = screen.small,
               .letterFont = screen.letterFont};
    what.letters = part.cellWidth() >= TokenRuler::kSmallestLetterCell;
    const MatrixMargins around = what.margins();
    const QPointF corner(inner.left() + around.left, used.bottom() + kSpace + around.top);
    // At least two pixels a CSS pixel and, where that is not too much, one a cell.
    const double detail = std::clamp(part.visibleCells().width() / part.size().width(), 2.0, 4.0);
    QImage image((part.size() * detail).toSize(), QImage::Format_RGB32);
    m_picture->pyramid.render(image, part.visibleCells(), what.colours, qRgb(255, 255, 255));
    painter.drawImage(QRectF(corner, part.size()), image);
    what.paint(painter, corner);

    const QFont small = figureFont(TextStyle::Caption);
    painter.setFont(small);
    painter.setPen(colours.textMuted);
    const double top = corner.y() + part.size().height() + around.bottom + kSpace;
    painter.drawText(QRectF(inner.left(), top, inner.width(), inner.bottom() - top + 4), Qt::TextWordWrap, m_caption);
}

QString MatrixView::figureTable() const {
    if (!m_picture) return {};
    const AttentionMatrix& matrix = m_picture->matrix;
    QString out = tr("query") + QLatin1Char('\t') + tr("query token") + QLatin1Char('\t') + tr("key") + QLatin1Char('\t') +
                  tr("key token") + QLatin1Char('\t') + tr("weight") + QLatin1Char('\n');
    const auto token = [&](std::int32_t i) {
        return tokenPlace(*m_picture->map, i) + QLatin1Char('\t') +
               QString::fromStdString(m_picture->map->tokens[static_cast<std::size_t>(i)]) + QLatin1Char('\t');
    };
    std::int64_t written = 0;
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        for (std::int64_t column = 0; column < matrix.columns; ++column) {
            if (std::isnan(matrix.at(row, column))) continue;
            if (++written > kTableCells) return out;
            out += token(matrix.queries[static_cast<std::size_t>(row)]) + token(matrix.keys[static_cast<std::size_t>(column)]) +
                   QString::number(static_cast<double>(matrix.at(row, column)), 'g', 6) + QLatin1Char('\n');
        }
    }
    return out;
}

}  // namespace strand
