// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"
#include "app/core/crmmatch.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/result.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace companion {

//! What Salesforce is known to say of a call (`calls --json`, crm).
enum class CrmState { None, Searching, Found, Several, Unknown, Failed };
QLatin1StringView toText(CrmState state);

//! Where a call's log entry stands (`history --json`, journal.state).
enum class JournalState { None, Waiting, Queued, Sending, Written, NeedsChoice, Failed };
QLatin1StringView toText(JournalState state);

//! Why a call did or did not pop or log; worded by ui/text for people, by toText() for `why`. On
//! the disk it is a number: new ones go to the end.
enum class Reason {
    None,
    Popped,
    PoppedByHand,
    PopupOff,
    PopupManual,
    DirectionNotPopped,
    TriggerNotReached,
    NeverAnswered,
    NoMatch,
    SeveralMatches,
    CrmSignedOut,
    CrmFailed,
    IntegrationOff,
    OwnOrWithheldNumber,
    AlreadyOpened,
    StillSearching,
    ForeignAddress,
    SearchPageOpened,
};
QString toText(Reason reason); //!< one English sentence

//! How a record came about for a number that nobody was known for.
enum class Creation {
    Automatic, //!< or found to be there already: pops like a match
    ByHand, //!< whoever adds it says there whether it opens
};

//! \brief Everything the card shows of a call, as a value; the card holds no other state of it.
struct CallCard
{
    Call call;
    QString number = {}; //!< for showing: formatted, or masked, or empty when withheld
    QString did = {}; //!< for showing: formatted; empty when none was dialled
    CrmState crm = CrmState::None;
    QList<CrmMatch> matches = {};
    std::optional<RecordId> chosen = {};
    std::optional<Error> problem = {}; //!< of the lookup, or of creation, when crm is Unknown
    QDateTime recordOpenedAt = {};
    Reason why = Reason::None;
    bool stillSearching = false; //!< the answer is later than 3 s
    bool canCreate = false; //!< offer Add Contact to CRM
    bool isCreating = false;
    QSet<CallAction> actions = {};
    QString consulted = {}; //!< who is asked before a transfer, as the agent called them
    std::optional<Error> actionProblem = {}; //!< the last action was refused
    QString note = {};
    QString outcome = {};
    QStringList outcomes = {}; //!< the org's own list; empty hides the field
    bool doNotLog = false;
    JournalState journal = JournalState::None;
    bool closesSoon = false; //!< ended: the card goes after `card.keepSeconds`

    [[nodiscard]] const CrmMatch* chosenMatch() const;
    friend bool operator==(const CallCard&, const CallCard&) = default;
};

} // namespace companion
