// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callevent.h"
#include "app/core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

#include <optional>
#include <variant>

namespace companion::pbx::cloudone {

//! The socket's answer to `heartbeat`.
struct HeartbeatAnswer
{
    friend bool operator==(const HeartbeatAnswer&, const HeartbeatAnswer&) = default;
};

//! {"errcode":…}: the acknowledgement of a subscription, or a token that has expired.
struct StatusFrame
{
    int code = 0;
    friend bool operator==(const StatusFrame&, const StatusFrame&) = default;
};

//! 30007–30009: what a colleague's device, line or presence is now; only what was told is set.
struct ColleagueFrame
{
    QString number;
    std::optional<Colleague::Line> line = {};
    QString presence = {};
    QString device = {}; //!< 30007: "Sip", "Mobile", "Desktop", "Web", "Pad"
    bool isRegistered = false; //!< 30007: that device is there
    friend bool operator==(const ColleagueFrame&, const ColleagueFrame&) = default;
};

//! An event id that means nothing to us.
struct OtherFrame
{
    int type = 0;
    friend bool operator==(const OtherFrame&, const OtherFrame&) = default;
};

using Frame = std::variant<HeartbeatAnswer, StatusFrame, ColleagueFrame, CallEvent, OtherFrame>;

//! \brief One text frame of the event socket (cloudone-pbx-api.md A3.1, A4).
//!
//! Tolerant: `msg` as string or object, `sn` missing, numbers as strings, `members` null. Malformed
//! for what is no JSON, no event, nested too deep or too long; such a frame closes nothing.
//! \p zone: the PBX's, because a record's times come without one.
Result<Frame> parseFrame(const QString& frame, const QDateTime& receivedAt, const QTimeZone& zone);

//! A `members` array as it stands in 30011, 30013–30015 and in call/query. Members of a status that
//! we do not know are left out: better no leg than one that talks for ever.
QList<Leg> parseMembers(const QJsonArray& members);

//! The calls of a call/query answer, each as a Snapshot.
QList<CallEvent> parseCalls(const QJsonArray& rows, const QString& serial, const QDateTime& at);

//! What a 30012 message, or a row of cdr/search, says of a call.
CallRecord parseRecord(const QJsonObject& message, const QTimeZone& zone);

//! A row of cdr/search as the event that its 30012 would have been.
CallEvent parseRecordRow(const QJsonObject& row, const QString& serial, const QDateTime& at,
                         const QTimeZone& zone);

} // namespace companion::pbx::cloudone
