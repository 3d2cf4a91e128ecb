#include "ui/plots/data_table_window.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/table_copy.hpp"

#include <QDialog>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace strand {

TsvModel::TsvModel(const QString& tsv, QObject* parent)
    : QAbstractTableModel(parent), m_rows(tsv.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
    if (!m_rows.isEmpty()) m_header = m_rows.takeFirst().split(QLatin1Char('\t'));
}

int TsvModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int TsvModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_header.size()); }

QVariant TsvModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole) return m_rows[index.row()].section(QLatin1Char('\t'), index.column(), index.column());
    if (role == Qt::TextAlignmentRole && index.column() > 0) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant TsvModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    return orientation == Qt::Horizontal ? QVariant(m_header.value(section)) : QVariant(section + 1);
}

void showDataTable(QWidget& owner, const QString& title, const QString& tsv) {
    auto* window = new QDialog(&owner);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(title);
    window->resize(560, 520);
    auto* view = new QTableView(window);
    view->setModel(new TsvModel(tsv, view));
    view->setAccessibleName(title);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + kSpace);
    addTableActions(*view, title);
    auto* layout = new QVBoxLayout(window);
    layout->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    layout->addWidget(view);
    window->show();
}

}  // namespace strand
