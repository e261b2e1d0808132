// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/frameparser.h"

#include <QJsonDocument>

#include <array>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxFrame = 4 * 1024 * 1024; // a real one has some hundred bytes
    constexpr qsizetype maxText = 200; // of a number or name

    QString text(const QJsonValue& value)
    {
        if (value.isDouble())
            return QString::number(value.toInteger());
        return value.toString().trimmed().left(maxText);
    }

    int number(const QJsonValue& value)
    {
        return value.isString() ? value.toString().toInt() : value.toInt();
    }

    LegState legState(const QString& status)
    {
        const QString upper = status.toUpper();
        if (upper == "ALERT"_L1)
            return LegState::Alerting;
        if (upper == "RING"_L1 || upper == "RINGING"_L1)
            return LegState::Ringing;
        if (upper == "EARLYMEDIA"_L1)
            return LegState::EarlyMedia;
        if (upper == "HOLD"_L1)
            return LegState::Held;
        if (upper == "BYE"_L1)
            return LegState::Gone;
        return LegState::Talking; // ANSWER, ANSWERED
    }

    bool isWithheldWord(const QString& from)
    {
        static const std::array words{"anonymous"_L1, "unknown"_L1,    "private"_L1,
                                      "withheld"_L1,  "restricted"_L1, "unavailable"_L1};
        for (const auto& word : words)
            if (from.compare(word, Qt::CaseInsensitive) == 0)
                return true;
        return false;
    }

    std::optional<Leg> parseMember(const QJsonObject& member)
    {
        if (const auto extension = member.value("extension"_L1).toObject(); !extension.isEmpty())
            return Leg{.channel = text(extension["channel_id"_L1]),
                       .side = LegSide::Extension,
                       .state = legState(text(extension["member_status"_L1])),
                       .number = text(extension["number"_L1]),
                       .path = text(extension["call_path"_L1])};
        const bool isInbound = member.contains("inbound"_L1);
        const auto trunk = member.value(isInbound ? "inbound"_L1 : "outbound"_L1).toObject();
        if (trunk.isEmpty())
            return {};
        Leg leg{.channel = text(trunk["channel_id"_L1]),
                .side = isInbound ? LegSide::Inbound : LegSide::Outbound,
                .state = legState(text(trunk["member_status"_L1])),
                .number = text(trunk[isInbound ? "from"_L1 : "to"_L1]),
                .otherNumber = text(trunk[isInbound ? "to"_L1 : "from"_L1]),
                .trunk = text(trunk["trunk_name"_L1]),
                .path = text(trunk["call_path"_L1])};
        // "John <5503301>": seen where the trunk sends a display name.
        if (const auto open = leg.number.indexOf(u'<'); open >= 0 && leg.number.endsWith(u'>')) {
            leg.name = leg.number.left(open).trimmed();
            leg.number = leg.number.mid(open + 1, leg.number.size() - open - 2).trimmed();
        }
        leg.isWithheld = isInbound && (leg.number.isEmpty() || isWithheldWord(leg.number));
        return leg;
    }

    CallRecord::Disposition disposition(const QString& status)
    {
        const QString upper = status.toUpper();
        if (upper == "ANSWERED"_L1)
            return CallRecord::Disposition::Answered;
        if (upper == "BUSY"_L1)
            return CallRecord::Disposition::Busy;
        if (upper == "VOICEMAIL"_L1)
            return CallRecord::Disposition::Voicemail;
        if (upper == "FAILED"_L1)
            return CallRecord::Disposition::Failed;
        return CallRecord::Disposition::NoAnswer; // NO ANSWER, ABANDONED
    }

    //! The number of "John Smith<1050>", or the text itself.
    QString bareNumber(const QString& party)
    {
        const auto open = party.lastIndexOf(u'<');
        return open >= 0 && party.endsWith(u'>') ? party.mid(open + 1, party.size() - open - 2)
                                                 : party;
    }

    std::optional<Colleague::Line> lineState(const QString& status)
    {
        if (status == "Ringing"_L1)
            return Colleague::Line::Ringing;
        if (status == "Busy"_L1)
            return Colleague::Line::Busy;
        if (status == "Idle"_L1)
            return Colleague::Line::Idle;
        return {};
    }

    Frame parseEvent(int type, const QJsonObject& message, const QString& serial,
                     const QDateTime& receivedAt, const QTimeZone& zone)
    {
        const QString extension = text(message["extension"_L1]);
        switch (type) {
        case 30008:
            return ColleagueFrame{.number = extension,
                                  .line = lineState(text(message["status"_L1]))};
        case 30009:
            return ColleagueFrame{.number = extension, .presence = text(message["status"_L1])};
        case 30011:
        case 30012:
        case 30013:
        case 30014:
        case 30015:
            break;
        default:
            return OtherFrame{type};
        }
        CallEvent event{.call = text(message["call_id"_L1]), .serial = serial, .at = receivedAt};
        event.legs = parseMembers(message["members"_L1].toArray());
        if (type == 30012) {
            event.kind = CallEvent::Kind::Ended;
            event.record = parseRecord(message, zone);
        } else if (type == 30013) {
            event.kind = CallEvent::Kind::Transferred;
        } else if (type == 30014) {
            event.kind = CallEvent::Kind::Forwarded;
        } else if (type == 30015) {
            event.kind = CallEvent::Kind::Failed;
            event.reason = text(message["reason"_L1]);
        }
        if (event.call.isEmpty())
            return OtherFrame{type};
        return event;
    }

} // namespace

QList<Leg> parseMembers(const QJsonArray& members)
{
    QList<Leg> legs;
    for (const auto& member : members)
        if (auto leg = parseMember(member.toObject()))
            legs.append(*std::move(leg));
    return legs;
}

CallRecord parseRecord(const QJsonObject& message, const QTimeZone& zone)
{
    // 30012 and the rows of cdr/search name the same things differently (A4.3, A7).
    const auto first = [&message](QLatin1StringView a, QLatin1StringView b,
                                  QLatin1StringView c = {}) {
        for (const auto& key : {a, b, c})
            if (!key.isEmpty() && message.contains(key) && !text(message[key]).isEmpty())
                return message[key];
        return QJsonValue();
    };
    CallRecord record;
    record.uid = text(message["uid"_L1]);
    record.from = bareNumber(text(first("call_from_number"_L1, "call_from"_L1)));
    record.to = bareNumber(text(first("call_to_number"_L1, "call_to"_L1)));
    record.disposition = disposition(text(first("status"_L1, "disposition"_L1)));
    record.type = text(first("type"_L1, "call_type"_L1));
    record.callSeconds = number(first("call_duration"_L1, "duration"_L1));
    record.talkSeconds = number(message["talk_duration"_L1]);
    record.recording = text(first("recording"_L1, "record_file"_L1));
    record.did = text(message["did_number"_L1]);
    if (const auto stamp = message["timestamp"_L1]; stamp.isDouble()) {
        record.startedAt = QDateTime::fromSecsSinceEpoch(stamp.toInteger());
    } else {
        record.startedAt =
            QDateTime::fromString(text(message["time_start"_L1]), u"yyyy-MM-dd HH:mm:ss"_s);
        record.startedAt.setTimeZone(zone);
    }
    return record;
}

Result<Frame> parseFrame(const QString& frame, const QDateTime& receivedAt, const QTimeZone& zone)
{
    if (frame.startsWith("heartbeat"_L1))
        return Frame(HeartbeatAnswer{});
    if (frame.size() > maxFrame)
        return Error{Error::Kind::Malformed, u"frame too long"_s};
    // Qt's parser bounds the nesting itself and never recurses past 1,024 levels.
    const auto document = QJsonDocument::fromJson(frame.toUtf8());
    if (!document.isObject())
        return Error{Error::Kind::Malformed, u"frame is no JSON object"_s};
    const auto object = document.object();
    if (object.contains("errcode"_L1))
        return Frame(StatusFrame{number(object["errcode"_L1])});
    const int type = number(object["type"_L1]);
    if (type == 0)
        return Error{Error::Kind::Malformed, u"frame is no event"_s};
    const auto msg = object["msg"_L1];
    const auto message =
        msg.isString() ? QJsonDocument::fromJson(msg.toString().toUtf8()).object() : msg.toObject();
    return parseEvent(type, message, text(object["sn"_L1]), receivedAt, zone);
}

} // namespace companion::pbx::cloudone
