// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/calmpaint.h"

#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QStyleOption>

namespace companion::calmpaint {

namespace {

    constexpr qreal ringWidth = 2;

    QColor mixed(const QColor& from, const QColor& to, qreal share)
    {
        const auto part = [share](float a, float b) {
            return a + (b - a) * float(share);
        };
        return QColor::fromRgbF(part(from.redF(), to.redF()), part(from.greenF(), to.greenF()),
                                part(from.blueF(), to.blueF()));
    }

    bool hasKeyFocus(const QStyleOption* option)
    {
        return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_Enabled);
    }

} // namespace

void drawBox(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& outline,
             qreal width, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline.isValid() ? QPen(outline, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = outline.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset,
                             radius - inset);
    painter->restore();
}

void drawFocusRing(QPainter* painter, const QRectF& rect, qreal radius)
{
    drawBox(painter, rect, {}, colours().accent, ringWidth, radius);
}

ButtonLook lookOf(ButtonKind kind, const QStyleOption* option)
{
    const auto& c = colours();
    const bool isOn = option->state & QStyle::State_Enabled;
    const bool isHovered = isOn && (option->state & QStyle::State_MouseOver);
    if (isOn && (option->state & QStyle::State_On))
        return {isHovered ? mixed(c.accentTint, c.text, 0.06) : c.accentTint, c.accent, c.text};
    const bool isBare = kind == ButtonKind::Quiet || kind == ButtonKind::Link;
    if (!isOn)
        return isBare ? ButtonLook{{}, {}, c.edge} : ButtonLook{c.sunken, c.border, c.edge};

    qreal depth = isHovered ? 0.09 : 0;
    if (option->state & QStyle::State_Sunken)
        depth = 0.18;
    // Filled buttons darken, so that white text on them keeps its contrast.
    const QColor shade = kind == ButtonKind::Danger ? QColor(Qt::black) : c.text;
    const auto lit = [&](const QColor& colour) {
        return depth > 0 ? mixed(colour, shade, depth) : colour;
    };
    const auto litIfTouched = [&](const QColor& colour, const QColor& atRest) {
        return depth > 0 ? lit(colour) : atRest;
    };
    switch (kind) {
    case ButtonKind::Primary:
        return {lit(c.accent), {}, c.onAccent};
    case ButtonKind::Danger:
        return {lit(c.dangerFill), {}, c.onDanger};
    case ButtonKind::Quiet:
        return {litIfTouched(c.sunken, {}), {}, c.text};
    case ButtonKind::Link:
        return {litIfTouched(c.accentTint, {}), {}, c.accent};
    case ButtonKind::Ordinary:
        break;
    }
    return {litIfTouched(c.sunken, c.surface), c.edge, c.text};
}

void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    auto kind = buttonKind(widget);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button && kind == ButtonKind::Ordinary && (button->features & QStyleOptionButton::Flat))
        kind = ButtonKind::Quiet;
    const auto look = lookOf(kind, option);
    drawBox(painter, option->rect, look.fill, look.outline);
    if (hasKeyFocus(option)) {
        drawFocusRing(painter, option->rect);
        if (kind == ButtonKind::Primary || kind == ButtonKind::Danger) // the ring needs a contrast
            drawBox(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), {}, look.text, 1,
                    corner - 2);
    }
}

void drawButtonLabel(const QStyleOptionButton& button, QPainter* painter, const QColor& colour,
                     ButtonKind kind)
{
    const int gap = spacing(2);
    const bool hasIcon = !button.icon.isNull();
    const int side = hasIcon ? button.iconSize.width() : 0;
    const int flags =
        Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::AlignVCenter | Qt::TextDontClip;
    const int textWidth =
        button.text.isEmpty() ? 0 : button.fontMetrics.size(flags, button.text).width();
    const int whole = side + textWidth + (hasIcon && textWidth > 0 ? gap : 0);
    const QRect& rect = button.rect;
    const bool isLeading = kind == ButtonKind::Link;
    int left = isLeading ? rect.left() + spacing()
                         : rect.left() + qMax(spacing(), (rect.width() - whole) / 2);
    if (hasIcon) {
        const QRect box(left, rect.center().y() - button.iconSize.height() / 2 + 1, side,
                        button.iconSize.height());
        const bool isOn = button.state & QStyle::State_Enabled;
        button.icon.paint(painter, QStyle::visualRect(button.direction, rect, box), Qt::AlignCenter,
                          isOn ? QIcon::Normal : QIcon::Disabled);
        left += side + gap;
    }
    const QRect room(left, rect.top(), rect.right() - spacing() - left + 1, rect.height());
    const auto alignment = QStyle::visualAlignment(button.direction, Qt::AlignLeft);
    painter->setPen(colour);
    painter->drawText(QStyle::visualRect(button.direction, rect, room),
                      flags | int(alignment) | Qt::AlignAbsolute, button.text);
}

bool isTextArea(const QWidget* widget)
{
    return qobject_cast<const QAbstractScrollArea*>(widget)
        && !qobject_cast<const QScrollArea*>(widget);
}

void drawField(const QStyleOption* option, QPainter* painter)
{
    const auto& c = colours();
    const bool isOn = option->state & QStyle::State_Enabled;
    drawBox(painter, option->rect, isOn ? c.surface : c.sunken, isOn ? c.edge : c.border);
    if (hasKeyFocus(option))
        drawFocusRing(painter, option->rect);
}

void drawCheckBox(const QStyleOption* option, QPainter* painter, bool isRound)
{
    const auto& c = colours();
    const bool isOn = option->state & QStyle::State_Enabled;
    const bool isChecked = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const qreal side = qMin(option->rect.width(), option->rect.height()) - 2;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    const QColor fill = isChecked ? (isOn ? c.accent : c.edge) : (isOn ? c.surface : c.sunken);
    drawBox(painter, box, fill, isChecked ? QColor() : c.edge, 1, isRound ? side / 2 : 4);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChecked && isRound) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(c.onAccent);
        painter->drawEllipse(box.center(), side * 0.2, side * 0.2);
    } else if (isChecked) {
        painter->setPen(QPen(c.onAccent, side / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        QPainterPath tick;
        if (option->state & QStyle::State_NoChange) {
            tick.moveTo(box.left() + side * 0.28, box.center().y());
            tick.lineTo(box.left() + side * 0.72, box.center().y());
        } else {
            tick.moveTo(box.left() + side * 0.25, box.top() + side * 0.53);
            tick.lineTo(box.left() + side * 0.43, box.top() + side * 0.70);
            tick.lineTo(box.left() + side * 0.76, box.top() + side * 0.32);
        }
        painter->drawPath(tick);
    }
    painter->restore();
    if (hasKeyFocus(option))
        drawFocusRing(painter, box.adjusted(-2, -2, 2, 2), isRound ? side / 2 + 2 : 6);
}

void drawChevron(QPainter* painter, const QRectF& rect, bool isEnabled, Pointing pointing)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isEnabled ? colours().muted : colours().edge, 1.6, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = rect.center();
    const qreal tip = pointing == Pointing::Down ? 2 : -2;
    const QList<QPointF> line{{middle.x() - 4, middle.y() - tip},
                              {middle.x(), middle.y() + tip},
                              {middle.x() + 4, middle.y() - tip}};
    painter->drawPolyline(line.constData(), int(line.size()));
    painter->restore();
}

void drawRow(const QStyleOption* option, QPainter* painter)
{
    const bool isChosen = option->state & QStyle::State_Selected;
    if (isChosen || (option->state & QStyle::State_MouseOver))
        drawBox(painter, option->rect, isChosen ? colours().accentTint : colours().sunken, {}, 0,
                4);
}

void drawAreaFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const bool isField = isTextArea(widget);
    drawBox(painter, option->rect, isField ? option->palette.color(QPalette::Base) : QColor(),
            isField ? colours().edge : colours().border);
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
    if (area && area->hasFocus())
        drawFocusRing(painter, option->rect);
}

void drawMenuPanel(const QStyleOption* option, QPainter* painter)
{
    painter->fillRect(option->rect, colours().surface);
    painter->setPen(colours().border);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
}

void drawUnderline(const QStyleOption* option, QPainter* painter)
{
    const QRectF rect(option->rect);
    painter->fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colours().border);
}

void drawTab(const QStyleOptionTab* tab, QPainter* painter)
{
    const auto& c = colours();
    const bool isSelected = tab->state & QStyle::State_Selected;
    const QRectF rect(tab->rect);
    if (!isSelected && (tab->state & QStyle::State_MouseOver))
        drawBox(painter, rect.adjusted(2, 2, -2, -4), c.sunken, {});
    if (isSelected)
        painter->fillRect(QRectF(rect.left() + 6, rect.bottom() - 2, rect.width() - 12, 2),
                          c.accent);
    if (hasKeyFocus(tab) && isSelected)
        drawFocusRing(painter, rect.adjusted(2, 2, -2, -4));
}

void drawScrollBar(const QStyleOptionSlider* bar, QPainter* painter, const QRect& thumb)
{
    const auto& c = colours();
    const bool isActive = bar->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->fillRect(bar->rect, QColor(Qt::transparent));
    QRectF mark(thumb);
    const bool isFlat = bar->orientation == Qt::Horizontal;
    const qreal thickness = isActive ? 8 : 6;
    const qreal spare = ((isFlat ? mark.height() : mark.width()) - thickness) / 2;
    mark = isFlat ? mark.adjusted(1, spare, -1, -spare) : mark.adjusted(spare, 1, -spare, -1);
    if (bar->maximum > bar->minimum)
        drawBox(painter, mark, isActive ? c.muted : c.edge, {}, 0, thickness / 2);
}

} // namespace companion::calmpaint
