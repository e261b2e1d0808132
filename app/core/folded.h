// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace companion {

//! Lower case without diacritics, so that "gonzalez" finds "González".
QString folded(const QString& text);

} // namespace companion
