#include "ui/theme/style_sheet.hpp"

#include <QHash>

namespace strand {

namespace {

// Names in @...@ are tokens. Buttons say what they are by a property: kind = "primary", "danger" or "quiet".
constexpr auto kTemplate = R"(
* { outline: none; }
QToolTip { background: @tip@; color: @tipText@; border: 1px solid @tipBorder@; padding: 4px 8px; }

QPushButton { background: @raised@; color: @text@; border: 1px solid @edge@; border-radius: 6px; padding: 5px 14px; min-height: 18px; }
QPushButton:hover { border-color: @edgeHover@; background: @hover@; }
QPushButton:pressed { background: @sunken@; }
QPushButton:focus { border: 2px solid @accent@; padding: 4px 13px; }
QPushButton:disabled { color: @disabled@; border-color: @border@; background: @window@; }
QPushButton:checked { background: @accentSoft@; border-color: @accent@; }
QPushButton[kind="primary"] { background: @accent@; color: @onAccent@; border: 1px solid @accent@; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover@; border-color: @accentHover@; }
QPushButton[kind="primary"]:focus { border: 2px solid @text@; }
QPushButton[kind="primary"]:disabled { background: @border@; color: @disabled@; border-color: @border@; }
QPushButton[kind="danger"] { color: @bad@; border-color: @bad@; }
QPushButton[kind="danger"]:hover { background: @bad@; color: @surface@; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: @accent@; padding: 5px 8px; }
QPushButton[kind="quiet"]:hover { background: @accentSoft@; }
QPushButton[kind="quiet"]:focus { border: 2px solid @accent@; padding: 4px 7px; }
QPushButton[kind="quiet"]:disabled { color: @disabled@; }
QPushButton[kind="link"] { background: transparent; border: none; color: @accent@; padding: 4px 4px; text-align: left; }
QPushButton[kind="link"]:hover { background: @accentSoft@; }
QPushButton[kind="link"]:focus { border: 2px solid @accent@; padding: 2px 2px; }
QPushButton::menu-indicator { subcontrol-origin: border; subcontrol-position: center right; right: 6px; }

QToolButton { background: transparent; color: @text@; border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; }
QToolButton:hover { background: @hover@; }
QToolButton:pressed, QToolButton:open { background: @sunken@; }
QToolButton:checked { background: @accentSoft@; color: @accent@; }
QToolButton:focus { border: 1px solid @accent@; }
QToolButton:disabled { color: @disabled@; }
QToolButton::menu-indicator { image: none; width: 0px; }
QToolBar QPushButton { padding: 4px 14px 4px 12px; margin: 2px 4px; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton[popupMode="2"] { padding-right: 6px; }
QToolButton::menu-button { border: none; width: 16px; border-radius: 6px; }

QMenuBar { background: @window@; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover@; }
QMenu { background: @raised@; border: 1px solid @border@; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 5px; margin: 0px 1px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QMenu::item:selected { background: @accentSoft@; color: @text@; }
QMenu::item:disabled { color: @disabled@; }
QMenu::separator { height: 1px; background: @border@; margin: 5px 8px; }

QToolBar { background: @window@; border: none; border-bottom: 1px solid @border@; padding: 3px 8px; spacing: 2px; }
QToolBar::separator { background: @border@; width: 1px; margin: 6px 7px; }
QStatusBar { background: @window@; border-top: 1px solid @border@; color: @muted@; }
QStatusBar::item { border: none; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted@; border: none; border-bottom: 2px solid transparent; padding: 6px 12px 5px 12px; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected { color: @text@; border-bottom: 2px solid @accent@; }
QTabBar::tab:focus { color: @accent@; }
QMainWindow > QTabBar { background: @window@; }
QMainWindow > QTabBar::tab:first { margin-left: 8px; }
QMainWindow::separator { background: @border@; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent@; }
QDockWidget > QWidget { background: @surface@; }
QDockWidget::title { padding: 6px 12px; background: @window@; }
QTabWidget::pane { border: none; border-top: 1px solid @border@; }

QTableView, QTreeView, QListView { background: @surface@; alternate-background-color: @zebra@; color: @text@; border: 1px solid @border@;
  selection-background-color: @accentSoft@; selection-color: @text@; gridline-color: @grid@; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid @accent@; }
QTableView[frameless="true"], QTreeView[frameless="true"], QListView[frameless="true"] { border: none; }
QTableView::item, QTreeView::item, QListView::item { padding: 3px 8px; border: none; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: @zebra@; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @accentSoft@; color: @text@; }
QHeaderView::section { background: @surface@; color: @muted@; border: none; border-bottom: 1px solid @border@; padding: 6px 0px 5px 11px; font-weight: 500; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: border; subcontrol-position: top center; width: 10px; height: 7px; }
QHeaderView::section:hover { color: @text@; }
QTableCornerButton::section { background: @surface@; border: none; border-bottom: 1px solid @border@; }
QComboBox QAbstractItemView { background: @raised@; border: 1px solid @border@; padding: 4px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0px; }
QScrollBar::handle { background: @thumb@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @thumbHover@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { border: none; background: transparent; }

QProgressBar { background: @track@; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }
QGroupBox { border: none; margin-top: 24px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0px; top: 2px; }
QSplitter::handle { background: @window@; }
QSplitter::handle:hover { background: @accentSoft@; }
QPlainTextEdit, QTextEdit { background: @surface@; border: 1px solid @border@; border-radius: 6px; selection-background-color: @accent@; selection-color: @onAccent@; }
QPlainTextEdit:focus, QTextEdit:focus { border: 1px solid @accent@; }
QPlainTextEdit[frameless="true"], QTextEdit[frameless="true"] { border: none; border-radius: 0px; }
QDialog { background: @window@; }

QLabel[tone="muted"] { color: @muted@; }
QLabel[tone="faint"] { color: @faint@; }
QLabel[tone="accent"] { color: @accent@; }
QLabel[tone="good"] { color: @good@; }
QLabel[tone="warning"] { color: @warning@; }
QLabel[tone="bad"] { color: @bad@; }
QFrame[card="true"] { background: @surface@; border: 1px solid @border@; border-radius: 10px; }
)";

}  // namespace

QString styleSheet(const Theme& t) {
    const bool strong = t.name == ThemeName::HighContrast;
    const QHash<QString, QColor> colours{
        {QStringLiteral("window"), t.window},
        {QStringLiteral("surface"), t.surface},
        {QStringLiteral("raised"), t.raised},
        {QStringLiteral("sunken"), strong ? t.accentSoft : t.sunken},
        {QStringLiteral("border"), t.border},
        {QStringLiteral("grid"), t.grid},
        {QStringLiteral("edge"), mixed(t.border, t.textFaint, 0.25)},
        {QStringLiteral("edgeHover"), mixed(t.border, t.textFaint, 0.7)},
        {QStringLiteral("hover"), strong ? t.accentSoft : mixed(t.surface, t.text, t.dark() ? 0.08 : 0.05)},
        {QStringLiteral("zebra"), strong ? t.accentSoft : mixed(t.surface, t.sunken, 0.55)},
        {QStringLiteral("track"), strong ? t.grid : mixed(t.sunken, t.border, 0.7)},
        {QStringLiteral("thumb"), mixed(t.border, t.textFaint, 0.3)},
        {QStringLiteral("thumbHover"), mixed(t.border, t.textFaint, 0.8)},
        {QStringLiteral("text"), t.text},
        {QStringLiteral("muted"), t.textMuted},
        {QStringLiteral("faint"), t.textFaint},
        {QStringLiteral("disabled"), mixed(t.surface, t.textFaint, 0.7)},
        {QStringLiteral("accent"), t.accent},
        {QStringLiteral("accentHover"), mixed(t.accent, t.text, 0.18)},
        {QStringLiteral("accentSoft"), t.accentSoft},
        {QStringLiteral("onAccent"), t.textOnAccent},
        {QStringLiteral("good"), t.good},
        {QStringLiteral("warning"), t.warning},
        {QStringLiteral("bad"), t.bad},
        {QStringLiteral("tip"), t.dark() ? t.raised : t.text},
        {QStringLiteral("tipText"), t.dark() ? t.text : t.surface},
        {QStringLiteral("tipBorder"), t.dark() ? t.border : t.text},
    };
    QString out = QString::fromUtf8(kTemplate);
    for (auto it = colours.begin(); it != colours.end(); ++it)
        out.replace(QLatin1Char('@') + it.key() + QLatin1Char('@'), it.value().name());
    return out;
}

}  // namespace strand
