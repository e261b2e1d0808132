// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callevent.h"

namespace companion {

inline bool isLive(const Leg& leg)
{
    return leg.state != LegState::Gone;
}

inline bool isTalkingOrHeld(const Leg& leg)
{
    return leg.state == LegState::Talking || leg.state == LegState::Held;
}

//! How far a leg has come. Gone is for good; before it, a leg never goes back to ringing.
constexpr int progress(LegState state)
{
    switch (state) {
    case LegState::Ringing:
        return 0;
    case LegState::Alerting:
    case LegState::EarlyMedia:
        return 1;
    case LegState::Talking:
    case LegState::Held:
        return 2;
    case LegState::Gone:
        break;
    }
    return 3;
}

} // namespace companion
