#include "ui/pages/home_page.hpp"

#include "ui/session/open_project.hpp"
#include "ui/session/preferences.hpp"
#include "ui/session/samples.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/sample_card.hpp"
#include "ui/widgets/styled_label.hpp"
#include "ui/window_actions.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace strand {

namespace {

constexpr int kContentWidth = 1040;
constexpr int kCardWidth = 230;
constexpr int kRecentShown = 5;

QString shortFolder(const QString& path) {
    const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
    return folder.startsWith(QDir::homePath()) ? QStringLiteral("~") + folder.mid(QDir::homePath().size()) : folder;
}

}  // namespace

HomePage::HomePage(Session& session) : Page(session) {
    m_title = new StyledLabel(TextStyle::Title);
    m_title->setWordWrap(true);
    m_subtitle = new StyledLabel(TextStyle::Body, "muted");
    m_subtitle->setWordWrap(true);

    auto* content = new QWidget;
    content->setMaximumWidth(kContentWidth);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(4 * kSpace, 3 * kSpace, 4 * kSpace, 2 * kSpace);
    column->setSpacing(kSpace);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(kSpace);
    column->addWidget(makeSamples());
    column->addSpacing(kSpace);
    column->addWidget(makeOwn());
    column->addStretch(1);

    auto* middle = new QWidget;
    auto* centred = new QHBoxLayout(middle);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(content, 1000);
    centred->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(middle);
    auto* layout = flushLayout<QVBoxLayout>(this);
    layout->addWidget(area);

    connect(&session, &Session::projectChanged, this, &HomePage::listRecent);
    retranslate();
}

QWidget* HomePage::makeSamples() {
    auto* box = new QWidget;
    auto* column = flushLayout<QVBoxLayout>(box, kSpace + 4);
    m_samplesHeading = new StyledLabel(TextStyle::Heading);
    column->addWidget(m_samplesHeading);
    m_grid = new QGridLayout;
    m_grid->setSpacing(2 * kSpace);
    for (const SampleEntry& sample : sampleTable()) {
        auto* card = new SampleCard(QString::fromLatin1(sample.name));
        connect(card, &SampleCard::clicked, this, [this, name = QString::fromLatin1(sample.name)] {
            openSampleNamed(session(), name);
            session().goTo(QStringLiteral("data"));
        });
        m_cards.push_back(card);
    }
    column->addLayout(m_grid);
    placeCards();
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &HomePage::placeCards);
    return box;
}

/// Side by side where there is room, below each other on a small screen or with large text.
void HomePage::placeCards() {
    const int columns =
        std::clamp(width() / static_cast<int>(kCardWidth * ThemeManager::instance().textScale()), 1, static_cast<int>(m_cards.size()));
    if (columns == m_columns) return;
    m_columns = columns;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const int index = static_cast<int>(i);
        m_grid->removeWidget(m_cards[i]);
        m_grid->addWidget(m_cards[i], index / columns, index % columns, Qt::AlignTop);
        m_grid->setColumnStretch(index, index < columns ? 1 : 0);
    }
}

void HomePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    placeCards();
}

QWidget* HomePage::makeOwn() {
    auto* box = new QWidget;
    auto* row = flushLayout<QHBoxLayout>(box, 4 * kSpace);
    auto* left = new QVBoxLayout;
    left->setSpacing(kSpace);
    m_ownHeading = new StyledLabel(TextStyle::Heading);
    m_ownText = new StyledLabel(TextStyle::Body, "muted");
    m_ownText->setWordWrap(true);
    m_new = new QPushButton;
    m_new->setProperty("kind", "primary");
    m_new->setIcon(QIcon());
    m_open = new QPushButton;
    m_open->setIcon(icon(QStringLiteral("folder-open")));
    connect(m_new, &QPushButton::clicked, this, [this] { askNewProject(session(), *this); });
    connect(m_open, &QPushButton::clicked, this, [this] { askOpenProject(session(), *this); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_new);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    left->addWidget(m_ownHeading);
    left->addWidget(m_ownText);
    left->addSpacing(kSpace / 2);
    left->addLayout(buttons);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(kSpace);
    m_recentHeading = new StyledLabel(TextStyle::Heading);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    right->addWidget(m_recentHeading);
    right->addLayout(m_recent);
    right->addStretch(1);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    return box;
}

void HomePage::listRecent() {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        if (item->widget() != nullptr) item->widget()->deleteLater();
        delete item;
    }
    const QStringList recent = recentProjects().mid(0, kRecentShown);
    m_recentHeading->setVisible(!recent.isEmpty());
    for (const QString& path : recent) {
        auto* button = new QPushButton(besideIcon(QFileInfo(path).completeBaseName()));
        button->setProperty("kind", "link");
        button->setIcon(icon(QStringLiteral("file-text")));
        button->setToolTip(path);
        button->setAccessibleName(tr("Open %1").arg(path));
        connect(button, &QPushButton::clicked, this, [this, path] {
            openProjectAt(session(), path);
            session().goTo(QStringLiteral("data"));
        });
        auto* folder = new ElidedLabel(TextStyle::Caption, "faint");
        folder->setText(shortFolder(path));
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(button);
        row->addWidget(folder, 1);
        m_recent->addWidget(line);
    }
}

void HomePage::retranslate() {
    m_title->setText(tr("See what a model learns from sequences"));
    m_subtitle->setText(tr(
        "Load DNA, RNA, protein or text, train a model, watch it learn, and look into its attention. Everything stays on this computer."));
    m_samplesHeading->setText(tr("Start with a sample"));
    m_ownHeading->setText(tr("Your own sequences"));
    m_ownText->setText(
        tr("A project is one file that holds data, runs and what you looked at. Import files of sequences, or drop them on this window."));
    m_recentHeading->setText(tr("Opened lately"));
    m_new->setText(tr("New project…"));
    m_open->setText(besideIcon(tr("Open project…")));
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const SampleEntry& sample = sampleTable()[i];
        m_cards[i]->setTexts(QCoreApplication::translate("samples", sample.title),
                             QCoreApplication::translate("samples", sample.description));
    }
    listRecent();
}

}  // namespace strand
