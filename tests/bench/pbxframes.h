// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace companion::bench {

inline QString frame(int type, const QString& message)
{
    using namespace Qt::StringLiterals;
    QString quoted = message;
    quoted.replace(u'"', u"\\\""_s);
    return u"{\"type\":%1,\"sn\":\"3633D2199067\",\"msg\":\"%2\"}"_s.arg(type).arg(quoted);
}

//! The frames of one answered call from outside, with what a PBX tells besides.
inline QStringList framesOfCall(int number, const QString& extension)
{
    using namespace Qt::StringLiterals;
    const QString call = u"1767603600.%1"_s.arg(number);
    const auto inbound = [&](const QString& status) {
        return u"{\"inbound\":{\"from\":\"+4930%1\",\"to\":\"%2\",\"trunk_name\":\"ACME-SIP\",\"channel_id\":\"PJSIP/trunk-ACME-SIP-endpoint-%3\",\"member_status\":\"%4\",\"call_path\":\"\"}}"_s
            .arg(number, 7, 10, QChar(u'0'))
            .arg(extension)
            .arg(number, 8, 16, QChar(u'0'))
            .arg(status);
    };
    const auto own = [&](const QString& status) {
        return u"{\"extension\":{\"number\":\"%1\",\"channel_id\":\"PJSIP/%1-%2\",\"member_status\":\"%3\",\"call_path\":\"\"}}"_s
            .arg(extension)
            .arg(number, 8, 16, QChar(u'0'))
            .arg(status);
    };
    const auto legs = [&](const QString& members) {
        return frame(30011, u"{\"call_id\":\"%1\",\"members\":[%2]}"_s.arg(call, members));
    };
    const auto state = [&](const QString& status) {
        return frame(30008, u"{\"extension\":\"%1\",\"status\":\"%2\"}"_s.arg(extension, status));
    };
    return {
        state(u"Ringing"_s),
        legs(inbound(u"ALERT"_s) + u',' + own(u"RING"_s)),
        legs(inbound(u"ANSWERED"_s) + u',' + own(u"ANSWER"_s)),
        state(u"Busy"_s),
        legs(own(u"BYE"_s)),
        legs(inbound(u"BYE"_s)),
        state(u"Idle"_s),
        frame(
            30012,
            u"{\"call_id\":\"%1\",\"time_start\":\"2026-01-05 10:15:30\",\"call_from\":\"+4930%2\",\"call_to\":\"%3\",\"call_duration\":24,\"talk_duration\":21,\"src_trunk_name\":\"ACME-SIP\",\"dst_trunk_name\":\"\",\"pin_code\":\"\",\"status\":\"ANSWERED\",\"type\":\"Inbound\",\"recording\":\"\",\"did_number\":\"12125550100\",\"agent_ring_time\":0,\"uid\":\"20260105101530%2\"}"_s
                .arg(call)
                .arg(number, 7, 10, QChar(u'0'))
                .arg(extension))};
}

} // namespace companion::bench
