// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace companion {

//! Identifies a call on its PBX: Cloud One's call_id, Asterisk's linkedid.
using CallId = QString;

//! Whose leg it is, seen from the PBX.
enum class LegSide {
    Extension, //!< one of the PBX's own extensions
    Inbound, //!< a trunk by which the call came in
    Outbound, //!< a trunk by which it went out
};

//! Where a leg stands (cloudone-pbx-api.md A4.2; the Asterisk backend maps to the same).
enum class LegState {
    Alerting, //!< the calling side: has dialled, hears ringback
    Ringing, //!< the called side rings
    EarlyMedia, //!< the called side plays an announcement before answering
    Talking, //!< answered (ANSWER and ANSWERED)
    Held,
    Gone, //!< hung up
};

//! \brief One leg of a call, keyed by its channel.
struct Leg
{
    QString channel; //!< channel id; legs of a call are merged by it
    LegSide side = LegSide::Extension;
    LegState state = LegState::Ringing;
    QString number; //!< extension: its number; inbound: the caller; outbound: the number dialled
    QString otherNumber = {}; //!< inbound: the number called (DID, queue); outbound: the caller
    QString name = {}; //!< the party's display name where the PBX gives one
    QString trunk = {};
    QString path = {}; //!< queue, ring group or IVR passed through; empty if none
    bool isWithheld = false; //!< the caller asked not to be shown: never show or look up `number`

    friend bool operator==(const Leg&, const Leg&) = default;
};

//! What the PBX says of a call that is over (30012, cdr/search, or computed for Asterisk).
struct CallRecord
{
    enum class Disposition { Answered, NoAnswer, Busy, Voicemail, Failed };

    QString uid = {}; //!< of the record, where there is one; de-duplicates
    QString from = {};
    QString to = {};
    Disposition disposition = Disposition::NoAnswer;
    QString type = {}; //!< "Inbound", "Outbound", "Internal" as sent, any case
    QDateTime startedAt = {};
    int callSeconds = 0; //!< from start to end
    int talkSeconds = 0;
    QString recording = {}; //!< bare file name; empty when not recorded
    QString did = {};

    friend bool operator==(const CallRecord&, const CallRecord&) = default;
};

//! \brief One thing that a PBX told of a call, in words that both backends share.
struct CallEvent
{
    enum class Kind {
        Legs, //!< some legs changed; legs not named are as they were
        Snapshot, //!< all legs of the call, asked for after (re)connecting
        Vanished, //!< the PBX, asked after (re)connecting, does not know the call any more
        Transferred, //!< 30013; legs as in Legs
        Forwarded, //!< 30014; legs as in Legs
        Ended, //!< the call detail record
        Failed, //!< 30015: a call could not be set up; reason says why
    };

    Kind kind = Kind::Legs;
    CallId call;
    QList<Leg> legs = {};
    std::optional<CallRecord> record = {};
    QString reason = {}; //!< Failed: the PBX's own words
    QString serial = {}; //!< the PBX's serial number where the frame has it
    QDateTime at = {}; //!< when we received it, or the PBX's time stamp where it has one

    friend bool operator==(const CallEvent&, const CallEvent&) = default;
};

//! A colleague's line, for transfer and dial lists (extension list, 30007–30009).
struct Colleague
{
    QString number;
    QString name = {};
    QString email = {};
    enum class Line { Unknown, Idle, Ringing, Busy, Offline } line = Line::Unknown;
    QString presence = {}; //!< "available", "do_not_disturb", … as the PBX spells it

    friend bool operator==(const Colleague&, const Colleague&) = default;
};

} // namespace companion
