// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/callplan.h"

namespace companion {

bool isAmong(const Call& call, const QStringList& directions)
{
    return directions.contains(toText(call.direction));
}

bool createsByItself(const Call& call, const Settings& settings)
{
    return settings.createEnabled && settings.createMethod == CreateMethod::Automatic
        && isAmong(call, settings.createCallTypes);
}

CallPlan planCall(const CallTransition& transition, const PhoneNumber& remote,
                  const Settings& settings)
{
    const auto& call = transition.call;
    CallPlan plan;
    plan.show = settings.cardShow;
    if (transition.cause == CallTransition::Cause::RecordArrived) {
        plan.completeRecord = true;
        return plan;
    }
    // Colleagues and withheld callers are nobody's business in the CRM, and cost no API call.
    plan.lookUp = settings.integrationEnabled && call.direction != CallDirection::Internal
        && !call.isWithheld && remote.isLookupWorthy();
    plan.settle = call.isOver() && transition.cause != CallTransition::Cause::RecordArrived;
    return plan;
}

} // namespace companion
