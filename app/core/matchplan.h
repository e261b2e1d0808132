// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/settings.h"

#include <optional>

namespace companion {

//! What is known of a call's caller when a decision is due.
struct MatchKnowledge
{
    CrmState crm = CrmState::None;
    QList<CrmMatch> matches = {}; //!< best first
    std::optional<RecordId> remembered = {}; //!< chosen for this number before
    std::optional<RecordId> chosen = {}; //!< chosen for this call
    bool crmSignedIn = false;
    bool wasOpened = false; //!< the record or the search page was opened for this call
    CallPhase firstPhase = CallPhase::Ringing; //!< in which the call was seen first (late start)
    bool isOwnOrWithheld = false; //!< never looked up, for a good reason
};

//! \brief What follows from it: what the card says, what opens now, and why not if not.
struct MatchPlan
{
    CrmState crm = CrmState::None;
    std::optional<RecordId> chosen = {};
    std::optional<RecordId> openNow = {};
    bool openSearchPage = false;
    bool offerCreation = false;
    bool createNow = false;
    Reason why = Reason::None;

    friend bool operator==(const MatchPlan&, const MatchPlan&) = default;
};

//! Decides for the call as it is now; asked again at each change of the call or of what is known.
MatchPlan planMatches(const Call& call, const MatchKnowledge& known, const Settings& settings);

//! Which of \p matches is taken where nobody has chosen for the call: the only one, the one
//! remembered for the number if it is still among them, or as `popup.whenSeveral` says.
std::optional<RecordId> planChoice(const QList<CrmMatch>& matches,
                                   const std::optional<RecordId>& remembered,
                                   const Settings& settings);

//! The match with this id, or nullptr.
const CrmMatch* findMatch(const QList<CrmMatch>& matches, const RecordId& id);

//! First name and beginning of the name of a record that was made by itself, as the guide shows it.
inline constexpr QLatin1StringView automaticName("Automatic New Contact");
//! Whether it still is as it was made by itself, and is to be completed by a person.
bool isIncomplete(const CrmMatch& match);

} // namespace companion
