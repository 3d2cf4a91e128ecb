#include "ui/session/open_project.hpp"

#include "ui/session/samples.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>

namespace strand {

namespace {

QString folderKey() { return QStringLiteral("projects/folder"); }

QString projectFolder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QSettings().value(folderKey(), QDir(documents).filePath(QStringLiteral("Strandlab"))).toString();
    return QDir(folder).exists() ? folder : documents;
}

void keepFolder(const QString& path) { QSettings().setValue(folderKey(), QFileInfo(path).absolutePath()); }

QString fileTypes() { return QCoreApplication::translate("projects", "Strandlab projects") + QStringLiteral(" (*.strand)"); }

}  // namespace

void askNewProject(Session& session, QWidget& owner) {
    const QString start = QDir(projectFolder()).filePath(QCoreApplication::translate("projects", "my project") + QStringLiteral(".strand"));
    QString path = QFileDialog::getSaveFileName(&owner, QCoreApplication::translate("projects", "New project"), start, fileTypes(), nullptr,
                                                QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return;
    if (!path.endsWith(QStringLiteral(".strand"))) path += QStringLiteral(".strand");
    if (QFileInfo::exists(path)) {
        // Nothing is ever overwritten: a name that is taken opens what is there.
        session.say(Session::Level::Info, QCoreApplication::translate("projects", "%1 is already there, so it was opened.").arg(QFileInfo(path).fileName()));
    }
    keepFolder(path);
    session.engine().openProject(path, true);
}

void askOpenProject(Session& session, QWidget& owner) {
    const QString path = QFileDialog::getOpenFileName(&owner, QCoreApplication::translate("projects", "Open project"), projectFolder(), fileTypes());
    if (path.isEmpty()) return;
    keepFolder(path);
    openProjectAt(session, path);
}

void openProjectAt(Session& session, const QString& path) { session.engine().openProject(QFileInfo(path).absoluteFilePath(), false); }

void openSampleNamed(Session& session, const QString& name) {
    if (findSample(name) == nullptr) {
        QStringList known;
        for (const SampleEntry& sample : sampleTable()) known << QLatin1String(sample.name);
        session.say(Session::Level::Error, QCoreApplication::translate("projects", "There is no sample named %1.").arg(name),
                    QCoreApplication::translate("projects", "Samples: %1").arg(known.join(QStringLiteral(", "))));
        return;
    }
    const QString path = samplePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    session.engine().openSample(name, path);
}

}  // namespace strand
