#include "ui/widgets/run_fault.hpp"

#include "ui/session/draft_text.hpp"
#include "ui/text/sentences.hpp"
#include "ui/text/train_texts.hpp"
#include "ui/widgets/note_label.hpp"

#include <QHBoxLayout>
#include <QPushButton>

namespace strand {

namespace {

constexpr int kIcon = 20;

}  // namespace

RunFault::RunFault(Session& session, QWidget* parent) : QFrame(parent), m_session(session) {
    setProperty("card", true);
    m_picture = new QLabel;
    m_where = new StyledLabel(TextStyle::Heading);
    m_what = new NoteLabel(TextStyle::Body, "muted", 2);
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_change = new QPushButton;
    auto* texts = new QVBoxLayout;
    texts->setSpacing(kSpace / 4);
    texts->addWidget(m_where);
    texts->addWidget(m_what);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpace * 3 / 2, kSpace, kSpace * 3 / 2, kSpace);
    layout->setSpacing(kSpace * 3 / 2);
    layout->addWidget(m_picture, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(m_change, 0, Qt::AlignVCenter);
    connect(m_change, &QPushButton::clicked, this, &RunFault::changeSettings);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &RunFault::paintPicture);
    paintPicture();
    hide();
}

void RunFault::paintPicture() { m_picture->setPixmap(iconPixmap(QStringLiteral("circle-alert"), theme().bad, kIcon, devicePixelRatioF())); }

void RunFault::show(const RunRecord* run) {
    const bool any = run != nullptr && run->error.has_value();
    setVisible(any);
    if (!any) return;
    const bool failed = run->state == RunState::Failed;
    const QString where =
        failed ? TrainTexts::tr("The run failed in epoch %1 of %2.") : TrainTexts::tr("The run was interrupted in epoch %1 of %2.");
    m_where->setText(
        where.arg(number(std::min(run->epoch + 1, std::max<std::int64_t>(1, run->epochsPlanned))), number(run->epochsPlanned)));
    //: %1 what happened; then what helps
    const QString way = failed ? TrainTexts::tr("%1. Lower lr or set grad_clip and train again; curves and weights from before are kept.")
                               : TrainTexts::tr("%1. Once that is mended, resume: it goes on from its last checkpoint.");
    m_what->setText(way.arg(sentence(*run->error)));
    m_change->setText(TrainTexts::tr("Change its settings"));
    m_change->setToolTip(TrainTexts::tr("Open the Model page with the settings of this run"));
    m_change->setVisible(failed);
    setAccessibleName(text());
}

QString RunFault::text() const { return m_where->text() + QLatin1Char(' ') + m_what->text(); }

void RunFault::changeSettings() {
    const RunRecord* run = m_session.run();
    if (run == nullptr) return;
    m_session.setDraft(draftOf(*run, m_session.engine().model(run->model)));
    m_session.goTo(QStringLiteral("model"));
}

}  // namespace strand
