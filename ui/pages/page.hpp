// A page of the rail. Built with its Session; the window owns it. A page that cannot act yet stays visible and says what is missing.
#pragma once

#include "ui/plots/figure.hpp"
#include "ui/session/session.hpp"

#include <QWidget>

namespace strand {

class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(Session& session, QWidget* parent = nullptr) : QWidget(parent), m_session(session) {}
    /// The form of what is shown, for the Options panel at the right; null = nothing to set now. Owned by the page.
    [[nodiscard]] virtual QWidget* optionsPanel() { return nullptr; }
    /// Actions of this page for the Export menu button of the tool bar.
    virtual void fillExportMenu(QMenu&) {}

signals:
    void optionsChanged();  ///< optionsPanel() has another answer

protected:
    [[nodiscard]] Session& session() const { return m_session; }
    /// Says in the window what became of a figure that was to be written.
    [[nodiscard]] FigureReport reporter() const;
    /// Where a run can begin: the models, or Home without a project.
    void goToModels();
    /// Sets every text again; called from changeEvent on a language change and once by the constructor of the subclass.
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;

private:
    Session& m_session;
};

/// One line a page, top to bottom as on the rail. Explicit table in pages.cpp.
struct PageEntry {
    const char* id;     ///< "data"
    const char* icon;   ///< ":/icons" name
    const char* title;  ///< QT_TRANSLATE_NOOP("pages", ...)
    Page* (*make)(Session&);
};
[[nodiscard]] std::span<const PageEntry> pageTable();

}  // namespace strand
