// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/historycsv.h"

#include "app/core/report.h"
#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct HistoryCsv
    {
        Q_DECLARE_TR_FUNCTIONS(HistoryCsv)
    };

    constexpr qsizetype longestCell = 32000; // a cell of Excel takes 32,767

    //! "+14155550101": can be a number only, whatever a spreadsheet makes of it.
    bool isBareNumber(const QString& text)
    {
        return text.size() > 1 && std::all_of(text.cbegin() + 1, text.cend(), [](QChar c) {
                   return c >= u'0' && c <= u'9';
               });
    }

    QString cell(const QString& text)
    {
        QString clean = plainLines(text, longestCell);
        const bool isFormula = !clean.isEmpty() && u"=+-@"_s.contains(clean.at(0))
            && !(clean.at(0) == u'+' && isBareNumber(clean));
        if (isFormula)
            clean.prepend(u'\'');
        if (clean.contains(u'"') || clean.contains(u',') || clean.contains(u'\n')
            || clean.contains(u';'))
            clean = u'"' + clean.replace(u'"', u"\"\""_s) + u'"';
        return clean;
    }

    QString moment(const QDateTime& at)
    {
        return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
    }

    QString seconds(int count)
    {
        return QString::number(std::max(0, count));
    }

    int ringSeconds(const Call& call)
    {
        const auto end = call.answeredAt.isValid() ? call.answeredAt : call.endedAt;
        return call.startedAt.isValid() && end.isValid() ? int(call.startedAt.secsTo(end)) : 0;
    }

    QStringList cellsOf(const HistoryRow& row, const NumberLook& look)
    {
        const auto& call = row.call;
        const auto* record = recordOf(row);
        const auto number = PhoneNumber::read(call.remoteNumber, look.rules);
        const QString written = number.e164().isEmpty() ? call.remoteNumber : number.e164();
        return {moment(call.startedAt),
                directionName(call.direction),
                resultName(call.result),
                call.isWithheld     ? QString()
                    : look.isMasked ? maskedNumber(call.remoteNumber)
                                    : written,
                record ? record->name : nameGiven(call),
                record ? record->account : QString(),
                record ? recordKind(record->record.object) : QString(),
                record ? record->record.id : QString(),
                call.queue,
                call.did,
                call.extension,
                seconds(ringSeconds(call)),
                seconds(call.talkSeconds),
                row.outcome,
                row.note,
                rowLog(row),
                row.taskId,
                call.recording};
    }

} // namespace

QByteArray historyCsv(const QList<HistoryRow>& rows, const NumberLook& look)
{
    const QStringList heading{HistoryCsv::tr("Started"),        HistoryCsv::tr("Direction"),
                              HistoryCsv::tr("Result"),         HistoryCsv::tr("Number"),
                              HistoryCsv::tr("Name"),           HistoryCsv::tr("Account"),
                              HistoryCsv::tr("Record type"),    HistoryCsv::tr("Record ID"),
                              HistoryCsv::tr("Queue"),          HistoryCsv::tr("Number dialled"),
                              HistoryCsv::tr("Extension"),      HistoryCsv::tr("Ringing (seconds)"),
                              HistoryCsv::tr("Talk (seconds)"), HistoryCsv::tr("Outcome"),
                              HistoryCsv::tr("Note"),           HistoryCsv::tr("Log entry"),
                              HistoryCsv::tr("Task ID"),        HistoryCsv::tr("Recording")};
    QByteArray csv("\xEF\xBB\xBF");
    const auto addLine = [&csv](const QStringList& cells) {
        QStringList written;
        for (const auto& one : cells)
            written.append(cell(one));
        csv += written.join(u',').toUtf8() + "\r\n";
    };
    addLine(heading);
    for (const auto& row : rows)
        addLine(cellsOf(row, look));
    return csv;
}

} // namespace companion::text
