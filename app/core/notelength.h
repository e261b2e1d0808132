// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace companion {

//! How many characters of a call's note are kept, wherever it is typed: Task.Description takes
//! 32,000, and holds the rest of the log entry as well.
inline constexpr qsizetype longestNote = 30000;

} // namespace companion
