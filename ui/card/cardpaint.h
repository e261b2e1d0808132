// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"

#include <QColor>
#include <QPixmap>
#include <QRect>
#include <QString>

class QPainter;

namespace companion::cardpaint {

QColor kindColour(const QString& object); //!< of a record's kind
QColor tint(const QColor& colour); //!< faint enough for text of the same colour on it
QColor callColour(const Call& call);
QPixmap callIcon(const Call& call, const QSize& size, qreal ratio); //!< in the call's colour

//! The kind of record in a small rounded box; gives the width it took.
int drawBadge(QPainter& painter, const QRect& line, const QString& object,
              Qt::LayoutDirection direction, const QColor& fill);
int badgeWidth(const QString& object);

//! One or two letters that stand for a name; empty when it has no letters (a number).
QString initials(const QString& name);

//! One elided line; \p room is mirrored already.
void drawLine(QPainter& painter, const QRect& room, const QString& text,
              Qt::LayoutDirection direction);

} // namespace companion::cardpaint
