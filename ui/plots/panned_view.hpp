// A plot that is moved and zoomed with mouse, wheel and keys: drag pans, wheel, + and - zoom, double click and Home show everything.
#pragma once

#include "ui/plots/figure.hpp"

#include <QWidget>

#include <optional>

namespace strand {

class PannedView : public QWidget, public Figure {
    Q_OBJECT

public:
    explicit PannedView(QWidget* parent = nullptr);
    /// What lies at `at` stays there.
    virtual void zoom(double factor, QPointF at) = 0;
    virtual void fit() = 0;

signals:
    void contextMenuAsked(QPoint globalPosition);

protected:
    virtual void pan(QPointF by) = 0;
    /// The cursor is there now; nullopt = it left.
    virtual void hover(std::optional<QPointF> at) = 0;
    /// A click without a drag, on what is under the cursor.
    virtual void click() = 0;
    /// Where the wheel zooms; empty = nowhere.
    [[nodiscard]] virtual QRectF zoomArea() const = 0;
    /// The place the keys zoom around.
    [[nodiscard]] virtual QPointF zoomCentre() const = 0;

    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    std::optional<QPointF> m_pressed;
    QPointF m_last;
    bool m_dragged = false;
};

}  // namespace strand
