// The head of the Train page: which run, how it stands, and what can be done with it.
#pragma once

#include "ui/session/session.hpp"

#include <QWidget>

class QPushButton;

namespace strand {

class ElidedLabel;
class InlineConfirm;
class Segmented;
class StatePill;

class RunHeader : public QWidget {
    Q_OBJECT

public:
    explicit RunHeader(Session& session, QWidget* parent = nullptr);
    /// The run of the session; `live`: it is the one in training.
    void refresh(bool live, bool starting);
    void setTexts(const QString& name, const QString& about);
    [[nodiscard]] QString about() const;
    [[nodiscard]] Segmented& views() const { return *m_views; }
    void hideQuestion();
    void retranslate();

private:
    void build();
    void connectButtons();
    void refreshPill(bool live, bool starting);
    void refreshButtons(bool live);

    Session& m_session;
    ElidedLabel *m_name, *m_about;
    StatePill* m_pill;
    QPushButton *m_start, *m_resume, *m_pause, *m_stop, *m_finish, *m_discard;
    InlineConfirm* m_confirm;
    Segmented* m_views;
};

}  // namespace strand
