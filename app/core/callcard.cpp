// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/callcard.h"

#include "app/core/matchplan.h"

namespace companion {

using namespace Qt::StringLiterals;

QLatin1StringView toText(CrmState state)
{
    switch (state) {
    case CrmState::None:
        return "none"_L1;
    case CrmState::Searching:
        return "searching"_L1;
    case CrmState::Found:
        return "found"_L1;
    case CrmState::Several:
        return "several"_L1;
    case CrmState::Unknown:
        return "unknown"_L1;
    case CrmState::Failed:
        break;
    }
    return "failed"_L1;
}

QLatin1StringView toText(JournalState state)
{
    switch (state) {
    case JournalState::None:
        return "none"_L1;
    case JournalState::Waiting:
        return "waiting"_L1;
    case JournalState::Queued:
        return "queued"_L1;
    case JournalState::Sending:
        return "sending"_L1;
    case JournalState::Written:
        return "written"_L1;
    case JournalState::NeedsChoice:
        return "needsChoice"_L1;
    case JournalState::Failed:
        break;
    }
    return "failed"_L1;
}

QString toText(Reason reason)
{
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::Popped:
        return u"The record was opened by itself."_s;
    case Reason::PoppedByHand:
        return u"The record was opened by hand."_s;
    case Reason::PopupOff:
        return u"The popup is switched off."_s;
    case Reason::PopupManual:
        return u"The popup is set to open by hand only."_s;
    case Reason::DirectionNotPopped:
        return u"Calls in this direction don't pop."_s;
    case Reason::TriggerNotReached:
        return u"The event that pops the record has not come, or was over before."_s;
    case Reason::NeverAnswered:
        return u"The call was never answered."_s;
    case Reason::NoMatch:
        return u"The number belongs to no record in Salesforce."_s;
    case Reason::SeveralMatches:
        return u"Several records have this number and none was chosen."_s;
    case Reason::CrmSignedOut:
        return u"Not signed in to Salesforce."_s;
    case Reason::CrmFailed:
        return u"Salesforce could not be asked."_s;
    case Reason::IntegrationOff:
        return u"The Salesforce integration is switched off."_s;
    case Reason::OwnOrWithheldNumber:
        return u"Internal, withheld and service numbers are not looked up."_s;
    case Reason::AlreadyOpened:
        return u"The record was opened for this call before."_s;
    case Reason::StillSearching:
        return u"Salesforce has not answered yet."_s;
    case Reason::ForeignAddress:
        return u"The record's address is not the org's own and was not opened."_s;
    case Reason::SearchPageOpened:
        break;
    }
    return u"Several records have this number: Salesforce's search page was opened by itself."_s;
}

const CrmMatch* CallCard::chosenMatch() const
{
    return chosen ? findMatch(matches, *chosen) : nullptr;
}

} // namespace companion
