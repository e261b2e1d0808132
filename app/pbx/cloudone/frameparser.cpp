// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/frameparser.h"

#include "app/pbx/cloudone/wirevalue.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxFrame = 0x400000; // a real one has some hundred bytes

    std::optional<LegState> legState(const QString& status)
    {
        struct Word
        {
            QLatin1StringView word;
            LegState state = LegState::Gone;
        };
        static constexpr std::array words{
            Word{"ALERT"_L1, LegState::Alerting},        Word{"RING"_L1, LegState::Ringing},
            Word{"RINGING"_L1, LegState::Ringing},       Word{"ANSWER"_L1, LegState::Talking},
            Word{"ANSWERED"_L1, LegState::Talking},      Word{"BYE"_L1, LegState::Gone},
            Word{"EARLYMEDIA"_L1, LegState::EarlyMedia}, Word{"HOLD"_L1, LegState::Held}};
        for (const auto& [word, state] : words)
            if (status.compare(word, Qt::CaseInsensitive) == 0)
                return state;
        return {};
    }

    bool isWithheldWord(const QString& from)
    {
        static const std::array words{"anonymous"_L1, "unknown"_L1,    "private"_L1,
                                      "withheld"_L1,  "restricted"_L1, "unavailable"_L1};
        return std::any_of(words.begin(), words.end(), [&from](QLatin1StringView word) {
            return from.compare(word, Qt::CaseInsensitive) == 0;
        });
    }

    //! "John <5503301>": seen where the trunk sends a display name.
    void splitName(Leg& leg)
    {
        const auto open = leg.number.lastIndexOf(u'<');
        if (open < 0 || !leg.number.endsWith(u'>'))
            return;
        leg.name = leg.number.left(open).trimmed();
        leg.number = leg.number.mid(open + 1, leg.number.size() - open - 2).trimmed();
    }

    std::optional<Leg> parseMember(const QJsonObject& member)
    {
        const auto extension = member.value("extension"_L1).toObject();
        const bool isInbound = member.contains("inbound"_L1);
        const auto trunk = member.value(isInbound ? "inbound"_L1 : "outbound"_L1).toObject();
        const auto& body = extension.isEmpty() ? trunk : extension;
        const auto state = legState(textOf(body["member_status"_L1]));
        if (!state)
            return {};
        Leg leg{.channel = textOf(body["channel_id"_L1]),
                .side = LegSide::Extension,
                .state = *state,
                .number = textOf(body["number"_L1]),
                .path = textOf(body["call_path"_L1])};
        if (extension.isEmpty()) {
            leg.side = isInbound ? LegSide::Inbound : LegSide::Outbound;
            leg.number = textOf(trunk[isInbound ? "from"_L1 : "to"_L1]);
            leg.otherNumber = textOf(trunk[isInbound ? "to"_L1 : "from"_L1]);
            leg.trunk = textOf(trunk["trunk_name"_L1]);
            splitName(leg);
            leg.isWithheld = isInbound && (leg.number.isEmpty() || isWithheldWord(leg.number));
        }
        if (leg.channel.isEmpty() && leg.number.isEmpty() && !leg.isWithheld)
            return {};
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

    //! The number of "John Smith<1050>", or the text itself; nothing for a withheld one.
    QString bareNumber(const QString& party)
    {
        const auto open = party.lastIndexOf(u'<');
        const QString number = open >= 0 && party.endsWith(u'>')
            ? party.mid(open + 1, party.size() - open - 2).trimmed()
            : party;
        return isWithheldWord(number) ? QString() : number;
    }

    QDateTime startOf(const QJsonObject& message, const QTimeZone& zone)
    {
        if (const auto stamp = numberOf(message["timestamp"_L1]); stamp > 0)
            return QDateTime::fromSecsSinceEpoch(stamp);
        auto local = textOf(message["time_start"_L1]);
        local.replace(u'/', u'-'); // 30039 and some firmware write slashes
        const auto at = QDateTime::fromString(local, u"yyyy-MM-dd HH:mm:ss"_s);
        return at.isValid() ? QDateTime(at.date(), at.time(), zone) : QDateTime();
    }

    int secondsOf(const QJsonValue& value)
    {
        constexpr qint64 longest = 30LL * 24 * 3600; // no call lasts a month
        return static_cast<int>(std::clamp<qint64>(numberOf(value), 0, longest));
    }

    std::optional<Colleague::Line> lineState(const QString& status)
    {
        if (status.compare("Ringing"_L1, Qt::CaseInsensitive) == 0)
            return Colleague::Line::Ringing;
        if (status.compare("Busy"_L1, Qt::CaseInsensitive) == 0)
            return Colleague::Line::Busy;
        if (status.compare("Idle"_L1, Qt::CaseInsensitive) == 0)
            return Colleague::Line::Idle;
        return {};
    }

    bool isOfInterest(int type)
    {
        return (type >= 30007 && type <= 30009) || (type >= 30011 && type <= 30015);
    }

    ColleagueFrame parseColleague(int type, const QJsonObject& message)
    {
        ColleagueFrame frame{.number = textOf(message["extension"_L1])};
        const QString status = textOf(message["status"_L1]);
        if (type == 30007) {
            frame.device = textOf(message["kind"_L1]);
            frame.isRegistered = status.compare("Registered"_L1, Qt::CaseInsensitive) == 0;
        } else if (type == 30008) {
            frame.line = lineState(status);
        } else {
            frame.presence = status;
        }
        return frame;
    }

    Frame parseEvent(int type, const QJsonObject& message, const QString& serial,
                     const QDateTime& receivedAt, const QTimeZone& zone)
    {
        if (type >= 30007 && type <= 30009)
            return parseColleague(type, message);
        CallEvent event{.call = textOf(message["call_id"_L1]), .serial = serial, .at = receivedAt};
        if (type == 30012) {
            event.kind = CallEvent::Kind::Ended;
            event.record = parseRecord(message, zone);
        } else if (type == 30013) {
            event.kind = CallEvent::Kind::Transferred;
        } else if (type == 30014) {
            event.kind = CallEvent::Kind::Forwarded;
        } else if (type == 30015) {
            event.kind = CallEvent::Kind::Failed;
            event.reason = textOf(message["reason"_L1]);
        }
        if (event.call.isEmpty())
            return OtherFrame{type};
        event.legs = parseMembers(message["members"_L1].toArray());
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

QList<CallEvent> parseCalls(const QJsonArray& rows, const QString& serial, const QDateTime& at)
{
    QList<CallEvent> calls;
    for (const auto& value : rows) {
        const auto row = value.toObject();
        CallEvent call{.kind = CallEvent::Kind::Snapshot,
                       .call = textOf(row["call_id"_L1]),
                       .legs = parseMembers(row["members"_L1].toArray()),
                       .serial = serial,
                       .at = at};
        if (!call.call.isEmpty())
            calls.append(call);
    }
    return calls;
}

CallRecord parseRecord(const QJsonObject& message, const QTimeZone& zone)
{
    // 30012 and the rows of cdr/search name the same things differently (A4.3, A7).
    const auto first = [&message](QLatin1StringView one, QLatin1StringView other) {
        const auto value = message[one];
        return textOf(value).isEmpty() ? message[other] : value;
    };
    return {.uid = textOf(message["uid"_L1]),
            .from = bareNumber(textOf(first("call_from_number"_L1, "call_from"_L1))),
            .to = bareNumber(textOf(first("call_to_number"_L1, "call_to"_L1))),
            .disposition = disposition(textOf(first("status"_L1, "disposition"_L1))),
            .type = textOf(first("type"_L1, "call_type"_L1)),
            .startedAt = startOf(message, zone),
            .callSeconds = secondsOf(first("call_duration"_L1, "duration"_L1)),
            .talkSeconds = secondsOf(message["talk_duration"_L1]),
            .recording = textOf(first("recording"_L1, "record_file"_L1)),
            .did = textOf(message["did_number"_L1])};
}

CallEvent parseRecordRow(const QJsonObject& row, const QString& serial, const QDateTime& at,
                         const QTimeZone& zone)
{
    CallEvent event{.kind = CallEvent::Kind::Ended,
                    .call = textOf(row["call_id"_L1]),
                    .record = parseRecord(row, zone),
                    .serial = serial,
                    .at = at};
    if (event.call.isEmpty())
        event.call = event.record->uid;
    return event;
}

Result<Frame> parseFrame(const QString& frame, const QDateTime& receivedAt, const QTimeZone& zone)
{
    if (frame.startsWith("heartbeat"_L1))
        return Frame(HeartbeatAnswer{});
    if (frame.size() > maxFrame)
        return Error{Error::Kind::Malformed, u"frame too long"_s};
    // Qt's parser gives up at 1,024 levels, so that no frame can use up the stack.
    const auto object = QJsonDocument::fromJson(frame.toUtf8()).object();
    if (object.isEmpty())
        return Error{Error::Kind::Malformed, u"frame is no JSON object"_s};
    if (object.contains("errcode"_L1))
        return Frame(StatusFrame{static_cast<int>(numberOf(object["errcode"_L1]))});
    const auto type = static_cast<int>(numberOf(object["type"_L1]));
    if (type <= 0)
        return Error{Error::Kind::Malformed, u"frame is no event"_s};
    if (!isOfInterest(type))
        return Frame(OtherFrame{type});
    auto message = object["msg"_L1].toObject();
    if (const auto text = object["msg"_L1]; text.isString())
        message = QJsonDocument::fromJson(text.toString().toUtf8()).object();
    if (message.isEmpty())
        return Error{Error::Kind::Malformed, u"event has no message"_s};
    return parseEvent(type, message, textOf(object["sn"_L1]), receivedAt, zone);
}

} // namespace companion::pbx::cloudone
