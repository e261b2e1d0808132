// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/call.h"

namespace companion {

using namespace Qt::StringLiterals;

QLatin1StringView toText(CallDirection direction)
{
    switch (direction) {
    case CallDirection::Inbound:
        return "inbound"_L1;
    case CallDirection::Outbound:
        return "outbound"_L1;
    case CallDirection::Internal:
        break;
    }
    return "internal"_L1;
}

QLatin1StringView toText(CallPhase phase)
{
    switch (phase) {
    case CallPhase::Ringing:
        return "ringing"_L1;
    case CallPhase::Dialling:
        return "dialling"_L1;
    case CallPhase::Connected:
        return "connected"_L1;
    case CallPhase::Held:
        return "held"_L1;
    case CallPhase::Ended:
        break;
    }
    return "ended"_L1;
}

QLatin1StringView toText(CallResult result)
{
    switch (result) {
    case CallResult::None:
        return ""_L1;
    case CallResult::Answered:
        return "answered"_L1;
    case CallResult::Missed:
        return "missed"_L1;
    case CallResult::AnsweredElsewhere:
        return "answeredElsewhere"_L1;
    case CallResult::NoAnswer:
        return "noAnswer"_L1;
    case CallResult::Busy:
        return "busy"_L1;
    case CallResult::Declined:
        return "declined"_L1;
    case CallResult::Failed:
        return "failed"_L1;
    case CallResult::Voicemail:
        break;
    }
    return "voicemail"_L1;
}

} // namespace companion
