// The table behind a figure in a window of its own: for people who do not see the plot, and for copying.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

class QWidget;

namespace strand {

/// Rows of tab separated text, the first line being the header; cells are cut out when asked for.
class TsvModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TsvModel(const QString& tsv, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_header, m_rows;
};

/// Opens beside the window of `owner`, which stays usable; closes with it.
void showDataTable(QWidget& owner, const QString& title, const QString& tsv);

}  // namespace strand
