// One sequence, wrapped to the width: residues in their published colours under a ruler, with a selection to copy.
#pragma once

#include "storage/dataset_store.hpp"

#include <QAbstractScrollArea>

namespace strand {

/// Paints only the lines on the screen: as quick at a million residues as at forty. Texts are laid out by characters, without colours.
class SequenceView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit SequenceView(QWidget* parent = nullptr);

    void show(const Sequence& sequence, SequenceKind kind);
    void clear();
    using QWidget::show;
    /// Marks every place of `motif`, in either case; empty = none.
    void setMotif(const QString& motif);
    /// 0-based places, both included; first > last = nothing.
    void select(std::int64_t first, std::int64_t last);
    [[nodiscard]] std::int64_t selectedFirst() const { return std::min(m_anchor, m_caret); }
    [[nodiscard]] std::int64_t selectedLast() const { return std::max(m_anchor, m_caret); }
    [[nodiscard]] bool hasSelection() const { return m_anchor >= 0; }
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] std::int64_t length() const { return m_text.size(); }
    [[nodiscard]] int perLine() const { return m_perLine; }
    /// The residue under a point of the viewport; -1 = none.
    [[nodiscard]] std::int64_t residueAt(const QPoint& point) const;
    void copy() const;
    void retranslate();

signals:
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    void layOut();
    void moveCaret(std::int64_t to, bool extend);
    void copyFasta() const;
    void paintRuler(QPainter& painter) const;
    void paintLine(QPainter& painter, std::int64_t line, double top) const;
    void paintMotif(QPainter& painter, std::int64_t first, std::int64_t last, double top) const;
    [[nodiscard]] double xOf(int column) const;

    QString m_id, m_text, m_motif;
    SequenceKind m_kind = SequenceKind::Dna;
    std::int64_t m_anchor = -1, m_caret = -1;
    int m_perLine = 10;
    double m_advance = 8, m_lineHeight = 18, m_margin = 60, m_baseline = 12;
    QFont m_font;
};

}  // namespace strand
