// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/linkstate.h"

namespace companion {

using namespace Qt::StringLiterals;

QLatin1StringView toText(LinkState state)
{
    switch (state) {
    case LinkState::SignedOut:
        return "signedOut"_L1;
    case LinkState::Connecting:
        return "connecting"_L1;
    case LinkState::Connected:
        return "connected"_L1;
    case LinkState::Reconnecting:
        return "reconnecting"_L1;
    case LinkState::Failed:
        break;
    }
    return "failed"_L1;
}

} // namespace companion
