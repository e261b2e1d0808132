// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"

#include <QList>

#include <optional>

namespace companion {

//! \brief The call that a command means: the one it names, and otherwise the current one.
//!
//! Current is the call that is talked on, rings, is dialled, is held, or ended last, in this order.
//! But to resume or answer (\p action) is meant for a call that this can be done with, where there
//! is one; nothing else may fall on a call that was not meant. \p cards: oldest first, each with
//! the actions possible now. A named call may be one of the history, without a card.
std::optional<CallId> planCallMeant(const std::optional<CallId>& named,
                                    std::optional<CallAction> action, const QList<CallCard>& cards);

} // namespace companion
