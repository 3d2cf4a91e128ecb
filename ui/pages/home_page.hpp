// Where one begins: samples, a new project, projects opened lately.
#pragma once

#include "ui/pages/page.hpp"

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

private:
    QWidget* makeSamples();
    QWidget* makeOwn();
    void listRecent();

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
};

}  // namespace strand
