#include "ui/session/open_project.hpp"

#include "ui/session/samples.hpp"
#include "ui/widgets/confirm.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

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

bool askNewProject(Session& session, QWidget& owner) {
    const QString start = QDir(projectFolder()).filePath(QCoreApplication::translate("projects", "my project") + QStringLiteral(".strand"));
    QString path = QFileDialog::getSaveFileName(&owner, QCoreApplication::translate("projects", "New project"), start, fileTypes(), nullptr,
                                                QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return false;
    if (!path.endsWith(QStringLiteral(".strand"))) path += QStringLiteral(".strand");
    if (QFileInfo::exists(path)) {
        // Nothing is ever overwritten: a name that is taken opens what is there.
        session.say(Session::Level::Info,
                    QCoreApplication::translate("projects", "%1 is already there, so it was opened.").arg(QFileInfo(path).fileName()));
    }
    keepFolder(path);
    session.engine().openProject(path, true);
    return true;
}

void askOpenProject(Session& session, QWidget& owner) {
    const QString path =
        QFileDialog::getOpenFileName(&owner, QCoreApplication::translate("projects", "Open project"), projectFolder(), fileTypes());
    if (path.isEmpty()) return;
    keepFolder(path);
    openProjectAt(session, path);
}

void openProjectAt(Session& session, const QString& path) { session.engine().openProject(QFileInfo(path).absoluteFilePath(), false); }

void openSampleNamed(Session& session, const QString& name) {
    if (findSample(name) == nullptr) {
        QStringList known;
        for (const SampleEntry& sample : sampleTable())
            known << QLatin1String(sample.name);
        session.say(Session::Level::Error, QCoreApplication::translate("projects", "There is no sample named %1.").arg(name),
                    QCoreApplication::translate("projects", "Samples: %1").arg(known.join(QStringLiteral(", "))));
        return;
    }
    const QString path = samplePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    session.engine().openSample(name, path);
}

void askSaveCopy(Session& session, QWidget& owner) {
    const QFileInfo now(session.projectPath());
    const QString name = QCoreApplication::translate("projects", "%1 copy").arg(now.completeBaseName()) + QStringLiteral(".strand");
    QString path =
        QFileDialog::getSaveFileName(&owner, QCoreApplication::translate("projects", "Save a copy"), now.dir().filePath(name), fileTypes());
    if (path.isEmpty()) return;
    if (!path.endsWith(QStringLiteral(".strand"))) path += QStringLiteral(".strand");
    const JobId job = session.engine().edit(QCoreApplication::translate("projects", "Save a copy"),
                                            [path = path.toStdString()](ProjectFile& project) { return project.saveCopy(path); });
    auto* once = new QObject(&session);
    QObject::connect(&session.engine(), &EngineHost::jobFailed, once, [once, job](JobId done) {
        if (done == job) once->deleteLater();
    });
    QObject::connect(&session.engine(), &EngineHost::jobFinished, once, [&session, once, job, path](JobId done) {
        if (done != job) return;
        session.say(Session::Level::Success,
                    QCoreApplication::translate("projects", "A copy was saved as %1.").arg(QDir::toNativeSeparators(path)));
        once->deleteLater();
    });
}

void askRemoveDataset(Session& session, QWidget& owner) {
    const DatasetRecord* dataset = session.dataset();
    if (dataset == nullptr) return;
    confirm(owner, QCoreApplication::translate("projects", "Delete dataset %1?").arg(QString::fromStdString(dataset->name)),
            QCoreApplication::translate("projects", "Its sequences are removed from the project. This cannot be undone."),
            QCoreApplication::translate("projects", "Delete dataset"), [&session, id = dataset->id] {
                session.engine().edit(QCoreApplication::translate("projects", "Delete dataset"),
                                      [id](ProjectFile& project) { return DatasetStore(project).remove(id); });
            });
}

QString pastedFile(const QString& text) {
    const QString content = text.trimmed();
    if (content.isEmpty()) return {};
    static const QTemporaryDir folder;
    static int count = 0;
    const QString suffix = content.startsWith(QLatin1Char('>')) ? QStringLiteral("fasta") : QStringLiteral("txt");
    QFile file(folder.filePath(QCoreApplication::translate("projects", "pasted %1").arg(++count) + QLatin1Char('.') + suffix));
    if (!file.open(QIODevice::WriteOnly) || file.write(content.toUtf8() + '\n') < 0) return {};
    return file.fileName();
}

}  // namespace strand
