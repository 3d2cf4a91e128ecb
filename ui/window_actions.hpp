// What menus and tool bar offer: every action once, with its text, icon, keys and when it can be used.
#pragma once

#include "ui/session/session.hpp"

#include <QAction>
#include <QActionGroup>
#include <QObject>

namespace strand {

class WindowActions : public QObject {
    Q_OBJECT

public:
    WindowActions(Session& session, QWidget& window);
    void retranslate();
    void refresh();  ///< enabled or not, checked or not

    // file
    QAction *newProject, *openProject, *saveCopy, *closeProject, *quit;
    // edit
    QAction *undo, *redo, *copy, *selectAll, *paste;
    // data
    QAction *import, *removeDataset;
    // run
    QAction *train, *pause, *stop, *finish, *discard, *resume;
    // view; what they do is the window's
    QAction *simple, *options, *docks, *fullScreen, *largerText, *smallerText, *normalText;
    // help; the window's too
    QAction *shortcuts, *about;

    QActionGroup *themes, *languages;  ///< data() of each: ThemeName, code

private:
    QAction* add(const char* iconName, const QKeySequence& keys = {});
    void makeChoices();
    void connectActions();
    void sendKey(QKeySequence::StandardKey keys);
    void pasteSequences();
    void startTraining();
    [[nodiscard]] const RunRecord* resumable() const;

    Session& m_session;
    QWidget& m_window;
};

/// The text of a button with an icon, moved away from it by a thin space.
[[nodiscard]] QString besideIcon(const QString& text);

// Menus filled anew each time they open; choosing an item makes it the current one.
void fillDatasetMenu(QMenu& menu, Session& session);
void fillModelMenu(QMenu& menu, Session& session);
void fillDeviceMenu(QMenu& menu, Session& session);
void fillRecentMenu(QMenu& menu, Session& session);
void fillSampleMenu(QMenu& menu, Session& session);

}  // namespace strand
