// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callevent.h"

#include <QDateTime>
#include <QString>

namespace companion {

enum class CallDirection { Inbound, Outbound, Internal };
enum class CallPhase { Ringing, Dialling, Connected, Held, Ended };

//! How a call came out, seen from the own extension (DESIGN 5, `history --json` result).
enum class CallResult {
    None,
    Answered,
    Missed,
    AnsweredElsewhere,
    NoAnswer,
    Busy,
    Declined,
    Failed,
    Voicemail
};

//! Who started an internal call; for external ones it follows from the direction.
enum class CallOrigin { Remote, Own };

//! \brief A call of the own extension as far as it is known now. A value: copies are snapshots.
struct Call
{
    CallId id;
    CallDirection direction = CallDirection::Inbound;
    CallOrigin origin = CallOrigin::Remote;
    CallPhase phase = CallPhase::Ringing;
    QString remoteNumber = {}; //!< as the PBX gave it; empty when withheld
    QString remoteName = {};
    bool isWithheld = false;
    QString extension = {}; //!< the own one
    QString queue = {}; //!< queue, ring group or IVR passed through
    QString did = {}; //!< the own public number that was dialled
    QString trunk = {};
    QDateTime startedAt = {};
    QDateTime answeredAt = {};
    QDateTime endedAt = {};
    CallResult result = CallResult::None;
    QString failure = {}; //!< the PBX's reason of a failed call, in its words
    QString answeredBy = {}; //!< the extension that answered elsewhere
    QString transferredTo = {};
    int talkSeconds = 0; //!< from the record where there is one, else from our clock
    QString recording = {}; //!< bare file name on the PBX; empty if none
    QString serial = {}; //!< the PBX's, for the journal's key
    QString ownChannel = {};
    QString remoteChannel = {};
    bool placedHere = false; //!< dialled by this companion
    bool isMuted = false;
    bool goesOn = false; //!< over for us, while the caller waits on in the queue: may ring again
    bool hasRecord = false; //!< the PBX's call detail record has arrived
    QStringList participants = {}; //!< further parties of a conference
    QStringList invited = {}; //!< who is being called to join it

    [[nodiscard]] bool isOver() const { return phase == CallPhase::Ended; }
    friend bool operator==(const Call&, const Call&) = default;
};

//! What an event changed: the call as it was (phase only) and as it is.
struct CallTransition
{
    enum class Cause { Appeared, Progressed, Ended, RecordArrived };

    Cause cause = Cause::Progressed;
    CallPhase from = CallPhase::Ringing; //!< the phase before; meaningless for Appeared
    Call call;

    friend bool operator==(const CallTransition&, const CallTransition&) = default;
};

QLatin1StringView toText(CallDirection direction); //!< "inbound", …
QLatin1StringView toText(CallPhase phase); //!< "ringing", …
QLatin1StringView toText(CallResult result); //!< "answered", …, "" for None

} // namespace companion
