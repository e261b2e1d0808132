// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"
#include "app/core/settings.h"

namespace companion {

//! What a change of a call asks for.
struct CallPlan
{
    bool show = false; //!< put up a card, or refresh the one there is
    bool lookUp = false; //!< ask who it is
    bool settle = false; //!< over: complete the history and the journal
    bool completeRecord = false; //!< the PBX's record came after that: correct what was kept

    friend bool operator==(const CallPlan&, const CallPlan&) = default;
};

//! \p remote: the other party's number, read by the site's rules.
CallPlan planCall(const CallTransition& transition, const PhoneNumber& remote,
                  const Settings& settings);

//! Whether \p call is of a direction named in \p directions ("inbound", "outbound", "internal").
bool isAmong(const Call& call, const QStringList& directions);

//! Whether a record is made without asking when nobody is known for \p call's number.
bool createsByItself(const Call& call, const Settings& settings);

} // namespace companion
