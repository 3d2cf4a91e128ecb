#include "ui/widgets/table_copy.hpp"

#include "ui/plots/latest_task.hpp"

#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QTableView>
#include <QToolTip>

#include <algorithm>
#include <map>

namespace strand {

namespace {

QString cell(const QString& text, QChar separator) {
    QString out = text;
    if (separator == QLatin1Char('\t'))
        return out.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (out.contains(separator) || out.contains(QLatin1Char('"')) || out.contains(QLatin1Char('\n'))) {
        return QLatin1Char('"') + out.replace(QLatin1String("\""), QLatin1String("\"\"")) + QLatin1Char('"');
    }
    return out;
}

QString selectionText(const QTableView& view) {
    std::map<int, std::map<int, QString>> cells;
    for (const QModelIndex& index : view.selectionModel()->selectedIndexes())
        cells[index.row()][index.column()] = index.data().toString();
    QStringList lines;
    for (const auto& [row, columns] : cells) {
        QStringList line;
        for (const auto& [column, text] : columns)
            line << cell(text, QLatin1Char('\t'));
        lines << line.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

/// `work` runs beside the window, `done` on the UI thread unless the view is gone.
void beside(QTableView& view, std::function<QString()> work, std::function<void(const QString&)> done) {
    struct Task : QObject {
        using QObject::QObject;
        LatestTask<QString> latest;
    };
    auto* task = new Task(&view);
    task->latest.start(
        *task, [work = std::move(work)](const std::stop_token&) { return work(); },
        [task, done = std::move(done)](const QString& found) {
            done(found);
            task->deleteLater();
        });
}

/// What went wrong; empty = written.
QString write(const QString& path, const QString& text) {
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
    return written ? QString() : file.errorString();
}

void save(QTableView& view, const QString& name, const QString& suffix, const std::function<QString()>& text) {
    const QString folder = QSettings().value(QStringLiteral("export/folder")).toString();
    const QString start = QDir(QFileInfo(folder).isDir() ? folder : QDir::homePath()).filePath(name + QLatin1Char('.') + suffix);
    const QString path = QFileDialog::getSaveFileName(&view, QCoreApplication::translate("table", "Save table"), start,
                                                      QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    if (path.isEmpty()) return;
    QSettings().setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
    beside(
        view, [path, text] { return write(path, text()); },
        [&view, path](const QString& trouble) {
            if (trouble.isEmpty()) return;
            QToolTip::showText(
                view.mapToGlobal(view.rect().center()),
                QCoreApplication::translate("table", "%1 could not be written: %2. Choose another folder.").arg(path, trouble), &view);
        });
}

}  // namespace

QString tableText(const QAbstractItemModel& model, QChar separator) {
    QString out;
    QStringList line;
    for (int column = 0; column < model.columnCount(); ++column)
        line << cell(model.headerData(column, Qt::Horizontal).toString(), separator);
    out += line.join(separator) + QLatin1Char('\n');
    for (int row = 0; row < model.rowCount(); ++row) {
        line.clear();
        for (int column = 0; column < model.columnCount(); ++column)
            line << cell(model.index(row, column).data().toString(), separator);
        out += line.join(separator) + QLatin1Char('\n');
    }
    return out;
}

void addTableActions(QTableView& view, const QString& name, TableText text) {
    if (!text) text = [&view](QChar separator) { return [made = tableText(*view.model(), separator)] { return made; }; };
    const auto add = [&view](const QString& title, auto&& done) {
        auto* action = new QAction(title, &view);
        action->setShortcutContext(Qt::WidgetShortcut);
        QObject::connect(action, &QAction::triggered, &view, done);
        view.addAction(action);
        return action;
    };
    for (QAction* old : view.actions()) {
        view.removeAction(old);
        old->deleteLater();
    }
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    add(QCoreApplication::translate("table", "Copy"), [&view] {
        QApplication::clipboard()->setText(selectionText(view));
    })->setShortcut(QKeySequence::Copy);
    add(QCoreApplication::translate("table", "Copy the whole table"),
        [&view, text] { beside(view, text(QLatin1Char('\t')), [](const QString& made) { QApplication::clipboard()->setText(made); }); });
    add(QCoreApplication::translate("table", "Save as CSV…"),
        [&view, name, text] { save(view, name, QStringLiteral("csv"), text(QLatin1Char(','))); });
    add(QCoreApplication::translate("table", "Save as TSV…"),
        [&view, name, text] { save(view, name, QStringLiteral("tsv"), text(QLatin1Char('\t'))); });
}

}  // namespace strand
