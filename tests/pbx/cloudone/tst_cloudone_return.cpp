// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes from the moment the PBX can be reached again, or a sleep is over, until events
// flow: with the usual timing, against the sandbox's PBX. Prints a figure for each cause.
#include "tests/pbx/cloudone/sandboxlink.h"

#include <QElapsedTimer>
#include <QTest>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace companion::pbx::cloudone::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 budget = 3000; // DESIGN 8

//! From now until a call that comes in right after the return is on the card.
qint64 untilEventsFlow(SandboxLink& link)
{
    QElapsedTimer timer;
    timer.start();
    if (!link.becomes(LinkState::Connected))
        return -1;
    sandbox::CallOrder order;
    order.from = u"+14155551212"_s;
    order.to = u"1001"_s;
    const auto call = link.pbx->exchange().place(order).callId;
    if (!QTest::qWaitFor([&] { return link.tracker.call(call).has_value(); }))
        return -1;
    const auto taken = timer.elapsed();
    (void)link.pbx->exchange().hangUp(call, sandbox::Exchange::Party::Caller);
    return taken;
}

void report(const char* cause, qint64 taken)
{
    qInfo("return_after_%s %lld ms", cause, taken);
}

} // namespace

class TestCloudOneReturn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wakingUp()
    {
        SandboxLink link;
        QVERIFY(link.connectSession());
        link.pbx->feed().setFrozen(true); // what a socket is like after a sleep
        link.pbx->feed().setFrozen(false);
        link.session->reconnectNow();
        QCOMPARE(link.session->status().state, LinkState::Reconnecting);
        const auto taken = untilEventsFlow(link);
        report("wake", taken);
        QVERIFY(taken >= 0 && taken < budget);
    }

    void droppedSocket()
    {
        SandboxLink link;
        QVERIFY(link.connectSession());
        link.pbx->feed().dropAll();
        QElapsedTimer noticed;
        noticed.start();
        QVERIFY(link.becomes(LinkState::Reconnecting));
        QVERIFY(noticed.elapsed() < 5000); // the tray says so
        const auto taken = untilEventsFlow(link);
        report("dropped_socket", taken);
        QVERIFY(taken >= 0 && taken < budget);
    }

    void frozenSocket()
    {
        Timing timing;
        timing.heartbeat = 100ms; // how often is another matter; here it is how it ends
        timing.heartbeatAnswer = 400ms;
        SandboxLink link(timing);
        QVERIFY(link.connectSession());
        link.pbx->feed().setFrozen(true);
        QVERIFY(link.becomes(LinkState::Reconnecting));
        QCOMPARE(link.session->status().problem->detail, u"heartbeat unanswered"_s);
        link.pbx->feed().setFrozen(false);
        const auto taken = untilEventsFlow(link);
        report("frozen_socket", taken);
        QVERIFY(taken >= 0 && taken < budget);
    }

    void expiredToken()
    {
        SandboxLink link;
        QVERIFY(link.connectSession());
        link.pbx->feed().expireAll();
        QVERIFY(link.becomes(LinkState::Reconnecting));
        const auto taken = untilEventsFlow(link);
        report("expired_token", taken);
        QVERIFY(taken >= 0 && taken < budget);
    }

    void restartedPbx_data()
    {
        QTest::addColumn<int>("awayMs");
        QTest::newRow("back at once") << 0;
        QTest::newRow("away for a while") << 5000;
    }

    // All its calls, sockets and tokens are gone; what it was asked to keep in memory as well.
    void restartedPbx()
    {
        QFETCH(const int, awayMs);
        SandboxLink link;
        QVERIFY(link.connectSession());
        sandbox::CallOrder order;
        order.from = u"+14155551212"_s;
        order.to = u"1001"_s;
        const auto lost = link.pbx->exchange().place(order).callId;
        QTRY_VERIFY(link.tracker.call(lost));
        const auto port = static_cast<quint16>(link.pbx->url().port());
        link.pbx = nullptr;
        QVERIFY(link.becomes(LinkState::Reconnecting));
        const auto down = link.session->status().since;
        QElapsedTimer away;
        away.start();
        QVERIFY(QTest::qWaitFor([&] { return away.elapsed() >= awayMs; }, awayMs + 5000));
        QCOMPARE(link.session->status().since, down);
        link.pbx = std::make_unique<sandbox::CloudOnePbx>();
        QVERIFY(link.pbx->listen(port));
        const auto taken = untilEventsFlow(link);
        report(awayMs > 0 ? "pbx_restart_of_5_s" : "pbx_restart", taken);
        QVERIFY(taken >= 0 && taken < budget);
        QVERIFY(link.tracker.call(lost)->isOver()); // nothing is left over
    }

    void lateStart()
    {
        SandboxLink link;
        QVERIFY(link.pbx->listen());
        QElapsedTimer timer;
        timer.start();
        link.start();
        QVERIFY(link.becomes(LinkState::Connected));
        const auto taken = timer.elapsed();
        report("sign_in", taken);
        QVERIFY(taken < budget);
    }

    // What one desktop meets where others use the same application of the PBX.

    void eightTokensInUseAreToldAndWaitedFor()
    {
        Timing timing;
        timing.tokensInUse = 50ms;
        SandboxLink link(timing);
        auto settings = link.pbx->settings();
        settings.tokenCap = 0;
        link.pbx->setSettings(settings);
        QVERIFY(link.pbx->listen());
        link.start();
        QVERIFY(link.becomes(LinkState::Reconnecting));
        QCOMPARE(link.session->status().problem->code, u"60002"_s);
        settings.tokenCap = 8;
        link.pbx->setSettings(settings);
        QVERIFY(link.becomes(LinkState::Connected));
    }

    void restartOfTheCompanionTakesNoSecondPlace()
    {
        SandboxLink link;
        auto settings = link.pbx->settings();
        settings.tokenCap = 1;
        link.pbx->setSettings(settings);
        QVERIFY(link.connectSession());
        (void)link.session->stop(PbxLink::Stop::KeepSession);
        link.makeSession();
        link.start();
        QVERIFY(link.becomes(LinkState::Connected));
        QCOMPARE(link.pbx->requestCount(u"get_token"_s), 1);
        const auto over = link.session->stop(PbxLink::Stop::SignOut);
        QTRY_VERIFY(over.isFinished());
        link.makeSession(); // the place is free again
        link.start();
        QVERIFY(link.becomes(LinkState::Connected));
    }

    void refusedUpgradeIsGotOver()
    {
        SandboxLink link;
        auto settings = link.pbx->settings();
        settings.refuseBadUpgrade = true;
        link.pbx->setSettings(settings);
        QVERIFY(link.connectSession());
        link.pbx->feed().expireAll();
        QVERIFY(link.becomes(LinkState::Reconnecting));
        QVERIFY(link.becomes(LinkState::Connected));
    }

    void tokenLifeOfSecondsCostsNoEvent()
    {
        Timing timing;
        timing.tokenSpare = 200ms;
        SandboxLink link(timing);
        auto settings = link.pbx->settings();
        settings.accessSeconds = 2;
        link.pbx->setSettings(settings);
        QVERIFY(link.connectSession());
        QSignalSpy statuses(link.session.get(), &PbxLink::statusChanged);
        QTRY_VERIFY_WITH_TIMEOUT(link.pbx->requestCount(u"refresh_token"_s) >= 3, 10000);
        QVERIFY(link.play(u"inbound-answered"_s));
        QVERIFY(link.drain());
        QCOMPARE(link.tracker.calls().size(), 1);
        QCOMPARE(link.tracker.calls().first().result, CallResult::Answered);
        QCOMPARE(statuses.size(), 0); // it never went down
    }

    void ownAuthorityIsTrustedByItsFileOnly()
    {
        QFile certificate(QStringLiteral(COMPANION_TEST_DATA) + u"/tls/localhost.pem"_s);
        QFile key(QStringLiteral(COMPANION_TEST_DATA) + u"/tls/localhost.key"_s);
        QVERIFY(certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly));
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(certificate.readAll()));
        tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Rsa));
        if (tls.privateKey().isNull()) {
            key.seek(0);
            tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        }
        SandboxLink link;
        link.pbx->setTls(tls);
        QVERIFY(link.pbx->listen());
        link.start();
        QVERIFY(link.becomes(LinkState::Reconnecting));
        QVERIFY(link.session->status().problem->detail.startsWith(u"tls"_s));
        link.caFile = certificate.fileName();
        link.http.setCaFile(link.caFile);
        QVERIFY(link.becomes(LinkState::Connected));
    }
};

QTEST_GUILESS_MAIN(TestCloudOneReturn)
#include "tst_cloudone_return.moc"
