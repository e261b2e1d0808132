// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/journalplan.h"

#include "app/core/journaltemplate.h"
#include "app/core/matchplan.h"
#include "app/core/report.h"

#include <QCryptographicHash>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxSubject = 255; // Task.Subject, salesforce-api.md 5.1
    constexpr qsizetype maxDescription = 32000; // Task.Description

    QString clock(qint64 seconds)
    {
        seconds = std::max<qint64>(seconds, 0);
        return u"%1:%2:%3"_s.arg(seconds / 3600, 2, 10, '0'_L1)
            .arg(seconds / 60 % 60, 2, 10, '0'_L1)
            .arg(seconds % 60, 2, 10, '0'_L1);
    }

    //! The guide's `John Smith<1050>`, and `<5503308>` for a party without a name.
    QString party(const QString& name, const QString& number)
    {
        return name + u'<' + number + u'>';
    }

    bool wasOutgoing(const Call& call)
    {
        return call.direction == CallDirection::Outbound
            || (call.direction == CallDirection::Internal && call.origin == CallOrigin::Own);
    }

    QString logStatus(const Call& call)
    {
        if (wasOutgoing(call))
            return u"Outgoing Call"_s;
        return call.result == CallResult::Answered ? u"Incoming Call"_s : u"Missed Call"_s;
    }

    QString callType(const Call& call)
    {
        switch (call.direction) {
        case CallDirection::Inbound:
            return u"Inbound"_s;
        case CallDirection::Outbound:
            return u"Outbound"_s;
        case CallDirection::Internal:
            break;
        }
        return u"Internal"_s;
    }

    QString rendered(const QString& text, const QHash<QString, QString>& values)
    {
        // A template that does not parse was refused when it was set; one that came from an old
        // policy stands as it is rather than losing the entry.
        const auto parsed = JournalTemplate::parse(text);
        return parsed ? parsed->render(values) : text;
    }

} // namespace

QString dispositionOf(const Call& call)
{
    switch (call.result) {
    case CallResult::Answered:
        return u"Answered"_s;
    case CallResult::Missed:
        return u"Missed"_s;
    case CallResult::AnsweredElsewhere:
        return u"Answered by a colleague"_s;
    case CallResult::NoAnswer:
        return u"No answer"_s;
    case CallResult::Busy:
        return u"Busy"_s;
    case CallResult::Declined:
        return u"Declined"_s;
    case CallResult::Failed:
        return u"Failed"_s;
    case CallResult::Voicemail:
        return u"Voicemail"_s;
    case CallResult::None:
        break;
    }
    return {};
}

bool mayBeLogged(const Call& call, const Settings& settings)
{
    return settings.integrationEnabled && settings.journalEnabled
        && settings.journalWriter == JournalWriter::Companion
        && call.direction != CallDirection::Internal && !call.isWithheld;
}

QString callObjectOf(const Call& call)
{
    return call.serial % u':' % call.id % u':' % call.extension;
}

QHash<QString, QString> journalValues(const HistoryRow& row, const JournalContext& context)
{
    const auto& call = row.call;
    const QString own = party(context.ownName, call.extension);
    const auto* match = row.chosen ? findMatch(row.matches, *row.chosen) : nullptr;
    const QString remote = party(call.remoteName, call.remoteNumber);
    const auto ringEnd = call.answeredAt.isValid() ? call.answeredAt : call.endedAt;
    return {
        {u"Time"_s, call.startedAt.toLocalTime().toString(u"dd/MM/yyyy HH:mm:ss"_s)},
        {u"Call_Log_Status"_s, logStatus(call)},
        {u"Call_From"_s, wasOutgoing(call) ? own : remote},
        {u"Call_To"_s, wasOutgoing(call) ? remote : own},
        {u"Talk_Duration"_s, clock(call.talkSeconds)},
        {u"Direction"_s, callType(call)},
        {u"Extension"_s, call.extension},
        {u"Ring_Duration"_s, clock(call.startedAt.secsTo(ringEnd))},
        {u"Call_Duration"_s, clock(call.startedAt.secsTo(call.endedAt))},
        {u"DID"_s, call.did},
        {u"Queue"_s, call.queue},
        {u"Recording"_s, context.recordingLink},
        {u"Contact_Name"_s, match ? match->name : QString()},
        {u"Call_ID"_s, call.id},
        {u"Note"_s, row.note},
        {u"Outcome"_s, row.outcome},
    };
}

QHash<QString, QString> exampleJournalValues()
{
    HistoryRow row;
    row.call.id = u"1725446451.243"_s;
    row.call.remoteNumber = u"5503301"_s;
    row.call.extension = u"1001"_s;
    row.call.did = u"5550100"_s;
    row.call.queue = u"6400"_s;
    row.call.startedAt = QDateTime(QDate(2026, 1, 12), QTime(9, 10, 7));
    row.call.answeredAt = row.call.startedAt.addSecs(6);
    row.call.endedAt = row.call.answeredAt.addSecs(83);
    row.call.talkSeconds = 83;
    row.call.result = CallResult::Answered;
    row.matches = {{.record = {.object = u"Contact"_s, .id = u"003"_s}, .name = u"Leo Ball"_s}};
    row.chosen = row.matches.constFirst().record;
    row.note = u"Wants a new quote by Friday."_s;
    row.outcome = u"Call back"_s;
    return journalValues(
        row,
        {.ownName = u"John Smith"_s, .recordingLink = u"http://localhost:53690/recording/…"_s});
}

namespace {

    //! Why a call's entry is not this program's to write; empty if it is.
    QString reasonToSkip(const HistoryRow& row, const Settings& settings)
    {
        if (!settings.integrationEnabled)
            return u"The Salesforce integration is switched off."_s;
        if (!settings.journalEnabled)
            return u"The call journal is switched off."_s;
        if (row.doNotLog)
            return u"This call is not to be logged."_s;
        if (row.call.direction == CallDirection::Internal)
            return u"Internal calls are not logged."_s;
        if (row.matches.isEmpty())
            return u"The number belongs to no CRM contact."_s;
        // Of a queue or ring group only (guide): a colleague who picked up a direct call logs it as
        // his own, and here it was missed.
        if (settings.skipMissedInUnansweredAgents && !row.call.queue.isEmpty()
            && row.call.result == CallResult::AnsweredElsewhere)
            return u"A colleague answered and logs this call."_s;
        const bool hasNews = !row.note.isEmpty() || !row.outcome.isEmpty();
        if (settings.journalWriter == JournalWriter::Pbx && !hasNews)
            return u"The PBX writes the call journal."_s;
        return {};
    }

    //! A masked number stands nowhere, the CRM's texts included.
    HistoryRow shownAs(HistoryRow row, const Settings& settings)
    {
        if (!settings.maskNumbers)
            return row;
        if (row.call.remoteName == row.call.remoteNumber)
            row.call.remoteName.clear();
        row.call.remoteNumber = maskedNumber(row.call.remoteNumber);
        return row;
    }

    void writeTexts(JournalEntry& entry, const HistoryRow& row, const JournalContext& context,
                    const Settings& settings)
    {
        const auto values = journalValues(row, context);
        const QString& text = settings.journalDescription;
        entry.subject = rendered(settings.journalSubject, values).simplified().left(maxSubject);
        entry.description = rendered(text, values);
        if (!row.note.isEmpty() && !text.contains(".Note"_L1))
            entry.description += u'\n' + row.note;
        if (!context.recordingLink.isEmpty() && !text.contains(".Recording"_L1))
            entry.description += u'\n' + u"Recording: "_s + context.recordingLink;
        entry.description.truncate(maxDescription);
    }

} // namespace

JournalPlan planJournal(const HistoryRow& row, const JournalContext& context,
                        const Settings& settings)
{
    const auto& call = row.call;
    JournalPlan plan{.why = reasonToSkip(row, settings)};
    if (!plan.why.isEmpty())
        return plan;
    const bool isPbxs = settings.journalWriter == JournalWriter::Pbx;
    // Nobody in the group answered: whoever comes first writes it, under the group's name.
    const bool once = settings.skipMissedInUnansweredAgents && !call.queue.isEmpty()
        && call.result == CallResult::Missed && !isPbxs;
    plan.lookFirst = once;
    auto& entry = plan.entry;
    entry.callObject =
        once ? QString(call.serial % u':' % call.id % u':' % call.queue) : callObjectOf(call);
    entry.startedAt = call.startedAt;
    entry.endedAt = call.endedAt;
    if (isPbxs) {
        entry.kind = JournalEntry::Kind::PbxNote;
        entry.callObject.prepend(u"pbx:"_s);
        entry.remoteNumber = call.remoteNumber;
    }
    if (!row.chosen) {
        plan.action = JournalPlan::Action::NeedsChoice;
        plan.why = u"Several records have this number: choose one."_s;
        return plan;
    }
    if (!isPbxs)
        writeTexts(entry, shownAs(row, settings), context, settings);
    entry.callType = callType(call);
    entry.disposition = row.outcome.isEmpty() ? dispositionOf(call) : row.outcome;
    entry.talkSeconds = call.talkSeconds;
    entry.activityDate = call.startedAt.toLocalTime().date();
    entry.record = *row.chosen;
    entry.ownerId = context.ownerId;
    entry.organizationId = context.organizationId;
    entry.note = row.note;
    entry.outcome = row.outcome;
    entry.recording = isPbxs ? QString() : context.recordingLink;
    plan.action = isPbxs ? JournalPlan::Action::Annotate : JournalPlan::Action::Write;
    return plan;
}

JournalEntry followUpEntry(const HistoryRow& row, const QString& subject, const QDate& due,
                           const JournalContext& context)
{
    JournalEntry entry;
    entry.kind = JournalEntry::Kind::FollowUp;
    entry.subject = subject.simplified().left(maxSubject);
    // The same wish twice is one task, another wish is another.
    const auto wish = QCryptographicHash::hash(
        QString(entry.subject + due.toString(Qt::ISODate)).toUtf8(), QCryptographicHash::Sha256);
    entry.callObject =
        callObjectOf(row.call) % u":follow-up-" % QString::fromLatin1(wish.toHex().left(8));
    entry.description = row.note.left(maxDescription);
    entry.activityDate = due;
    entry.record = row.chosen.value_or(RecordId{});
    entry.ownerId = context.ownerId;
    entry.organizationId = context.organizationId;
    entry.startedAt = row.call.startedAt;
    entry.endedAt = row.call.endedAt;
    return entry;
}

} // namespace companion
