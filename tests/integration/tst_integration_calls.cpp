// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job, by the real program against the sandbox: a call rings, the contact opens.
#include "app/storage/database.h"
#include "app/storage/tables.h"
#include "tests/integration/workplace.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

const QString kMaria = u"+14155551212"_s; // one contact
const QString kSeveral = u"+12065550100"_s;
const QString kNobody = u"+12025550143"_s;

} // namespace

class TestIntegrationCalls : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workplace> m_work;

    void set(const QString& key, const QString& value) const
    {
        const auto said = m_work->say({u"settings"_s, u"set"_s, key, value});
        QVERIFY2(said.exit == 0, qPrintable(said.err));
    }

    [[nodiscard]] QString phase(const QString& call) const
    {
        return one(call)["phase"_L1].toString();
    }

    [[nodiscard]] QJsonObject one(const QString& call) const
    {
        const auto list = m_work->calls();
        for (const auto& candidate : list) {
            if (candidate["id"_L1].toString() == call)
                return candidate.toObject();
        }
        return {};
    }

    [[nodiscard]] QJsonObject inHistory(const QString& call) const
    {
        const auto list = m_work->history();
        for (const auto& candidate : list) {
            if (candidate["id"_L1].toString() == call)
                return candidate.toObject();
        }
        return {};
    }

    [[nodiscard]] QString journal(const QString& call) const
    {
        return inHistory(call)["journal"_L1]["state"_L1].toString();
    }

    [[nodiscard]] QJsonArray membersOf(const QString& call) const
    {
        const auto list = m_work->look(u"pbx/calls"_s).toArray();
        for (const auto& candidate : list) {
            if (candidate["callId"_L1].toString() == call)
                return candidate["members"_L1].toArray();
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_work = std::make_unique<Workplace>();
        QVERIFY2(m_work->open(), m_work->companionLog().constData());
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qInfo().noquote() << m_work->companionLog().right(4000);
        m_work.reset();
    }

    void statusSaysWhoIsSignedInWhere()
    {
        const auto status = m_work->status();
        QCOMPARE(status["profile"_L1].toString(), u"test"_s);
        QCOMPARE(status["integration"_L1].toString(), u"enabled"_s);
        QCOMPARE(status["pbx"_L1]["state"_L1].toString(), u"connected"_s);
        QCOMPARE(status["pbx"_L1]["extension"_L1].toString(), u"1001"_s);
        QCOMPARE(status["pbx"_L1]["name"_L1].toString(), u"Jane Roe"_s);
        QCOMPARE(status["pbx"_L1]["firmware"_L1].toString(), u"84.21.0.66"_s);
        QCOMPARE(status["salesforce"_L1]["state"_L1].toString(), u"connected"_s);
        QCOMPARE(status["salesforce"_L1]["email"_L1].toString(), u"jane.roe@acme.example"_s);
        QCOMPARE(status["salesforce"_L1]["org"_L1].toString(), u"Acme Telecom"_s);
        QCOMPARE(status["salesforce"_L1]["instanceUrl"_L1].toString(), m_work->salesforceUrl());
    }

    void startRightAfterQuitRuns()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY2(m_work->restart(), m_work->companionLog().right(600).constData());
    }

    void historyOfMonthsIsPrintedWhole()
    {
        QCOMPARE(m_work->quitCompanion(), 0);
        {
            auto database = storage::Database::open(m_work->dataFolder() + u"/companion.db"_s);
            QVERIFY(database);
            storage::CallTable calls(**database);
            const auto saved = (*database)->transact([&]() -> Result<Done> {
                HistoryRow row;
                row.call.extension = u"1001"_s;
                row.call.result = CallResult::Answered;
                for (int number = 0; number < 450; ++number) {
                    row.call.id = u"months.%1"_s.arg(number);
                    row.call.startedAt = QDateTime::fromMSecsSinceEpoch(1767600000000 + number);
                    if (const auto one = calls.save(row); !one)
                        return one.error();
                }
                return Done{};
            });
            QVERIFY(saved);
        }
        QVERIFY(m_work->startCompanion());
        QCOMPARE(m_work->say({u"history"_s, u"--json"_s}).array().size(), 450);
        const auto some = m_work->say({u"history"_s, u"--json"_s, u"--limit"_s, u"300"_s}).array();
        QCOMPARE(some.size(), 300);
        QCOMPARE(some[299]["id"_L1].toString(), u"months.150"_s);
    }

    void knownCallerOpensOnceWhileItRings()
    {
        const auto call = m_work->ring(kMaria);
        QTRY_COMPARE(m_work->opened().size(), 1);
        const auto shown = one(call);
        QCOMPARE(shown["phase"_L1].toString(), u"ringing"_s);
        QCOMPARE(shown["direction"_L1].toString(), u"inbound"_s);
        QCOMPARE(shown["remoteNumber"_L1].toString(), kMaria);
        QCOMPARE(shown["crm"_L1].toString(), u"found"_s);
        QCOMPARE(shown["matches"_L1][0]["name"_L1].toString(), u"Maria González"_s);
        QCOMPARE(m_work->opened().first(), shown["matches"_L1][0]["url"_L1].toString());
        QVERIFY(m_work->opened().first().startsWith(m_work->salesforceUrl()));
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(phase(call), u"ended"_s);
        QTRY_COMPARE(journal(call), u"written"_s);
        QCOMPARE(m_work->opened().size(), 1);
    }

    void knownCallerOpensAtTheTriggerThatWasChosen_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::addColumn<int>("openedWhileRinging");
        QTest::addColumn<int>("openedWhileTalking");
        QTest::newRow("at the answer") << u"answered"_s << 0 << 1;
        QTest::newRow("at the end") << u"callEnd"_s << 0 << 0;
    }

    void knownCallerOpensAtTheTriggerThatWasChosen()
    {
        QFETCH(const QString, trigger);
        set(u"popup.trigger"_s, trigger);
        const auto call = m_work->ring(kMaria);
        QTRY_COMPARE(one(call)["crm"_L1].toString(), u"found"_s);
        QTEST(int(m_work->opened().size()), "openedWhileRinging");
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        QFETCH(const int, openedWhileTalking);
        QTRY_COMPARE(int(m_work->opened().size()), openedWhileTalking);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(int(m_work->opened().size()), 1);
        QTRY_COMPARE(journal(call), u"written"_s);
        QCOMPARE(int(m_work->opened().size()), 1);
    }

    void withManualPopupTheRecordOpensOnWishAlone()
    {
        set(u"popup.method"_s, u"manual"_s);
        const auto call = m_work->ring(kMaria);
        QTRY_COMPARE(one(call)["crm"_L1].toString(), u"found"_s);
        QVERIFY(m_work->opened().isEmpty());
        QCOMPARE(m_work->say({u"open-record"_s}).exit, 0);
        QTRY_COMPARE(m_work->opened().size(), 1);
    }

    void recordOpensAfterTheCardHasGone()
    {
        set(u"card.keepSeconds"_s, u"1"_s);
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(journal(call), u"written"_s);
        QTRY_VERIFY(one(call).isEmpty());
        const auto before = m_work->opened().size();
        QCOMPARE(m_work->say({u"open-record"_s, u"--call"_s, call}).exit, 0);
        QTRY_COMPARE(m_work->opened().size(), before + 1);
        const auto over = m_work->say({u"hangup"_s, u"--call"_s, call});
        QCOMPARE(over.exit, 1);
        QVERIFY(over.err.contains(u"is over"_s));
    }

    void severalMatchesAskAndOpenNothing()
    {
        const auto call = m_work->ring(kSeveral);
        QTRY_COMPARE(one(call)["crm"_L1].toString(), u"several"_s);
        QVERIFY(one(call)["matches"_L1].toArray().size() > 1);
        QVERIFY(one(call)["chosen"_L1].isNull());
        const auto said = m_work->say({u"open-record"_s});
        QCOMPARE(said.exit, 1);
        QVERIFY(said.err.contains(u"Several"_s));
        QVERIFY(m_work->opened().isEmpty());
    }

    void severalMatchesOpenTheSearchPageWhereToldSo()
    {
        set(u"popup.whenSeveral"_s, u"searchPage"_s);
        m_work->ring(kSeveral);
        QTRY_COMPARE(m_work->opened().size(), 1);
        QVERIFY(m_work->opened().first().startsWith(m_work->salesforceUrl()));
    }

    void unknownCallerBecomesAContactWhereToldSo()
    {
        set(u"create.enabled"_s, u"true"_s);
        set(u"create.method"_s, u"automatic"_s);
        set(u"create.object"_s, u"Contact"_s);
        const auto call = m_work->ring(kNobody);
        m_work->control(u"pbx/answer"_s);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(journal(call), u"written"_s);
        const auto created = m_work->look(u"salesforce/state"_s)["created"_L1].toArray();
        QStringList contacts;
        const auto rows = m_work->look(u"salesforce/records/Contact"_s).toArray();
        for (const auto& row : rows) {
            if (row["LastName"_L1].toString() == QString(u'-' + kNobody))
                contacts.append(row["Id"_L1].toString());
        }
        QCOMPARE(contacts.size(), 1);
        QVERIFY(!created.isEmpty());
        QCOMPARE(m_work->tasksOf(call)[0]["WhoId"_L1].toString(), contacts.first());
        const auto again = m_work->ring(kNobody);
        QTRY_COMPARE(one(again)["crm"_L1].toString(), u"found"_s);
        QCOMPARE(one(again)["chosen"_L1].toString(), contacts.first());
    }

    void unknownCallerIsLeftAloneOtherwise()
    {
        const auto call = m_work->ring(kNobody);
        QTRY_COMPARE(one(call)["crm"_L1].toString(), u"unknown"_s);
        QVERIFY(!one(call)["why"_L1].toString().isEmpty());
        QCOMPARE(m_work->say({u"open-record"_s}).exit, 1);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(inHistory(call)["result"_L1].toString(), u"missed"_s);
        QVERIFY(m_work->opened().isEmpty());
        QVERIFY(m_work->tasksOf(call).isEmpty());
    }

    void callOfSomebodyElseIsNotShown()
    {
        m_work->control(u"pbx/story"_s, {{u"name"_s, u"others-only"_s}, {u"stepMs"_s, 0}});
        const auto own = m_work->ring(kMaria);
        QTRY_COMPARE(m_work->calls().size(), 1);
        QCOMPARE(m_work->calls().at(0)["id"_L1].toString(), own);
    }

    void callIsWrittenExactlyOnce()
    {
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        m_work->control(u"pbx/pass-time"_s, {{u"ms"_s, 83000}});
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(journal(call), u"written"_s);
        const auto tasks = m_work->tasksOf(call);
        QCOMPARE(tasks.size(), 1);
        const auto task = tasks.first();
        QCOMPARE(task["Subject"_L1].toString(), u"Extension Call"_s);
        QCOMPARE(task["CallType"_L1].toString(), u"Inbound"_s);
        QCOMPARE(task["TaskSubtype"_L1].toString(), u"Call"_s);
        QCOMPARE(task["Status"_L1].toString(), u"Completed"_s);
        QCOMPARE(task["CallDurationInSeconds"_L1].toInt(), 83);
        QCOMPARE(task["CallObject"_L1].toString(), QString(u"3633D2199067:"_s + call + u":1001"_s));
        QCOMPARE(inHistory(call)["journal"_L1]["taskId"_L1].toString(), task["Id"_L1].toString());
        QCOMPARE(inHistory(call)["talkSeconds"_L1].toInt(), 83);
        QCOMPARE(m_work->status()["journalPending"_L1].toInt(), 0);
    }

    void doubledFramesAndRecordsWriteOneTask_data()
    {
        QTest::addColumn<QString>("story");
        for (const auto* story : {"doubled", "end-record-twice", "end-record-before", "reversed",
                                  "message-as-object", "single-legs", "huge-frame"})
            QTest::newRow(story) << QString::fromLatin1(story);
    }

    void doubledFramesAndRecordsWriteOneTask()
    {
        QFETCH(const QString, story);
        m_work->control(u"pbx/story"_s, {{u"name"_s, story}, {u"stepMs"_s, 100}});
        QTRY_COMPARE_WITH_TIMEOUT(m_work->history().size(), 1, 20000);
        const auto call = m_work->history().at(0)["id"_L1].toString();
        QTRY_COMPARE_WITH_TIMEOUT(journal(call), u"written"_s, 20000);
        QCOMPARE(m_work->tasksOf(call).size(), 1);
        QCOMPARE(inHistory(call)["talkSeconds"_L1].toInt(), 21);
        QVERIFY(m_work->currentCall().isEmpty());
    }

    void recordThatNeverCameIsFetched()
    {
        m_work->control(u"pbx/story"_s, {{u"name"_s, u"end-record-never"_s}, {u"stepMs"_s, 100}});
        QTRY_COMPARE_WITH_TIMEOUT(m_work->history().size(), 1, 20000);
        const auto call = m_work->history().at(0)["id"_L1].toString();
        QTRY_COMPARE_WITH_TIMEOUT(journal(call), u"written"_s, 30000);
        QCOMPARE(inHistory(call)["talkSeconds"_L1].toInt(), 21);
        QCOMPARE(m_work->tasksOf(call).size(), 1);
    }

    void noteGoesIntoTheTask()
    {
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        QCOMPARE(m_work->say({u"note"_s, u"Wants 40 radios by Friday"_s}).exit, 0);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(journal(call), u"written"_s);
        QVERIFY(m_work->tasksOf(call)[0]["Description"_L1].toString().contains(
            u"Wants 40 radios by Friday"_s));
    }

    void noteOnAPastCallGoesIntoItsTask()
    {
        set(u"card.keepSeconds"_s, u"1"_s);
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(journal(call), u"written"_s);
        QTRY_VERIFY(m_work->calls().isEmpty()); // its card has gone
        QCOMPARE(m_work->say({u"note"_s, u"Called back later"_s, u"--call"_s, call}).exit, 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_work->tasksOf(call)[0]["Description"_L1].toString().contains(u"Called back later"_s),
            20000);
        QCOMPARE(m_work->tasksOf(call).size(), 1);
        QCOMPARE(inHistory(call)["note"_L1].toString(), u"Called back later"_s);
    }

    void dialRingsTheOwnPhoneAndIsNoIncomingCall()
    {
        const auto said = m_work->say({u"dial"_s, u"(415) 555-1300"_s});
        QVERIFY2(said.exit == 0, qPrintable(said.err));
        const auto call = said.out.trimmed();
        QTRY_COMPARE(phase(call), u"dialling"_s);
        QCOMPARE(one(call)["direction"_L1].toString(), u"outbound"_s);
        m_work->control(u"pbx/answer"_s);
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        QVERIFY(m_work->opened().isEmpty()); // popup.directions says inbound
        QCOMPARE(m_work->say({u"hangup"_s}).exit, 0);
        QTRY_COMPARE(phase(call), u"ended"_s);
        QVERIFY(m_work->look(u"pbx/calls"_s).toArray().isEmpty());
        QTRY_COMPARE(m_work->tasksOf(call).size(), 1);
        QCOMPARE(m_work->tasksOf(call)[0]["CallType"_L1].toString(), u"Outbound"_s);
    }

    void diallingThatFailsSaysWhy_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("result");
        QTest::newRow("busy") << u"4155550486"_s << u"busy"_s;
        QTest::newRow("declined") << u"4155550603"_s << u"declined"_s;
        QTest::newRow("no such number") << u"4155550404"_s << u"failed"_s;
    }

    void diallingThatFailsSaysWhy()
    {
        QFETCH(const QString, number);
        const auto call = m_work->say({u"dial"_s, number}).out.trimmed();
        QTRY_VERIFY(!m_work->currentCall().isEmpty());
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"ended"_s);
        QTRY_VERIFY(!inHistory(call).isEmpty());
        QFETCH(const QString, result);
        QTRY_COMPARE(inHistory(call)["result"_L1].toString(), result);
    }

    void linkIsDialledInTheSpellingsOfPages_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("escaped") << u"tel:%28415%29%20555-1212"_s;
        QTest::newRow("slashes") << u"tel://+1-415-555-1212"_s;
        QTest::newRow("callto") << u"callto:+14155551212"_s;
        QTest::newRow("sip") << u"sip:+14155551212@example.com"_s;
    }

    void linkIsDialledInTheSpellingsOfPages()
    {
        QFETCH(const QString, link);
        set(u"dial.confirmLinks"_s, u"never"_s);
        QCOMPARE(m_work->say({link}).exit, 0);
        QTRY_VERIFY(!m_work->currentCall().isEmpty());
        QVERIFY(m_work->currentCall()["remoteNumber"_L1].toString().endsWith(u"4155551212"_s));
    }

    void linkToSomebodyUnknownWaitsForConfirmation()
    {
        QCOMPARE(m_work->say({u"tel:+12025550143"_s}).exit, 0);
        // The lookup that decides has been made when another command has its answer.
        QTRY_VERIFY(m_work->look(u"salesforce/state"_s)["calls"_L1]["api"_L1].toInt() > 0);
        QVERIFY(m_work->calls().isEmpty());
        QCOMPARE(m_work->look(u"pbx/state"_s)["requests"_L1]["call/dial"_L1].toInt(), 0);
    }

    void hangingUpARingingCallEndsIt()
    {
        const auto call = m_work->ring(kMaria);
        QTRY_COMPARE(phase(call), u"ringing"_s);
        QCOMPARE(m_work->say({u"hangup"_s, u"--call"_s, call}).exit, 0);
        QTRY_COMPARE(phase(call), u"ended"_s);
        QVERIFY(m_work->look(u"pbx/calls"_s).toArray().isEmpty());
    }

    void callIsHeldAndResumedAndPassedOn()
    {
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        QCOMPARE(m_work->say({u"hold"_s}).exit, 0);
        QTRY_COMPARE(phase(call), u"held"_s);
        QCOMPARE(m_work->say({u"resume"_s}).exit, 0);
        QTRY_COMPARE(phase(call), u"connected"_s);
        QCOMPARE(m_work->say({u"transfer"_s, u"1002"_s}).exit, 0);
        QTRY_COMPARE(phase(call), u"ended"_s);
        const auto members = membersOf(call);
        QCOMPARE(members.last()["extension"_L1]["number"_L1].toString(), u"1002"_s);
    }

    void signingOutForgetsTheTokensOnBothSides()
    {
        QCOMPARE(m_work->look(u"pbx/state"_s)["liveTokens"_L1].toInt(), 1);
        QCOMPARE(m_work->say({u"sign-out"_s, u"pbx"_s}).exit, 0);
        QTRY_COMPARE(m_work->pbxState(), u"signedOut"_s);
        QTRY_COMPARE(m_work->look(u"pbx/state"_s)["liveTokens"_L1].toInt(), 0);
        QCOMPARE(m_work->say({u"sign-out"_s, u"salesforce"_s}).exit, 0);
        QTRY_COMPARE(m_work->salesforceState(), u"signedOut"_s);
        QTRY_VERIFY(m_work->look(u"salesforce/state"_s)["calls"_L1]["oauth.revoke"_L1].toInt() > 0);
        const auto pbx = m_work->signInToPbx();
        QVERIFY2(pbx.exit == 0, qPrintable(pbx.err));
        QVERIFY(m_work->setRedirectPorts());
        const auto salesforce = m_work->signInToSalesforce();
        QVERIFY2(salesforce.exit == 0, qPrintable(salesforce.err));
        m_work->ring(kMaria);
        QTRY_COMPARE(m_work->opened().size(), 1);
    }

    void diagnosisSaysThatThereIsNoKeyStore()
    {
        const auto said = m_work->say({u"diagnose"_s});
        QCOMPARE(said.exit, 0);
        QVERIFY(said.out.contains(u"key store"_s));
        QVERIFY(said.out.contains(u"this run only"_s));
    }

    void nothingSecretOrPersonalIsInTheLog()
    {
        m_work->ring(kMaria);
        QTRY_COMPARE(m_work->opened().size(), 1);
        QCOMPARE(m_work->quitCompanion(), 0);
        const auto log = m_work->companionLog();
        for (const auto& secret : {m_work->addresses()["pbx"_L1]["clientSecret"_L1].toString(),
                                   kMaria.mid(1), u"González"_s, u"access_token="_s, u"jane.roe"_s})
            QVERIFY2(!log.contains(secret.toUtf8()), qPrintable(secret));
    }
};

QTEST_GUILESS_MAIN(TestIntegrationCalls)
#include "tst_integration_calls.moc"
