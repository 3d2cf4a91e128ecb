// Messages above the page, never in the way: one line each, details on demand, one action, closed by hand or, where nothing is asked, by time.
#pragma once

#include "ui/session/session.hpp"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace strand {

class MessageRow : public QFrame {
    Q_OBJECT

public:
    MessageRow(Session::Level level, const QString& text, const QString& details, const QString& action, std::function<void()> onAction,
               QWidget* parent);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Session::Level level() const { return m_level; }
    [[nodiscard]] bool asks() const { return m_asks; }

signals:
    void done();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    Session::Level m_level;
    bool m_asks;
    QLabel* m_text;
    QLabel* m_details;
    QPushButton* m_more;
    QToolButton* m_close;
};

class MessageBar : public QWidget {
    Q_OBJECT

public:
    static constexpr int kRows = 3;
    explicit MessageBar(QWidget* parent = nullptr);
    void show(Session::Level level, const QString& text, const QString& details = {}, const QString& action = {},
              std::function<void()> onAction = {});
    void clear();
    void clearErrors();
    [[nodiscard]] const std::vector<MessageRow*>& rows() const { return m_rows; }

private:
    void remove(MessageRow* row);
    QVBoxLayout* m_layout;
    std::vector<MessageRow*> m_rows;
};

}  // namespace strand
