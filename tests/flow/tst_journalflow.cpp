// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/journalflow.h"
#include "tests/support/fakecrmlink.h"
#include "tests/support/realstores.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Fault = FakeCrmLink::Answers::Fault;
using State = OutboxRow::State;

namespace {

JournalTiming quick()
{
    return {.noteQuiet = 10ms,
            .checkAfter = 5ms,
            .groupSpread = 5ms,
            .firstRetry = 5ms,
            .longestRetry = 20ms};
}

HistoryRow callOf(const QString& id, const QString& record = u"003A"_s, int minute = 0)
{
    HistoryRow row;
    row.call.id = id;
    row.call.serial = u"SN1"_s;
    row.call.extension = u"1050"_s;
    row.call.remoteNumber = u"4155551212"_s;
    row.call.phase = CallPhase::Ended;
    row.call.result = CallResult::Answered;
    row.call.startedAt = QDateTime(QDate(2026, 1, 5), QTime(9, 0)).addSecs(60LL * minute);
    row.call.answeredAt = row.call.startedAt.addSecs(4);
    row.call.endedAt = row.call.startedAt.addSecs(50);
    row.call.talkSeconds = 46;
    row.call.hasRecord = true;
    row.crm = CrmState::Found;
    row.matches = {{.record = {u"Contact"_s, record}, .name = u"Ann Lee"_s}};
    row.chosen = row.matches.constFirst().record;
    return row;
}

//! Settled, and the program ended before the journal heard of it.
HistoryRow waitingCall(int i)
{
    auto row = callOf(u"c%1"_s.arg(i), u"003%1"_s.arg(i % 50), i);
    row.journal = JournalState::Waiting;
    return row;
}

QString keyOf(const QString& id)
{
    return u"SN1:"_s + id + u":1050"_s;
}

Fault dailyLimit()
{
    return {.error = {Error::Kind::RateLimited, u"daily limit"_s, u"REQUEST_LIMIT_EXCEEDED"_s,
                      u"TotalRequests Limit exceeded."_s}};
}

//! One computer with its outbox; several may share the org.
struct Computer
{
    FakeCrmLink crm;
    RealStores stores;
    Settings settings;
    JournalTiming timing = quick();
    std::unique_ptr<JournalFlow> flow;

    explicit Computer(FakeOrg& org) : crm(org)
    {
        crm.connectAs();
        start();
    }
    void start()
    {
        flow = std::make_unique<JournalFlow>(crm, stores.outbox(), stores.calls(), timing);
        flow->setSettings(settings);
    }
    //! As after a power cut, with answers still on their way.
    void restart()
    {
        flow.reset();
        stores.reopen();
        start();
        flow->recover();
    }
    void set(const Settings& to)
    {
        settings = to;
        flow->setSettings(to);
    }
    //! As CallFlow does it: on the disk, then told.
    void settle(const HistoryRow& row)
    {
        QVERIFY(stores.calls().save(row));
        flow->consider(row);
    }
    void note(const QString& id, const QString& text)
    {
        auto row = *stores.calls().find(id);
        row.note = text;
        QVERIFY(stores.calls().save(row));
        flow->amend(row);
    }
    [[nodiscard]] State state(const QString& id)
    {
        const auto row = stores.outbox().findByCall(id);
        return row ? row->state : State::Waiting;
    }
    [[nodiscard]] JournalState told(const QString& id) { return stores.calls().find(id)->journal; }
    [[nodiscard]] bool isQuiet()
    {
        return stores.outbox().unwrittenCount() == 0
            && !stores.outbox().nextDue(QDateTime::fromSecsSinceEpoch(0)).isValid();
    }
};

//! A disk so slow that what was not due yet is due when the answer is there.
class SlowTable : public storage::OutboxTable
{
public:
    using OutboxTable::OutboxTable;
    [[nodiscard]] QList<OutboxRow> due(const QDateTime& now, int limit,
                                       const std::optional<OutboxRow>& after) const override
    {
        auto rows = OutboxTable::due(now, limit, after);
        if (rows.isEmpty())
            while (now.msecsTo(QDateTime::currentDateTimeUtc()) < 50) {}
        return rows;
    }
};

//! A disk that takes nothing.
class FullTable : public storage::OutboxTable
{
public:
    using OutboxTable::OutboxTable;
    Result<Done> update(const QList<OutboxRow>& rows) override
    {
        ++tries;
        return isFull ? Result<Done>(Error{Error::Kind::Storage, u"full"_s})
                      : OutboxTable::update(rows);
    }
    bool isFull = true;
    int tries = 0;
};

} // namespace

class TestJournalFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callBecomesOneTask()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settle(callOf(u"c1"_s));
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.size(), 1);
        const auto& task = org.tasks.constFirst();
        QCOMPARE(task.entry.callObject, keyOf(u"c1"_s));
        QCOMPARE(task.entry.ownerId, u"005A"_s);
        QCOMPARE(pc.told(u"c1"_s), JournalState::Written);
        QCOMPARE(pc.stores.calls().find(u"c1"_s)->taskId, task.id);
    }

    void whatBecomesDueWhileTheDiskIsReadIsNotForgotten()
    {
        FakeOrg org;
        FakeCrmLink crm(org);
        crm.connectAs();
        RealStores stores;
        SlowTable outbox(stores.database());
        JournalFlow flow(crm, outbox, stores.calls(), quick());
        const auto row = callOf(u"c1"_s);
        QVERIFY(stores.calls().save(row));
        flow.consider(row);
        QTRY_COMPARE(outbox.findByCall(u"c1"_s)->state, State::Written);
        QTRY_VERIFY(!outbox.findByCall(u"c1"_s)->isUnchecked); // looked at once more
    }

    void sameCallToldOftenIsStillOneTask()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.hold(CrmQuestion::WriteTasks);
        const auto row = callOf(u"c1"_s);
        for (int i = 0; i < 5; ++i)
            pc.settle(row);
        QTRY_COMPARE(pc.crm.answers.open(CrmQuestion::WriteTasks), 1);
        pc.settle(row);
        pc.crm.answers.release(CrmQuestion::WriteTasks);
        QTRY_COMPARE(pc.state(u"c1"_s), State::Written);
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.size(), 1);
    }

    void answerThatWasLostIsLookedForBeforeSendingAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("hasArrived");
        for (const auto kind : {Error::Kind::Offline, Error::Kind::Timeout, Error::Kind::Malformed,
                                Error::Kind::Cancelled})
            for (const bool hasArrived : {true, false})
                QTest::addRow("%d %s", int(kind), hasArrived ? "arrived" : "did not arrive")
                    << int(kind) << hasArrived;
    }

    void answerThatWasLostIsLookedForBeforeSendingAgain()
    {
        QFETCH(int, kind);
        QFETCH(bool, hasArrived);
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.failNext(
            CrmQuestion::WriteTasks,
            Fault{.error = {static_cast<Error::Kind>(kind), u"cut"_s},
                  .where = hasArrived ? Fault::Where::OnTheWayBack : Fault::Where::OnTheWayThere});
        pc.settle(callOf(u"c1"_s));
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.size(), 1);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::WriteTasks), hasArrived ? 1 : 2);
        QCOMPARE(pc.stores.outbox().findByCall(u"c1"_s)->taskId, org.tasks.constFirst().id);
    }

    void restartInEveryStateLeavesOneTask_data()
    {
        QTest::addColumn<int>("question"); // at which the program dies
        QTest::addColumn<bool>("hasArrived");
        QTest::newRow("before it is sent") << -1 << false;
        QTest::newRow("sent, arrived") << int(CrmQuestion::WriteTasks) << true;
        QTest::newRow("sent, did not arrive") << int(CrmQuestion::WriteTasks) << false;
        QTest::newRow("looked for") << int(CrmQuestion::FindTasks) << true;
        QTest::newRow("amended") << int(CrmQuestion::AmendTask) << true;
    }

    void restartInEveryStateLeavesOneTask()
    {
        QFETCH(int, question);
        QFETCH(bool, hasArrived);
        FakeOrg org;
        Computer pc(org);
        if (question < 0) {
            pc.crm.setState(LinkState::Reconnecting);
        } else {
            const auto dying = static_cast<CrmQuestion>(question);
            if (!hasArrived)
                pc.crm.answers.failNext(dying, Fault{});
            pc.crm.answers.hold(dying);
        }
        pc.settle(callOf(u"c1"_s));
        if (question == int(CrmQuestion::AmendTask)) {
            QTRY_COMPARE(pc.state(u"c1"_s), State::Written);
            pc.note(u"c1"_s, u"Wants a quote"_s);
        }
        if (question >= 0) {
            QTRY_COMPARE(pc.crm.answers.open(static_cast<CrmQuestion>(question)), 1);
            pc.restart();
            pc.crm.answers.release(static_cast<CrmQuestion>(question));
        } else {
            pc.restart();
            pc.crm.connectAs();
        }
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.taskCount(), 1);
        QCOMPARE(pc.told(u"c1"_s), JournalState::Written);
        if (question == int(CrmQuestion::AmendTask))
            QCOMPARE(org.tasks.constFirst().description.count(u"Wants a quote"_s), 1);
    }

    void settledCallThatWasNotHandedOverIsTakenUpAtTheStart()
    {
        FakeOrg org;
        Computer pc(org);
        auto row = callOf(u"c1"_s);
        row.journal = JournalState::Waiting;
        QVERIFY(pc.stores.calls().save(row)); // and then the power went
        auto unsettled = callOf(u"c2"_s);
        unsettled.journal = JournalState::Waiting;
        unsettled.isSettled = false; // CallFlow's still
        QVERIFY(pc.stores.calls().save(unsettled));
        pc.restart();
        QTRY_COMPARE(org.tasks.size(), 1);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.size(), 1);
    }

    void historyHearsAtTheStartWhatTheOutboxKnows()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settle(callOf(u"c1"_s));
        QTRY_VERIFY(pc.isQuiet());
        QVERIFY(pc.stores.calls().mark({{.call = u"c1"_s, .state = JournalState::Sending}}));
        pc.restart();
        QCOMPARE(pc.told(u"c1"_s), JournalState::Written);
    }

    // Retries

    void whatFailedOnTheWayIsTriedAtOnceWhenThereIsAWayAgain_data()
    {
        QTest::addColumn<bool>("isAmendment");
        QTest::addColumn<bool>("isRestart");
        for (const bool isAmendment : {false, true})
            for (const bool isRestart : {false, true})
                QTest::addRow("%s, %s", isAmendment ? "note" : "entry",
                              isRestart ? "restarted" : "connected again")
                    << isAmendment << isRestart;
    }

    void whatFailedOnTheWayIsTriedAtOnceWhenThereIsAWayAgain()
    {
        // Regression: a note that had failed often waited for a quarter of an hour more.
        QFETCH(bool, isAmendment);
        QFETCH(bool, isRestart);
        FakeOrg org;
        Computer pc(org);
        pc.timing.firstRetry = 1h;
        pc.timing.longestRetry = 1h;
        pc.restart();
        const auto question = isAmendment ? CrmQuestion::AmendTask : CrmQuestion::WriteTasks;
        pc.crm.answers.failNext(question, Error::Kind::Offline, 1);
        pc.settle(callOf(u"c1"_s));
        if (isAmendment) {
            QTRY_COMPARE(pc.state(u"c1"_s), State::Written);
            pc.note(u"c1"_s, u"Wants a quote"_s);
        }
        QTRY_COMPARE(pc.crm.answers.count(question), 1);
        QTRY_VERIFY(pc.state(u"c1"_s) != State::Sending);
        if (isRestart) {
            pc.restart();
        } else {
            pc.crm.setState(LinkState::Reconnecting);
            pc.crm.setState(LinkState::Connected);
        }
        QTRY_COMPARE(pc.state(u"c1"_s), State::Written);
        QCOMPARE(org.taskCount(), 1);
    }

    void whatHelpsToWaitIsTriedAgain_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("tries");
        QTest::newRow("locked row") << u"UNABLE_TO_LOCK_ROW"_s << true;
        QTest::newRow("maintenance") << u"SERVER_UNAVAILABLE"_s << true;
        QTest::newRow("validation rule") << u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s << false;
        QTest::newRow("record gone") << u"INVALID_CROSS_REFERENCE_KEY"_s << false;
    }

    void whatHelpsToWaitIsTriedAgain()
    {
        QFETCH(QString, code);
        QFETCH(bool, tries);
        FakeOrg org;
        Computer pc(org);
        int refusals = 3;
        pc.crm.refusesTask = [&](const JournalEntry&) -> std::optional<Error> {
            if (refusals-- > 0)
                return Error{.kind = Error::Kind::Rejected,
                             .detail = u"no"_s,
                             .code = code,
                             .sentence = u"The org says no."_s};
            return {};
        };
        pc.settle(callOf(u"c1"_s));
        if (tries) {
            QTRY_VERIFY(pc.isQuiet());
            QCOMPARE(org.tasks.size(), 1);
            return;
        }
        QTRY_COMPARE(pc.told(u"c1"_s), JournalState::Failed);
        QCOMPARE(pc.stores.calls().find(u"c1"_s)->journalDetail, u"The org says no."_s);
        QCOMPARE(pc.flow->pendingCount(), 1); // waits for a person, never dropped
        refusals = 0;
        pc.flow->retry(u"c1"_s);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.size(), 1);
    }

    void quotaUsedUpWaitsAndIsProbedSeldom()
    {
        FakeOrg org;
        Computer pc(org);
        pc.timing.longestRetry = 200ms;
        pc.restart();
        pc.crm.answers.failNext(CrmQuestion::WriteTasks,
                                Fault{.error = {Error::Kind::RateLimited, u"daily limit"_s}}, 1);
        for (int i = 0; i < 10; ++i)
            pc.settle(callOf(u"c%1"_s.arg(i), u"003%1"_s.arg(i), i));
        QTRY_COMPARE(pc.crm.answers.count(CrmQuestion::WriteTasks), 1);
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(pc.isQuiet());
        QVERIFY(clock.elapsed() >= 150);
        QCOMPARE(org.tasks.size(), 10);
        QVERIFY(pc.crm.answers.count(CrmQuestion::WriteTasks) <= 3);
    }

    void quotaThatIsThereAgainEndsTheWaiting_data()
    {
        QTest::addColumn<int>("usedAtRefusal");
        QTest::addColumn<int>("usedLater");
        QTest::newRow("below the limit") << 100 << 99;
        QTest::newRow("of an org that may overrun it") << 105 << 104;
        QTest::newRow("refused although little was used") << 20 << 21;
    }

    void quotaThatIsThereAgainEndsTheWaiting()
    {
        // Regression: the outbox waited its quarter of an hour, whatever Salesforce said meanwhile.
        QFETCH(int, usedAtRefusal);
        QFETCH(int, usedLater);
        FakeOrg org;
        Computer pc(org);
        pc.timing.longestRetry = 1h;
        pc.restart();
        pc.crm.answers.failNext(CrmQuestion::WriteTasks, dailyLimit(), 1);
        pc.crm.setApiUse(usedAtRefusal, 100);
        pc.settle(callOf(u"c1"_s));
        QTRY_COMPARE(pc.told(u"c1"_s), JournalState::Queued);
        QTRY_COMPARE(pc.crm.answers.count(CrmQuestion::WriteTasks), 1);
        QTRY_VERIFY(!pc.stores.calls().find(u"c1"_s)->journalDetail.isEmpty());
        pc.crm.tell(); // once more what was known at the refusal
        pc.settle(callOf(u"c2"_s)); // waits as well
        QTRY_VERIFY(pc.stores.calls().find(u"c2"_s)->journalDetail.startsWith(u"Waits"_s));
        QCOMPARE(pc.crm.answers.count(CrmQuestion::WriteTasks), 1);
        pc.crm.setApiUse(usedLater, 100);
        QTRY_COMPARE(org.tasks.size(), 2);
    }

    void entryThatComesWhileNothingGetsThroughSaysWhatItWaitsFor()
    {
        FakeOrg org;
        Computer pc(org);
        pc.timing.longestRetry = 1h;
        pc.restart();
        pc.settle(callOf(u"c0"_s));
        QTRY_VERIFY(pc.isQuiet());
        pc.crm.answers.failNext(CrmQuestion::WriteTasks, dailyLimit(), 1);
        pc.settle(callOf(u"c1"_s));
        QTRY_VERIFY(!pc.stores.calls().find(u"c1"_s)->journalDetail.isEmpty());
        const auto detailOf = [&pc](const QString& id) {
            return pc.stores.calls().find(id)->journalDetail;
        };
        pc.settle(callOf(u"c2"_s));
        QCOMPARE(pc.told(u"c2"_s), JournalState::Queued);
        QVERIFY(detailOf(u"c2"_s).contains("TotalRequests Limit exceeded."_L1));
        pc.note(u"c0"_s, u"Wants a quote"_s); // an amendment waits for the same
        QVERIFY(detailOf(u"c0"_s).contains("TotalRequests Limit exceeded."_L1));
        pc.crm.setApiUse(20, 100);
        QTRY_VERIFY(pc.isQuiet());
        for (const auto& id : {u"c0"_s, u"c1"_s, u"c2"_s})
            QCOMPARE(detailOf(id), QString());
        pc.settle(callOf(u"c3"_s));
        QCOMPARE(detailOf(u"c3"_s), QString());
    }

    void nightOfflineCostsFewTriesAndNothingElse()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.failNext(CrmQuestion::WriteTasks, Error::Kind::Offline, 3);
        for (int i = 0; i < 300; ++i)
            pc.settle(callOf(u"c%1"_s.arg(i), u"003%1"_s.arg(i), i));
        QTRY_VERIFY_WITH_TIMEOUT(pc.isQuiet(), 20000);
        QCOMPARE(org.taskCount(), 300);
        QVERIFY(pc.crm.answers.count(CrmQuestion::WriteTasks) < 12);
    }

    void signedOutOutboxWaitsForTheSignIn()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::SignedOut);
        pc.settle(callOf(u"c1"_s));
        QCoreApplication::processEvents();
        QCOMPARE(pc.crm.answers.count(CrmQuestion::WriteTasks), 0);
        QCOMPARE(pc.told(u"c1"_s), JournalState::Queued);
        pc.crm.connectAs();
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.constFirst().entry.ownerId, u"005A"_s);
    }

    void disabledIntegrationPausesAndKeeps()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::Reconnecting);
        pc.settle(callOf(u"c1"_s));
        auto off = pc.settings;
        off.integrationEnabled = false;
        pc.set(off);
        pc.crm.connectAs();
        QCoreApplication::processEvents();
        QCOMPARE(org.tasks.size(), 0);
        off.integrationEnabled = true;
        pc.set(off);
        QTRY_COMPARE(org.tasks.size(), 1);
    }

    void entriesOfAnotherOrgAreNeverSentToThisOne()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.failNext(CrmQuestion::WriteTasks, Fault{});
        pc.timing.firstRetry = 60s;
        pc.timing.longestRetry = 60s;
        pc.restart();
        pc.settle(callOf(u"c1"_s));
        QTRY_COMPARE(pc.crm.answers.count(CrmQuestion::WriteTasks), 1);
        QTRY_COMPARE(pc.state(u"c1"_s), State::Unknown);
        pc.crm.setState(LinkState::SignedOut);
        pc.crm.setOrganization(u"00D2"_s);
        pc.crm.setState(LinkState::Connected);
        pc.flow->retry(u"c1"_s);
        QTRY_COMPARE(pc.told(u"c1"_s), JournalState::Failed);
        QCOMPARE(org.tasks.size(), 0);
    }

    // Order and batches

    void waitingEntriesGoOldestFirstInBatches()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::Reconnecting);
        for (int i = 449; i >= 0; --i) // told in the order in which their lookups were answered
            pc.settle(callOf(u"c%1"_s.arg(i), u"003%1"_s.arg(i % 7), i));
        pc.crm.connectAs();
        QTRY_VERIFY_WITH_TIMEOUT(pc.isQuiet(), 20000);
        QCOMPARE(pc.crm.batchSizes, (QList<int>{200, 200, 50}));
        for (int i = 0; i < 450; ++i)
            QCOMPARE(org.tasks.at(i).entry.callObject, keyOf(u"c%1"_s.arg(i)));
    }

    void entryWaitsForTheOlderOneOfItsContactOnly()
    {
        FakeOrg org;
        Computer pc(org);
        pc.timing.firstRetry = 60s;
        pc.timing.longestRetry = 60s;
        pc.restart();
        bool isLocked = true;
        pc.crm.refusesTask = [&](const JournalEntry& entry) -> std::optional<Error> {
            if (isLocked && entry.callObject == keyOf(u"c1"_s))
                return Error{
                    .kind = Error::Kind::Rejected, .detail = {}, .code = u"UNABLE_TO_LOCK_ROW"_s};
            return {};
        };
        pc.settle(callOf(u"c1"_s, u"003A"_s, 1));
        QTRY_VERIFY(!pc.stores.outbox().findByCall(u"c1"_s)->detail.isNull()
                    && pc.state(u"c1"_s) == State::Queued
                    && pc.stores.outbox().findByCall(u"c1"_s)->attempts == 1);
        pc.settle(callOf(u"c2"_s, u"003A"_s, 2));
        pc.settle(callOf(u"c3"_s, u"003B"_s, 3));
        QTRY_COMPARE(pc.state(u"c3"_s), State::Written);
        QCOMPARE(pc.state(u"c2"_s), State::Queued);
        isLocked = false;
        pc.flow->retry(u"c1"_s);
        QTRY_COMPARE(pc.state(u"c2"_s), State::Written);
        QCOMPARE(org.tasks.last().entry.callObject, keyOf(u"c2"_s));
    }

    void badEntryInABatchDoesNotKeepTheOthersBack()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::Reconnecting);
        for (int i = 0; i < 20; ++i)
            pc.settle(callOf(u"c%1"_s.arg(i), u"003%1"_s.arg(i), i));
        // The server refuses the whole request, as for a text that it cannot read.
        pc.crm.answers.failNext(CrmQuestion::WriteTasks, Error::Kind::Rejected, 5);
        pc.crm.connectAs();
        QTRY_VERIFY(pc.stores.outbox().unwrittenCount() <= 1);
        QTRY_COMPARE(org.taskCount(), 19);
        QCOMPARE(pc.told(u"c0"_s), JournalState::Failed);
    }

    void thousandsOfEntriesGoWithinTheBudgetAndAFewInATurn()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::Reconnecting);
        QVERIFY(pc.stores.database().transact([&pc]() -> Result<Done> {
            for (int i = 0; i < 2000; ++i)
                pc.settle(callOf(u"c%1"_s.arg(i), u"003%1"_s.arg(i % 900), i));
            return Done{};
        }));
        // The interface has its turn between each few of them.
        int inThisTurn = 0;
        int mostInATurn = 0;
        connect(pc.flow.get(), &JournalFlow::journalChanged, pc.flow.get(),
                [&] { mostInATurn = std::max(mostInATurn, ++inThisTurn); });
        QTimer turn;
        connect(&turn, &QTimer::timeout, &turn, [&] { inThisTurn = 0; });
        turn.start(0);
        pc.crm.connectAs();
        QTRY_VERIFY_WITH_TIMEOUT(pc.isQuiet(), 60000);
        QCOMPARE(org.taskCount(), 2000);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::WriteTasks), 10);
        QVERIFY(pc.crm.answers.count(CrmQuestion::FindTasks) <= 15);
        // The last of one step and the first of the next may come in one turn.
        QVERIFY2(mostInATurn <= 2 * JournalFlow::rowsPerTurn,
                 qPrintable(QString::number(mostInATurn)));
        for (int i = 900; i < 2000; ++i) // oldest first, and so for each contact
            QVERIFY(org.tasks.at(i - 900).entry.startedAt < org.tasks.at(i).entry.startedAt);
    }

    void aNightIsFoundAgainAfterARestartAFewEntriesInATurn()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::Reconnecting);
        QVERIFY(pc.stores.database().transact([&pc]() -> Result<Done> {
            for (int i = 0; i < 300; ++i)
                pc.settle(callOf(u"c%1"_s.arg(i), u"003%1"_s.arg(i % 50), i));
            for (int i = 300; i < 600; ++i) // not handed over any more
                if (auto saved = pc.stores.calls().save(waitingCall(i)); !saved)
                    return saved;
            return Done{};
        }));
        pc.crm.connectAs();
        pc.restart();
        QTRY_VERIFY_WITH_TIMEOUT(pc.isQuiet(), 20000);
        QCOMPARE(org.taskCount(), 600);
        for (int i = 50; i < 600; ++i) // none of the later ones went before all were there
            QVERIFY(org.tasks.at(i - 50).entry.startedAt < org.tasks.at(i).entry.startedAt);
    }

    void outcomeChangedLaterKnowsWhatStoodThereBefore()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settle(callOf(u"c1"_s));
        QTRY_COMPARE(pc.state(u"c1"_s), State::Written);
        const auto choose = [&pc](const QString& outcome) {
            auto row = *pc.stores.calls().find(u"c1"_s);
            row.outcome = outcome;
            QVERIFY(pc.stores.calls().save(row));
            pc.flow->amend(row);
        };
        choose(u"Call back"_s);
        QCOMPARE(pc.stores.outbox().findByCall(u"c1"_s)->entry.writtenOutcome, u"Answered"_s);
        QTRY_COMPARE(org.tasks.constFirst().outcome, u"Call back"_s);
        QTRY_COMPARE(pc.state(u"c1"_s), State::Written);
        pc.crm.setState(LinkState::Reconnecting);
        choose(u"Sold"_s);
        choose(u"Lost"_s); // what stands there is still the first
        QCOMPARE(pc.stores.outbox().findByCall(u"c1"_s)->entry.writtenOutcome, u"Call back"_s);
        choose(QString());
        const auto back = pc.stores.outbox().findByCall(u"c1"_s)->entry;
        QCOMPARE(back.writtenOutcome, u"Call back"_s);
        QCOMPARE(back.disposition, u"Answered"_s);
        QCOMPARE(org.taskCount(), 1);
    }

    void maskedNumberStandsInNoRecordingsAddress_data()
    {
        QTest::addColumn<RecordingLink>("link");
        QTest::addColumn<bool>("isNamed");
        // The address that the administrator has made is of the file's name, which holds the
        // number.
        QTest::newRow("the administrator's address") << RecordingLink::Url << false;
        QTest::newRow("the companion's player") << RecordingLink::Player << true;
    }

    void maskedNumberStandsInNoRecordingsAddress()
    {
        QFETCH(const RecordingLink, link);
        QFETCH(const bool, isNamed);
        FakeOrg org;
        Computer pc(org);
        pc.flow->setRecordingLink(
            [](const Call& call) { return u"https://x/"_s + call.recording; });
        auto settings = pc.settings;
        settings.maskNumbers = true;
        settings.recordingLink = link;
        pc.set(settings);
        auto row = callOf(u"c1"_s);
        row.call.recording = u"20260105-4155551212.wav"_s;
        pc.settle(row);
        QTRY_COMPARE(org.taskCount(), 1);
        QCOMPARE(org.tasks.constFirst().description.contains(u"https://x/"_s), isNamed);
        QVERIFY(isNamed || !org.tasks.constFirst().description.contains(u"4155551212"_s));
    }

    void entriesOfAnotherOrgOnAFullDiskAreLookedAtNowAndThen()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::Reconnecting);
        pc.settle(callOf(u"c1"_s));
        FullTable full(pc.stores.database());
        pc.flow = std::make_unique<JournalFlow>(pc.crm, full, pc.stores.calls(), pc.timing);
        pc.crm.setOrganization(u"00D2"_s);
        pc.crm.setState(LinkState::Connected);
        QTRY_VERIFY(full.tries >= 3);
        full.isFull = false;
        QTRY_COMPARE(pc.state(u"c1"_s), State::Failed);
        QCOMPARE(org.taskCount(), 0);
        pc.flow.reset(); // before its table
    }

    void computerThatWasOffForFortyDaysFindsWhatItHadWritten()
    {
        // Regression: only the last 30 days were looked through.
        FakeOrg org;
        Computer pc(org);
        const auto begun = QDateTime::currentDateTimeUtc().addDays(-40);
        auto row = callOf(u"c1"_s);
        row.call.startedAt = begun;
        row.call.endedAt = begun.addSecs(50);
        pc.timing.firstRetry = 1h;
        pc.start();
        pc.crm.answers.failNext(CrmQuestion::WriteTasks,
                                Fault{.where = Fault::Where::OnTheWayBack});
        pc.crm.answers.hold(CrmQuestion::FindTask);
        pc.crm.answers.hold(CrmQuestion::FindTasks);
        pc.settle(row);
        QTRY_COMPARE(pc.state(u"c1"_s), State::Unknown);
        pc.flow.reset(); // off
        pc.crm.answers.release(CrmQuestion::FindTask);
        pc.crm.answers.release(CrmQuestion::FindTasks);
        org.tasks.first().createdAt = begun.addSecs(60);
        pc.restart();
        QTRY_COMPARE(pc.state(u"c1"_s), State::Written);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.taskCount(), 1);
    }

    // Notes

    void noteTypedWhileTheEntryIsOnItsWayIsAdded()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.hold(CrmQuestion::WriteTasks);
        pc.settle(callOf(u"c1"_s));
        QTRY_COMPARE(pc.crm.answers.open(CrmQuestion::WriteTasks), 1);
        pc.note(u"c1"_s, u"Wants a quote"_s);
        pc.crm.answers.release(CrmQuestion::WriteTasks);
        QTRY_VERIFY(org.tasks.constFirst().description.endsWith(u"Wants a quote"_s));
        QTRY_VERIFY(pc.isQuiet());
    }

    void noteTypedWhileTheEntryIsUnknownIsAddedToo()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.failNext(CrmQuestion::WriteTasks,
                                Fault{.where = Fault::Where::OnTheWayBack});
        pc.crm.answers.hold(CrmQuestion::FindTasks);
        pc.settle(callOf(u"c1"_s));
        QTRY_COMPARE(pc.crm.answers.open(CrmQuestion::FindTasks), 1);
        pc.note(u"c1"_s, u"Wants a quote"_s);
        pc.crm.answers.release(CrmQuestion::FindTasks);
        QTRY_VERIFY(pc.isQuiet());
        QTRY_COMPARE(org.tasks.constFirst().description.count(u"Wants a quote"_s), 1);
        QCOMPARE(org.tasks.size(), 1);
    }

    void everyStrokeIsNotACall()
    {
        FakeOrg org;
        Computer pc(org);
        pc.timing.noteQuiet = 200ms;
        pc.restart();
        pc.settle(callOf(u"c1"_s));
        QTRY_VERIFY(pc.isQuiet());
        QString text;
        for (const QChar c : u"Wants a quote"_s) {
            text += c;
            pc.note(u"c1"_s, text);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(pc.isQuiet());
        QVERIFY(pc.crm.answers.count(CrmQuestion::AmendTask) <= 2);
        QCOMPARE(org.tasks.constFirst().description.count(u"Wants"_s), 1);
        QVERIFY(org.tasks.constFirst().description.endsWith(u"Wants a quote"_s));
    }

    void textsEditedInSalesforceStay()
    {
        FakeOrg org;
        Computer pc(org);
        auto row = callOf(u"c1"_s);
        row.note = u"First"_s;
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        org.tasks.first().description = u"Rewritten by Jane"_s;
        pc.note(u"c1"_s, u"Second"_s);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.constFirst().description, u"Rewritten by Jane\nSecond"_s);
    }

    void noteThatCannotBeAddedNowIsKeptAndAddedLater()
    {
        // Regression: an amendment that failed was forgotten.
        FakeOrg org;
        Computer pc(org);
        pc.settle(callOf(u"c1"_s));
        QTRY_VERIFY(pc.isQuiet());
        pc.crm.answers.failNext(CrmQuestion::AmendTask, Error::Kind::Offline, 2);
        pc.note(u"c1"_s, u"Wants a quote"_s);
        QTRY_VERIFY(pc.crm.answers.count(CrmQuestion::AmendTask) >= 1);
        pc.restart();
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.constFirst().description.count(u"Wants a quote"_s), 1);
    }

    void noteOfATaskThatWasDeletedWaitsForAPerson()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settle(callOf(u"c1"_s));
        QTRY_VERIFY(pc.isQuiet());
        org.tasks.first().isGone = true;
        pc.note(u"c1"_s, u"Wants a quote"_s);
        QTRY_COMPARE(pc.told(u"c1"_s), JournalState::Failed);
        QCOMPARE(org.taskCount(), 0); // who deleted it meant it
        pc.flow->retry(u"c1"_s);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.taskCount(), 1);
        QVERIFY(org.tasks.last().description.contains(u"Wants a quote"_s));
    }

    void recordingThatComesLateIsAddedOnce()
    {
        FakeOrg org;
        Computer pc(org);
        pc.flow->setRecordingLink(
            [](const Call& call) -> QString { return u"http://localhost/"_s + call.recording; });
        auto row = callOf(u"c1"_s);
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        row.call.recording = u"a.wav"_s;
        pc.settle(row);
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.constFirst().description.count(u"http://localhost/a.wav"_s), 1);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::AmendTask), 1);
    }

    void outcomeChosenLaterReachesTheTask()
    {
        FakeOrg org;
        Computer pc(org);
        auto row = callOf(u"c1"_s);
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        row.outcome = u"Call back"_s;
        pc.settle(row);
        QTRY_COMPARE(org.tasks.constFirst().outcome, u"Call back"_s);
    }

    void callAssignedToAnotherRecordMovesItsTask()
    {
        FakeOrg org;
        Computer pc(org);
        auto row = callOf(u"c1"_s);
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        row.matches.append({.record = {u"Lead"_s, u"00Q1"_s}});
        row.chosen = row.matches.last().record;
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.constFirst().entry.record, *row.chosen);
        QCOMPARE(org.taskCount(), 1);
    }

    // Who writes

    void twoComputersLeaveOneTaskWithBothNotes_data()
    {
        QTest::addColumn<bool>("isAtOnce");
        QTest::newRow("at once") << true;
        QTest::newRow("one after the other") << false;
    }

    void twoComputersLeaveOneTaskWithBothNotes()
    {
        QFETCH(bool, isAtOnce);
        FakeOrg org;
        Computer one(org);
        Computer other(org);
        auto row = callOf(u"c1"_s);
        row.note = u"Typed here"_s;
        one.settle(row);
        if (!isAtOnce)
            QTRY_VERIFY(one.isQuiet());
        row.note = u"Typed there"_s;
        other.settle(row);
        QTRY_VERIFY(one.isQuiet());
        QTRY_VERIFY(other.isQuiet());
        QCOMPARE(org.taskCount(), 1);
        const auto kept = org.tasksOf(keyOf(u"c1"_s)).constFirst();
        QVERIFY(kept.description.contains(u"Typed here"_s));
        QVERIFY(kept.description.contains(u"Typed there"_s));
        QCOMPARE(one.stores.outbox().findByCall(u"c1"_s)->taskId, kept.id);
        QCOMPARE(other.stores.outbox().findByCall(u"c1"_s)->taskId, kept.id);
    }

    void computerThatHasATwinLooksFirst()
    {
        FakeOrg org;
        Computer one(org);
        Computer other(org);
        one.settle(callOf(u"c1"_s));
        QTRY_VERIFY(one.isQuiet());
        other.settle(callOf(u"c1"_s));
        QTRY_VERIFY(other.isQuiet());
        const auto written = org.tasks.size();
        one.settle(callOf(u"c2"_s));
        QTRY_VERIFY(one.isQuiet());
        other.settle(callOf(u"c2"_s));
        QTRY_VERIFY(other.isQuiet());
        QCOMPARE(org.tasks.size(), written + 1); // not even for a moment
    }

    void secondTaskThatCannotBeTakenAwayNowIsTakenAwayLater()
    {
        FakeOrg org;
        Computer one(org);
        Computer other(org);
        one.settle(callOf(u"c1"_s));
        QTRY_VERIFY(one.isQuiet());
        other.crm.answers.failNext(CrmQuestion::RemoveTask, Error::Kind::Offline, 2);
        other.settle(callOf(u"c1"_s));
        QTRY_VERIFY(other.isQuiet());
        QCOMPARE(org.taskCount(), 1);
    }

    void groupCallThatNobodyAnsweredIsLoggedOnceForAllAgents()
    {
        FakeOrg org;
        std::vector<std::unique_ptr<Computer>> agents;
        for (int i = 0; i < 4; ++i) {
            agents.push_back(std::make_unique<Computer>(org));
            agents.back()->settings.skipMissedInUnansweredAgents = true;
            agents.back()->set(agents.back()->settings);
            agents.back()->crm.connectAs(u"005%1"_s.arg(i));
        }
        for (int i = 0; i < 4; ++i) {
            auto row = callOf(u"c1"_s);
            row.call.extension = u"105%1"_s.arg(i);
            row.call.queue = u"6400"_s;
            row.call.result = CallResult::Missed;
            agents.at(static_cast<std::size_t>(i))->settle(row);
        }
        for (const auto& agent : agents)
            QTRY_VERIFY(agent->isQuiet());
        QCOMPARE(org.taskCount(), 1);
        QCOMPARE(org.tasksOf(u"SN1:c1:6400"_s).size(), 1);
    }

    void pbxsEntryIsFoundAndOnlyTheNoteAdded()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settings.journalWriter = JournalWriter::Pbx;
        pc.set(pc.settings);
        auto row = callOf(u"c1"_s);
        pc.settle(row);
        QCOMPARE(pc.told(u"c1"_s), JournalState::None); // nothing to say: no call at all
        row.note = u"Wants a quote"_s;
        pc.settle(row);
        QTRY_VERIFY(pc.crm.answers.count(CrmQuestion::FindPbxTask) >= 2); // not there yet
        org.tasks.append({.id = u"00TP"_s,
                          .entry = {},
                          .description = u"By the PBX"_s,
                          .outcome = {},
                          .createdAt = {}});
        pc.crm.pbxTask = u"00TP"_s;
        QTRY_COMPARE(org.tasks.constFirst().description, u"By the PBX\nWants a quote"_s);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.size(), 1);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::WriteTasks), 0);
        row.note = u"Wants two quotes"_s;
        pc.settle(row);
        QTRY_COMPARE(org.tasks.constFirst().description, u"By the PBX\nWants two quotes"_s);
    }

    void pbxsEntryThatNeverComesIsSaid()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settings.journalWriter = JournalWriter::Pbx;
        pc.set(pc.settings);
        auto row = callOf(u"c1"_s);
        row.note = u"Wants a quote"_s;
        pc.settle(row);
        QTRY_COMPARE(pc.told(u"c1"_s), JournalState::Failed);
        QVERIFY(!pc.stores.calls().find(u"c1"_s)->journalDetail.isEmpty());
        QCOMPARE(org.tasks.size(), 0);
    }

    // What people decide

    void choiceAmongSeveralSendsTheEntry()
    {
        FakeOrg org;
        Computer pc(org);
        auto row = callOf(u"c1"_s);
        row.matches.append({.record = {u"Contact"_s, u"003B"_s}});
        row.chosen.reset();
        pc.settle(row);
        QCOMPARE(pc.told(u"c1"_s), JournalState::NeedsChoice);
        pc.flow->retry(u"c1"_s);
        QCoreApplication::processEvents();
        QCOMPARE(org.tasks.size(), 0);
        pc.restart(); // the question outlives a restart
        row.chosen = row.matches.last().record;
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.constFirst().entry.record.id, u"003B"_s);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::FindTasks), 1); // only the check afterwards
    }

    void callThatIsNotToBeLoggedIsWithdrawn()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::Reconnecting);
        auto row = callOf(u"c1"_s);
        pc.settle(row);
        QCOMPARE(pc.flow->pendingCount(), 1);
        row.doNotLog = true;
        pc.settle(row);
        QCOMPARE(pc.flow->pendingCount(), 0);
        QCOMPARE(pc.told(u"c1"_s), JournalState::None);
        pc.crm.connectAs();
        QCoreApplication::processEvents();
        QCOMPARE(org.tasks.size(), 0);
        row.doNotLog = false; // and back again
        pc.settle(row);
        QTRY_COMPARE(org.taskCount(), 1);
    }

    void pendingAreTheCallsOfTheHistoryAndTheFollowUpsEachOnce()
    {
        // Regression: only the outbox was counted, and a call that waits to be looked up is not in
        // it yet.
        FakeOrg org;
        Computer pc(org);
        pc.crm.setState(LinkState::SignedOut);
        auto unknown = callOf(u"c1"_s);
        unknown.matches.clear();
        unknown.chosen.reset();
        unknown.journal = JournalState::Waiting;
        unknown.isSettled = false;
        QVERIFY(pc.stores.calls().save(unknown));
        QCOMPARE(pc.flow->pendingCount(), 1);
        const auto known = callOf(u"c2"_s);
        pc.settle(known);
        QCOMPARE(pc.flow->pendingCount(), 2); // in the history and in the outbox
        QVERIFY(pc.flow->addFollowUp(known, u"Send the quote"_s, QDate(2026, 2, 1)));
        QCOMPARE(pc.flow->pendingCount(), 3); // in the outbox alone
        pc.crm.refusesTask = [](const JournalEntry& entry) -> std::optional<Error> {
            if (entry.kind != JournalEntry::Kind::FollowUp)
                return {};
            return Error{Error::Kind::Rejected, u"no"_s, u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s};
        };
        pc.crm.connectAs();
        QTRY_COMPARE(pc.told(u"c2"_s), JournalState::Failed); // shown with its call
        QCOMPARE(pc.flow->pendingCount(), 2);
    }

    void logNowOverrulesTheSettings()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settings.journalEnabled = false;
        pc.set(pc.settings);
        const auto row = callOf(u"c1"_s);
        pc.settle(row);
        QCOMPARE(pc.told(u"c1"_s), JournalState::None);
        QVERIFY(!pc.stores.calls().find(u"c1"_s)->journalDetail.isEmpty());
        pc.flow->logNow(row);
        QTRY_COMPARE(org.taskCount(), 1);
        QTRY_VERIFY(pc.isQuiet());
        pc.flow->logNow(row);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.size(), 1);
    }

    void failedEntryGoesToTheRecordItIsAssignedTo()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.refusesTask = [](const JournalEntry& entry) -> std::optional<Error> {
            if (entry.record.id == "003A"_L1)
                return Error{
                    .kind = Error::Kind::Rejected, .detail = {}, .code = u"ENTITY_IS_DELETED"_s};
            return {};
        };
        auto row = callOf(u"c1"_s);
        pc.settle(row);
        QTRY_COMPARE(pc.told(u"c1"_s), JournalState::Failed);
        row.matches.append({.record = {u"Contact"_s, u"003B"_s}});
        row.chosen = row.matches.last().record;
        pc.settle(row);
        QTRY_COMPARE(org.taskCount(), 1);
    }

    void followUpIsOneOpenTaskOfItsOwn()
    {
        FakeOrg org;
        Computer pc(org);
        const auto row = callOf(u"c1"_s);
        pc.settle(row);
        QVERIFY(pc.flow->addFollowUp(row, u"Send the quote"_s, QDate(2026, 2, 1)));
        QVERIFY(pc.flow->addFollowUp(row, u"Send the quote"_s, QDate(2026, 2, 1)));
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.taskCount(), 2);
        const auto key = followUpEntry(row, u"Send the quote"_s, QDate(2026, 2, 1), {}).callObject;
        const auto task = org.tasksOf(key).constFirst();
        QCOMPARE(task.entry.kind, JournalEntry::Kind::FollowUp);
        QCOMPARE(task.entry.activityDate, QDate(2026, 2, 1));
        QCOMPARE(task.entry.record, *row.chosen);
        QCOMPARE(pc.told(u"c1"_s), JournalState::Written);
        QVERIFY(!pc.flow->addFollowUp({}, u"x"_s, QDate(2026, 2, 1)));
    }

    void entryWaitsForTheWrapUpTimeAndTakesTheNoteWithIt()
    {
        FakeOrg org;
        Computer pc(org);
        auto wrapUp = pc.settings;
        wrapUp.journalWrapUpSeconds = 1;
        pc.set(wrapUp);
        pc.settle(callOf(u"c1"_s));
        QVERIFY(pc.stores.outbox().findByCall(u"c1"_s)->notBefore
                > QDateTime::currentDateTimeUtc().addMSecs(500));
        pc.note(u"c1"_s, u"Wants a quote"_s);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.tasks.constFirst().description.count(u"Wants a quote"_s), 1);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::AmendTask), 0);
    }

    void noteTypedDuringTheCallDoesNotShortenTheWrapUpTime()
    {
        // Regression: with a note in it already, the entry went out after the typing pause.
        FakeOrg org;
        Computer pc(org);
        auto wrapUp = pc.settings;
        wrapUp.journalWrapUpSeconds = 600;
        pc.set(wrapUp);
        auto row = callOf(u"c1"_s);
        row.note = u"Wants a quote"_s;
        pc.settle(row);
        QVERIFY(pc.stores.outbox().findByCall(u"c1"_s)->notBefore
                > QDateTime::currentDateTimeUtc().addSecs(500));
    }

    void entryLoggedByHandDoesNotWaitForTheWrapUpTime()
    {
        FakeOrg org;
        Computer pc(org);
        auto wrapUp = pc.settings;
        wrapUp.journalWrapUpSeconds = 600;
        wrapUp.journalEnabled = false;
        pc.set(wrapUp);
        const auto row = callOf(u"c1"_s);
        QVERIFY(pc.stores.calls().save(row));
        pc.flow->logNow(row);
        QTRY_COMPARE(org.tasks.size(), 1);
    }

    void anotherFollowUpOfTheSameCallIsAnotherTask()
    {
        // Regression: the second one was dropped silently.
        FakeOrg org;
        Computer pc(org);
        const auto row = callOf(u"c1"_s);
        pc.settle(row);
        QVERIFY(pc.flow->addFollowUp(row, u"Send the quote"_s, QDate(2026, 2, 1)));
        QVERIFY(pc.flow->addFollowUp(row, u"Send the quote"_s, QDate(2026, 2, 8)));
        QVERIFY(pc.flow->addFollowUp(row, u"Ask again"_s, QDate(2026, 2, 1)));
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.taskCount(), 4);
    }

    void refusedFollowUpWaitsWithItsCallUntilItIsTriedAgain()
    {
        FakeOrg org;
        Computer pc(org);
        const auto row = callOf(u"c1"_s);
        pc.settle(row);
        QTRY_VERIFY(pc.isQuiet());
        pc.crm.refusesTask = [](const JournalEntry& entry) -> std::optional<Error> {
            if (entry.kind != JournalEntry::Kind::FollowUp)
                return {};
            return Error{Error::Kind::Rejected, u"no"_s, u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s,
                         u"Not on Sundays."_s};
        };
        QVERIFY(pc.flow->addFollowUp(row, u"Send the quote"_s, QDate(2026, 2, 1)));
        QTRY_COMPARE(pc.told(u"c1"_s), JournalState::Failed);
        const auto shown = pc.stores.calls().history({.pendingOnly = true});
        QCOMPARE(shown.size(), 1);
        QVERIFY(shown.constFirst().journalDetail.contains("Not on Sundays."_L1));
        QVERIFY(!shown.constFirst().taskId.isEmpty()); // the call's own entry stands
        pc.note(u"c1"_s, u"Wants a quote"_s);
        QTRY_COMPARE(org.tasksOf(keyOf(u"c1"_s)).constFirst().description.count(u"quote"_s), 1);
        QTRY_COMPARE(pc.told(u"c1"_s), JournalState::Failed); // not hidden by what goes well
        pc.restart();
        QCOMPARE(pc.told(u"c1"_s), JournalState::Failed);
        pc.crm.refusesTask = {};
        pc.flow->retry(u"c1"_s);
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.taskCount(), 2);
        QCOMPARE(pc.told(u"c1"_s), JournalState::Written);
    }

    void adapterThatCannotFindManyIsAskedOneByOne()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.failNext(CrmQuestion::WriteTasks,
                                Fault{.where = Fault::Where::OnTheWayBack});
        pc.crm.answers.failNext(CrmQuestion::FindTasks, Error::Kind::Unsupported, 100);
        pc.settle(callOf(u"c1"_s, u"003A"_s, 1));
        pc.settle(callOf(u"c2"_s, u"003B"_s, 2));
        QTRY_VERIFY(pc.isQuiet());
        QCOMPARE(org.taskCount(), 2);
        QVERIFY(pc.crm.answers.count(CrmQuestion::FindTask) >= 1);
    }

    // All of it together

    void everythingGoesWrongTwoHundredTimesAndOneTaskStandsForEachCall()
    {
        FakeOrg org;
        Computer pc(org);
        Computer twin(org);
        QRandomGenerator dice(20260105);
        const auto spoil = [&dice](Computer& computer) {
            const auto questions = {CrmQuestion::WriteTasks, CrmQuestion::FindTasks,
                                    CrmQuestion::AmendTask, CrmQuestion::RemoveTask};
            for (const auto question : questions)
                if (dice.bounded(3) == 0)
                    computer.crm.answers.failNext(
                        question,
                        Fault{.error = {dice.bounded(2) ? Error::Kind::Offline
                                                        : Error::Kind::Malformed,
                                        u"cut"_s},
                              .where = dice.bounded(2) ? Fault::Where::OnTheWayBack
                                                       : Fault::Where::OnTheWayThere});
        };
        constexpr int rounds = 200;
        for (int i = 0; i < rounds; ++i) {
            const QString id = u"c%1"_s.arg(i);
            auto row = callOf(id, u"003%1"_s.arg(i % 11), i);
            spoil(pc);
            pc.settle(row);
            if (dice.bounded(2)) {
                spoil(twin);
                twin.settle(row);
            }
            for (int turns = dice.bounded(6); turns > 0; --turns)
                QCoreApplication::processEvents();
            pc.note(id, u"Note of call %1."_s.arg(i));
            for (int turns = dice.bounded(6); turns > 0; --turns)
                QCoreApplication::processEvents();
            if (dice.bounded(2))
                pc.restart();
            if (dice.bounded(4) == 0)
                twin.restart();
        }
        pc.crm.answers.forgetFaults();
        twin.crm.answers.forgetFaults();
        QTRY_VERIFY_WITH_TIMEOUT(pc.isQuiet(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(twin.isQuiet(), 20000);
        for (int i = 0; i < rounds; ++i) {
            const auto tasks = org.tasksOf(keyOf(u"c%1"_s.arg(i)));
            QCOMPARE(tasks.size(), 1);
            QCOMPARE(tasks.constFirst().description.count(u"Note of call %1."_s.arg(i)), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestJournalFlow)
#include "tst_journalflow.moc"
