// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/matchplan.h"

#include "app/core/callplan.h"

#include <algorithm>

namespace companion {

bool isIncomplete(const CrmMatch& match)
{
    return match.name.startsWith(automaticName);
}

const CrmMatch* findMatch(const QList<CrmMatch>& matches, const RecordId& id)
{
    const auto found = std::find_if(matches.cbegin(), matches.cend(),
                                    [&id](const CrmMatch& match) { return match.record == id; });
    return found == matches.cend() ? nullptr : &*found;
}

std::optional<RecordId> planChoice(const QList<CrmMatch>& matches,
                                   const std::optional<RecordId>& remembered,
                                   const Settings& settings)
{
    if (matches.isEmpty())
        return {};
    if (matches.size() == 1)
        return matches.constFirst().record;
    if (remembered && findMatch(matches, *remembered))
        return remembered;
    if (settings.whenSeveral != WhenSeveral::Newest)
        return {};
    const auto newest = std::max_element(
        matches.cbegin(), matches.cend(),
        [](const CrmMatch& a, const CrmMatch& b) { return a.lastModified < b.lastModified; });
    return newest->record;
}

namespace {

    //! Whether the popup's moment has come, and has not gone by before we were there.
    Reason triggerReached(const Call& call, CallPhase firstPhase, PopupTrigger trigger)
    {
        const bool wasAnswered = call.answeredAt.isValid();
        if (firstPhase == CallPhase::Ended)
            return Reason::TriggerNotReached; // it ended while we were away
        switch (trigger) {
        case PopupTrigger::Ringing:
            if (call.isOver() || firstPhase == CallPhase::Connected
                || firstPhase == CallPhase::Held)
                return Reason::TriggerNotReached; // too late: the caller has gone, or we came later
            return Reason::None;
        case PopupTrigger::Answered:
            if (call.isOver())
                return wasAnswered ? Reason::TriggerNotReached : Reason::NeverAnswered;
            return wasAnswered ? Reason::None : Reason::TriggerNotReached;
        case PopupTrigger::CallEnd:
            if (!call.isOver())
                return Reason::TriggerNotReached;
            return wasAnswered ? Reason::None : Reason::NeverAnswered;
        }
        return Reason::TriggerNotReached;
    }

    //! Whether the popup's moment came while we were there, and has gone by since.
    bool wasReached(const Call& call, CallPhase firstPhase, PopupTrigger trigger)
    {
        if (!call.isOver() || firstPhase == CallPhase::Ended)
            return false;
        const bool rang = firstPhase == CallPhase::Ringing || firstPhase == CallPhase::Dialling;
        return trigger == PopupTrigger::Ringing
            ? rang
            : trigger == PopupTrigger::Answered && call.answeredAt.isValid();
    }

    Reason reasonOfNoMatch(const MatchKnowledge& known)
    {
        switch (known.crm) {
        case CrmState::Searching:
            return Reason::StillSearching;
        case CrmState::Failed:
            return Reason::CrmFailed;
        case CrmState::Unknown:
            return Reason::NoMatch;
        case CrmState::None:
        case CrmState::Found:
        case CrmState::Several:
            break;
        }
        if (known.isOwnOrWithheld)
            return Reason::OwnOrWithheldNumber;
        return known.crmSignedIn ? Reason::NoMatch : Reason::CrmSignedOut;
    }

    //! Once the popup's moment has come.
    Reason reasonOfMoment(const MatchPlan& plan)
    {
        if (plan.openSearchPage)
            return Reason::SearchPageOpened;
        return plan.openNow ? Reason::Popped : Reason::SeveralMatches;
    }

} // namespace

MatchPlan planMatches(const Call& call, const MatchKnowledge& known, const Settings& settings)
{
    MatchPlan plan;
    plan.crm = known.crm;
    plan.chosen =
        known.chosen ? known.chosen : planChoice(known.matches, known.remembered, settings);
    if (!known.matches.isEmpty())
        plan.crm = plan.chosen ? CrmState::Found : CrmState::Several;
    if (!settings.integrationEnabled) {
        plan.why = Reason::IntegrationOff; // a pause keeps what is known
        return plan;
    }
    if (known.crm == CrmState::Unknown) {
        plan.createNow = createsByItself(call, settings);
        plan.offerCreation = known.crmSignedIn; // by hand, whatever is made without asking
    }
    if (known.wasOpened) {
        plan.why = Reason::AlreadyOpened;
        return plan;
    }
    if (known.matches.isEmpty()) {
        plan.why = reasonOfNoMatch(known);
        return plan;
    }
    if (settings.popupMethod != PopupMethod::Automatic) {
        plan.why =
            settings.popupMethod == PopupMethod::Off ? Reason::PopupOff : Reason::PopupManual;
        return plan;
    }
    if (!isAmong(call, settings.popupDirections)) {
        plan.why = Reason::DirectionNotPopped;
        return plan;
    }
    const bool opensSearchPage = settings.whenSeveral == WhenSeveral::SearchPage
        && !settings.maskNumbers; // it holds the number
    const bool lacksChoice = !plan.chosen && !opensSearchPage;
    plan.why = triggerReached(call, known.firstPhase, settings.popupTrigger);
    if (plan.why != Reason::None) {
        if (lacksChoice && wasReached(call, known.firstPhase, settings.popupTrigger))
            plan.why = Reason::SeveralMatches;
        return plan;
    }
    plan.openNow = plan.chosen;
    plan.openSearchPage = !plan.chosen && opensSearchPage;
    plan.why = reasonOfMoment(plan);
    return plan;
}

} // namespace companion
