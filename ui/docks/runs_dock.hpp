// The table of runs, with what can be done to each. A click or Enter makes a run the current one.
#pragma once

#include "ui/session/session.hpp"

#include <QWidget>

class QMenu;
class QSortFilterProxyModel;
class QTableView;

namespace strand {

class EmptyState;
class RunTableModel;

class RunsDock : public QWidget {
    Q_OBJECT

public:
    explicit RunsDock(Session& session, QWidget* parent = nullptr);
    [[nodiscard]] QTableView* table() const { return m_table; }
    /// What the context menu offers for `run`.
    void fillMenu(QMenu& menu, const RunRecord& run);

    [[nodiscard]] QSize sizeHint() const override { return {600, 132}; }  ///< low: the page matters more

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void refresh();
    void makeCurrent();
    void followSession();
    void remove(const RunRecord& run);
    [[nodiscard]] const RunRecord* chosen() const;

    Session& m_session;
    RunTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    EmptyState* m_empty;
    int m_sizedRows = 0;
};

/// A run that was stopped or interrupted can go on from its checkpoint. A failed one would fail again.
[[nodiscard]] bool canResume(const RunRecord& run);

}  // namespace strand
