// Every table: copy the selection or all of it, save as CSV or TSV.
#pragma once

#include <QString>

#include <functional>

class QAbstractItemModel;
class QModelIndex;
class QTableView;

namespace strand {

/// Header and all rows; cells with separator, quote or line break are quoted (RFC 4180) in CSV, cleaned of tabs in TSV.
[[nodiscard]] QString tableText(const QAbstractItemModel& model, QChar separator);
/// Asked for on the UI thread; what it gives makes the text of the whole table on another.
using TableText = std::function<std::function<QString()>(QChar separator)>;
/// Context menu and Ctrl+C of `view`; `name` without extension starts the file dialog; `text` for a big table.
void addTableActions(QTableView& view, const QString& name, TableText text = {});

}  // namespace strand
