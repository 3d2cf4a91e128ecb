// What a page shows while it has nothing to show: a picture, what is missing, and the one next action.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace strand {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QString iconName, QWidget* parent = nullptr);
    /// An empty `action` hides the button.
    void setTexts(const QString& title, const QString& text, const QString& action = {});
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void actionTriggered();

protected:
    void resizeEvent(QResizeEvent* event) override;  ///< low places do without the picture

private:
    void paintPicture();
    void fitText();
    QString m_iconName;
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_action;
};

}  // namespace strand
