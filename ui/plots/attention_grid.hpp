// The heads of a model at a glance: one small heatmap a layer and head; a click opens one.
#pragma once

#include "ui/plots/colour_map.hpp"
#include "ui/plots/figure.hpp"

#include <QWidget>

#include <vector>

namespace strand {

/// One small heatmap, levels ready to be coloured.
struct AttentionThumbnail {
    std::int64_t layer = 0, head = 0;
    QString title;  ///< "Layer 1 · Head 2"
    std::int64_t rows = 0, columns = 0;
    std::vector<std::uint8_t> levels;  ///< [rows, columns]
    float top = 0;                     ///< highest weight
};

/// Rows are layers, columns heads; as wide as the room, as high as needed.
class AttentionGrid : public QWidget, public Figure {
    Q_OBJECT

public:
    explicit AttentionGrid(QWidget* parent = nullptr);
    /// `columns` thumbnails a row.
    void setThumbnails(std::vector<AttentionThumbnail> thumbnails, int columns);
    void setColourMap(ColourMap map);
    /// The height at hand, 0 = any: where all rows almost fit in, they are made to.
    void setRoom(int height);
    void setCurrent(int index);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] const std::vector<AttentionThumbnail>& thumbnails() const { return m_thumbnails; }
    void setFigureTexts(const QString& name, const QString& title, const QString& caption);
    [[nodiscard]] QPoint thumbnailCentre(int index) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {640, heightForWidth(640)}; }

    [[nodiscard]] QString figureName() const override { return m_figureName; }
    [[nodiscard]] QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) override;

signals:
    void opened(int index);
    void currentChanged(int index);
    void contextMenuAsked(QPoint globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] double side(double width) const;
    [[nodiscard]] double shownSide(double width) const;
    [[nodiscard]] QRectF shownBox(int index, int width) const;
    [[nodiscard]] QRectF box(int index, double width, double side, const QFont& font) const;
    [[nodiscard]] int indexAt(QPointF at) const;
    void paintOne(QPainter& painter, int index, const QRectF& box, const QFont& font, const Theme& theme) const;
    void recolour();

    std::vector<AttentionThumbnail> m_thumbnails;
    std::vector<QImage> m_images;
    int m_columns = 1;
    int m_current = -1, m_hover = -1, m_room = 0;
    ColourMap m_colourMap = ColourMap::Viridis;
    QString m_figureName = QStringLiteral("attention-heads"), m_title, m_caption;
};

}  // namespace strand
