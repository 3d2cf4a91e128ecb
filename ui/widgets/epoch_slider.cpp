#include "ui/widgets/epoch_slider.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace strand {

namespace {
constexpr int kPlayMs = 600;
}

EpochSlider::EpochSlider(QWidget* parent) : QWidget(parent) {
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setPageStep(1);
    m_slider->setMinimumWidth(120);
    m_name = new StyledLabel(TextStyle::Body, "muted");
    m_play = new QToolButton;
    m_play->setAutoRaise(true);
    m_timer.setInterval(kPlayMs);
    auto* layout = flushLayout<QHBoxLayout>(this, kSpace);
    layout->addWidget(m_play);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_name);
    connect(m_slider, &QSlider::valueChanged, this, [this](int index) {
        showName();
        emit chosen(index);
    });
    connect(m_slider, &QSlider::sliderPressed, this, [this] { setPlaying(false); });
    connect(m_play, &QToolButton::clicked, this, [this] { setPlaying(!m_timer.isActive()); });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_slider->value() >= m_slider->maximum()) {
            setPlaying(false);
        } else {
            m_slider->setValue(m_slider->value() + 1);
        }
    });
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &EpochSlider::fitName);
    setPlaying(false);
    hide();
}

void EpochSlider::setMoments(const QStringList& names, int current) {
    const QSignalBlocker quiet(m_slider);
    m_names = names;
    m_slider->setRange(0, std::max(0, static_cast<int>(names.size()) - 1));
    m_slider->setValue(current);
    fitName();
    setVisible(names.size() > 1);
    showName();
}

/// The slider keeps its place whatever the moment is called.
void EpochSlider::fitName() {
    int widest = 0;
    for (const QString& name : m_names)
        widest = std::max(widest, m_name->fontMetrics().horizontalAdvance(name));
    m_name->setMinimumWidth(widest + 4);
}

void EpochSlider::setCurrent(int index) {
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(index);
    showName();
}

int EpochSlider::current() const { return m_slider->value(); }

void EpochSlider::showName() {
    m_name->setText(m_names.value(m_slider->value()));
    m_slider->setAccessibleDescription(m_name->text());
}

void EpochSlider::setPlaying(bool playing) {
    if (playing && m_slider->value() >= m_slider->maximum()) m_slider->setValue(m_slider->minimum());
    if (playing) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
    m_play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    retranslate();
}

void EpochSlider::retranslate() {
    m_slider->setAccessibleName(tr("Training time"));
    m_play->setToolTip(m_timer.isActive() ? tr("Stop") : tr("Play the training time"));
    m_play->setAccessibleName(m_play->toolTip());
}

}  // namespace strand
