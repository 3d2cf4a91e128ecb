#include "ui/widgets/issue_cards.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace strand {

namespace {

constexpr int kPictureSize = 18;

/// Wrong figures are worse than weak ones.
bool isGrave(IssueKind kind) {
    return kind == IssueKind::Leaks || kind == IssueKind::SimilarLeaks || kind == IssueKind::Contradictions || kind == IssueKind::OneClass;
}

}  // namespace

QString remedyText(Remedy remedy) {
    const auto text = [](const char* source) { return QCoreApplication::translate("strand::IssueCards", source); };
    switch (remedy) {
        case Remedy::None: break;
        case Remedy::EditLabels: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Show them"));
        case Remedy::SplitByRatio: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Divide anew"));
        case Remedy::SplitByClusters: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Divide by clusters"));
        case Remedy::LeaveOutRepeats: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Leave out copies"));
        case Remedy::LeaveOutLeaks: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Leave out the copies in training"));
        case Remedy::LeaveOutContradictions: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Leave them out"));
        case Remedy::LeaveOutSimilar: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Leave out similar ones"));
        case Remedy::BalanceClasses: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Weight the classes"));
        case Remedy::RaiseMaxLength: return text(QT_TRANSLATE_NOOP("strand::IssueCards", "Raise max_len"));
    }
    return {};
}

IssueCards::IssueCards(QWidget* parent) : QWidget(parent) {
    m_list = flushLayout<QVBoxLayout>(this, kSpace);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &IssueCards::rebuild);
    rebuild();
}

void IssueCards::show(const std::vector<DataIssue>& issues, bool offer) {
    m_looking = false;
    m_offer = offer;
    m_issues = issues;
    rebuild();
}

void IssueCards::setLooking() {
    m_looking = true;
    m_offer = false;
    m_issues.clear();
    rebuild();
}

void IssueCards::retranslate() { rebuild(); }

void IssueCards::rebuild() {
    while (QLayoutItem* item = m_list->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    auto* heading = new StyledLabel(TextStyle::Heading);
    heading->setText(m_issues.empty() ? tr("Checks") : tr("%Ln thing(s) to look at", nullptr, static_cast<int>(m_issues.size())));
    m_list->addWidget(heading);
    if (m_issues.empty()) {
        auto* line = new StyledLabel(TextStyle::Body, m_looking ? "muted" : "good");
        line->setWordWrap(true);
        line->setText(m_looking ? tr("Looking for copies, gaps and imbalance…")
                                : tr("Nothing stands in the way: no copies across parts, no small classes, nothing unlabelled."));
        m_list->addWidget(line);
    }
    for (const DataIssue& issue : m_issues)
        m_list->addWidget(makeIssue(issue));
    if (m_offer) {
        auto* button = new QPushButton(tr("Look for similar sequences"));
        button->setProperty("kind", "link");
        button->setToolTip(tr("Near copies flatter the figures as copies do; looking for them takes a while."));
        connect(button, &QPushButton::clicked, this, &IssueCards::similarWanted);
        m_list->addWidget(button, 0, Qt::AlignLeft);
    }
    m_list->addStretch(1);
}

QWidget* IssueCards::makeIssue(const DataIssue& issue) {
    const bool grave = isGrave(issue.kind);
    auto* picture = new QLabel;
    picture->setPixmap(iconPixmap(grave ? QStringLiteral("triangle-alert") : QStringLiteral("info"),
                                  grave ? theme().warning : theme().accent, kPictureSize, devicePixelRatioF()));
    picture->setAlignment(Qt::AlignTop);
    auto* text = new StyledLabel(TextStyle::Body);
    text->setWordWrap(true);
    text->setText(sentence(issue.text));
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(0);
    for (const Remedy remedy : issue.remedies) {
        if (remedy == Remedy::None) continue;
        auto* button = new QPushButton(remedyText(remedy));
        button->setProperty("kind", "link");
        button->setAccessibleName(QStringLiteral("%1: %2").arg(button->text(), text->text()));
        connect(button, &QPushButton::clicked, this, [this, remedy, issue] { emit remedyChosen(remedy, issue); });
        buttons->addWidget(button, 0, Qt::AlignLeft);
    }
    auto* right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(text);
    right->addLayout(buttons);
    auto* content = new QWidget;
    auto* row = flushLayout<QHBoxLayout>(content, kSpace * 3 / 2);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addLayout(right, 1);
    return makeCard(content);
}

}  // namespace strand
