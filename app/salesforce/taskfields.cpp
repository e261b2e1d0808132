// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/taskfields.h"

#include "app/salesforce/addresses.h"
#include "app/salesforce/soql.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxText = 255; // of Subject, CallDisposition and CallObject
    constexpr qsizetype maxDescription = 32000;
    constexpr qsizetype longestAddress = 12'000; // as in lookupquery.cpp
    constexpr qsizetype shortestEnd = 7; // digits that tell a number without its beginning
    constexpr qint64 clockSlack = 60; // seconds between the PBX's clock and Salesforce's

    bool isPerson(const RecordId& record)
    {
        return record.object == "Contact"_L1 || record.object == "Lead"_L1;
    }

    //! Where \p part stands in \p text as a whole, not as a piece of longer words; -1 if nowhere.
    qsizetype placeOf(const QString& text, const QString& part)
    {
        if (part.isEmpty())
            return -1;
        const auto isInWord = [&](qsizetype inside, qsizetype outside) {
            return outside >= 0 && outside < text.size() && text.at(outside).isLetterOrNumber()
                && text.at(inside).isLetterOrNumber();
        };
        for (auto at = text.lastIndexOf(part); at >= 0;
             at = at > 0 ? text.lastIndexOf(part, at - 1) : -1)
            if (!isInWord(at, at - 1) && !isInWord(at + part.size() - 1, at + part.size()))
                return at;
        return -1;
    }

    QString plain(QString text)
    {
        return text.replace("\r\n"_L1, "\n"_L1).trimmed();
    }

    //! \p text with \p wanted in it, in the place of \p written if that is still there.
    QString withPart(const QString& text, const QString& written, const QString& wanted,
                     const QString& label)
    {
        if (wanted.isEmpty())
            return text;
        const bool isThere = placeOf(text, wanted) >= 0;
        // What grew out of the former text holds it: it is not to grow a second time.
        if (isThere && (written.isEmpty() || placeOf(wanted, written) >= 0))
            return text;
        if (const auto at = written == wanted ? -1 : placeOf(text, written); at >= 0)
            return text.left(at) + wanted + text.mid(at + written.size());
        if (isThere)
            return text;
        const QString added = label + wanted;
        return text.isEmpty() ? added : QString(text + u'\n' + added);
    }

    //! Links \p fields to the record and to nothing that does not go with it.
    void link(QJsonObject& fields, const RecordId& record)
    {
        if (isRecordId(record.id))
            fields.insert(isPerson(record) ? u"WhoId"_s : u"WhatId"_s, record.id);
    }

    void dropEmpty(QJsonObject& fields)
    {
        for (const auto& name : fields.keys())
            if (fields.value(name).isString() && fields.value(name).toString().isEmpty())
                fields.remove(name);
    }

    QString digitsOf(QString text)
    {
        return text.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    }

    //! As a PBX writes numbers, and as people do; where both are the same, twice.
    QStringList numbersIn(const QString& text)
    {
        static const QRegularExpression runs(u"[0-9]{5,}"_s);
        static const QRegularExpression parted(u"[0-9](?:[ ()./-]{0,2}[0-9]){4,}"_s);
        QStringList numbers;
        for (const auto& form : {runs, parted})
            for (auto match = form.globalMatch(text); match.hasNext();)
                numbers.append(digitsOf(match.next().captured()));
        return numbers;
    }

    //! Whether these are one number, with or without what stands in front of it: the country's code
    //! or the site's prefix.
    bool isSameNumber(const QString& number, const QString& theirs)
    {
        if (number == theirs)
            return !number.isEmpty();
        return std::min(number.size(), theirs.size()) >= shortestEnd
            && (number.endsWith(theirs) || theirs.endsWith(number));
    }

    //! The call's beginning as integrations write it.
    QStringList timesOf(const QDateTime& start)
    {
        if (!start.isValid())
            return {};
        const auto local = start.toLocalTime();
        return {local.toString(u"HH:mm:ss"_s), local.toString(u"dd/MM/yyyy HH:mm"_s),
                local.toString(u"MM/dd/yyyy HH:mm"_s), local.toString(u"yyyy-MM-dd HH:mm"_s),
                start.toUTC().toString(u"yyyy-MM-dd'T'HH:mm"_s)};
    }

    //! `<pbx serial>:<call id>:<extension>`, or a follow-up of it (DESIGN 7): what a companion has
    //! written. An Asterisk's serial has colons of its own, and a call placed there a UUID.
    bool isOurs(const QString& callObject, const JournalEntry& entry)
    {
        static const QRegularExpression ours(
            u"^(?:\\w{4,}|(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2})"
            ":(?:[\\w-]+-)?(?:[0-9]+\\.[0-9]+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4,12}){4})"
            ":[\\w-]+(?::follow-up-[0-9a-f]+)?$"_s);
        return !callObject.isEmpty()
            && (callObject == entry.callObject || ours.match(callObject).hasMatch());
    }

} // namespace

QJsonObject taskFields(const JournalEntry& entry, const ObjectShape& task,
                       const QString& closedStatus)
{
    QJsonObject fields{{u"Subject"_s, entry.subject.left(maxText)},
                       {u"Description"_s, entry.description.left(maxDescription)},
                       {u"CallObject"_s, entry.callObject.left(maxText)},
                       {u"OwnerId"_s, entry.ownerId}};
    if (entry.activityDate.isValid())
        fields.insert(u"ActivityDate"_s, entry.activityDate.toString(Qt::ISODate));
    link(fields, entry.record);
    if (entry.kind == JournalEntry::Kind::Call) {
        fields.insert(u"Status"_s, closedStatus);
        fields.insert(u"TaskSubtype"_s, u"Call"_s);
        if (task.choices.value(u"Type"_s).contains(u"Call"_s))
            fields.insert(u"Type"_s, u"Call"_s);
        fields.insert(u"CallType"_s, entry.callType);
        fields.insert(u"CallDurationInSeconds"_s, std::max(entry.talkSeconds, 0));
        fields.insert(u"CallDisposition"_s, entry.disposition.left(maxText));
    }
    dropEmpty(fields);
    if (!task.writable.isEmpty())
        for (const auto& name : fields.keys())
            if (!task.writable.contains(name))
                fields.remove(name);
    return fields;
}

QJsonObject taskChanges(const QJsonObject& task, const JournalEntry& entry)
{
    QJsonObject changes;
    const QString before = plain(task["Description"_L1].toString());
    QString text = withPart(before, plain(entry.writtenNote), plain(entry.note), {});
    text = withPart(text, plain(entry.writtenRecording), plain(entry.recording), u"Recording: "_s);
    text.truncate(maxDescription);
    if (text != before)
        changes.insert(u"Description"_s, text);
    // An outcome taken back leaves what the call itself says; what people wrote there stays.
    const QString written = entry.writtenOutcome.left(maxText);
    const QString outcome =
        (entry.outcome.isEmpty() && !written.isEmpty() ? entry.disposition : entry.outcome)
            .left(maxText);
    const QString standing = task["CallDisposition"_L1].toString();
    const bool isOurs = written.isEmpty() || standing.isEmpty() || standing == written;
    if (!outcome.isEmpty() && standing != outcome && isOurs)
        changes.insert(u"CallDisposition"_s, outcome);
    if (!entry.hasMoved || !isRecordId(entry.record.id))
        return changes;
    const auto current = task[isPerson(entry.record) ? "WhoId"_L1 : "WhatId"_L1].toString();
    if (current.left(15) == entry.record.id.left(15))
        return changes;
    link(changes, entry.record);
    // A lead stands alone in a Task; an account's Task is not its former person's any more.
    if (entry.record.object == "Lead"_L1 && !task["WhatId"_L1].toString().isEmpty())
        changes.insert(u"WhatId"_s, QJsonValue::Null);
    if (!isPerson(entry.record) && !task["WhoId"_L1].toString().isEmpty())
        changes.insert(u"WhoId"_s, QJsonValue::Null);
    return changes;
}

bool isPbxTaskOf(const QJsonObject& task, const JournalEntry& entry)
{
    if (isOurs(task["CallObject"_L1].toString(), entry))
        return false;
    const QString text = task["Subject"_L1].toString() + u'\n' + task["Description"_L1].toString();
    const auto isNamed = [&text](const QString& part) {
        return text.contains(part);
    };
    const auto times = timesOf(entry.startedAt);
    if (std::any_of(times.cbegin(), times.cend(), isNamed))
        return true;
    const auto theirs = numbersIn(text);
    return std::any_of(theirs.cbegin(), theirs.cend(),
                       [number = digitsOf(entry.remoteNumber)](const QString& one) {
                           return isSameNumber(number, one);
                       });
}

QStringList taskQuestions(const QStringList& callObjects, const QDateTime& since)
{
    const QString end =
        (since.isValid() ? QString(u") AND CreatedDate >= "_s + soqlTime(since)) : u")"_s)
        + u" ORDER BY CreatedDate"_s;
    QStringList questions;
    QString list;
    const auto close = [&] {
        if (!list.isEmpty())
            questions.append(u"SELECT Id, CallObject, CreatedDate FROM Task WHERE CallObject IN ("_s
                             + std::exchange(list, {}) + end);
    };
    for (const auto& callObject : callObjects) {
        if (callObject.isEmpty())
            continue;
        const QString literal = soqlLiteral(callObject.left(maxText));
        if (QUrl::toPercentEncoding(list + literal).size() > longestAddress)
            close();
        if (!list.isEmpty())
            list += u',';
        list += literal;
    }
    close();
    return questions;
}

QString pbxTaskQuestion(const JournalEntry& entry)
{
    if (!isRecordId(entry.record.id) || !entry.endedAt.isValid())
        return {};
    const auto since = std::max(entry.startedAt.isValid() ? entry.startedAt : entry.endedAt,
                                entry.endedAt.addSecs(-clockSlack));
    const QString owner = isRecordId(entry.ownerId)
        ? QString(u" AND OwnerId = "_s + soqlLiteral(entry.ownerId))
        : QString();
    return u"SELECT Id, Subject, Description, CallObject, CreatedDate FROM Task WHERE "_s
        + (isPerson(entry.record) ? u"WhoId"_s : u"WhatId"_s) + u" = "_s
        + soqlLiteral(entry.record.id) + owner + u" AND CreatedDate >= "_s + soqlTime(since)
        + u" ORDER BY CreatedDate DESC LIMIT 50"_s;
}

QStringList outcomesOf(const ObjectShape& task)
{
    auto own = task.choices.value(u"CallDisposition"_s);
    if (!own.isEmpty())
        return own;
    // As delivered, Type says what kind of task it is; an org that put outcomes there added them.
    auto types = task.choices.value(u"Type"_s);
    for (const auto& kind : {u"Call"_s, u"Email"_s, u"Meeting"_s, u"Other"_s})
        types.removeAll(kind);
    return types;
}

} // namespace companion::salesforce
