// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace companion {

//! Shows a window and brings it before the others, wherever it was.
void bringUp(QWidget* window);

//! Resizes a window; one that has just been shown as soon as it is on the screen. While it is still
//! being placed, X11's answer to a new size is an old place: the corner, with the title outside.
void resizePlaced(QWidget* window, const QSize& size);

} // namespace companion
