// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/historytext.h"

#include "app/core/report.h"
#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct HistoryText
    {
        Q_DECLARE_TR_FUNCTIONS(HistoryText)
    };

    //! Each part keeps its own direction: a number before an Arabic company stays a number.
    QString joined(QStringList parts)
    {
        parts.removeAll(QString());
        if (parts.size() > 1)
            for (auto& part : parts)
                part = isolated(part);
        return parts.join(u" · "_s);
    }

} // namespace

NumberLook numberLook(const Settings& settings)
{
    return {.rules = settings.numbers, .isMasked = settings.maskNumbers};
}

QString shownNumber(const QString& number, const NumberLook& look)
{
    if (look.isMasked)
        return maskedNumber(plain(number, 60));
    const QString display = PhoneNumber::read(number, look.rules).display();
    return plain(display.isEmpty() ? number : display, 60);
}

const CrmMatch* recordOf(const HistoryRow& row)
{
    if (row.chosen) {
        const auto found =
            std::find_if(row.matches.cbegin(), row.matches.cend(),
                         [&](const CrmMatch& match) { return match.record == *row.chosen; });
        return found == row.matches.cend() ? nullptr : &*found;
    }
    return row.crm == CrmState::Found && row.matches.size() == 1 ? &row.matches.constFirst()
                                                                 : nullptr;
}

QString rowParty(const HistoryRow& row, const NumberLook& look)
{
    if (row.call.isWithheld)
        return HistoryText::tr("Withheld number");
    const auto* record = recordOf(row);
    for (const QString& name : {record ? record->name : QString(), nameGiven(row.call)}) {
        QString shown = plain(name, 120);
        if (!shown.isEmpty())
            return shown;
    }
    const QString number = shownNumber(row.call.remoteNumber, look);
    return number.isEmpty() ? HistoryText::tr("Unknown number") : number;
}

QString rowPartyDetail(const HistoryRow& row, const NumberLook& look)
{
    const auto* record = recordOf(row);
    const QString number =
        row.call.isWithheld ? QString() : shownNumber(row.call.remoteNumber, look);
    const QString account = record ? plain(record->account, 80) : QString();
    const QString several = row.crm == CrmState::Several && !record
        ? HistoryText::tr("%n possible record(s)", nullptr, int(row.matches.size()))
        : QString();
    return joined({number == rowParty(row, look) ? QString() : number, account, several});
}

QString rowResult(const HistoryRow& row)
{
    if (!row.call.isOver())
        return phaseName(row.call);
    const bool isBackCalled = row.call.result == CallResult::Missed && row.isDealtWith;
    const QString result =
        isBackCalled ? HistoryText::tr("Missed, dealt with") : resultName(row.call.result);
    const bool hasTalk = row.call.result == CallResult::Answered && row.call.talkSeconds > 0;
    return joined({result, hasTalk ? duration(row.call.talkSeconds) : QString()});
}

QString rowWay(const Call& call, const NumberLook& look)
{
    // Masked is who called, not what was dialled: that is the organisation's own.
    const QString way = wayIn(call, shownNumber(call.did, {.rules = look.rules}));
    //: “Incoming via Support”
    return way.isEmpty() ? directionName(call.direction)
                         : HistoryText::tr("%1 %2").arg(directionName(call.direction), way);
}

QString rowTime(const HistoryRow& row)
{
    const auto& at = row.call.startedAt;
    return at.isValid() ? QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat)
                        : QString();
}

QString rowDay(const HistoryRow& row, const QDateTime& now)
{
    if (!row.call.startedAt.isValid())
        return {};
    const auto day = row.call.startedAt.toLocalTime().date();
    const auto days = day.daysTo(now.toLocalTime().date());
    if (days == 0)
        return HistoryText::tr("Today");
    if (days == 1)
        return HistoryText::tr("Yesterday");
    if (days > 1 && days < 7)
        return QLocale().standaloneDayName(day.dayOfWeek());
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString rowLog(const HistoryRow& row)
{
    switch (row.journal) {
    case JournalState::None:
        return row.doNotLog ? HistoryText::tr("Not to be logged") : QString();
    case JournalState::Waiting:
    case JournalState::Queued:
        return HistoryText::tr("Waiting");
    case JournalState::Sending:
        return HistoryText::tr("Being logged…");
    case JournalState::Written:
        return HistoryText::tr("Logged");
    case JournalState::NeedsChoice:
        return HistoryText::tr("Choose a record");
    case JournalState::Failed:
        break;
    }
    return HistoryText::tr("Not logged");
}

QString rowExtras(const HistoryRow& row)
{
    return joined({row.note.trimmed().isEmpty() ? QString() : HistoryText::tr("Note"),
                   row.call.recording.isEmpty() ? QString() : HistoryText::tr("Recording"),
                   plain(row.outcome, 40)});
}

QString rowSpoken(const HistoryRow& row, const NumberLook& look, const QDateTime& now)
{
    QStringList parts{rowParty(row, look),
                      rowPartyDetail(row, look),
                      rowWay(row.call, look),
                      rowResult(row),
                      rowDay(row, now),
                      rowTime(row),
                      rowLog(row),
                      rowExtras(row)};
    parts.removeAll(QString());
    for (auto& part : parts)
        part = plain(part); // no marks of direction in what is read out
    return parts.join(u", "_s);
}

QString logSentence(const HistoryRow& row)
{
    switch (row.journal) {
    case JournalState::None:
        break;
    case JournalState::Waiting:
        return HistoryText::tr("Logged when the call's times are final and a record is known.");
    case JournalState::Queued:
        return HistoryText::tr("Kept here, and sent to Salesforce as soon as it can be.");
    case JournalState::Sending:
        return HistoryText::tr("On its way to Salesforce.");
    case JournalState::Written:
        return HistoryText::tr("Logged in Salesforce.");
    case JournalState::NeedsChoice:
        return HistoryText::tr("Several records have this number. Choose the one to log this call "
                               "with.");
    case JournalState::Failed:
        return HistoryText::tr("Salesforce did not take the entry. Correct the reason, then try "
                               "again.");
    }
    if (row.doNotLog)
        return HistoryText::tr("Not logged, as you wished.");
    if (row.call.direction == CallDirection::Internal)
        return HistoryText::tr("Internal calls are not logged.");
    if (row.call.isWithheld || row.call.remoteNumber.isEmpty())
        return HistoryText::tr("Not logged: the caller's number was withheld.");
    if (!recordOf(row) && row.matches.isEmpty())
        return row.crm == CrmState::Failed
            ? HistoryText::tr("Not logged: Salesforce could not be asked who this is.")
            : HistoryText::tr("Not logged: no record in Salesforce has this number.");
    return HistoryText::tr("Not logged.");
}

QString logDetail(const HistoryRow& row)
{
    const bool isTold = row.journal == JournalState::Failed || row.journal == JournalState::Queued
        || row.journal == JournalState::Waiting;
    return isTold ? plain(row.journalDetail, 500) : QString();
}

} // namespace companion::text
