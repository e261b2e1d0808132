// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/pbx/frameshape.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace companion::sandbox {

//! \brief One channel of a call, cloudone-pbx-api.md A4.2.
struct Leg
{
    enum class Side { Extension, Inbound, Outbound };
    enum class Status { Alert, Ring, EarlyMedia, Answered, Answer, Hold, Bye };

    Side side = Side::Extension;
    Status status = Status::Ring;
    Status beforeHold = Status::Answer;
    QString number; //!< the extension, or the party outside
    QString from; //!< of a trunk's leg only
    QString to;
    QString trunk;
    QString channelId;
    QString callPath;
    bool caller = false;
    bool consulted = false; //!< rung for an attended transfer that is not decided yet
    bool invited = false; //!< rung to join a conference
    bool muted = false;

    [[nodiscard]] bool isGone() const { return status == Status::Bye; }
    [[nodiscard]] bool isRinging() const; //!< and waits for somebody to pick up
    [[nodiscard]] bool isTalking() const;
    [[nodiscard]] QJsonObject json(const FrameShape& shape) const;
};

enum class CallDirection { Inbound, Outbound, Internal };

//! \brief A call as the PBX sees it while it lasts.
struct ExchangeCall
{
    QString id;
    CallDirection direction = CallDirection::Inbound;
    QString from;
    QString to; //!< where it rings now; changes with a transfer
    QString name; //!< of the party outside, as its network sends it
    QString did;
    QString callPath;
    QString sourceTrunk;
    QString targetTrunk;
    QList<Leg> legs;
    QStringList rangOnly; //!< extensions that rang and were not the ones to answer
    FrameShape shape;
    bool recorded = false;
    bool voicemail = false;
    bool phoneBusy = false; //!< the wanted phone did not ring
    bool awaitsOwnPickUp = false; //!< placed by call/dial, the own phone still rings
    QString permission; //!< whose right to dial out counts
    QDateTime startedAt;
    QDateTime answeredAt;
    qint64 virtualMs = 0; //!< how far a story has moved this call's clock ahead

    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] int indexOfChannel(const QString& channelId) const;
    [[nodiscard]] QJsonObject json() const; //!< a row of call/query, A6
};

//! \brief What is written down of a call, or of one leg of it (A4.3, A7).
struct CallRecord
{
    int id = 0;
    QString uid;
    QString callId;
    QString from;
    QString fromName;
    QString to;
    QString toName;
    QString did;
    QString sourceTrunk;
    QString targetTrunk;
    QString status;
    QString type;
    QString recording;
    QString reason;
    QDateTime startedAt;
    int durationSeconds = 0;
    int talkSeconds = 0;
    int agentRingSeconds = 0;

    //! \brief The 30012 message; \p utcOffsetSeconds makes the PBX's wall clock.
    [[nodiscard]] QJsonObject eventJson(int utcOffsetSeconds) const;
    [[nodiscard]] QJsonObject rowJson(int utcOffsetSeconds) const; //!< a row of cdr/list
};

QString typeWord(CallDirection direction);

} // namespace companion::sandbox
