#include "mouse_driver.hpp"

#include "ui/main_window.hpp"
#include "ui/widgets/rail.hpp"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QWindow>

namespace strand::test {

namespace {

QString nameOf(const QWidget& widget) {
    return QStringLiteral("%1 \"%2\"")
        .arg(QString::fromLatin1(widget.metaObject()->className()),
             widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName());
}

/// A person turns the wheel until it is there.
void scrollTo(const QWidget& widget, QPoint at) {
    for (QWidget* parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            const QPoint inside = widget.mapTo(area->widget(), at);
            area->ensureVisible(inside.x(), inside.y(), 20, 20);
        }
    }
}

}  // namespace

void settle() {
    QApplication::sendPostedEvents();
    QTest::qWait(60);
}

void Mouse::click(QWidget& widget, QPoint at) {
    settle();
    if (at == QPoint(-1, -1)) at = widget.rect().center();
    if (!widget.visibleRegion().contains(at)) {
        scrollTo(widget, at);
        settle();
    }
    QWidget* top = widget.window();
    const QPoint place = widget.mapTo(top, at);
    const QWidget* hit = top->childAt(place) != nullptr ? top->childAt(place) : top;
    if (!widget.isEnabled() || !widget.visibleRegion().contains(at) || (hit != &widget && !widget.isAncestorOf(hit)))
        m_misses << nameOf(widget);
    ++m_clicks;
    QTest::mouseMove(top->windowHandle(), place);
    QTest::mouseClick(top->windowHandle(), Qt::LeftButton, {}, place);
    settle();
}

void Mouse::clickRail(MainWindow& window, const char* page) {
    const auto buttons = window.findChildren<RailButton*>();
    const auto table = pageTable();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (QLatin1String(table[i].id) == QLatin1String(page)) click(*buttons[static_cast<qsizetype>(i)]);
    }
}

void Mouse::choose(QComboBox& box, int item) {
    click(box);
    QTest::qWait(QApplication::doubleClickInterval() + 50);  // an opened box takes no second click at once
    QAbstractItemView* list = box.view();
    click(*list->viewport(), list->visualRect(box.model()->index(item, box.modelColumn())).center());
}

void Mouse::openMenuAndChoose(QToolButton& button, int action) {
    // The menu of a button runs an event loop of its own.
    QTimer::singleShot(300, &button, [this, &button, action] {
        QMenu* menu = button.menu();
        if (!menu->isVisible() || action >= menu->actions().size()) {
            m_misses << nameOf(*menu);
            menu->close();
            return;
        }
        click(*menu, menu->actionGeometry(menu->actions().at(action)).center());
    });
    click(button);
}

void Mouse::acceptNextFileDialog() {
    auto* poll = new QTimer(qApp);
    QObject::connect(poll, &QTimer::timeout, qApp, [this, poll] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr || !dialog->isVisible()) return;
        poll->stop();
        poll->deleteLater();
        auto* box = dialog->findChild<QDialogButtonBox*>();
        click(*box->button(QDialogButtonBox::Save));
        ++m_dialogs;
    });
    poll->start(50);
}

}  // namespace strand::test
