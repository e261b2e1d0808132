// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/callevent.h"

#include <QList>
#include <QString>

namespace companion::text {

//! \brief What a colleague's line does, and what they say of themselves: “on a call · at lunch”.
//! Empty when nothing is known.
QString colleagueState(const Colleague& colleague);

//! Beside a call's phase: who else is in it, “asking Sofia”, “calling Sofia” or “with Sofia, 1004”
//! (by name where it is one of \p colleagues), or else the way it came, “via Support”; may be
//! empty.
QString beside(const CallCard& card, const QList<Colleague>& colleagues);

} // namespace companion::text
