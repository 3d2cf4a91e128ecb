// Import with a look first: what was understood, the first records, and every problem with its way out, before anything is stored.
#pragma once

#include "data/import_look.hpp"
#include "ui/plots/latest_task.hpp"
#include "ui/session/session.hpp"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace strand {

class ImportForm;
class ImportPreview;
class JobBar;

class ImportPanel : public QWidget {
    Q_OBJECT

public:
    explicit ImportPanel(Session& session, QWidget* parent = nullptr);

    /// Files and folders; none = asks for some.
    void open(const QStringList& files);
    [[nodiscard]] ImportOptions options() const;
    [[nodiscard]] bool isImporting() const { return m_job != 0; }
    void retranslate();

signals:
    void previewed(bool sound);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A look at files as they were asked for; where a record is in the way, the first records without such ones.
    struct Looked {
        Result<ImportLook> look;
        std::optional<ImportedDataset> others;
    };
    QWidget* buildLeft();
    QFrame* buildProblem();
    void add(const QStringList& chosen);
    void preview();
    void take(const Looked& looked);
    void showProblem(const Error& error);
    void setColumn(int column, int role);
    void import();
    void setBusy(bool busy);
    void close();

    Session& m_session;
    QStringList m_files;
    QLabel *m_heading, *m_fileNames, *m_problemPlace, *m_problem, *m_problemExpected, *m_problemHint;
    QFrame* m_problemCard;
    QPushButton *m_skip, *m_replace, *m_withoutLabels, *m_stop, *m_addFiles, *m_addFolder, *m_import, *m_cancel;
    ImportForm* m_form;
    ImportPreview* m_preview;
    JobBar* m_progress;
    LatestTask<Looked> m_looking;
    JobId m_job = 0;
};

}  // namespace strand
