// A question in the page itself, with verbs on its two buttons; hidden while there is nothing to ask.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace strand {

class InlineConfirm : public QFrame {
    Q_OBJECT

public:
    explicit InlineConfirm(QWidget* parent = nullptr);
    void ask(const QString& question, const QString& verb, const QString& keep);

signals:
    void agreed();

protected:
    void keyPressEvent(QKeyEvent* event) override;  ///< Escape keeps things as they are

private:
    QLabel* m_question;
    QPushButton *m_yes, *m_no;
};

}  // namespace strand
