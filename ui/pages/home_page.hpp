// Where one begins: samples, a new project, projects opened lately.
#pragma once

#include "ui/pages/page.hpp"

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace strand {

class SampleCard;

class HomePage : public Page {
    Q_OBJECT

public:
    explicit HomePage(Session& session);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeSamples();
    QWidget* makeOwn();
    void listRecent();
    void placeCards();

    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_samplesHeading;
    QLabel* m_ownHeading;
    QLabel* m_ownText;
    QLabel* m_recentHeading;
    QPushButton* m_new;
    QPushButton* m_open;
    QVBoxLayout* m_recent;
    std::vector<SampleCard*> m_cards;
    QGridLayout* m_grid;
    int m_columns = 0;
};

}  // namespace strand
