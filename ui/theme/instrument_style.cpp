#include "ui/theme/instrument_style.hpp"

#include "ui/theme/theme.hpp"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>

namespace strand {

namespace {

constexpr double kRadius = 6;
constexpr int kTextInset = 4;  // between the edge of a field and its text, beyond Fusion's own
constexpr int kIcon = 16, kToolIcon = 18, kIconGap = 4;

/// Icons keep their size beside the letters.
int scaled(int pixels) { return qRound(pixels * ThemeManager::instance().textScale()); }

bool has(const QStyleOption& option, QStyle::StateFlag flag) { return option.state.testFlag(flag); }

QColor edgeOf(const QStyleOption& option) {
    const Theme& t = theme();
    if (!has(option, QStyle::State_Enabled)) return t.border;
    if (has(option, QStyle::State_HasFocus)) return t.accent;
    return mixed(t.border, t.textFaint, has(option, QStyle::State_MouseOver) ? 0.75 : 0.35);
}

/// The field of line edits, combo boxes and spin boxes; a two pixel accent edge is the focus ring.
void paintField(QPainter& painter, const QStyleOption& option) {
    const Theme& t = theme();
    const bool focus = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled);
    const double width = focus ? 2 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edgeOf(option), width));
    painter.setBrush(has(option, QStyle::State_Enabled) ? t.surface : t.window);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), kRadius, kRadius);
    painter.restore();
}

void paintChevron(QPainter& painter, const QRectF& area, QStyle::PrimitiveElement direction, const QColor& colour) {
    const QPointF c = area.center();
    const double d = qMin(4.0, qMin(area.width(), area.height()) / 2.5);
    QPolygonF line;
    switch (direction) {
        case QStyle::PE_IndicatorArrowUp: line << c + QPointF(-d, d / 2) << c + QPointF(0, -d / 2) << c + QPointF(d, d / 2); break;
        case QStyle::PE_IndicatorArrowLeft: line << c + QPointF(d / 2, -d) << c + QPointF(-d / 2, 0) << c + QPointF(d / 2, d); break;
        case QStyle::PE_IndicatorArrowRight: line << c + QPointF(-d / 2, -d) << c + QPointF(d / 2, 0) << c + QPointF(-d / 2, d); break;
        default: line << c + QPointF(-d, -d / 2) << c + QPointF(0, d / 2) << c + QPointF(d, -d / 2); break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.restore();
}

QColor arrowColour(const QStyleOption& option) { return has(option, QStyle::State_Enabled) ? theme().textMuted : theme().border; }

void paintCheck(QPainter& painter, const QStyleOption& option, bool round) {
    const Theme& t = theme();
    const double side = qMin(16, qMin(option.rect.width(), option.rect.height()));
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    box.adjust(0.5, 0.5, -0.5, -0.5);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const QColor full = enabled ? t.accent : mixed(t.surface, t.textFaint, 0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on || partly ? full : edgeOf(option), 1));
    painter.setBrush(on || partly ? full : t.surface);
    painter.drawRoundedRect(box, round ? side / 2 : 4, round ? side / 2 : 4);
    painter.setPen(QPen(t.textOnAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = box.center();
    const double u = side / 16;
    if (round && on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.textOnAccent);
        painter.drawEllipse(c, 3 * u, 3 * u);
    } else if (on) {
        painter.drawPolyline(QPolygonF{c + QPointF(-3.5, 0.3) * u, c + QPointF(-1, 2.8) * u, c + QPointF(3.6, -2.6) * u});
    } else if (partly) {
        painter.drawLine(c + QPointF(-3.5, 0) * u, c + QPointF(3.5, 0) * u);
    }
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 1.5));
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), round ? side / 2 + 2 : 6, round ? side / 2 + 2 : 6);
    }
    painter.restore();
}

void paintTick(QPainter& painter, const QRectF& area, const QColor& colour) {
    const QPointF c = area.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{c + QPointF(-4, 0.3), c + QPointF(-1.2, 3.1), c + QPointF(4.2, -3)});
    painter.restore();
}

void paintSlider(QPainter& painter, const QStyleOptionSlider& slider, const QRect& groove, const QRect& handle) {
    const Theme& t = theme();
    const bool enabled = has(slider, QStyle::State_Enabled);
    const bool horizontal = slider.orientation == Qt::Horizontal;
    QRectF track(groove);
    if (horizontal) {
        track = QRectF(track.left() + 2, track.center().y() - 1.5, track.width() - 4, 4);
    } else {
        track = QRectF(track.center().x() - 1.5, track.top() + 2, 4, track.height() - 4);
    }
    const QPointF knob = QRectF(handle).center();
    QRectF filled = track;
    if (horizontal) {
        slider.upsideDown ? filled.setLeft(knob.x()) : filled.setRight(knob.x());
    } else {
        slider.upsideDown ? filled.setTop(knob.y()) : filled.setBottom(knob.y());
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(t.border, t.textFaint, t.name == ThemeName::HighContrast ? 0.0 : 0.15));
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(enabled ? t.accent : t.textFaint);
    painter.drawRoundedRect(filled, 2, 2);
    painter.setPen(QPen(enabled ? t.accent : t.textFaint, has(slider, QStyle::State_HasFocus) ? 3 : 1.5));
    painter.setBrush(t.surface);
    painter.drawEllipse(knob, 6.5, 6.5);
    painter.restore();
}

}  // namespace

InstrumentStyle::InstrumentStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

/// Qt leaves three pixels between the icon of a push button and its words: the icon brings the rest with it.
void InstrumentStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (auto* button = qobject_cast<QPushButton*>(widget)) button->setIconSize({scaled(kIcon) + kIconGap, scaled(kIcon)});
}

void InstrumentStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
        case PE_IndicatorArrowUp:
        case PE_IndicatorArrowDown:
        case PE_IndicatorArrowLeft:
        case PE_IndicatorArrowRight: return paintChevron(*painter, option->rect, element, arrowColour(*option));
        case PE_IndicatorHeaderArrow: {
            const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
            const bool up = header != nullptr && header->sortIndicator == QStyleOptionHeader::SortUp;
            return paintChevron(*painter, option->rect, up ? PE_IndicatorArrowUp : PE_IndicatorArrowDown, theme().textMuted);
        }
        case PE_IndicatorBranch:
            if (has(*option, State_Children))
                paintChevron(*painter, option->rect, has(*option, State_Open) ? PE_IndicatorArrowDown : PE_IndicatorArrowRight,
                             theme().textMuted);
            return;
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck: return paintCheck(*painter, *option, false);
        case PE_IndicatorRadioButton: return paintCheck(*painter, *option, true);
        case PE_PanelLineEdit:
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame != nullptr && frame->lineWidth > 0)
                paintField(*painter, *option);
            return;
        case PE_IndicatorMenuCheckMark:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option); item == nullptr || item->checked)
                paintTick(*painter, option->rect, theme().accent);
            return;
        case PE_FrameFocusRect:
            if (qobject_cast<const QAbstractItemView*>(widget) == nullptr) {
                painter->save();
                painter->setRenderHint(QPainter::Antialiasing);
                painter->setBrush(Qt::NoBrush);
                painter->setPen(QPen(theme().accent, 1.5));
                painter->drawRoundedRect(QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
                painter->restore();
            }
            return;
        default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void InstrumentStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    if (element != CE_HeaderEmptyArea) return QProxyStyle::drawControl(element, option, painter, widget);
    // The line under a header goes on beyond its last section.
    painter->fillRect(option->rect, theme().surface);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme().border);
}

void InstrumentStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                         const QWidget* widget) const {
    if (control == CC_ComboBox) {
        paintField(*painter, *option);
        return paintChevron(*painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), PE_IndicatorArrowDown,
                            arrowColour(*option));
    }
    if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin != nullptr && spin->frame) paintField(*painter, *option);
        if (spin != nullptr && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            for (const auto& [part, arrow, flag] : {std::tuple(SC_SpinBoxUp, PE_IndicatorArrowUp, QAbstractSpinBox::StepUpEnabled),
                                                    std::tuple(SC_SpinBoxDown, PE_IndicatorArrowDown, QAbstractSpinBox::StepDownEnabled)}) {
                const bool on = spin->stepEnabled.testFlag(flag) && has(*option, State_Enabled);
                const bool hot = on && has(*option, State_MouseOver) && option->activeSubControls == part;
                paintChevron(*painter, subControlRect(CC_SpinBox, option, part, widget), arrow,
                             hot  ? theme().accent
                             : on ? theme().textMuted
                                  : theme().border);
            }
        }
        return;
    }
    if (control == CC_Slider) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return paintSlider(*painter, *slider, subControlRect(CC_Slider, option, SC_SliderGroove, widget),
                               subControlRect(CC_Slider, option, SC_SliderHandle, widget));
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect InstrumentStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                      const QWidget* widget) const {
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool text = (control == CC_ComboBox && part == SC_ComboBoxEditField) || (control == CC_SpinBox && part == SC_SpinBoxEditField);
    return text ? rect.adjusted(kTextInset, 0, 0, 0) : rect;
}

QRect InstrumentStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const bool field = element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0;
    return field ? rect.adjusted(kTextInset, 0, -kTextInset, 0) : rect;
}

QSize InstrumentStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox || type == CT_SpinBox || type == CT_LineEdit) {
        result.setHeight(qMax(30, result.height() + 2));
        result.rwidth() += 2 * kTextInset;
    }
    return result;
}

int InstrumentStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_ButtonIconSize:
        case PM_SmallIconSize:
        case PM_ListViewIconSize: return scaled(kIcon);
        case PM_ToolBarIconSize: return scaled(kToolIcon);
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight: return scaled(16);
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing: return kSpace;
        case PM_DefaultFrameWidth:
            return qobject_cast<const QAbstractItemView*>(widget) != nullptr ? 1 : QProxyStyle::pixelMetric(metric, option, widget);
        case PM_SplitterWidth: return 1 + kSpace / 2;
        case PM_DockWidgetSeparatorExtent: return kSpace / 2;
        default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int InstrumentStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
        case SH_ComboBox_Popup: return 0;
        case SH_ToolTip_WakeUpDelay: return 500;
        case SH_EtchDisabledText:
        case SH_DitherDisabledText: return 0;
        case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
        case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
        default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

}  // namespace strand
