// One attention matrix: heatmap with residue rulers, colour bar, cross-hair, and the profiles of the query row and the key column beside it.
#pragma once

#include "ui/plots/attention_view_model.hpp"
#include "ui/plots/colour_map.hpp"
#include "ui/plots/matrix_raster.hpp"
#include "ui/plots/panned_view.hpp"
#include "ui/plots/token_ruler.hpp"

#include <memory>
#include <optional>

namespace strand {

/// All that belongs to one picture; made on a worker, then only read.
struct MatrixPicture {
    std::shared_ptr<const AttentionMap> map;
    AttentionChoice choice;
    AttentionMatrix matrix;
    ColourScale scale;
    MatrixPyramid pyramid;
    std::vector<float> mean;  ///< [columns] what each key receives, over all queries shown
    std::vector<AttentionPair> pairs;
    std::vector<AttentionRegion> regions;
};

/// Arrows move the cross-hair. A frame takes the time of its pixels, whatever the size of the matrix.
class MatrixView : public PannedView {
    Q_OBJECT

public:
    explicit MatrixView(QWidget* parent = nullptr);

    /// The chosen cell stays with its tokens.
    void setPicture(std::shared_ptr<const MatrixPicture> picture);
    [[nodiscard]] const std::shared_ptr<const MatrixPicture>& picture() const { return m_picture; }
    void setColourMap(ColourMap map);
    void setResidues(ResidueColours residues);
    void setFigureTexts(const QString& name, const QString& title, const QString& caption);

    struct Cell {
        std::int64_t row = -1, column = -1;
        [[nodiscard]] bool valid() const { return row >= 0 && column >= 0; }
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    /// The cell under the cursor, else the one chosen by click or keys.
    [[nodiscard]] Cell cell() const { return m_hover.valid() ? m_hover : m_chosen; }
    void choose(Cell cell);
    /// The cell of two tokens; none where one of them is not shown.
    void chooseTokens(std::int64_t query, std::int64_t key);
    [[nodiscard]] Cell chosen() const { return m_chosen; }
    /// "query (asks) 12 'A' → key (is asked) 30 'T': 0.041"; empty without a cell.
    [[nodiscard]] QString readOut() const;

    void zoom(double factor, QPointF at) override;
    void fit() override;
    [[nodiscard]] const MatrixTransform& transform() const { return m_transform; }
    /// Where the heatmap lies in the widget.
    [[nodiscard]] QRectF mapArea() const;

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) override;
    /// query, key and weight of every cell shown, up to 250,000 of them.
    [[nodiscard]] QString figureTable() const override;

    [[nodiscard]] QSize sizeHint() const override { return {640, 560}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {300, 200}; }

signals:
    void cellMoved();                     ///< the cell of the read-out
    void cellChosen(int query, int key);  ///< tokens

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void pan(QPointF by) override;
    void hover(std::optional<QPointF> at) override;
    void click() override;
    [[nodiscard]] QRectF zoomArea() const override { return mapArea(); }
    [[nodiscard]] QPointF zoomCentre() const override;

private:
    struct Scene;
    [[nodiscard]] Scene scene(const Theme& theme, bool figure) const;
    void relayout();
    [[nodiscard]] Cell cellOf(std::int64_t query, std::int64_t key) const;
    void cellChanged();

    std::shared_ptr<const MatrixPicture> m_picture;
    ColourMap m_colourMap = ColourMap::Viridis;
    ResidueColours m_residues = ResidueColours::None;
    MatrixTransform m_transform;
    QImage m_frame;
    bool m_frameStale = true;
    bool m_letters = true;  ///< the rulers show tokens
    Cell m_hover, m_chosen;
    QString m_figureName, m_title, m_caption;
};

}  // namespace strand
