// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/exchangecall.h"

#include <QJsonArray>

#include <algorithm>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    QString statusWord(Leg::Status status)
    {
        switch (status) {
        case Leg::Status::Alert:
            return u"ALERT"_s;
        case Leg::Status::Ring:
            return u"RING"_s;
        case Leg::Status::EarlyMedia:
            return u"EARLYMEDIA"_s;
        case Leg::Status::Answered:
            return u"ANSWERED"_s;
        case Leg::Status::Answer:
            return u"ANSWER"_s;
        case Leg::Status::Hold:
            return u"HOLD"_s;
        case Leg::Status::Bye:
            return u"BYE"_s;
        }
        return {};
    }

    QString sideWord(Leg::Side side)
    {
        switch (side) {
        case Leg::Side::Extension:
            return u"extension"_s;
        case Leg::Side::Inbound:
            return u"inbound"_s;
        case Leg::Side::Outbound:
            return u"outbound"_s;
        }
        return {};
    }

    QString nameAndNumber(const QString& name, const QString& number)
    {
        return name.isEmpty() ? number : QString(name + u'<' + number + u'>');
    }

} // namespace

bool Leg::isRinging() const
{
    return side != Side::Inbound && (status == Status::Ring || status == Status::EarlyMedia);
}

bool Leg::isTalking() const
{
    return status == Status::Answer || status == Status::Answered;
}

QJsonObject Leg::json(const FrameShape& shape) const
{
    QJsonObject body{
        {u"channel_id"_s, channelId},
        {u"member_status"_s, statusWord(status)},
        {u"call_path"_s, callPath.isEmpty() && shape.blankCallPath ? u" "_s : callPath}};
    if (side == Side::Extension) {
        body.insert("number"_L1, number);
    } else {
        body.insert("from"_L1, from);
        body.insert("to"_L1, to);
        body.insert("trunk_name"_L1, trunk);
        if (shape.trunkRings && status == Status::Alert)
            body.insert("member_status"_L1, u"RING"_s);
    }
    return {{sideWord(side), body}};
}

QDateTime ExchangeCall::now() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(virtualMs);
}

bool ExchangeCall::isOver() const
{
    return std::all_of(legs.cbegin(), legs.cend(), [](const Leg& leg) { return leg.isGone(); });
}

int ExchangeCall::indexOfChannel(const QString& channelId) const
{
    for (int i = 0; i < legs.size(); ++i) {
        if (legs[i].channelId == channelId && !legs[i].isGone())
            return i;
    }
    return -1;
}

QJsonObject ExchangeCall::json() const
{
    QJsonArray members;
    for (const auto& leg : legs) {
        if (!leg.isGone())
            members.append(leg.json(shape));
    }
    return {{u"call_id"_s, id}, {u"members"_s, members}};
}

QJsonObject CallRecord::eventJson(int utcOffsetSeconds) const
{
    const auto local = startedAt.toOffsetFromUtc(utcOffsetSeconds);
    return {{u"call_id"_s, callId},
            {u"time_start"_s, local.toString(u"yyyy-MM-dd HH:mm:ss"_s)},
            {u"call_from"_s, from},
            {u"call_to"_s, to},
            {u"call_duration"_s, durationSeconds},
            {u"talk_duration"_s, talkSeconds},
            {u"src_trunk_name"_s, sourceTrunk},
            {u"dst_trunk_name"_s, targetTrunk},
            {u"pin_code"_s, QString()},
            {u"status"_s, status},
            {u"type"_s, type},
            {u"recording"_s, recording},
            {u"did_number"_s, did},
            {u"agent_ring_time"_s, agentRingSeconds},
            {u"did_name"_s, QString()},
            {u"uid"_s, uid},
            {u"call_note_id"_s, QString()},
            {u"enb_call_note"_s, 0}};
}

QJsonObject CallRecord::rowJson(int utcOffsetSeconds) const
{
    const auto local = startedAt.toOffsetFromUtc(utcOffsetSeconds);
    return {{u"id"_s, id},
            {u"time"_s, local.toString(u"dd/MM/yyyy HH:mm:ss"_s)},
            {u"timestamp"_s, startedAt.toSecsSinceEpoch()},
            {u"uid"_s, uid},
            {u"call_from"_s, nameAndNumber(fromName, from)},
            {u"call_to"_s, nameAndNumber(toName, to)},
            {u"call_from_number"_s, from},
            {u"call_from_name"_s, fromName},
            {u"call_to_number"_s, to},
            {u"call_to_name"_s, toName},
            {u"src_addr"_s, u"192.0.2.10"_s},
            {u"src_trunk"_s, sourceTrunk},
            {u"dst_trunk"_s, targetTrunk},
            {u"duration"_s, durationSeconds},
            {u"ring_duration"_s, durationSeconds - talkSeconds},
            {u"talk_duration"_s, talkSeconds},
            {u"disposition"_s, status},
            {u"call_type"_s, type},
            {u"did_number"_s, did},
            {u"dod_number"_s, QString()},
            {u"reason"_s, reason},
            {u"record_file"_s, recording},
            {u"call_id"_s, callId}};
}

QString typeWord(CallDirection direction)
{
    switch (direction) {
    case CallDirection::Inbound:
        return u"Inbound"_s;
    case CallDirection::Outbound:
        return u"Outbound"_s;
    case CallDirection::Internal:
        return u"Internal"_s;
    }
    return {};
}

} // namespace companion::sandbox
