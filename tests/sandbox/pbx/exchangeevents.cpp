// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/exchange.h"

#include <QJsonArray>

#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    int wholeSeconds(const QDateTime& from, const QDateTime& to)
    {
        return from.isValid() ? int((from.msecsTo(to) + 500) / 1000) : 0;
    }

} // namespace

QList<PbxEvent> Exchange::events(const ExchangeCall& call, const Indexes& changed, int topic) const
{
    const auto message = [&](const Indexes& which) {
        QJsonArray members;
        for (const int i : which)
            members.append(call.legs[i].json(call.shape));
        return QJsonObject{{u"call_id"_s, call.id}, {u"members"_s, members}};
    };
    QList<PbxEvent> list;
    switch (call.shape.legs) {
    case FrameShape::Legs::Changed:
        list.append({topic, message(changed), call.shape, 0});
        break;
    case FrameShape::Legs::Single:
        for (const int i : changed)
            list.append({topic, message({i}), call.shape, 0});
        break;
    case FrameShape::Legs::Full: {
        Indexes all;
        for (int i = 0; i < call.legs.size(); ++i) {
            if (!call.legs[i].isGone() || changed.contains(i))
                all.append(i);
        }
        list.append({topic, message(all), call.shape, 0});
        break;
    }
    }
    return list;
}

void Exchange::tell(const ExchangeCall& call, const Indexes& changed, int topic)
{
    for (const auto& event : events(call, changed, topic))
        Q_EMIT happened(event);
}

void Exchange::tellPhoneStates()
{
    QMap<QString, QString> states;
    for (const auto& call : std::as_const(m_calls)) {
        for (const auto& leg : call.legs) {
            if (leg.side != Leg::Side::Extension || leg.isGone())
                continue;
            auto& state = states[leg.number];
            if (state != "Busy"_L1)
                state = leg.isRinging() ? u"Ringing"_s : u"Busy"_s;
        }
    }
    for (const auto& extension : std::as_const(m_office.extensions)) {
        const auto state = states.value(extension.number, u"Idle"_s);
        if (m_phoneStates.value(extension.number, u"Idle"_s) == state)
            continue;
        m_phoneStates[extension.number] = state;
        const QJsonObject message{{u"extension"_s, extension.number}, {u"status"_s, state}};
        Q_EMIT happened({30008, message, {}, 0});
    }
}

void Exchange::end(ExchangeCall& call, const Indexes& order, const QString& unansweredStatus)
{
    QList<PbxEvent> byes;
    for (const int i : order) {
        auto& leg = call.legs[i];
        if (leg.isRinging() && leg.side == Leg::Side::Extension)
            call.rangOnly.append(leg.number);
        leg.status = Leg::Status::Bye;
        byes += events(call, {i}, 30011);
    }
    QList<PbxEvent> records;
    const auto answeredStatus = call.voicemail ? u"VOICEMAIL"_s : u"ANSWERED"_s;
    writeRecord(call, call.answeredAt.isValid() ? answeredStatus : unansweredStatus, records);
    if (call.shape.endRecordForEachLeg) {
        for (const auto& number : std::as_const(call.rangOnly))
            writeRecord(call, u"NO ANSWER"_s, records, number);
    }
    switch (call.shape.endRecord) {
    case FrameShape::EndRecord::AfterBye:
        byes += records;
        break;
    case FrameShape::EndRecord::BeforeBye:
        byes = records + byes;
        break;
    case FrameShape::EndRecord::BetweenByes:
        byes = byes.mid(0, 1) + records + byes.mid(1);
        break;
    case FrameShape::EndRecord::Late:
        for (auto& record : records)
            record.delayMs = call.shape.lateMs;
        byes += records;
        break;
    case FrameShape::EndRecord::Twice:
        byes += records + records;
        break;
    case FrameShape::EndRecord::Never:
        break;
    }
    const auto id = call.id;
    m_calls.remove(id);
    for (const auto& event : std::as_const(byes))
        Q_EMIT happened(event);
    tellPhoneStates();
}

void Exchange::closePart(ExchangeCall& call)
{
    QList<PbxEvent> records;
    writeRecord(call, u"ANSWERED"_s, records);
    if (call.shape.endRecord != FrameShape::EndRecord::Never) {
        for (const auto& record : std::as_const(records))
            Q_EMIT happened(record);
    }
    call.startedAt = call.now();
    call.answeredAt = {};
}

QString Exchange::nameOf(const ExchangeCall& call, const QString& number) const
{
    if (const auto* extension = m_office.extension(number))
        return extension->name;
    return number == call.from || call.direction == CallDirection::Outbound ? call.name : QString();
}

void Exchange::writeRecord(const ExchangeCall& call, const QString& status, QList<PbxEvent>& events,
                           const QString& to)
{
    const auto now = call.now();
    const auto local = call.startedAt.toOffsetFromUtc(m_utcOffset);
    CallRecord record;
    record.id = ++m_recordSequence;
    record.callId = call.id;
    record.uid =
        local.toString(u"yyyyMMddHHmmss"_s) + u"%1"_s.arg(record.id, 5, 16, QChar(u'0')).toUpper();
    record.from = call.from;
    record.fromName = nameOf(call, call.from);
    record.to = to.isEmpty() ? call.to : to;
    record.toName = nameOf(call, record.to);
    record.did = call.did;
    record.sourceTrunk = call.sourceTrunk;
    record.targetTrunk = call.targetTrunk;
    record.status = status;
    record.type = typeWord(call.direction);
    record.startedAt = call.startedAt;
    record.durationSeconds = wholeSeconds(call.startedAt, now);
    record.talkSeconds = status == "NO ANSWER"_L1 ? 0 : wholeSeconds(call.answeredAt, now);
    if (!call.callPath.isEmpty())
        record.agentRingSeconds = record.durationSeconds - record.talkSeconds;
    if (call.recorded && record.talkSeconds > 0) {
        record.recording = u"%1-%2-%3-%4-%5.wav"_s.arg(local.toString(u"yyyyMMddHHmmss"_s), call.id,
                                                       record.from, record.to, record.type);
    }
    record.reason = (record.fromName.isEmpty() ? record.from : record.fromName) % u" hung up"_s;
    Q_EMIT recordWritten(record);
    events.append({30012, record.eventJson(m_utcOffset), call.shape, 0});
}

} // namespace companion::sandbox
