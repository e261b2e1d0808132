// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/rowjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    QString compact(const QJsonObject& object)
    {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }

    QJsonObject parse(const QString& body)
    {
        return QJsonDocument::fromJson(body.toUtf8()).object();
    }

    QJsonValue time(const QDateTime& at)
    {
        return at.isValid() ? QJsonValue(at.toMSecsSinceEpoch()) : QJsonValue();
    }

    QDateTime timeOf(const QJsonValue& value)
    {
        return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger()) : QDateTime();
    }

    template <typename Enum>
    Enum enumOf(const QJsonValue& value)
    {
        return static_cast<Enum>(value.toInt());
    }

    QJsonObject matchObject(const CrmMatch& match)
    {
        return {{u"object"_s, match.record.object},
                {u"id"_s, match.record.id},
                {u"name"_s, match.name},
                {u"account"_s, match.account},
                {u"accountId"_s, match.accountId},
                {u"title"_s, match.title},
                {u"email"_s, match.email},
                {u"owner"_s, match.owner},
                {u"phone"_s, match.phone},
                {u"phones"_s, QJsonArray::fromStringList(match.phones)},
                {u"modified"_s, time(match.lastModified)},
                {u"activity"_s, time(match.lastActivity)},
                {u"url"_s, match.url.toString(QUrl::FullyEncoded)},
                {u"doNotCall"_s, match.doNotCall},
                {u"weak"_s, match.isWeak},
                {u"person"_s, match.isPersonAccount}};
    }

    CrmMatch matchOf(const QJsonObject& object)
    {
        return {.record = {object["object"_L1].toString(), object["id"_L1].toString()},
                .name = object["name"_L1].toString(),
                .account = object["account"_L1].toString(),
                .accountId = object["accountId"_L1].toString(),
                .title = object["title"_L1].toString(),
                .email = object["email"_L1].toString(),
                .owner = object["owner"_L1].toString(),
                .phone = object["phone"_L1].toString(),
                .phones = object["phones"_L1].toVariant().toStringList(),
                .lastModified = timeOf(object["modified"_L1]),
                .lastActivity = timeOf(object["activity"_L1]),
                .url = QUrl(object["url"_L1].toString(), QUrl::StrictMode),
                .doNotCall = object["doNotCall"_L1].toBool(),
                .isWeak = object["weak"_L1].toBool(),
                .isPersonAccount = object["person"_L1].toBool()};
    }

    QJsonObject callObject(const Call& call)
    {
        return {{u"id"_s, call.id},
                {u"direction"_s, static_cast<int>(call.direction)},
                {u"origin"_s, static_cast<int>(call.origin)},
                {u"phase"_s, static_cast<int>(call.phase)},
                {u"remoteNumber"_s, call.remoteNumber},
                {u"remoteName"_s, call.remoteName},
                {u"withheld"_s, call.isWithheld},
                {u"extension"_s, call.extension},
                {u"queue"_s, call.queue},
                {u"did"_s, call.did},
                {u"trunk"_s, call.trunk},
                {u"started"_s, time(call.startedAt)},
                {u"answered"_s, time(call.answeredAt)},
                {u"ended"_s, time(call.endedAt)},
                {u"result"_s, static_cast<int>(call.result)},
                {u"failure"_s, call.failure},
                {u"answeredBy"_s, call.answeredBy},
                {u"transferredTo"_s, call.transferredTo},
                {u"talkSeconds"_s, call.talkSeconds},
                {u"recording"_s, call.recording},
                {u"serial"_s, call.serial},
                {u"placedHere"_s, call.placedHere},
                {u"hasRecord"_s, call.hasRecord}};
    }

    Call callOf(const QJsonObject& object)
    {
        Call call{.id = object["id"_L1].toString()};
        call.direction = enumOf<CallDirection>(object["direction"_L1]);
        call.origin = enumOf<CallOrigin>(object["origin"_L1]);
        call.phase = enumOf<CallPhase>(object["phase"_L1]);
        call.remoteNumber = object["remoteNumber"_L1].toString();
        call.remoteName = object["remoteName"_L1].toString();
        call.isWithheld = object["withheld"_L1].toBool();
        call.extension = object["extension"_L1].toString();
        call.queue = object["queue"_L1].toString();
        call.did = object["did"_L1].toString();
        call.trunk = object["trunk"_L1].toString();
        call.startedAt = timeOf(object["started"_L1]);
        call.answeredAt = timeOf(object["answered"_L1]);
        call.endedAt = timeOf(object["ended"_L1]);
        call.result = enumOf<CallResult>(object["result"_L1]);
        call.failure = object["failure"_L1].toString();
        call.answeredBy = object["answeredBy"_L1].toString();
        call.transferredTo = object["transferredTo"_L1].toString();
        call.talkSeconds = object["talkSeconds"_L1].toInt();
        call.recording = object["recording"_L1].toString();
        call.serial = object["serial"_L1].toString();
        call.placedHere = object["placedHere"_L1].toBool();
        call.hasRecord = object["hasRecord"_L1].toBool();
        return call;
    }

    QJsonObject recordObject(const RecordId& id)
    {
        return {{u"object"_s, id.object}, {u"id"_s, id.id}};
    }

    RecordId recordOf(const QJsonObject& object)
    {
        return {object["object"_L1].toString(), object["id"_L1].toString()};
    }

} // namespace

QString toBody(const CrmMatch& match)
{
    return compact(matchObject(match));
}

CrmMatch matchFrom(const QString& body)
{
    return matchOf(parse(body));
}

QString toBody(const HistoryRow& row)
{
    QJsonArray matches;
    for (const auto& match : row.matches)
        matches.append(matchObject(match));
    QJsonObject object{{u"call"_s, callObject(row.call)},
                       {u"crm"_s, static_cast<int>(row.crm)},
                       {u"matches"_s, matches},
                       {u"opened"_s, time(row.recordOpenedAt)},
                       {u"why"_s, static_cast<int>(row.why)},
                       {u"note"_s, row.note},
                       {u"outcome"_s, row.outcome},
                       {u"doNotLog"_s, row.doNotLog},
                       {u"dealtWith"_s, row.isDealtWith}};
    if (row.chosen)
        object.insert("chosen"_L1, recordObject(*row.chosen));
    return compact(object);
}

HistoryRow historyRowFrom(const QString& body)
{
    const auto object = parse(body);
    HistoryRow row{.call = callOf(object["call"_L1].toObject())};
    row.crm = enumOf<CrmState>(object["crm"_L1]);
    const auto matches = object["matches"_L1].toArray();
    for (const auto& match : matches)
        row.matches.append(matchOf(match.toObject()));
    if (object.contains("chosen"_L1))
        row.chosen = recordOf(object["chosen"_L1].toObject());
    row.recordOpenedAt = timeOf(object["opened"_L1]);
    row.why = enumOf<Reason>(object["why"_L1]);
    row.note = object["note"_L1].toString();
    row.outcome = object["outcome"_L1].toString();
    row.doNotLog = object["doNotLog"_L1].toBool();
    row.isDealtWith = object["dealtWith"_L1].toBool();
    return row;
}

QString toBody(const JournalEntry& entry)
{
    return compact({{u"callObject"_s, entry.callObject},
                    {u"subject"_s, entry.subject},
                    {u"description"_s, entry.description},
                    {u"callType"_s, entry.callType},
                    {u"disposition"_s, entry.disposition},
                    {u"talkSeconds"_s, entry.talkSeconds},
                    {u"date"_s, entry.activityDate.toString(Qt::ISODate)},
                    {u"record"_s, recordObject(entry.record)},
                    {u"owner"_s, entry.ownerId},
                    {u"note"_s, entry.note},
                    {u"outcome"_s, entry.outcome},
                    {u"recording"_s, entry.recording},
                    {u"kind"_s, static_cast<int>(entry.kind)},
                    {u"started"_s, time(entry.startedAt)},
                    {u"ended"_s, time(entry.endedAt)},
                    {u"org"_s, entry.organizationId},
                    {u"remoteNumber"_s, entry.remoteNumber},
                    {u"writtenNote"_s, entry.writtenNote},
                    {u"writtenRecording"_s, entry.writtenRecording},
                    {u"writtenOutcome"_s, entry.writtenOutcome},
                    {u"moved"_s, entry.hasMoved}});
}

JournalEntry entryFrom(const QString& body)
{
    const auto object = parse(body);
    return {.callObject = object["callObject"_L1].toString(),
            .subject = object["subject"_L1].toString(),
            .description = object["description"_L1].toString(),
            .callType = object["callType"_L1].toString(),
            .disposition = object["disposition"_L1].toString(),
            .talkSeconds = object["talkSeconds"_L1].toInt(),
            .activityDate = QDate::fromString(object["date"_L1].toString(), Qt::ISODate),
            .record = recordOf(object["record"_L1].toObject()),
            .ownerId = object["owner"_L1].toString(),
            .note = object["note"_L1].toString(),
            .outcome = object["outcome"_L1].toString(),
            .recording = object["recording"_L1].toString(),
            .kind = enumOf<JournalEntry::Kind>(object["kind"_L1]),
            .startedAt = timeOf(object["started"_L1]),
            .endedAt = timeOf(object["ended"_L1]),
            .organizationId = object["org"_L1].toString(),
            .remoteNumber = object["remoteNumber"_L1].toString(),
            .writtenNote = object["writtenNote"_L1].toString(),
            .writtenRecording = object["writtenRecording"_L1].toString(),
            .writtenOutcome = object["writtenOutcome"_L1].toString(),
            .hasMoved = object["moved"_L1].toBool()};
}

} // namespace companion::storage
