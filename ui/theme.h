// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>

class QAbstractButton;
class QApplication;
class QWidget;

namespace companion {

//! \brief The colours in force. Each text colour keeps at least 4.5:1 on `window`, `surface` and
//! `sunken`; each control's edge and each state colour at least 3:1.
struct Colours
{
    bool isDark = false;
    QColor window; //!< behind everything
    QColor surface; //!< cards, fields, lists
    QColor sunken; //!< hovered rows, headers, quiet areas
    QColor border; //!< hairlines that only decorate
    QColor edge; //!< the outline of a control
    QColor text;
    QColor muted; //!< second lines, captions
    QColor accent; //!< links, focus, the main button
    QColor onAccent;
    QColor accentTint; //!< a faint accent, behind text
    QColor danger; //!< text and marks
    QColor dangerFill; //!< the button that ends a call
    QColor onDanger; //!< on that button
    QColor dangerTint;
    QColor warning;
    QColor warningTint;
    QColor success;
    QColor successTint;
    QColor ringing; //!< the states of a call
    QColor talking;
    QColor held;
    QColor ended;
    QColor contact; //!< the kinds of record
    QColor lead;
    QColor account;
};

const Colours& colours();
const Colours& lightColours();
const Colours& darkColours();

//! Style, palette and tooltips of the whole program. \p theme: "system", "light" or "dark".
//! "system" follows the system while the program runs. Cheap when nothing changes.
void applyTheme(QApplication& application, const QString& theme);

//! \p steps of the grid that all distances stand on (4 px at the usual text size, grows with it).
int spacing(int steps = 1);

//! Sizes of text, all relative to the system's own font.
enum class TextRole { Caption, Body, Strong, Title, Headline };
QFont textFont(TextRole role);
//! Gives a label its size and, for captions, the muted colour.
void setTextRole(QWidget* widget, TextRole role);

//! How a push or tool button is drawn. Ordinary: outlined. Primary: filled, one for each window.
enum class ButtonKind { Ordinary, Primary, Danger, Quiet, Link };
void setButtonKind(QAbstractButton* button, ButtonKind kind);
ButtonKind buttonKind(const QWidget* button);

//! \brief An icon of resources/icons by name ("phone", "hang-up", …), tinted when it is painted:
//! follows the theme and is sharp at any scale. Without a colour it takes the text's.
enum class IconTint { Text, Muted, Accent, OnAccent, Danger, OnDanger, Warning, Success };
QIcon icon(const QString& name, IconTint tint = IconTint::Text);
QColor tintColour(IconTint tint);
//! The usual size of an icon beside text.
int iconSize();

} // namespace companion
