// Every table: copy the selection or all of it, save as CSV or TSV.
#pragma once

#include <QString>

class QAbstractItemModel;
class QModelIndex;
class QTableView;

namespace strand {

/// Header and all rows; cells with separator, quote or line break are quoted (RFC 4180) in CSV, cleaned of tabs in TSV.
[[nodiscard]] QString tableText(const QAbstractItemModel& model, QChar separator);
/// Context menu and Ctrl+C of `view`; `name` without extension starts the file dialog.
void addTableActions(QTableView& view, const QString& name);

}  // namespace strand
