#include "ui/widgets/sequence_view.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr int kGroup = 10;            // residues between two gaps
constexpr double kGroupGap = kSpace;  // px between groups
constexpr double kLeading = 1.5;      // line height over font height
constexpr int kFastaLine = 60;        // residues a line of copied FASTA
constexpr double kPadding = 0.08;     // of the line height, above and below the colour
constexpr double kSelectedTint = 0.4;

}  // namespace

SequenceView::SequenceView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        measure();
        layOut();
    });
    measure();
    retranslate();
}

void SequenceView::show(const Sequence& sequence, SequenceKind kind) {
    const QString id = QString::fromStdString(sequence.id);
    const QString text = QString::fromStdString(sequence.residues).replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (id == m_id && text == m_text && kind == m_kind) return;  // read again: the selection stays
    m_id = id;
    m_text = text;
    m_kind = kind;
    m_anchor = m_caret = -1;
    measure();
    verticalScrollBar()->setValue(0);
    layOut();
    retranslate();
    emit selectionChanged();
}

void SequenceView::clear() { show({}, m_kind); }

void SequenceView::setMotif(const QString& motif) {
    m_motif = motif.toUpper();
    viewport()->update();
}

void SequenceView::select(std::int64_t first, std::int64_t last) {
    const bool nothing = first > last || length() == 0;
    m_anchor = nothing ? -1 : std::clamp<std::int64_t>(first, 0, length() - 1);
    m_caret = nothing ? -1 : std::clamp<std::int64_t>(last, 0, length() - 1);
    viewport()->update();
    emit selectionChanged();
}

QString SequenceView::selectedText() const {
    return hasSelection() ? m_text.mid(selectedFirst(), selectedLast() - selectedFirst() + 1) : QString();
}

/// Sizes that follow from font and length.
void SequenceView::measure() {
    const QFontMetricsF metrics(residueFont());
    const bool wide =
        m_kind == SequenceKind::Text && std::any_of(m_text.begin(), m_text.end(), [](QChar c) { return c.unicode() >= 0x1100; });
    m_advance = std::ceil(wide ? metrics.horizontalAdvance(QChar(0x4E2D)) : metrics.horizontalAdvance(QLatin1Char('A')));
    m_lineHeight = std::ceil(metrics.height() * kLeading);
    m_font = residueFont();
    m_font.setLetterSpacing(QFont::AbsoluteSpacing, m_advance - metrics.horizontalAdvance(wide ? QChar(0x4E2D) : QChar('A')));
    m_baseline = std::round(((m_lineHeight - metrics.height()) / 2) + metrics.ascent());
    m_margin = std::ceil(metrics.horizontalAdvance(number(std::max<std::int64_t>(length(), 1000)))) + (2 * kSpace);
}

void SequenceView::layOut() {
    const double room = viewport()->width() - m_margin - kSpace;
    const int groups = std::max(1, static_cast<int>((room + kGroupGap) / ((kGroup * m_advance) + kGroupGap)));
    // The residue on top stays on top.
    const std::int64_t top = static_cast<std::int64_t>(verticalScrollBar()->value()) * m_perLine;
    m_perLine = groups * kGroup;
    const auto lines = static_cast<int>((length() + m_perLine - 1) / m_perLine);
    const int visible = std::max(1, static_cast<int>(viewport()->height() / m_lineHeight) - 1);
    verticalScrollBar()->setRange(0, std::max(0, lines - visible));
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setValue(static_cast<int>(top / m_perLine));
    viewport()->update();
}

double SequenceView::xOf(int column) const {
    const double gaps = m_kind == SequenceKind::Text ? 0 : (column / kGroup) * kGroupGap;
    return m_margin + (column * m_advance) + gaps;
}

std::int64_t SequenceView::residueAt(const QPoint& point) const {
    if (length() == 0) return -1;
    const int row = std::max(0, static_cast<int>(std::floor(point.y() / m_lineHeight)) - 1);
    int column = 0;
    while (column + 1 < m_perLine && xOf(column + 1) <= point.x())
        ++column;
    const std::int64_t place = ((static_cast<std::int64_t>(verticalScrollBar()->value()) + row) * m_perLine) + column;
    return std::min<std::int64_t>(place, length() - 1);
}

void SequenceView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().surface);
    if (length() == 0) return;
    paintRuler(painter);
    const std::int64_t lines = (length() + m_perLine - 1) / m_perLine;
    double top = m_lineHeight;
    for (std::int64_t line = verticalScrollBar()->value(); line < lines && top < viewport()->height(); ++line, top += m_lineHeight)
        paintLine(painter, line, top);
}

void SequenceView::paintRuler(QPainter& painter) const {
    painter.setFont(fontOf(TextStyle::Caption));
    painter.setPen(theme().textFaint);
    const int last = static_cast<int>(std::min<std::int64_t>(m_perLine, length()));
    for (int column = kGroup; column <= last; column += kGroup) {
        const double right = xOf(column - 1) + m_advance;
        painter.drawText(QRectF(right - (kGroup * m_advance), 0, kGroup * m_advance, m_lineHeight - 4), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(column));
    }
    painter.setPen(theme().grid);
    painter.drawLine(QPointF(m_margin, m_lineHeight - 2), QPointF(xOf(last - 1) + m_advance, m_lineHeight - 2));
}

void SequenceView::paintLine(QPainter& painter, std::int64_t line, double top) const {
    const Theme& t = theme();
    const std::int64_t first = line * m_perLine, last = std::min(first + m_perLine, length());
    painter.setFont(fontOf(TextStyle::Caption));
    painter.setPen(t.textFaint);
    painter.drawText(QRectF(0, top, m_margin - kSpace, m_lineHeight), Qt::AlignRight | Qt::AlignVCenter, number(first + 1));
    const double pad = std::floor(m_lineHeight * kPadding);
    for (std::int64_t place = first; place < last; ++place) {
        const bool selected = hasSelection() && place >= selectedFirst() && place <= selectedLast();
        if (m_kind == SequenceKind::Text && !selected) continue;
        const QColor back = m_kind == SequenceKind::Text ? t.surface : t.residue(m_text[place], m_kind == SequenceKind::Protein);
        painter.fillRect(QRectF(xOf(static_cast<int>(place - first)), top + pad, m_advance, m_lineHeight - (2 * pad)),
                         selected ? mixed(back, t.accent, kSelectedTint) : back);
    }
    painter.setFont(m_font);
    painter.setPen(t.text);
    // Letters of one width go ten at a time; those of a text each into its own cell.
    const std::int64_t step = m_kind == SequenceKind::Text ? 1 : kGroup;
    for (std::int64_t place = first; place < last; place += step) {
        const QPointF base(xOf(static_cast<int>(place - first)), top + m_baseline);
        painter.drawText(base, m_text.mid(place, std::min(step, last - place)));
    }
    if (!m_motif.isEmpty()) paintMotif(painter, first, last, top + m_lineHeight - pad);
}

/// A bar under every place of the motif that touches the line.
void SequenceView::paintMotif(QPainter& painter, std::int64_t first, std::int64_t last, double top) const {
    const std::int64_t size = m_motif.size(), from = std::max<std::int64_t>(0, first - size + 1);
    const QStringView around = QStringView(m_text).mid(from, last - from + size - 1);
    for (qsizetype at = around.indexOf(m_motif, 0, Qt::CaseInsensitive); at >= 0;
         at = around.indexOf(m_motif, at + 1, Qt::CaseInsensitive)) {
        const auto begin = std::max<std::int64_t>(first, from + at), end = std::min<std::int64_t>(last, from + at + size);
        if (begin >= end) continue;
        const double left = xOf(static_cast<int>(begin - first)), right = xOf(static_cast<int>(end - 1 - first)) + m_advance;
        painter.fillRect(QRectF(left, top - 1, right - left, 2), theme().accent);
    }
}

void SequenceView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void SequenceView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const std::int64_t place = residueAt(event->pos());
    if (place >= 0) moveCaret(place, (event->modifiers() & Qt::ShiftModifier) != 0);
}

void SequenceView::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) != 0 && hasSelection()) moveCaret(residueAt(event->pos()), true);
}

void SequenceView::mouseDoubleClickEvent(QMouseEvent* event) {
    const std::int64_t place = residueAt(event->pos());
    if (place < 0) return;
    const std::int64_t group = place / kGroup * kGroup;
    select(group, group + kGroup - 1);
}

void SequenceView::moveCaret(std::int64_t to, bool extend) {
    if (length() == 0) return;
    const std::int64_t place = std::clamp<std::int64_t>(to, 0, length() - 1);
    select(extend && m_anchor >= 0 ? m_anchor : place, place);
    // select() puts the ends in order only for the reader: the caret is where the person is.
    const auto line = static_cast<int>(place / m_perLine);
    auto* bar = verticalScrollBar();
    if (line < bar->value()) bar->setValue(line);
    if (line >= bar->value() + bar->pageStep()) bar->setValue(line - bar->pageStep() + 1);
}

void SequenceView::keyPressEvent(QKeyEvent* event) {
    const bool extend = (event->modifiers() & Qt::ShiftModifier) != 0, far = (event->modifiers() & Qt::ControlModifier) != 0;
    const std::int64_t at = std::max<std::int64_t>(0, m_caret),
                       page = static_cast<std::int64_t>(verticalScrollBar()->pageStep()) * m_perLine;
    if (event->matches(QKeySequence::Copy)) return copy();
    if (event->matches(QKeySequence::SelectAll)) return select(0, length() - 1);
    switch (event->key()) {
        case Qt::Key_Left: return moveCaret(at - 1, extend);
        case Qt::Key_Right: return moveCaret(m_caret < 0 ? 0 : at + 1, extend);
        case Qt::Key_Up: return moveCaret(at - m_perLine, extend);
        case Qt::Key_Down: return moveCaret(at + m_perLine, extend);
        case Qt::Key_PageUp: return moveCaret(at - page, extend);
        case Qt::Key_PageDown: return moveCaret(at + page, extend);
        case Qt::Key_Home: return moveCaret(far ? 0 : at / m_perLine * m_perLine, extend);
        case Qt::Key_End: return moveCaret(far ? length() - 1 : (at / m_perLine * m_perLine) + m_perLine - 1, extend);
        default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void SequenceView::copy() const {
    if (length() > 0) QApplication::clipboard()->setText(hasSelection() ? selectedText() : m_text);
}

void SequenceView::copyFasta() const {
    QString out = QLatin1Char('>') + m_id + QLatin1Char('\n');
    for (std::int64_t at = 0; at < length(); at += kFastaLine)
        out += m_text.mid(at, kFastaLine) + QLatin1Char('\n');
    QApplication::clipboard()->setText(out);
}

void SequenceView::contextMenuEvent(QContextMenuEvent* event) {
    if (length() == 0) return;
    QMenu menu(this);
    menu.addAction(hasSelection() ? tr("Copy selection") : tr("Copy sequence"), this, &SequenceView::copy);
    if (m_kind != SequenceKind::Text) menu.addAction(tr("Copy as FASTA"), this, &SequenceView::copyFasta);
    menu.addAction(tr("Select all"), this, [this] { select(0, length() - 1); });
    menu.exec(event->globalPos());
}

bool SequenceView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip && length() > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::int64_t place = residueAt(help->pos());
        //: %1 position, %2 residue letter
        QToolTip::showText(help->globalPos(), tr("position %1: %2").arg(number(place + 1), QString(m_text[place])), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void SequenceView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void SequenceView::retranslate() {
    setAccessibleName(m_id.isEmpty() ? tr("Sequence") : tr("Sequence %1").arg(m_id));
    setAccessibleDescription(m_text.left(1000));
}

}  // namespace strand
