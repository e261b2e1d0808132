// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calls that ended while nobody listened, as their records tell of them.
#include "app/core/recordedcall.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

using Disposition = CallRecord::Disposition;

const QDateTime kNine(QDate(2026, 11, 2), QTime(9, 0));

//! A record of a call of 40 s.
CallEvent recordOf(const QString& from, const QString& to, Disposition disposition, int talkSeconds)
{
    return {.kind = CallEvent::Kind::Ended,
            .call = u"c1"_s,
            .record = CallRecord{.from = from,
                                 .to = to,
                                 .disposition = disposition,
                                 .type = from == "1001"_L1 ? u"Outbound"_s : u"Inbound"_s,
                                 .startedAt = kNine,
                                 .callSeconds = 40,
                                 .talkSeconds = talkSeconds}};
}

} // namespace

class TestRecordedCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordTellsTheResultAndTheTalk_data()
    {
        QTest::addColumn<bool>("isOwn");
        QTest::addColumn<Disposition>("disposition");
        QTest::addColumn<int>("recorded"); // seconds
        QTest::addColumn<CallResult>("result");
        QTest::addColumn<int>("talk");
        const auto row = [](const char* name, bool isOwn, Disposition disposition, int recorded,
                            CallResult result, int talk) {
            QTest::newRow(name) << isOwn << disposition << recorded << result << talk;
        };
        row("answered", false, Disposition::Answered, 30, CallResult::Answered, 30);
        row("missed", false, Disposition::NoAnswer, 0, CallResult::Missed, 0);
        row("our phone was busy", false, Disposition::Busy, 0, CallResult::Missed, 0);
        // The caller has talked for 12 s: to the machine, not to us.
        row("the caller left a message", false, Disposition::Voicemail, 12, CallResult::Voicemail,
            0);
        row("answered by who was called", true, Disposition::Answered, 30, CallResult::Answered,
            30);
        row("who was called was busy", true, Disposition::Busy, 0, CallResult::Busy, 0);
        row("we left a message", true, Disposition::Voicemail, 8, CallResult::Voicemail, 8);
    }

    void recordTellsTheResultAndTheTalk()
    {
        QFETCH(const bool, isOwn);
        QFETCH(const Disposition, disposition);
        QFETCH(const int, recorded);
        QFETCH(const CallResult, result);
        QFETCH(const int, talk);
        const auto event = isOwn ? recordOf(u"1001"_s, u"5503301"_s, disposition, recorded)
                                 : recordOf(u"5503301"_s, u"1001"_s, disposition, recorded);
        const auto call = callFromRecord(event, u"1001"_s);
        QVERIFY(call);
        QCOMPARE(toText(call->result), toText(result));
        QCOMPARE(call->talkSeconds, talk);
        QCOMPARE(call->answeredAt.isValid(), result == CallResult::Answered);
        QCOMPARE(call->endedAt, kNine.addSecs(40));
        QCOMPARE(call->remoteNumber, u"5503301"_s);
        QVERIFY(call->isOver() && call->hasRecord);
    }

    void answerCountsMoreThanAMessageOfTheSameCall()
    {
        const auto message = recordOf(u"5503301"_s, u"1001"_s, Disposition::Voicemail, 60);
        const auto answer = recordOf(u"5503301"_s, u"1001"_s, Disposition::Answered, 5);
        for (const auto& order : {QList{message, answer}, QList{answer, message}}) {
            const auto calls = callsFromRecords(order, u"1001"_s);
            QCOMPARE(calls.size(), 1);
            QCOMPARE(toText(calls.constFirst().result), toText(CallResult::Answered));
            QCOMPARE(calls.constFirst().talkSeconds, 5);
        }
    }

    void recordOfOthersIsNoCallOfOurs()
    {
        const auto event = recordOf(u"5503301"_s, u"1002"_s, Disposition::Voicemail, 12);
        QVERIFY(!callFromRecord(event, u"1001"_s));
        QVERIFY(!callFromRecord(event, QString()));
    }
};

QTEST_GUILESS_MAIN(TestRecordedCall)
#include "tst_recordedcall.moc"
