// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Late starts, lost links and restarts: nothing is missed, and it is soon alive again.
#include "tests/integration/workplace.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString kMaria = u"+14155551212"_s;
constexpr int kAliveAgainMs = 3000; // DESIGN 8

} // namespace

class TestIntegrationLinks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workplace> m_work;

    [[nodiscard]] int openSockets() const
    {
        return int(m_work->look(u"pbx/state"_s)["sockets"_L1]["open"_L1].toArray().size());
    }

    [[nodiscard]] bool isSubscribed() const
    {
        return m_work->look(u"pbx/state"_s)["sockets"_L1]["open"_L1][0]["subscribed"_L1].toBool();
    }

    [[nodiscard]] QString phase(const QString& call) const
    {
        const auto list = m_work->calls();
        for (const auto& candidate : list) {
            if (candidate["id"_L1].toString() == call)
                return candidate["phase"_L1].toString();
        }
        return {};
    }

    [[nodiscard]] QString result(const QString& call) const
    {
        const auto list = m_work->history();
        for (const auto& candidate : list) {
            if (candidate["id"_L1].toString() == call)
                return candidate["result"_L1].toString();
        }
        return {};
    }

    //! \brief Measures how long events do not flow, from the moment when they could again.
    void verifySoonAlive()
    {
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY_WITH_TIMEOUT(isSubscribed(), 15000);
        const auto elapsed = clock.elapsed();
        qInfo("alive again after %lld ms", static_cast<long long>(elapsed));
        QVERIFY2(elapsed < kAliveAgainMs, qPrintable(QString::number(elapsed)));
        const auto call = m_work->ring(u"+14155551300"_s);
        QTRY_COMPARE(phase(call), u"ringing"_s);
        m_work->control(u"pbx/hangup"_s, {{u"callId"_s, call}});
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

    void callThatRingsWhenTheLinkComesUpIsShownAndPops()
    {
        QCOMPARE(m_work->say({u"sign-out"_s, u"pbx"_s}).exit, 0);
        const auto call = m_work->ring(kMaria);
        QCOMPARE(m_work->signInToPbx().exit, 0);
        QTRY_COMPARE(phase(call), u"ringing"_s);
        QTRY_COMPARE(m_work->opened().size(), 1);
        m_work->control(u"pbx/answer"_s);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(m_work->tasksOf(call).size(), 1);
    }

    void callThatIsTalkedOnWhenTheLinkComesUpIsShownAndWritten()
    {
        QCOMPARE(m_work->say({u"sign-out"_s, u"pbx"_s}).exit, 0);
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        QCOMPARE(m_work->signInToPbx().exit, 0);
        QTRY_COMPARE(phase(call), u"connected"_s);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE(m_work->tasksOf(call).size(), 1);
    }

    void droppedSocketIsOpenedAgainAndTheCallGoesOn()
    {
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        m_work->control(u"pbx/drop-sockets"_s);
        verifySoonAlive();
        QCOMPARE(phase(call), u"connected"_s);
        m_work->control(u"pbx/hangup"_s, {{u"callId"_s, call}});
        QTRY_COMPARE(m_work->tasksOf(call).size(), 1);
    }

    void callThatEndedMeanwhileIsFoundInTheRecords()
    {
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        m_work->control(u"pbx/pass-time"_s, {{u"ms"_s, 30000}});
        m_work->control(u"pbx/drop-sockets"_s);
        m_work->control(u"pbx/hangup"_s, {{u"callId"_s, call}});
        QTRY_COMPARE_WITH_TIMEOUT(m_work->tasksOf(call).size(), 1, 20000);
        QVERIFY(m_work->tasksOf(call)[0]["CallDurationInSeconds"_L1].toInt() >= 30);
        QVERIFY(phase(call).isEmpty() || phase(call) == "ended"_L1);
    }

    void restartOfThePbxIsSurvived()
    {
        m_work->control(u"pbx/restart"_s, {{u"downMs"_s, 1500}});
        QTRY_COMPARE(m_work->pbxState(), u"reconnecting"_s);
        QTRY_VERIFY(m_work->look(u"pbx/state"_s)["listening"_L1].toBool());
        verifySoonAlive();
        QCOMPARE(m_work->pbxState(), u"connected"_s);
    }

    void restartThatForgetsTheTokensIsSurvived()
    {
        m_work->control(u"pbx/restart"_s, {{u"downMs"_s, 1500}, {u"losesTokens"_s, true}});
        QTRY_COMPARE(openSockets(), 0);
        QTRY_VERIFY(m_work->look(u"pbx/state"_s)["listening"_L1].toBool());
        verifySoonAlive();
    }

    void callOfARestartedPbxIsNotLeftOver()
    {
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        m_work->control(u"pbx/restart"_s, {{u"downMs"_s, 1500}});
        QTRY_VERIFY(!isSubscribed());
        QTRY_VERIFY_WITH_TIMEOUT(isSubscribed(), 15000);
        QTRY_COMPARE_WITH_TIMEOUT(m_work->currentCall(), QJsonObject(), 15000);
    }

    void expiredTokenIsRenewed()
    {
        m_work->control(u"pbx/expire-tokens"_s);
        verifySoonAlive();
        QCOMPARE(m_work->look(u"pbx/state"_s)["liveTokens"_L1].toInt(), 1);
    }

    void stateSaysThatThePbxIsAway()
    {
        m_work->control(u"pbx/fault"_s, {{u"name"_s, u"down"_s}, {u"value"_s, 0}});
        QTRY_COMPARE(m_work->pbxState(), u"reconnecting"_s);
        const auto detail = m_work->status()["pbx"_L1]["detail"_L1].toString();
        QVERIFY(!detail.isEmpty());
        const auto said = m_work->say({u"dial"_s, u"5503301"_s});
        QCOMPARE(said.exit, 1);
        QVERIFY(said.err.contains(u"PBX"_s));
        QCOMPARE(m_work->salesforceState(), u"connected"_s);
        m_work->control(u"pbx/fault"_s, {{u"name"_s, u"up"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(m_work->pbxState(), u"connected"_s, 30000);
    }

    void expiredAccessToSalesforceIsRenewedForTheLookup()
    {
        m_work->control(u"salesforce/fault"_s, {{u"name"_s, u"expire-tokens"_s}});
        m_work->ring(kMaria);
        QTRY_COMPARE(m_work->opened().size(), 1);
        QCOMPARE(m_work->salesforceState(), u"connected"_s);
    }

    void answerOfTheOrgThatGetsLostWritesOneTask()
    {
        m_work->control(
            u"salesforce/fault"_s,
            {{u"name"_s, u"cut-after-commit"_s}, {u"match"_s, u"POST"_s}, {u"times"_s, 1}});
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        m_work->control(u"pbx/hangup"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_work->history().at(0)["journal"_L1]["state"_L1].toString(),
                                  u"written"_s, 60000);
        QCOMPARE(m_work->tasksOf(call).size(), 1);
    }

    void killedWhileTalkingTheCallIsWrittenAfterTheNextStart()
    {
        const auto call = m_work->ring(kMaria);
        m_work->control(u"pbx/answer"_s);
        QTRY_COMPARE(phase(call), u"connected"_s);
        QCOMPARE(m_work->say({u"note"_s, u"Half a note"_s}).exit, 0);
        m_work->killCompanion();
        m_work->control(u"pbx/hangup"_s, {{u"callId"_s, call}});
        QVERIFY(m_work->startCompanion());
        QVERIFY(m_work->signIn());
        QTRY_COMPARE_WITH_TIMEOUT(m_work->tasksOf(call).size(), 1, 20000);
        QVERIFY(m_work->tasksOf(call)[0]["Description"_L1].toString().contains(u"Half a note"_s));
        QTRY_COMPARE(result(call), u"answered"_s);
    }

    void secondStartHandsOverAndEnds()
    {
        QCOMPARE(m_work->say({}).exit, 0);
        QCOMPARE(m_work->quitCompanion(), 0);
        QCOMPARE(m_work->say({u"status"_s}).exit, 3);
    }
};

QTEST_GUILESS_MAIN(TestIntegrationLinks)
#include "tst_integration_links.moc"
