// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/journalsteps.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;
using State = OutboxRow::State;

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

OutboxRow rowIn(State state, int attempts = 0)
{
    OutboxRow row{.id = 7, .call = u"c1"_s, .state = state, .attempts = attempts};
    row.entry.callObject = u"SN1:c1:1050"_s;
    row.entry.note = u"asked for a quote"_s;
    if (state == State::Written)
        row.taskId = u"00TB"_s;
    return row;
}

FoundTask task(const QString& id, int second)
{
    return {u"SN1:c1:1050"_s, id, noon.addSecs(second)};
}

JournalPlan planOf(const QString& record)
{
    JournalPlan plan{.action = JournalPlan::Action::Write};
    plan.entry.record = {u"Contact"_s, record};
    return plan;
}

} // namespace

class tst_JournalSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueRowsAreSortedByTheWayTheyGoOut()
    {
        auto note = rowIn(State::Queued);
        note.entry.kind = JournalEntry::Kind::PbxNote;
        note.id = 3;
        auto amendment = rowIn(State::Written);
        amendment.state = State::Queued;
        amendment.id = 4;
        QVERIFY(amendment.isAmendment());
        const auto sorted = journalsteps::sorted(
            {rowIn(State::Unknown), note, amendment, rowIn(State::Queued), rowIn(State::Queued)});
        QCOMPARE(sorted.unknown.size(), 1);
        QCOMPARE(sorted.toWrite.size(), 2);
        QVERIFY(sorted.single);
        QCOMPARE(sorted.single->id, 3); // the first that came, however many there are
        QVERIFY(!journalsteps::sorted({}).single);
    }

    void firstRowLooksFirstWhereOthersMayHaveWritten()
    {
        auto plan = planOf(u"003A"_s);
        QCOMPARE(journalsteps::planned(u"c1"_s, {}, plan, noon, false).state, State::Queued);
        QCOMPARE(journalsteps::planned(u"c1"_s, {}, plan, noon, true).state, State::Unknown);
        plan.lookFirst = true;
        QCOMPARE(journalsteps::planned(u"c1"_s, {}, plan, noon, false).state, State::Unknown);
    }

    void refusedRowSetsOffAgainWithAnotherRecordOnly()
    {
        auto refused = rowIn(State::Failed, 1);
        refused.entry.record = {u"Contact"_s, u"003A"_s};
        QCOMPARE(journalsteps::planned(u"c1"_s, refused, planOf(u"003A"_s), noon, false).state,
                 State::Failed);
        QCOMPARE(journalsteps::planned(u"c1"_s, refused, planOf(u"003B"_s), noon, false).state,
                 State::Unknown); // it was sent once
    }

    void rowStaysThatOfThePersonWhoTookTheCall()
    {
        auto queued = rowIn(State::Queued);
        queued.entry.ownerId = u"005A"_s;
        queued.entry.organizationId = u"00DA"_s;
        auto plan = planOf(u"003A"_s);
        plan.entry.ownerId = u"005B"_s;
        plan.entry.organizationId = u"00DB"_s;
        const auto next = journalsteps::planned(u"c1"_s, queued, plan, noon, false);
        QCOMPARE(next.entry.ownerId, u"005A"_s);
        QCOMPARE(next.entry.organizationId, u"00DA"_s);
        QCOMPARE(next.entry.callObject, queued.entry.callObject);
    }

    void rowIsNeverDrawnForward()
    {
        auto queued = rowIn(State::Queued);
        queued.notBefore = noon.addSecs(60);
        QCOMPARE(journalsteps::planned(u"c1"_s, queued, planOf(u"003A"_s), noon, false).notBefore,
                 noon.addSecs(60));
    }

    void nothingChangedIsNoAmendment()
    {
        HistoryRow call;
        call.note = u"asked for a quote"_s;
        QVERIFY(!journalsteps::amended(rowIn(State::Written), call, {}));
    }

    void amendmentKnowsWhatTheCrmHas()
    {
        HistoryRow call;
        call.note = u"asked for a quote, sent"_s;
        call.chosen = RecordId{u"Contact"_s, u"003B"_s};
        const auto next =
            journalsteps::amended(rowIn(State::Written, 3), call, u"https://rec.example"_s);
        QVERIFY(next);
        QCOMPARE(next->state, State::Queued);
        QCOMPARE(next->attempts, 0);
        QCOMPARE(next->entry.writtenNote, u"asked for a quote"_s);
        QCOMPARE(next->entry.note, call.note);
        QCOMPARE(next->entry.recording, u"https://rec.example"_s);
        QVERIFY(next->entry.hasMoved);
        // Changed once more before it went out: what the CRM has is still the first.
        call.note = u"asked for a quote, sent by mail"_s;
        const auto again = journalsteps::amended(*next, call, u"https://other.example"_s);
        QVERIFY(again);
        QCOMPARE(again->entry.writtenNote, u"asked for a quote"_s);
        QCOMPARE(again->entry.recording, u"https://rec.example"_s);
    }

    void uncheckedRowKeepsThatAnAnswerWasLost()
    {
        HistoryRow call;
        call.note = u"more"_s;
        auto row = rowIn(State::Written, 2);
        row.isUnchecked = true;
        QCOMPARE(journalsteps::amended(row, call, {})->attempts, 2);
    }

    void nothingFoundIsSentAgain()
    {
        const auto finding = journalsteps::looked(rowIn(State::Unknown, 1), {});
        QCOMPARE(finding.row.state, State::Queued);
        QVERIFY(finding.seconds.isEmpty());
    }

    void deletedByAPersonStaysDeleted()
    {
        auto row = rowIn(State::Written, 1);
        row.isUnchecked = true;
        const auto finding = journalsteps::looked(row, {});
        QCOMPARE(finding.row.state, State::Written);
        QVERIFY(!finding.row.isUnchecked);
        QVERIFY(!finding.isTwin);
    }

    void foundAfterALostAnswerIsOurs()
    {
        const auto finding = journalsteps::looked(rowIn(State::Unknown, 1), {task(u"00TA"_s, 0)});
        QCOMPARE(finding.row.state, State::Written);
        QCOMPARE(finding.row.taskId, u"00TA"_s);
        QVERIFY2(finding.row.entry.note.isEmpty(), "what is in it is not known: added once more");
        QVERIFY(!finding.isTwin);
    }

    void foundBeforeItWasEverSentIsAnothersComputer()
    {
        QVERIFY(journalsteps::looked(rowIn(State::Unknown, 0), {task(u"00TA"_s, 0)}).isTwin);
    }

    void oursIsTakenAwayWhenAnotherIsEarlier()
    {
        auto row = rowIn(State::Written, 1);
        row.isUnchecked = true;
        const auto finding = journalsteps::looked(row, {task(u"00TB"_s, 1), task(u"00TA"_s, 0)});
        QVERIFY(finding.isSecond);
        QCOMPARE(finding.seconds.size(), 1);
        QCOMPARE(finding.seconds.constFirst().id, u"00TB"_s);
        QCOMPARE(finding.seconds.constFirst().first, u"00TA"_s);
    }

    void othersLaterOneIsLeftToItsWriter()
    {
        auto row = rowIn(State::Written, 1);
        row.isUnchecked = true;
        const auto finding = journalsteps::looked(row, {task(u"00TB"_s, 0), task(u"00TC"_s, 1)});
        QVERIFY(!finding.isSecond);
        QVERIFY(finding.isTwin);
        QVERIFY(!finding.row.isUnchecked);
        QVERIFY(finding.seconds.isEmpty());
    }

    void laterOnesGoWhenAnAnswerWasLost()
    {
        const auto finding = journalsteps::looked(
            rowIn(State::Unknown, 1), {task(u"00TC"_s, 2), task(u"00TA"_s, 0), task(u"00TB"_s, 1)});
        QCOMPARE(finding.row.taskId, u"00TA"_s);
        QVERIFY2(finding.row.isUnchecked, "looked at until the others are gone");
        QStringList gone;
        for (const auto& second : finding.seconds)
            gone.append(second.id);
        QCOMPARE(gone, QStringList({u"00TB"_s, u"00TC"_s}));
    }

    void oneMomentIsDecidedByTheId()
    {
        const auto finding = journalsteps::looked(rowIn(State::Unknown, 1),
                                                  {task(u"00TB"_s, 0), task(u"00TA"_s, 0)});
        QCOMPARE(finding.row.taskId, u"00TA"_s);
    }
};

QTEST_APPLESS_MAIN(tst_JournalSteps)
#include "tst_journalsteps.moc"
