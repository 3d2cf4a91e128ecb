// What the program writes about itself: filtered by text and by severity, copied as it is.
#pragma once

#include "ui/session/session.hpp"

#include <QWidget>

#include <deque>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace strand {

class LogDock : public QWidget {
    Q_OBJECT

public:
    static constexpr int kLines = 5000;
    explicit LogDock(Session& session, QWidget* parent = nullptr);
    void add(int level, const QString& line);
    [[nodiscard]] QString shownText() const;
    void setFilter(const QString& text, int lowestLevel);

    [[nodiscard]] QSize sizeHint() const override { return {600, 132}; }  ///< low: the page matters more

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Line {
        int level = 0;
        QString text;
    };
    void retranslate();
    void rebuild();
    void append(const Line& line);
    [[nodiscard]] bool passes(const Line& line) const;

    std::deque<Line> m_lines;
    QLineEdit* m_search;
    QComboBox* m_level;
    QToolButton* m_copy;
    QPlainTextEdit* m_text;
};

}  // namespace strand
