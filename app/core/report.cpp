// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/report.h"

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

QJsonValue timeToJson(const QDateTime& time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    // All in one zone, so that programs may compare them as they stand.
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QString maskedNumber(const QString& number)
{
    QString masked = number;
    for (qsizetype i = 0; i + 2 < masked.size(); ++i)
        if (masked.at(i).isDigit())
            masked[i] = u'*';
    return masked;
}

QString integrationText(bool enabled, LinkState crm)
{
    if (crm == LinkState::SignedOut)
        return u"disconnected"_s;
    return enabled ? u"enabled"_s : u"disabled"_s;
}

QJsonObject matchToJson(const CrmMatch& match)
{
    return {{u"object"_s, match.record.object},
            {u"id"_s, match.record.id},
            {u"name"_s, match.name},
            {u"account"_s, match.account},
            {u"url"_s, match.url.toString(QUrl::FullyEncoded)}};
}

namespace {

    QJsonArray matchesToJson(const QList<CrmMatch>& matches)
    {
        QJsonArray array;
        for (const auto& match : matches)
            array.append(matchToJson(match));
        return array;
    }

    QJsonValue chosenToJson(const std::optional<RecordId>& chosen)
    {
        return chosen ? QJsonValue(chosen->id) : QJsonValue(QJsonValue::Null);
    }

    //! A PBX often gives the number for a name.
    QString shownName(const QString& name, const Settings& settings)
    {
        constexpr int numberLike = 5;
        const bool isNumber =
            std::count_if(name.cbegin(), name.cend(), [](QChar c) { return c.isDigit(); })
            >= numberLike;
        return settings.maskNumbers && isNumber ? maskedNumber(name) : name;
    }

    QJsonObject baseOf(const Call& call, const Settings& settings)
    {
        return {{u"id"_s, call.id},
                {u"direction"_s, toText(call.direction)},
                {u"phase"_s, toText(call.phase)},
                {u"remoteNumber"_s,
                 settings.maskNumbers ? maskedNumber(call.remoteNumber) : call.remoteNumber},
                {u"remoteName"_s, shownName(call.remoteName, settings)},
                {u"extension"_s, call.extension},
                {u"queue"_s, call.queue},
                {u"did"_s, call.did},
                {u"startedAt"_s, timeToJson(call.startedAt)},
                {u"answeredAt"_s, timeToJson(call.answeredAt)},
                {u"endedAt"_s, timeToJson(call.endedAt)}};
    }

    void addCrm(QJsonObject& object, CrmState crm, const QList<CrmMatch>& matches,
                const std::optional<RecordId>& chosen, const QDateTime& openedAt, Reason why)
    {
        object.insert("crm"_L1, QString(toText(crm)));
        object.insert("matches"_L1, matchesToJson(matches));
        object.insert("chosen"_L1, chosenToJson(chosen));
        object.insert("recordOpenedAt"_L1, timeToJson(openedAt));
        object.insert("why"_L1, toText(why));
    }

} // namespace

QJsonObject callToJson(const CallCard& card, const Settings& settings)
{
    auto object = baseOf(card.call, settings);
    addCrm(object, card.crm, card.matches, card.chosen, card.recordOpenedAt, card.why);
    return object;
}

QJsonObject historyToJson(const HistoryRow& row, const Settings& settings)
{
    auto object = baseOf(row.call, settings);
    addCrm(object, row.crm, row.matches, row.chosen, row.recordOpenedAt, row.why);
    object.insert("result"_L1, QString(toText(row.call.result)));
    object.insert("talkSeconds"_L1, row.call.talkSeconds);
    // The PBX's file names hold both numbers.
    object.insert("recording"_L1,
                  settings.maskNumbers ? maskedNumber(row.call.recording) : row.call.recording);
    object.insert("note"_L1, row.note);
    object.insert("outcome"_L1, row.outcome);
    object.insert("journal"_L1,
                  QJsonObject{{u"state"_s, QString(toText(row.journal))},
                              {u"taskId"_s, row.taskId},
                              {u"detail"_s, row.journalDetail}});
    return object;
}

QJsonObject lookupToJson(const PhoneNumber& number, const LookupAnswer& answer,
                         const std::optional<RecordId>& chosen)
{
    QJsonArray asked;
    for (const auto& step : answer.asked)
        asked.append(QJsonObject{{u"where"_s, step.where}, {u"apiCalls"_s, step.apiCalls}});
    return {{u"input"_s, number.input()},
            {u"e164"_s, number.e164()},
            {u"read"_s, number.explanation()},
            {u"asked"_s, asked},
            {u"matches"_s, matchesToJson(answer.matches)},
            {u"chosen"_s, chosenToJson(chosen)}};
}

QJsonObject statusToJson(const StatusReport& report)
{
    const auto& pbx = report.pbx;
    const auto& crm = report.crm;
    return {{u"version"_s, QStringLiteral(COMPANION_VERSION)},
            {u"profile"_s, report.profile},
            {u"integration"_s, integrationText(report.integrationEnabled, crm.state)},
            {u"pbx"_s,
             QJsonObject{{u"state"_s, QString(toText(pbx.state))},
                         {u"kind"_s, pbx.kind},
                         {u"url"_s, pbx.url},
                         {u"extension"_s, pbx.extension},
                         {u"name"_s, pbx.name},
                         {u"firmware"_s, pbx.firmware},
                         {u"since"_s, timeToJson(pbx.since)},
                         {u"detail"_s, report.pbxDetail}}},
            {u"salesforce"_s,
             QJsonObject{{u"state"_s, QString(toText(crm.state))},
                         {u"user"_s, crm.user},
                         {u"email"_s, crm.email},
                         {u"org"_s, crm.organization},
                         {u"edition"_s, crm.edition},
                         {u"instanceUrl"_s, crm.instanceUrl},
                         {u"apiUsed"_s, crm.apiUsed},
                         {u"apiMax"_s, crm.apiMax},
                         {u"detail"_s, report.crmDetail}}},
            {u"calls"_s, report.calls},
            {u"journalPending"_s, report.journalPending}};
}

} // namespace companion
