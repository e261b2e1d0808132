// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace companion {

//! Shows a window and brings it before the others, wherever it was.
void bringUp(QWidget* window);

} // namespace companion
