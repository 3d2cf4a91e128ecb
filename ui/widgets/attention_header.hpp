// The head of the Attention page: what is shown, of which sequence, at which moment, and the tools of the large map.
#pragma once

#include "ui/plots/attention_pictures.hpp"
#include "ui/widgets/state_pill.hpp"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace strand {

class ElidedLabel;
class EpochSlider;
class SequencePicker;

class AttentionHeader : public QWidget {
    Q_OBJECT

public:
    explicit AttentionHeader(QWidget* parent = nullptr);

    /// Which head of how many is open; `map`: the large map is shown instead of the grid.
    struct Heads {
        std::int64_t layers = 0, heads = 0, layer = 0, head = 0;
        HeadView view = HeadView::Single;
        bool map = false;
    };
    void setHeads(const Heads& heads);
    /// What can be asked of the engine now.
    struct Asking {
        bool live = false;    ///< the run is in training
        bool now = false;     ///< the map is of the weights of now or of the best
        bool hasMap = false;  ///< a map is shown
        bool busy = false;    ///< an answer is awaited
        bool ready = false;   ///< the engine is there
    };
    void setAsking(const Asking& asking);
    void setState(const QString& text, StatePill::Tone tone);
    void setAbout(const QString& text);
    [[nodiscard]] bool follows() const;  ///< each epoch's map is shown as it comes

    [[nodiscard]] SequencePicker& picker() const { return *m_picker; }
    [[nodiscard]] EpochSlider& slider() const { return *m_slider; }
    void retranslate();

signals:
    void backAsked();
    void layerChosen(int layer);
    void headChosen(int head);
    void zoomAsked(double factor);
    void fitAsked();
    void currentAsked();  ///< the map with the weights of now, or the best

private:
    QWidget* makeTools();

    QLabel* m_title;
    ElidedLabel* m_about;
    StatePill* m_pill;
    SequencePicker* m_picker;
    EpochSlider* m_slider;
    QCheckBox* m_follow;
    QPushButton *m_back, *m_current;
    QComboBox *m_layers, *m_heads;
    QToolButton *m_zoomIn, *m_zoomOut, *m_fit;
    QWidget* m_tools;
};

}  // namespace strand
