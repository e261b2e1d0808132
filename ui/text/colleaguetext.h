// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callevent.h"

#include <QString>

namespace companion::text {

//! \brief What a colleague's line does, and what they say of themselves: “on a call · at lunch”.
//! Empty when nothing is known.
QString colleagueState(const Colleague& colleague);

} // namespace companion::text
