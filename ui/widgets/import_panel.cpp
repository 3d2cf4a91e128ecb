#include "ui/widgets/import_panel.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/import_form.hpp"
#include "ui/widgets/import_preview.hpp"
#include "ui/widgets/job_bar.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

namespace strand {

namespace {

constexpr std::int64_t kPreviewRecords = 200;
constexpr int kFormWidth = 336, kNamesShown = 4;

QString folderKey() { return QStringLiteral("folders/import"); }

}  // namespace

ImportPanel::ImportPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    m_preview = new ImportPreview;
    m_progress = new JobBar(session);
    auto* right = new QVBoxLayout;
    right->setSpacing(2 * kSpace);
    right->addWidget(m_progress);
    right->addWidget(buildProblem());
    right->addWidget(m_preview, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * kSpace, 3 * kSpace, 3 * kSpace, 2 * kSpace);
    layout->setSpacing(4 * kSpace);
    layout->addWidget(buildLeft());
    layout->addLayout(right, 1);

    connect(m_form, &ImportForm::changed, this, &ImportPanel::preview);
    connect(m_preview, &ImportPreview::columnChosen, this, &ImportPanel::setColumn);
    auto& engine = m_session.engine();
    connect(&engine, &EngineHost::jobFinished, this, [this](JobId job) {
        if (job != m_job || job == 0) return;
        setBusy(false);
        close();
    });
    connect(&engine, &EngineHost::jobFailed, this, [this](JobId job, const Error& error) {
        if (job != m_job || job == 0) return;
        setBusy(false);
        showProblem(error);
    });
    retranslate();
}

QWidget* ImportPanel::buildLeft() {
    m_heading = new StyledLabel(TextStyle::Title);
    m_fileNames = new StyledLabel(TextStyle::Body, "muted");
    m_fileNames->setWordWrap(true);
    m_addFiles = new QPushButton;
    m_addFolder = new QPushButton;
    m_addFiles->setIcon(icon(QStringLiteral("plus")));
    m_addFolder->setIcon(icon(QStringLiteral("folder-open")));
    for (auto* button : {m_addFiles, m_addFolder})
        button->setProperty("kind", "quiet");
    connect(m_addFiles, &QPushButton::clicked, this, [this] { open({}); });
    connect(m_addFolder, &QPushButton::clicked, this, [this] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of sequence files"), QSettings().value(folderKey()).toString());
        if (!folder.isEmpty()) add({folder});
    });
    auto* more = new QHBoxLayout;
    more->addWidget(m_addFiles);
    more->addWidget(m_addFolder);
    more->addStretch(1);
    m_form = new ImportForm;
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    auto* padded = new QVBoxLayout(inside);
    padded->setContentsMargins(0, 0, kSpace * 3 / 2, 0);
    padded->addWidget(m_form);
    padded->addStretch(1);
    area->setWidget(inside);
    m_import = new QPushButton;
    m_import->setProperty("kind", "primary");
    m_import->setDefault(true);
    m_cancel = new QPushButton;
    connect(m_import, &QPushButton::clicked, this, &ImportPanel::import);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job != 0)
            m_session.engine().cancel(m_job);
        else
            close();
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_import, 1);
    buttons->addWidget(m_cancel);
    auto* left = new QWidget;
    left->setFixedWidth(kFormWidth);
    auto* column = flushLayout<QVBoxLayout>(left, kSpace);
    column->addWidget(m_heading);
    column->addWidget(m_fileNames);
    column->addLayout(more);
    column->addSpacing(kSpace / 2);
    column->addWidget(area, 1);
    column->addLayout(buttons);
    return left;
}

QFrame* ImportPanel::buildProblem() {
    m_problemCard = new QFrame;
    m_problemCard->setProperty("card", true);
    m_problemPlace = new StyledLabel(TextStyle::Caption, "muted");
    m_problem = new StyledLabel(TextStyle::Body, "bad");
    m_problemExpected = new StyledLabel(TextStyle::Body);
    m_problemHint = new StyledLabel(TextStyle::Body, "muted");
    m_skip = new QPushButton;
    m_replace = new QPushButton;
    m_withoutLabels = new QPushButton;
    m_stop = new QPushButton;
    const auto retry = [this](QPushButton* button, const std::function<void()>& choose) {
        connect(button, &QPushButton::clicked, this, [this, choose] {
            choose();
            preview();
        });
    };
    retry(m_skip, [this] { m_form->setOnBad(OnBad::Skip); });
    retry(m_replace, [this] { m_form->setOnBad(OnBad::Replace); });
    retry(m_withoutLabels, [this] { m_form->setLabelSource(LabelSource::None); });
    connect(m_stop, &QPushButton::clicked, this, &ImportPanel::close);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(kSpace);
    for (auto* button : {m_skip, m_replace, m_withoutLabels, m_stop})
        ways->addWidget(button);
    ways->addStretch(1);
    auto* card = new QVBoxLayout(m_problemCard);
    card->setContentsMargins(2 * kSpace, kSpace * 3 / 2, 2 * kSpace, kSpace * 3 / 2);
    card->setSpacing(kSpace / 2);
    for (auto* label : {m_problemPlace, m_problem, m_problemExpected, m_problemHint}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        card->addWidget(label);
    }
    card->addSpacing(kSpace / 2);
    card->addLayout(ways);
    m_problemCard->hide();
    return m_problemCard;
}

void ImportPanel::open(const QStringList& files) {
    if (m_job != 0) return;
    if (!files.isEmpty()) {
        m_files.clear();
        m_form->reset({});
        add(files);
        return;
    }
    QString extensions;
    for (const ReaderEntry& reader : readers())
        for (const QString& extension : QString::fromLatin1(reader.extensions).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            extensions += QStringLiteral("*.%1 ").arg(extension);
    const QStringList chosen =
        QFileDialog::getOpenFileNames(this, tr("Sequence files"), QSettings().value(folderKey()).toString(),
                                      tr("Sequence files (%1);;All files (*)").arg(extensions + QStringLiteral("*.gz *.xz")));
    if (!chosen.isEmpty())
        add(chosen);
    else if (m_files.isEmpty())
        emit closed();
}

void ImportPanel::add(const QStringList& chosen) {
    QSettings().setValue(folderKey(), QFileInfo(chosen.front()).absolutePath());
    m_files += chosen;
    m_files.removeDuplicates();
    QStringList names;
    for (const auto& file : m_files) {
        if (names.size() == kNamesShown) {
            names << tr("and %n more", nullptr, static_cast<int>(m_files.size()) - kNamesShown);
            break;
        }
        names << QFileInfo(file).fileName();
    }
    m_fileNames->setText(names.join(QStringLiteral("\n")));
    m_fileNames->setToolTip(m_files.join(QLatin1Char('\n')));
    m_form->reset(QFileInfo(m_files.front()).baseName());
    preview();
}

ImportOptions ImportPanel::options() const {
    ImportOptions out = m_form->options();
    for (const auto& file : m_files)
        out.files.push_back(file.toStdString());
    return out;
}

void ImportPanel::preview() {
    ImportOptions wanted = options();
    wanted.previewLimit = kPreviewRecords;
    m_preview->setReading();
    m_looking.start(
        *this,
        [wanted](std::stop_token stop) mutable {
            Looked looked{.look = lookAt(wanted, stop), .others = {}};
            if (!looked.look || looked.look->preview) return looked;
            wanted.onBad = OnBad::Skip;
            if (auto found = lookAt(wanted, stop); found && found->preview) looked.others = std::move(*found->preview);
            return looked;
        },
        [this](const Looked& looked) { take(looked); });
}

void ImportPanel::take(const Looked& looked) {
    const Error* problem = !looked.look ? &looked.look.error() : !looked.look->preview ? &looked.look->preview.error() : nullptr;
    m_problemCard->hide();
    if (looked.look) {
        m_form->setLook(*looked.look);
        const auto& preview = looked.look->preview;
        m_preview->show(looked.look->files, preview ? &*preview : looked.others ? &*looked.others : nullptr, *m_form);
    } else {
        m_preview->showNothing();
    }
    m_import->setEnabled(problem == nullptr);
    if (problem) showProblem(*problem);
    emit previewed(problem == nullptr);
}

void ImportPanel::showProblem(const Error& error) {
    QStringList place;
    if (!error.file.empty()) place << QFileInfo(QString::fromStdString(error.file)).fileName();
    if (error.line > 0) place << tr("line %1").arg(number(error.line));
    if (error.column > 0) place << tr("column %1").arg(number(error.column));
    if (!error.record.empty()) place << tr("record %1").arg(QString::fromStdString(error.record));
    m_problemPlace->setText(place.join(QStringLiteral(" · ")));
    m_problem->setText(sentence(error.found));
    m_problemExpected->setText(sentence(error.expected));
    m_problemHint->setText(sentence(error.hint));
    m_problemPlace->setVisible(!place.isEmpty());
    m_problemExpected->setVisible(!error.expected.empty());
    // Where the buttons below say the way out, the hint of the command line is not needed.
    m_problemHint->setVisible(!error.hint.empty() && error.line == 0);
    // A remedy is offered where it can help: bad characters have a column, missing labels do not.
    m_skip->setVisible(error.line > 0);
    m_replace->setVisible(error.column > 0);
    m_withoutLabels->setVisible(error.line > 0 && error.column == 0);
    m_problemCard->show();
    m_import->setEnabled(false);
}

/// Chosen at the head of a column: it takes that role, or gives up the one it has.
void ImportPanel::setColumn(int column, int role) {
    if (role >= 0) {
        m_form->setColumn(static_cast<ImportForm::Role>(role), column);
        return;
    }
    for (int each = 0; each < ImportForm::kRoles; ++each)
        if (m_form->column(static_cast<ImportForm::Role>(each)) == column) m_form->setColumn(static_cast<ImportForm::Role>(each), -1);
}

void ImportPanel::import() {
    m_job = m_session.engine().import(options());
    m_progress->follow(m_job, tr("Import %1").arg(QFileInfo(m_files.front()).fileName()));
    setBusy(true);
}

void ImportPanel::setBusy(bool busy) {
    if (!busy) m_job = 0;
    m_import->setEnabled(!busy);
    m_form->setEnabled(!busy);
    m_addFiles->setEnabled(!busy);
    m_addFolder->setEnabled(!busy);
}

void ImportPanel::close() {
    m_looking.drop();
    m_files.clear();
    emit closed();
}

void ImportPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_job == 0)
        close();
    else
        QWidget::keyPressEvent(event);
}

void ImportPanel::retranslate() {
    m_heading->setText(tr("Import sequences"));
    m_addFiles->setText(tr("Add files…"));
    m_addFolder->setText(tr("Add a folder…"));
    m_skip->setText(tr("Skip such records"));
    m_replace->setText(tr("Replace by N or X"));
    m_withoutLabels->setText(tr("Import without classes"));
    m_stop->setText(tr("Stop"));
    m_import->setText(tr("Import"));
    m_cancel->setText(tr("Cancel"));
    m_form->retranslate();
    m_preview->retranslate();
    m_progress->retranslate();
}

}  // namespace strand
