// Why a run broke off: where, what happened, and the way out. Hidden beside every other run.
#pragma once

#include "ui/session/session.hpp"

#include <QFrame>

class QLabel;
class QPushButton;

namespace strand {

class RunFault : public QFrame {
    Q_OBJECT

public:
    explicit RunFault(Session& session, QWidget* parent = nullptr);
    /// Null = nothing to tell.
    void show(const RunRecord* run);
    [[nodiscard]] QString text() const;

private:
    void paintPicture();
    void changeSettings();
    Session& m_session;
    QLabel *m_picture, *m_where, *m_what;
    QPushButton* m_change;
};

}  // namespace strand
