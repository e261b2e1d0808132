// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/calmstyle.h"

#include "ui/calmpaint.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QToolButton>

namespace companion {

using namespace Qt::StringLiterals;
using namespace calmpaint;

namespace {

    //! Qt's own balloon, where the tray has no notifications: in our colours, and its cross, which
    //! has no room for one, without a frame.
    void polishBalloon(QWidget* part)
    {
        if (auto* cross = qobject_cast<QPushButton*>(part))
            setButtonKind(cross, ButtonKind::Quiet);
        auto palette = part->window()->palette();
        palette.setColor(QPalette::Window, colours().surface);
        palette.setColor(QPalette::WindowText, colours().text);
        if (palette != part->window()->palette())
            part->window()->setPalette(palette);
    }

    //! What a combo box opens.
    bool isChoiceList(const QWidget* widget)
    {
        return widget && widget->parentWidget()
            && widget->parentWidget()->inherits("QComboBoxPrivateContainer");
    }

    bool isFramed(const QStyleOption* option)
    {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame && frame->lineWidth > 0;
    }

    //! Its focus ring is part of the control.
    bool drawsItsFocus(const QWidget* widget)
    {
        return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QTabBar*>(widget)
            || qobject_cast<const QComboBox*>(widget);
    }

    QSize buttonSize(const QStyleOptionButton* button, const QSize& contents, ButtonKind kind)
    {
        const int height = qMax(contents.height() + spacing(3), spacing(8));
        const bool hasText = button && !button->text.isEmpty();
        const bool hasIcon = button && !button->icon.isNull();
        int around = spacing(7);
        if (button && !hasText)
            around = spacing(4);
        else if (kind == ButtonKind::Link)
            around = spacing(2);
        if (hasText && hasIcon)
            around += spacing();
        if (button && (button->features & QStyleOptionButton::HasMenu))
            around += spacing(5);
        return {contents.width() + around, height};
    }

} // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                              QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel:
        return drawButton(option, painter, widget);
    case PE_PanelItemViewItem:
        return drawRow(option, painter);
    case PE_PanelLineEdit:
        if (isFramed(option))
            drawField(option, painter);
        return;
    case PE_FrameLineEdit:
        return drawField(option, painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawCheckBox(option, painter, true);
    case PE_Frame:
        return drawAreaFrame(option, painter, widget);
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        return drawBox(painter, option->rect, colours().surface, colours().border);
    case PE_FrameFocusRect:
        if (!drawsItsFocus(widget))
            drawFocusRing(painter, option->rect);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        return drawMenuPanel(option, painter);
    case PE_FrameTabBarBase:
        return drawUnderline(option, painter);
    default: // all others are Fusion's
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    if (element == CE_PushButtonLabel) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            return drawButtonLabel(*button, painter, lookOf(buttonKind(widget), option).text,
                                   buttonKind(widget));
        }
    }
    if (element == CE_ToolButtonLabel) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            QStyleOptionToolButton coloured = *button;
            coloured.palette.setColor(QPalette::ButtonText,
                                      lookOf(buttonKind(widget), option).text);
            return QProxyStyle::drawControl(element, &coloured, painter, widget);
        }
    }
    if (element == CE_TabBarTabShape) {
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return drawTab(tab, painter);
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, colours().window);
        return drawUnderline(option, painter);
    }
    if (element == CE_ItemViewItem) {
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem calm =
                *item; // chosen rows are tinted, so their text stays as it is
            calm.palette.setColor(QPalette::HighlightedText, calm.palette.color(QPalette::Text));
            return QProxyStyle::drawControl(element, &calm, painter, widget);
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            if (combo->frame)
                drawField(option, painter);
            const auto arrow = subControlRect(CC_ComboBox, combo, SC_ComboBoxArrow, widget);
            return drawChevron(painter, arrow, option->state & State_Enabled);
        }
    }
    if (control == CC_SpinBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            drawField(option, painter);
            drawChevron(painter, subControlRect(CC_SpinBox, box, SC_SpinBoxUp, widget),
                        box->stepEnabled & QAbstractSpinBox::StepUpEnabled, Pointing::Up);
            return drawChevron(painter, subControlRect(CC_SpinBox, box, SC_SpinBoxDown, widget),
                               box->stepEnabled & QAbstractSpinBox::StepDownEnabled);
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return drawScrollBar(bar, painter,
                                 subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
    }
    if (control == CC_ToolButton) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            QStyleOptionToolButton drawn =
                *button; // hover and focus are drawn even when it raises itself
            drawButton(&drawn, painter, widget);
            drawn.rect = subControlRect(CC_ToolButton, button, SC_ToolButton, widget);
            proxy()->drawControl(CE_ToolButtonLabel, &drawn, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                  const QSize& contents, const QWidget* widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int control = spacing(8);
    const int row = spacing(7);
    switch (type) {
    case CT_PushButton:
        return buttonSize(qstyleoption_cast<const QStyleOptionButton*>(option), contents,
                          buttonKind(widget));
    case CT_LineEdit:
    case CT_SpinBox:
        return size.expandedTo({0, control});
    case CT_ComboBox:
        return size.expandedTo({0, control}) + QSize(spacing(2), 0);
    case CT_ItemViewItem:
        return isChoiceList(widget) ? size.expandedTo({0, row}) : size;
    case CT_ToolButton:
        return size.expandedTo({row, row});
    case CT_MenuItem: {
        const bool isSeparator = contents.height() <= 2;
        return isSeparator ? size : size.expandedTo({0, row});
    }
    case CT_TabBarTab:
        return size.expandedTo({0, row}) + QSize(spacing(2), spacing(1));
    default: // all others are Fusion's
        return size;
    }
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption* option,
                                const QWidget* widget) const
{
    if (element == SE_ItemViewItemFocusRect)
        return option->rect;
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents && isFramed(option))
        rect.adjust(spacing(2), 0, -spacing(2), 0);
    return rect;
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                SubControl part, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isText = (control == CC_ComboBox && part == SC_ComboBoxEditField)
        || (control == CC_SpinBox && part == SC_SpinBoxEditField);
    if (!isText)
        return rect;
    const QRect leading = visualRect(option->direction, option->rect, rect);
    return visualRect(option->direction, option->rect, leading.adjusted(spacing(2), 0, 0, 0));
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                           const QWidget* widget) const
{
    if (metric == PM_DefaultFrameWidth && isTextArea(widget))
        return 3; // room for the rounded corners
    if (metric == PM_ButtonShiftHorizontal || metric == PM_ButtonShiftVertical)
        return 0;
    if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight
        || metric == PM_ExclusiveIndicatorWidth || metric == PM_ExclusiveIndicatorHeight)
        return spacing(5);
    if (metric == PM_HeaderMargin || metric == PM_FocusFrameHMargin)
        return spacing(2);
    if (metric == PM_ScrollBarExtent)
        return spacing(3);
    if (metric == PM_SmallIconSize || metric == PM_ButtonIconSize)
        return iconSize();
    if (metric == PM_LayoutHorizontalSpacing || metric == PM_LayoutVerticalSpacing)
        return spacing(2);
    if (metric == PM_LayoutLeftMargin || metric == PM_LayoutTopMargin
        || metric == PM_LayoutRightMargin || metric == PM_LayoutBottomMargin)
        return spacing(4);
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    if (hint == SH_UnderlineShortcut)
        return 1;
    if (hint == SH_ComboBox_Popup)
        return 0; // a list below the field, not over it
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void CalmStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QTabBar*>(widget) || qobject_cast<QScrollBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (widget->window()->inherits("QBalloonTip"))
        polishBalloon(widget);
    // A label stands where the window's language begins, whatever language its own text is in.
    if (auto* label = qobject_cast<QLabel*>(widget); label
        && label->layoutDirection() == Qt::RightToLeft && !(label->alignment() & Qt::AlignAbsolute)
        && (label->alignment() & Qt::AlignLeft))
        label->setAlignment((label->alignment() & ~Qt::AlignHorizontal_Mask) | Qt::AlignRight
                            | Qt::AlignAbsolute);
    // Its own delegate does not ask the style how high a row is.
    if (auto* combo = qobject_cast<QComboBox*>(widget);
        combo && !qobject_cast<QStyledItemDelegate*>(combo->itemDelegate()))
        combo->setItemDelegate(new QStyledItemDelegate(combo));
}

} // namespace companion
