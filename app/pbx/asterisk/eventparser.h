// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callevent.h"
#include "app/core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace companion::pbx::asterisk {

//! A channel as ARI shows it in each event (cloudone-pbx-api.md B2.2).
struct ChannelView
{
    QString id = {};
    QString name = {}; //!< "PJSIP/1001-0000000c"
    QString state = {}; //!< "Down", "Ring" (a caller), "Ringing" (called), "Up", …
    QString callerNumber = {};
    QString callerName = {};
    QString connectedNumber = {};
    QString connectedName = {};
    QString context = {};
    QString exten = {};
    QString app = {};
    QString appData = {};
    QString linkedId = {}; //!< only where ari.conf has channelvars = CHANNEL(linkedid)
    QDateTime createdAt = {};

    friend bool operator==(const ChannelView&, const ChannelView&) = default;
};

//! A mixing bridge of GET /ari/bridges.
struct BridgeView
{
    QString id = {};
    QStringList channels = {};
    QDateTime createdAt = {};
    bool isHolding = false; //!< a parking lot: those in it don't hear each other

    friend bool operator==(const BridgeView&, const BridgeView&) = default;
};

//! One frame of the event socket, as far as it matters to calls.
struct AriEvent
{
    enum class Type {
        Other, //!< nothing that we follow
        Created,
        Changed, //!< state, connected line or caller id
        Dialplan,
        Dial, //!< channel: the dialled one; other: who dials, if anybody
        Held,
        Resumed,
        EnteredBridge,
        LeftBridge,
        Destroyed,
        AttendedTransfer, //!< channel: the transferrer's first leg; other: whom the caller gets
        LineState, //!< of a device or an endpoint
        Replaced, //!< another socket took over our application's name
    };

    Type type = Type::Other;
    QDateTime at = {};
    ChannelView channel = {};
    std::optional<ChannelView> other = {};
    QString bridge = {};
    bool isHoldingBridge = false;
    QString dialStatus = {};
    QString dialString = {};
    int cause = 0; //!< Q.850
    int sipCause = 0;
    QString causeText = {};
    QString line = {}; //!< "PJSIP/1001"
    Colleague::Line lineState = Colleague::Line::Unknown;
};

//! \brief Reads one text frame. Malformed for what is no JSON object with a type, or is too long.
//!
//! The time is the PBX's, unless its clock is so far off ours that it would only confuse.
Result<AriEvent> parseEvent(const QString& frame, const QDateTime& receivedAt);

ChannelView parseChannel(const QJsonObject& channel);
QList<ChannelView> parseChannels(const QJsonArray& channels);
QList<BridgeView> parseBridges(const QJsonArray& bridges);

//! "PJSIP/1001-0000000c" → "PJSIP" and "1001"; "PJSIP/1001" likewise.
QString technologyOf(const QString& channelName);
QString endpointOf(const QString& channelName);

} // namespace companion::pbx::asterisk
