#include "ui/widgets/step_list.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QDateTime>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace strand {

namespace {

QString countOf(const DatasetStep& step, const char* name) {
    const auto found = step.summary.find(name);
    return found == step.summary.end() ? QString() : QString::fromStdString(found->second);
}

}  // namespace

StepList::StepList(QWidget* parent) : QWidget(parent) {
    m_heading = new StyledLabel(TextStyle::Heading);
    m_empty = new StyledLabel(TextStyle::Body, "muted");
    m_empty->setWordWrap(true);
    m_undo = new QPushButton;
    m_undo->setIcon(icon(QStringLiteral("undo-2")));
    connect(m_undo, &QPushButton::clicked, this, &StepList::undoWanted);
    m_list = new QListWidget;
    m_list->setProperty("frameless", true);
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_undo);
    auto* layout = flushLayout<QVBoxLayout>(this, kSpace);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    layout->addStretch(0);
    retranslate();
}

void StepList::show(const std::vector<DatasetStep>& steps) {
    m_steps = steps;
    m_list->clear();
    // The last one on top: it is the one that can be undone.
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        QStringList facts;
        if (const QString changed = countOf(*step, "changed"); !changed.isEmpty())
            facts << tr("%Ln sequence(s) changed", nullptr, changed.toInt());
        if (const QString excluded = countOf(*step, "excluded"); excluded.toInt() > 0)
            facts << tr("%Ln left out", nullptr, excluded.toInt());
        if (const QString clusters = countOf(*step, "clusters"); clusters.toInt() > 0)
            facts << tr("%Ln cluster(s)", nullptr, clusters.toInt());
        const QDateTime when = QDateTime::fromString(QString::fromStdString(step->created), Qt::ISODate).toLocalTime();
        facts << QLocale().toString(when, QLocale::ShortFormat);
        m_list->addItem(
            QStringLiteral("%1. %2\n%3").arg(number(step->position), toText(describe(*step)), facts.join(QStringLiteral(" · "))));
    }
    m_empty->setVisible(steps.empty());
    m_list->setVisible(!steps.empty());
    setBusy(m_busy);
}

void StepList::setBusy(bool busy) {
    m_busy = busy;
    m_undo->setEnabled(!busy && !m_steps.empty());
}

void StepList::retranslate() {
    m_heading->setText(tr("Steps"));
    m_undo->setText(tr("Undo last step"));
    m_empty->setText(
        tr("Nothing was changed since the import. Every step is recorded here and can be undone; the files stay as they are."));
    m_list->setAccessibleName(tr("Steps"));
    show(m_steps);
}

}  // namespace strand
