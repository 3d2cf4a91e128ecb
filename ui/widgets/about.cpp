#include "ui/widgets/about.hpp"

#include "ui/session/engine_host.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

namespace strand {

namespace {

QString text(const char* source) { return QCoreApplication::translate("about", source); }

/// A plain box with a heading, what `fill` puts into it, and a button that closes it.
QDialog* makeBox(QMainWindow& window, const QString& title, QWidget* content) {
    auto* box = new QDialog(&window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    auto* heading = new StyledLabel(TextStyle::Heading);
    heading->setText(title);
    auto* close = new QPushButton(text(QT_TRANSLATE_NOOP("about", "Close")));
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, box, &QDialog::close);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(3 * kSpace, 3 * kSpace, 3 * kSpace, 2 * kSpace);
    layout->setSpacing(2 * kSpace);
    layout->addWidget(heading);
    layout->addWidget(content, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    return box;
}

QString plainText(QString label) {
    label = label.section(QLatin1Char('\t'), 0, 0);
    label.remove(QRegularExpression(QStringLiteral("\\(&[A-Za-z]\\)")));  // as Chinese menus write their mnemonics
    return label.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

void collect(const QMenu& menu, std::vector<const QAction*>& found) {
    for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr) collect(*action->menu(), found);
        if (!action->shortcut().isEmpty()) found.push_back(action);
    }
}

}  // namespace

void showShortcuts(QMainWindow& window) {
    std::vector<const QAction*> actions;
    for (const QAction* top : window.menuBar()->actions()) {
        if (top->menu() != nullptr) collect(*top->menu(), actions);
    }
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, kSpace, 0);
    grid->setHorizontalSpacing(4 * kSpace);
    const auto add = [grid](const QString& what, const QString& keys) {
        const int row = grid->rowCount();
        auto* name = new StyledLabel(TextStyle::Body);
        name->setText(what);
        auto* shown = new StyledLabel(TextStyle::Body, "muted");
        shown->setText(keys);
        grid->addWidget(name, row, 0);
        grid->addWidget(shown, row, 1);
    };
    for (const QAction* action : actions)
        add(plainText(action->text()), action->shortcut().toString(QKeySequence::NativeText));
    add(text(QT_TRANSLATE_NOOP("about", "Pause or continue the training")), text(QT_TRANSLATE_NOOP("about", "Space")));
    add(text(QT_TRANSLATE_NOOP("about", "Next or earlier field")), QStringLiteral("Tab, Shift+Tab"));
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(table);
    QDialog* box = makeBox(window, text(QT_TRANSLATE_NOOP("about", "Keyboard shortcuts")), area);
    box->resize(460, 520);
    box->show();
}

void showAbout(QMainWindow& window, const EngineHost& engine) {
    auto* label = new StyledLabel(TextStyle::Body);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(420);
    label->setText(QStringList{
        text(QT_TRANSLATE_NOOP("about", "Strandlab %1: train models on sequences, watch them learn, and look into their attention."))
            .arg(QCoreApplication::applicationVersion()),
        text(QT_TRANSLATE_NOOP("about",
                               "Free software under the GNU General Public License, version 3 or later. It sends nothing anywhere.")),
        text(QT_TRANSLATE_NOOP(
                 "about", "Made with Qt %1, LibTorch, SQLite, QCustomPlot, Lucide icons, and the fonts Inter, JetBrains Mono and Noto."))
            .arg(QString::fromLatin1(qVersion())),
        QString::fromStdString(engine.versions())}
                       .join(QStringLiteral("\n\n")));
    makeBox(window, text(QT_TRANSLATE_NOOP("about", "About Strandlab")), label)->show();
}

}  // namespace strand
