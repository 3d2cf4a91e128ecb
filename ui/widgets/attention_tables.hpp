// Top pairs and top regions of one attention matrix, for copying and for walking through.
#pragma once

#include "ui/plots/matrix_view.hpp"

#include <QAbstractTableModel>
#include <QWidget>

class QTableView;

namespace strand {

class Segmented;

class PairTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setPicture(std::shared_ptr<const MatrixPicture> picture);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const MatrixPicture> m_picture;
};

class RegionTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setPicture(std::shared_ptr<const MatrixPicture> picture);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// chrom, start (0-based), end, name, score (fold times 100, at most 1000): https://samtools.github.io/hts-specs/BEDv1.pdf
    [[nodiscard]] QString bed() const;

private:
    std::shared_ptr<const MatrixPicture> m_picture;
};

class AttentionTables : public QWidget {
    Q_OBJECT

public:
    explicit AttentionTables(QWidget* parent = nullptr);
    void setPicture(const std::shared_ptr<const MatrixPicture>& picture);
    void retranslate();
    [[nodiscard]] PairTableModel& pairs() { return *m_pairs; }
    [[nodiscard]] RegionTableModel& regions() { return *m_regions; }

signals:
    void pairChosen(int query, int key);  ///< tokens
    void regionChosen(int token);         ///< its first token

private:
    [[nodiscard]] bool isVector() const;
    void nameTables();

    std::shared_ptr<const MatrixPicture> m_picture;
    Segmented* m_choice;
    QTableView *m_pairView, *m_regionView;
    PairTableModel* m_pairs;
    RegionTableModel* m_regions;
};

}  // namespace strand
