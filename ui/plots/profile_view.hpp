// One attention weight a token, as bars over the sequence: letters and places below, and a line where equal weights would be.
#pragma once

#include "ui/plots/matrix_view.hpp"
#include "ui/plots/panned_view.hpp"

namespace strand {

/// Of a picture with one row. Left and Right move the mark.
class ProfileView : public PannedView {
    Q_OBJECT

public:
    explicit ProfileView(QWidget* parent = nullptr);

    /// The chosen bar stays with its token.
    void setPicture(std::shared_ptr<const MatrixPicture> picture);
    [[nodiscard]] const std::shared_ptr<const MatrixPicture>& picture() const { return m_picture; }
    void setResidues(ResidueColours residues);
    void setFigureTexts(const QString& name, const QString& title, const QString& caption);

    /// The bar under the cursor, else the chosen one; -1 = none.
    [[nodiscard]] std::int64_t column() const { return m_hover >= 0 ? m_hover : m_chosen; }
    [[nodiscard]] std::int64_t chosen() const { return m_chosen; }
    void choose(std::int64_t column);
    void chooseToken(std::int64_t token);
    /// "12 'A': 0.041 · 2.3 times an equal share"; empty without a bar.
    [[nodiscard]] QString readOut() const;

    void zoom(double factor, QPointF at) override;
    void fit() override;
    [[nodiscard]] const MatrixTransform& transform() const { return m_transform; }
    /// Where the bars lie in the widget.
    [[nodiscard]] QRectF plotArea() const;

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) override;
    [[nodiscard]] QString figureTable() const override;

    [[nodiscard]] QSize sizeHint() const override { return {640, 320}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {300, 160}; }

signals:
    void columnMoved();           ///< the bar of the read-out
    void tokenChosen(int token);  ///< by click or keys

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void pan(QPointF by) override;
    void hover(std::optional<QPointF> at) override;
    void click() override;
    [[nodiscard]] QRectF zoomArea() const override { return empty() ? QRectF() : QRectF(rect()); }
    [[nodiscard]] QPointF zoomCentre() const override;

private:
    struct Scene;
    [[nodiscard]] bool empty() const { return !m_picture || m_picture->matrix.empty(); }
    [[nodiscard]] Scene scene(const Theme& theme, bool figure) const;
    [[nodiscard]] std::int64_t columnOf(std::int64_t token) const;
    void relayout();
    void columnChanged();

    std::shared_ptr<const MatrixPicture> m_picture;
    ResidueColours m_residues = ResidueColours::None;
    MatrixTransform m_transform;
    std::int64_t m_hover = -1, m_chosen = -1;
    QString m_figureName, m_title, m_caption;
};

}  // namespace strand
