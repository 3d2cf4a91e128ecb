#include "ui/plots/panned_view.hpp"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace strand {

namespace {
constexpr double kZoomStep = 1.25;
constexpr int kWheelStep = 120, kClickReach = 4;
}  // namespace

PannedView::PannedView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PannedView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = m_last = event->position();
    m_dragged = false;
}

void PannedView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_pressed && (m_dragged || (at - *m_pressed).manhattanLength() > kClickReach)) {
        m_dragged = true;
        setCursor(Qt::ClosedHandCursor);
        pan(at - m_last);
        m_last = at;
    }
    hover(at);
}

void PannedView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_pressed && !m_dragged) click();
    m_pressed.reset();
    unsetCursor();
}

void PannedView::mouseDoubleClickEvent(QMouseEvent*) { fit(); }

void PannedView::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() == 0 || !zoomArea().contains(event->position())) return event->ignore();
    zoom(std::pow(kZoomStep, event->angleDelta().y() / static_cast<double>(kWheelStep)), event->position());
    hover(event->position());
    event->accept();
}

void PannedView::leaveEvent(QEvent*) { hover(std::nullopt); }

void PannedView::keyPressEvent(QKeyEvent* event) {
    if (zoomArea().isEmpty()) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoom(kZoomStep, zoomCentre());
        case Qt::Key_Minus: return zoom(1 / kZoomStep, zoomCentre());
        case Qt::Key_Home: return fit();
        default: return QWidget::keyPressEvent(event);
    }
}

void PannedView::contextMenuEvent(QContextMenuEvent* event) { emit contextMenuAsked(event->globalPos()); }

}  // namespace strand
