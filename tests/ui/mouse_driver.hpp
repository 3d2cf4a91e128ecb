// Clicks as a person makes them: on what can be seen of a widget, through the window it is in, counted.
#pragma once

#include <QMenu>
#include <QPoint>
#include <QStringList>
#include <QTest>
#include <QTimer>

class QComboBox;
class QToolButton;

namespace strand {
class MainWindow;
}

namespace strand::test {

inline constexpr int kHangMs = 240'000;  ///< a guard against hanging, nothing that is measured

template <typename Condition>
bool inTime(Condition done) {
    return QTest::qWaitFor(done, kHangMs);
}

/// Lets layouts, paints and queued events run dry.
void settle();

class Mouse {
public:
    /// On the middle of `widget`, or on `at` in it. Where it lies outside a scroll area, the wheel is turned first.
    void click(QWidget& widget, QPoint at = QPoint(-1, -1));
    void clickRail(MainWindow& window, const char* page);
    /// Opens the box and clicks the item: two clicks.
    void choose(QComboBox& box, int item);
    /// Opens the menu of `button` and clicks its action: two clicks.
    void openMenuAndChoose(QToolButton& button, int action);
    /// The next file dialog is accepted as it comes up: one click on its button.
    void acceptNextFileDialog();

    [[nodiscard]] int clicks() const { return m_clicks; }
    [[nodiscard]] int dialogsAccepted() const { return m_dialogs; }
    /// What was to be clicked and could not be: covered, cut off or disabled.
    [[nodiscard]] const QStringList& misses() const { return m_misses; }

private:
    int m_clicks = 0, m_dialogs = 0;
    QStringList m_misses;
};

}  // namespace strand::test
