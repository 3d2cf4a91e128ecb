// What can be done to the rows selected in the browser.
#include "ui/widgets/rows_text.hpp"
#include "ui/widgets/sequence_browser.hpp"
#include "ui/widgets/sequence_table_model.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QSettings>
#include <QTableView>
#include <QWidgetAction>

namespace strand {

namespace {
constexpr int kMenuClasses = 40;
}

void SequenceBrowser::fillClassMenu() {
    m_classMenu->clear();
    const auto& classes = m_dataset->classes;
    for (size_t i = 0; i < std::min<size_t>(classes.size(), kMenuClasses); ++i) {
        const QString name = QString::fromStdString(classes[i]);
        m_classMenu->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, name] { setLabel(name); });
    }
    m_classMenu->addAction(tr("No class"), this, [this] { setLabel({}); });
    m_classMenu->addSeparator();
    auto* other = new QLineEdit;
    other->setPlaceholderText(tr("New class"));
    other->setAccessibleName(tr("New class"));
    auto* action = new QWidgetAction(m_classMenu);
    action->setDefaultWidget(other);
    m_classMenu->addAction(action);
    connect(other, &QLineEdit::returnPressed, this, [this, other] {
        const QString name = other->text().trimmed();
        m_classMenu->close();
        if (!name.isEmpty()) setLabel(name);
    });
}

void SequenceBrowser::fillPartMenu() {
    m_partMenu->clear();
    for (const Split split : kParts)
        m_partMenu->addAction(splitText(split), this, [this, split] { setPart(split); });
}

void SequenceBrowser::setLabel(const QString& label) {
    if (auto ordinals = selectedOrdinals(); !ordinals.empty())
        emit stepWanted(LabelStep{.ordinals = std::move(ordinals), .label = label.toStdString()});
}

void SequenceBrowser::setPart(Split split) {
    if (auto ordinals = selectedOrdinals(); !ordinals.empty()) emit stepWanted(PartStep{.ordinals = std::move(ordinals), .split = split});
}

void SequenceBrowser::copyRows() {
    auto ordinals = selectedOrdinals();
    if (!m_dataset || ordinals.empty()) return;
    m_rows.start(
        *this,
        [path = m_session.projectPath().toStdString(), dataset = *m_dataset, ordinals](std::stop_token stop) -> Result<QString> {
            STRAND_ASSIGN(const ProjectFile project, ProjectFile::open(path, ProjectFile::Access::Read));
            return rowsText(project, dataset, ordinals, QStringLiteral("tsv"), stop);
        },
        [this](const Result<QString>& text) {
            if (text)
                QApplication::clipboard()->setText(*text);
            else
                m_session.say(text.error());
        });
}

/// The rows selected where there are several, otherwise all.
void SequenceBrowser::saveRows(const QString& suffix) {
    if (!m_dataset) return;
    const QString folder = QSettings().value(QStringLiteral("export/folder"), QDir::homePath()).toString();
    const QString start = QDir(folder).filePath(QString::fromStdString(m_dataset->name) + QLatin1Char('.') + suffix);
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save sequences"), start, QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    if (path.isEmpty()) return;
    QSettings().setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
    auto ordinals = selectedOrdinals();
    if (ordinals.size() < 2) ordinals.clear();
    m_rows.start(
        *this,
        [path, suffix, from = m_session.projectPath().toStdString(), dataset = *m_dataset,
         ordinals](std::stop_token stop) -> Result<QString> {
            STRAND_ASSIGN(const ProjectFile project, ProjectFile::open(from, ProjectFile::Access::Read));
            STRAND_ASSIGN(const QString text, rowsText(project, dataset, ordinals, suffix, stop));
            QSaveFile file(path);
            const bool written = file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
            return written ? QString() : file.errorString();
        },
        [this, path](const Result<QString>& trouble) {
            if (!trouble)
                m_session.say(trouble.error());
            else if (trouble->isEmpty())
                m_session.say(Session::Level::Success, tr("Sequences written to %1").arg(path));
            else
                m_session.say(Session::Level::Error, tr("%1 could not be written: %2.").arg(path, *trouble), tr("Choose another folder."));
        });
}

void SequenceBrowser::addTableActions() {
    for (QAction* old : m_table->actions()) {
        m_table->removeAction(old);
        old->deleteLater();
    }
    const auto add = [this](const QString& title, auto&& done) {
        auto* action = new QAction(title, m_table);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, done);
        m_table->addAction(action);
        return action;
    };
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    add(tr("Copy rows"), [this] { copyRows(); })->setShortcut(QKeySequence::Copy);
    add(tr("Leave out"), [this] { setPart(Split::Excluded); })->setShortcut(QKeySequence::Delete);
    for (const char* suffix : {"fasta", "csv", "tsv"}) {
        const QString name = QString::fromLatin1(suffix);
        add(tr("Save as %1…").arg(name.toUpper()), [this, name] { saveRows(name); });
    }
}

}  // namespace strand
