// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/cloudonepbx.h"

#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

QJsonArray CloudOnePbx::callReport() const
{
    QJsonArray calls;
    for (const auto& call : m_exchange.calls()) {
        auto row = call.json();
        row.insert("callId"_L1, call.id);
        row.insert("direction"_L1, typeWord(call.direction).toLower());
        row.insert("from"_L1, call.from);
        row.insert("to"_L1, call.to);
        row.insert("name"_L1, call.name);
        row.insert("did"_L1, call.did);
        row.insert("startedAt"_L1, call.startedAt.toString(Qt::ISODateWithMs));
        row.insert("answeredAt"_L1, call.answeredAt.toString(Qt::ISODateWithMs));
        calls.append(row);
    }
    return calls;
}

QJsonArray CloudOnePbx::peopleReport() const
{
    QMap<QString, QString> states;
    for (const auto& call : m_exchange.calls()) {
        for (const auto& leg : call.legs) {
            if (leg.side == Leg::Side::Extension && !leg.isGone())
                states.insert(leg.number, leg.isRinging() ? u"ringing"_s : u"talking"_s);
        }
    }
    QJsonArray people;
    for (const auto& extension : m_office.extensions) {
        auto row = extension.json();
        row.insert("state"_L1, states.value(extension.number, u"idle"_s));
        row.insert("dialsOut"_L1, extension.dialsOut);
        people.append(row);
    }
    for (const auto& [group, kind] :
         {std::pair{&m_office.queue, u"queue"_s}, std::pair{&m_office.ringGroup, u"ringgroup"_s}}) {
        people.append(QJsonObject{{u"number"_s, group->number},
                                  {u"caller_id_name"_s, group->name},
                                  {u"kind"_s, kind},
                                  {u"members"_s, QJsonArray::fromStringList(group->members)}});
    }
    return people;
}

QJsonObject CloudOnePbx::stateReport() const
{
    const auto now = QDateTime::currentDateTimeUtc();
    QJsonArray records;
    for (const auto& record : m_archive.records())
        records.append(record.rowJson(m_settings.utcOffsetSeconds));
    QJsonObject requests;
    for (auto it = m_requests.cbegin(); it != m_requests.cend(); ++it)
        requests.insert(it.key(), it.value());
    QJsonArray blockedPeers;
    for (auto it = m_failures.cbegin(); it != m_failures.cend(); ++it) {
        if (it->blockedUntil.isValid() && it->blockedUntil > now)
            blockedPeers.append(it.key());
    }
    return {{u"url"_s, url().toString()},
            {u"listening"_s, m_server.isListening()},
            {u"calls"_s, callReport()},
            {u"office"_s, peopleReport()},
            {u"records"_s, records},
            {u"phonebooks"_s, m_contacts.report()},
            {u"requests"_s, requests},
            {u"sockets"_s, m_feed.json()},
            {u"liveTokens"_s, m_tokens.liveCount(now)},
            {u"blocked"_s, blockedPeers},
            {u"settings"_s, m_settings.json()},
            {u"faults"_s, m_faults.json()},
            {u"stories"_s,
             QJsonObject{{u"running"_s, m_stories.runningCount()},
                         {u"troubles"_s, QJsonArray::fromStringList(m_stories.troubles())}}}};
}

} // namespace companion::sandbox
