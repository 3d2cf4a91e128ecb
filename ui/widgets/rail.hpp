// The rail at the left: the pages, top to bottom as the work goes.
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>
#include <QWidget>

namespace strand {

class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(QString iconName, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    /// A dot at the right says that something goes on there.
    void setBusy(bool busy);
    /// Without the name, which its tool tip says.
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QString m_iconName;
    bool m_hover = false, m_busy = false, m_ring = false, m_compact = false;
};

class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);
    void add(const QString& iconName);
    void setText(int index, const QString& text, const QString& toolTip);
    void setCurrent(int index);
    void setBusy(int index, bool busy);
    /// Signs without names, for a narrow window.
    void setCompact(bool compact);
    [[nodiscard]] int count() const { return static_cast<int>(m_buttons.size()); }

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QButtonGroup m_group;
    std::vector<RailButton*> m_buttons;
};

}  // namespace strand
