// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/asterisk/eventparser.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>

namespace companion::pbx::asterisk {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxFrame = 0x400000; // a real one has a thousand bytes
    constexpr qsizetype maxText = 200; // of a number, a name, an application's arguments
    constexpr qint64 tolerableSkewMs = 5000;

    QString text(const QJsonValue& value)
    {
        return value.toString().trimmed().left(maxText);
    }

    QDateTime time(const QJsonValue& value)
    {
        // "2026-11-23T17:54:13.205+0100": the zone has no colon, which Qt reads as well.
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toLocalTime();
    }

    AriEvent::Type eventType(const QString& name)
    {
        using enum AriEvent::Type;
        static const QHash<QString, AriEvent::Type> types{
            {u"ChannelCreated"_s, Created},
            {u"ChannelStateChange"_s, Changed},
            {u"ChannelConnectedLine"_s, Changed},
            {u"ChannelCallerId"_s, Changed},
            {u"ChannelDialplan"_s, Dialplan},
            {u"Dial"_s, Dial},
            {u"ChannelHold"_s, Held},
            {u"ChannelUnhold"_s, Resumed},
            {u"ChannelEnteredBridge"_s, EnteredBridge},
            {u"ChannelLeftBridge"_s, LeftBridge},
            {u"ChannelDestroyed"_s, Destroyed},
            {u"BridgeAttendedTransfer"_s, AttendedTransfer},
            {u"DeviceStateChanged"_s, LineState},
            {u"PeerStatusChange"_s, LineState},
            {u"ApplicationReplaced"_s, Replaced}};
        return types.value(name, Other);
    }

    Colleague::Line deviceState(const QString& state)
    {
        using enum Colleague::Line;
        static const QHash<QString, Colleague::Line> states{
            {u"NOT_INUSE"_s, Idle},      {u"INUSE"_s, Busy},      {u"BUSY"_s, Busy},
            {u"ONHOLD"_s, Busy},         {u"RINGING"_s, Ringing}, {u"RINGINUSE"_s, Ringing},
            {u"UNAVAILABLE"_s, Offline}, {u"INVALID"_s, Offline}};
        return states.value(state, Unknown);
    }

    bool isHolding(const QJsonObject& bridge)
    {
        return bridge["technology"_L1].toString() == "holding_bridge"_L1
            || bridge["bridge_type"_L1].toString() == "holding"_L1;
    }

    void readLine(AriEvent& event, const QJsonObject& object)
    {
        if (const auto device = object["device_state"_L1].toObject(); !device.isEmpty()) {
            event.line = text(device["name"_L1]);
            event.lineState = deviceState(device["state"_L1].toString());
            return;
        }
        const auto endpoint = object["endpoint"_L1].toObject();
        event.line = text(endpoint["technology"_L1]) + u'/' + text(endpoint["resource"_L1]);
        event.lineState = endpoint["state"_L1].toString() == "offline"_L1
            ? Colleague::Line::Offline
            : Colleague::Line::Unknown;
    }

    void readParts(AriEvent& event, const QJsonObject& object)
    {
        switch (event.type) {
        case AriEvent::Type::Dial:
            event.channel = parseChannel(object["peer"_L1].toObject());
            if (const auto caller = object["caller"_L1].toObject(); !caller.isEmpty())
                event.other = parseChannel(caller);
            event.dialStatus = text(object["dialstatus"_L1]);
            event.dialString = text(object["dialstring"_L1]);
            return;
        case AriEvent::Type::AttendedTransfer:
            event.channel = parseChannel(object["transferer_first_leg"_L1].toObject());
            if (const auto target = object["transfer_target"_L1].toObject(); !target.isEmpty())
                event.other = parseChannel(target);
            return;
        case AriEvent::Type::LineState:
            return readLine(event, object);
        case AriEvent::Type::Other:
        case AriEvent::Type::Replaced:
            return;
        case AriEvent::Type::Created:
        case AriEvent::Type::Changed:
        case AriEvent::Type::Dialplan:
        case AriEvent::Type::Held:
        case AriEvent::Type::Resumed:
        case AriEvent::Type::EnteredBridge:
        case AriEvent::Type::LeftBridge:
        case AriEvent::Type::Destroyed:
            break;
        }
        event.channel = parseChannel(object["channel"_L1].toObject());
        const auto bridge = object["bridge"_L1].toObject();
        event.bridge = text(bridge["id"_L1]);
        event.isHoldingBridge = isHolding(bridge);
        event.cause = object["cause"_L1].toInt();
        event.sipCause = object["tech_cause"_L1].toInt();
        event.causeText = text(object["cause_txt"_L1]);
    }

} // namespace

ChannelView parseChannel(const QJsonObject& channel)
{
    const auto caller = channel["caller"_L1].toObject();
    const auto connected = channel["connected"_L1].toObject();
    const auto dialplan = channel["dialplan"_L1].toObject();
    return {.id = text(channel["id"_L1]),
            .name = text(channel["name"_L1]),
            .state = text(channel["state"_L1]),
            .callerNumber = text(caller["number"_L1]),
            .callerName = text(caller["name"_L1]),
            .connectedNumber = text(connected["number"_L1]),
            .connectedName = text(connected["name"_L1]),
            .context = text(dialplan["context"_L1]),
            .exten = text(dialplan["exten"_L1]),
            .app = text(dialplan["app_name"_L1]),
            .appData = text(dialplan["app_data"_L1]),
            .linkedId = text(channel["channelvars"_L1].toObject()["CHANNEL(linkedid)"_L1]),
            .createdAt = time(channel["creationtime"_L1])};
}

QList<ChannelView> parseChannels(const QJsonArray& channels)
{
    QList<ChannelView> views;
    for (const auto& value : channels)
        views.append(parseChannel(value.toObject()));
    views.removeIf([](const ChannelView& view) { return view.id.isEmpty(); });
    return views;
}

QList<BridgeView> parseBridges(const QJsonArray& bridges)
{
    QList<BridgeView> views;
    for (const auto& value : bridges) {
        const auto bridge = value.toObject();
        BridgeView view{.id = text(bridge["id"_L1]),
                        .createdAt = time(bridge["creationtime"_L1]),
                        .isHolding = isHolding(bridge)};
        const auto channels = bridge["channels"_L1].toArray();
        for (const auto& channel : channels)
            view.channels.append(text(channel));
        if (!view.id.isEmpty())
            views.append(view);
    }
    return views;
}

Result<AriEvent> parseEvent(const QString& frame, const QDateTime& receivedAt)
{
    if (frame.size() > maxFrame)
        return Error{Error::Kind::Malformed, u"frame too long"_s};
    // More than half of all frames, and nothing we follow; the key cannot stand inside a string.
    if (QStringView(frame).contains(R"("type":"ChannelVarset")"_L1))
        return AriEvent{.at = receivedAt};
    // Qt's parser bounds the nesting itself and never recurses past 1,024 levels.
    const auto document = QJsonDocument::fromJson(frame.toUtf8());
    if (!document.isObject())
        return Error{Error::Kind::Malformed, u"frame is no JSON object"_s};
    const auto object = document.object();
    const QString type = object["type"_L1].toString();
    if (type.isEmpty())
        return Error{Error::Kind::Malformed, u"frame is no event"_s};
    AriEvent event{.type = eventType(type), .at = time(object["timestamp"_L1])};
    if (!event.at.isValid() || std::abs(event.at.msecsTo(receivedAt)) > tolerableSkewMs)
        event.at = receivedAt;
    readParts(event, object);
    const bool isOfChannel = event.type != AriEvent::Type::LineState
        && event.type != AriEvent::Type::Replaced && event.type != AriEvent::Type::Other;
    if (isOfChannel && event.channel.id.isEmpty())
        event.type = AriEvent::Type::Other;
    return event;
}

QString technologyOf(const QString& channelName)
{
    return channelName.section(u'/', 0, 0);
}

QString endpointOf(const QString& channelName)
{
    const QString rest = channelName.section(u'/', 1);
    const auto dash = rest.lastIndexOf(u'-');
    // "1001-mobile" is an endpoint of its own; only the eight hexadecimal digits are a serial.
    const bool isSerial = dash > 0 && rest.size() - dash == 9
        && std::all_of(rest.cbegin() + dash + 1, rest.cend(),
                       [](QChar c) { return c.isDigit() || (c >= u'a' && c <= u'f'); });
    return isSerial ? rest.left(dash) : rest;
}

} // namespace companion::pbx::asterisk
