// The window: menus, tool bar, rail, pages, options, docks and status bar around one Session.
#pragma once

#include "ui/pages/page.hpp"
#include "ui/session/session.hpp"

#include <QElapsedTimer>
#include <QMainWindow>

#include <optional>

class QDockWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace strand {

class MessageBar;
class OptionsPanel;
class Rail;
class RunsDock;
class StatusStrip;
class TasksDock;
class WindowActions;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Session& session);
    ~MainWindow() override;

    /// Makes the pages not made yet, one at a time between events; called once the window is on the screen.
    void makeAllPages();
    /// The page of an id of pageTable, made where needed; null for an unknown id.
    Page* page(const QString& id);
    void showPage(const QString& id);
    [[nodiscard]] QString currentPage() const;

    [[nodiscard]] WindowActions& actions() { return *m_actions; }
    [[nodiscard]] MessageBar& messages() { return *m_messages; }
    [[nodiscard]] StatusStrip& status() { return *m_status; }
    [[nodiscard]] RunsDock& runs() { return *m_runs; }

    /// Without options and docks, for a first look; or everything.
    void setSimple(bool simple);
    void setTextScale(double scale);

signals:
    /// Once, when the first picture of the window has been painted.
    void shown();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildCentre();
    void buildDocks();
    QDockWidget* addDock(const char* name, QWidget* content);
    void buildToolBar();
    QPushButton* makeTrainButton();
    void buildMenus();
    void connectSession();
    void connectActions();
    void retranslate();
    void refreshTitle();
    void refreshPanels();
    void refreshExport();
    void applyLayout();
    void fitWidth();
    void restoreWindow();
    void saveWindow() const;
    void projectChanged();
    void finishClosing();
    int indexOf(const QString& id) const;

    Session& m_session;
    WindowActions* m_actions;
    Rail* m_rail;
    MessageBar* m_messages;
    QStackedWidget* m_pages;
    QSplitter* m_splitter;
    OptionsPanel* m_options;
    StatusStrip* m_status;
    RunsDock* m_runs;
    TasksDock* m_tasks;
    std::vector<QDockWidget*> m_docks;
    QToolBar* m_tools;
    QToolButton* m_stopButton;
    QToolButton* m_exportButton;
    QMenu* m_exportMenu;
    QMenu* m_stopMenu;
    std::vector<Page*> m_made;  ///< [index in pageTable], null = not made yet
    int m_current = 0;
    bool m_optionsWanted = true, m_docksWanted = true, m_simple = false;
    bool m_insist = false;                    ///< options and docks were asked for on a small window
    std::optional<QStringList> m_importNext;  ///< files to import into the project that is being made
    enum class Closing { No, Waiting, Done } m_closing = Closing::No;
    bool m_painted = false;
};

}  // namespace strand
