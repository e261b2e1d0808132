// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QColor>
#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;

//! How each control of CalmStyle looks in the state that its style option tells.
namespace companion::calmpaint {

constexpr qreal corner = 6; //!< radius of a control's corners, in logical pixels

//! Fill and outline, either of which may be invalid for none; the outline's centre is on pixel
//! centres, so that it is sharp at any scale.
void drawBox(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& outline,
             qreal width = 1, qreal radius = corner);
void drawFocusRing(QPainter* painter, const QRectF& rect, qreal radius = corner);

//! The colours of a button in its present state; an invalid one is not drawn.
struct ButtonLook
{
    QColor fill;
    QColor outline;
    QColor text;
};
ButtonLook lookOf(ButtonKind kind, const QStyleOption* option);

void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget);

//! Icon and text side by side in the middle, mirrored; Fusion's own puts the text at the edge
//! then.
void drawButtonLabel(const QStyleOptionButton& button, QPainter* painter, const QColor& colour,
                     ButtonKind kind);

//! A field of several lines or a list: framed like a field.
bool isTextArea(const QWidget* widget);

void drawField(const QStyleOption* option, QPainter* painter);
void drawCheckBox(const QStyleOption* option, QPainter* painter, bool isRound);

enum class Pointing { Down, Up };
void drawChevron(QPainter* painter, const QRectF& rect, bool isEnabled,
                 Pointing pointing = Pointing::Down);

void drawRow(const QStyleOption* option, QPainter* painter); //!< behind an item of a list
void drawAreaFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget);
void drawMenuPanel(const QStyleOption* option, QPainter* painter);
void drawUnderline(const QStyleOption* option, QPainter* painter); //!< below a header or tab bar
void drawTab(const QStyleOptionTab* tab, QPainter* painter);

//! \p thumb is the style's rectangle of the slider; drawn thinner until it is pointed at.
void drawScrollBar(const QStyleOptionSlider* bar, QPainter* painter, const QRect& thumb);

} // namespace companion::calmpaint
