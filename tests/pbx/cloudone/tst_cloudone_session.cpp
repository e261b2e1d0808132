// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/calltracker.h"
#include "tests/pbx/cloudone/fakepbx.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace companion::pbx::cloudone::test;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ack = u"{\"errcode\":0,\"errmsg\":\"SUCCESS\"}"_s;
const QString expired = u"{\"errcode\":10004,\"errmsg\":\"TOKEN EXPIRED\"}"_s;

struct Reply // what a row can hold
{
    Result<HttpReply> value = HttpReply{};
};

QString describe(const PbxStatus& status)
{
    QString words = QString(toText(status.state));
    if (!status.extension.isEmpty())
        words += u' ' + status.extension;
    if (status.problem)
        words += u" !"_s + status.problem->detail;
    return words;
}

//! Writes down what the link tells, in order.
QStringList& record(const PbxLink& link, QStringList& told)
{
    QObject::connect(&link, &PbxLink::statusChanged, &link,
                     [&told](const PbxStatus& status) { told.append(describe(status)); });
    QObject::connect(&link, &PbxLink::eventReceived, &link, [&told](const CallEvent& event) {
        const bool isSnapshot = event.kind == CallEvent::Kind::Snapshot;
        told.append((isSnapshot ? u"snapshot "_s : u"event "_s) + event.call);
    });
    QObject::connect(&link, &PbxLink::snapshotTaken, &link, [&told](const QSet<CallId>& alive) {
        auto ids = alive.values();
        ids.sort();
        told.append(u"alive "_s + ids.join(u','));
    });
    return told;
}

//! Lets everything happen that the fast timing lets happen by itself.
void letThingsHappen()
{
    QTimer timer;
    timer.setSingleShot(true);
    QSignalSpy spy(&timer, &QTimer::timeout);
    timer.start(40ms); // ten times the longest pause of fastTiming()
    QVERIFY(spy.wait());
}

//! Answers each heartbeat, as the PBX does.
void answerHeartbeats(FakePbx& pbx)
{
    QObject::connect(pbx.session.get(), &PbxLink::heartbeatSent, pbx.session.get(), [&pbx] {
        auto* socket = pbx.sockets.last();
        QTimer::singleShot(0, socket, [socket] { socket->receive(u"heartbeat response"_s); });
    });
}

QString storedTokens(const QString& client, int accessSeconds, int refreshSeconds)
{
    const auto now = QDateTime::currentDateTimeUtc();
    const Tokens tokens{u"T0"_s, u"R0"_s, now.addSecs(accessSeconds), now.addSecs(refreshSeconds)};
    const auto digest = QCryptographicHash::hash(QByteArray(client.toUtf8() + "\nsecret"),
                                                 QCryptographicHash::Sha256);
    return u"https://pbx.example.com %1 %2\n"_s.arg(client, QString::fromLatin1(digest.toHex()))
        + QString::fromUtf8(toText(tokens));
}

QByteArray recordRow(const QByteArray& id, const QByteArray& to, int secondsFromNow)
{
    const auto stamp = QDateTime::currentSecsSinceEpoch() + secondsFromNow;
    const QJsonObject row{{u"call_id"_s, QString::fromUtf8(id)},
                          {u"timestamp"_s, stamp},
                          {u"call_from_number"_s, u"5503301"_s},
                          {u"call_to_number"_s, QString::fromUtf8(to)},
                          {u"disposition"_s, u"ANSWERED"_s},
                          {u"duration"_s, 9},
                          {u"talk_duration"_s, 6}};
    return QJsonDocument(row).toJson(QJsonDocument::Compact);
}

} // namespace

class TestCloudOneSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Signing in

    void snapshotIsToldBeforeConnected()
    {
        FakePbx pbx;
        pbx.usual[u"call/query"_s] =
            FakePbx::listOf('[' + FakePbx::snapshotRow("c1", "RING") + ']');
        QStringList told;
        record(*pbx.session, told);
        QVERIFY(pbx.connectSession());
        const QStringList wanted{u"connecting"_s, u"connecting 1001"_s, u"snapshot c1"_s,
                                 u"connected 1001"_s, u"alive c1"_s};
        QCOMPARE(told, wanted);
        QCOMPARE(pbx.session->status().name, u"Jane Roe"_s);
        QCOMPARE(pbx.session->status().serial, u"SN1"_s);
        QCOMPARE(pbx.session->status().url, u"https://pbx.example.com"_s);
    }

    void socketIsOpenedWithTheTokenAndSubscribesOnce()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        QCOMPARE(pbx.sockets.count(), 1);
        const auto* socket = pbx.sockets.last();
        QCOMPARE(socket->url.toString(),
                 u"wss://pbx.example.com/openapi/v1.0/subscribe?access_token=T1"_s);
        QCOMPARE(socket->sent.size(), 1);
        const auto topics = QJsonDocument::fromJson(socket->sent.first().toUtf8())
                                .object()["topic_list"_L1]
                                .toArray();
        for (const int topic : {30007, 30008, 30009, 30011, 30012, 30013, 30014, 30015})
            QVERIFY(topics.contains(topic));
        QVERIFY(!topics.contains(30016)); // the PBX would hold each call for our answer
        QCOMPARE(pbx.lastBody(u"get_token"_s)["username"_L1].toString(), u"client"_s);
        QCOMPARE(pbx.lastBody(u"get_token"_s)["password"_L1].toString(), u"secret"_s);
        QCOMPARE(QUrlQuery(pbx.last(u"call/query"_s).url).queryItemValue(u"extension"_s),
                 u"1001"_s);
    }

    void wrongSecretIsNeverSentAgain()
    {
        FakePbx pbx;
        pbx.put(u"get_token"_s, FakePbx::code(-1));
        pbx.start();
        QVERIFY(pbx.becomes(LinkState::Failed));
        QCOMPARE(pbx.session->status().problem->kind, Error::Kind::Unauthorized);
        pbx.session->reconnectNow();
        letThingsHappen();
        QCOMPARE(pbx.count(u"get_token"_s), 1);
        QCOMPARE(pbx.session->status().state, LinkState::Failed);
        QVERIFY(pbx.connectSession()); // with what the person types next
    }

    void refusalIsToldAndNotTriedAgain_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("interface off") << 70123;
        QTest::newRow("access denied") << 10005;
        QTest::newRow("parameter error") << 40002;
        QTest::newRow("no such interface") << 10001;
        QTest::newRow("version out of maintenance") << 10002;
    }

    void refusalIsToldAndNotTriedAgain()
    {
        QFETCH(const int, code);
        FakePbx pbx;
        pbx.put(u"get_token"_s, FakePbx::code(code));
        pbx.start();
        QVERIFY(pbx.becomes(LinkState::Failed));
        QCOMPARE(pbx.session->status().problem->code, QString::number(code));
        pbx.session->reconnectNow();
        letThingsHappen();
        QCOMPARE(pbx.count(u"get_token"_s), 1);
    }

    void addressThatIsNotAllowedIsTriedAgainInAnotherNetwork()
    {
        FakePbx pbx;
        pbx.put(u"get_token"_s, FakePbx::code(70087));
        pbx.start();
        QVERIFY(pbx.becomes(LinkState::Failed));
        letThingsHappen();
        QCOMPARE(pbx.count(u"get_token"_s), 1);
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
    }

    void blockedAddressWaitsForTheEndOfTheBlock()
    {
        FakePbx pbx;
        const auto until = QDateTime::currentDateTimeUtc().addSecs(3600);
        pbx.put(u"get_token"_s,
                FakeHttpTransport::json(QJsonObject{
                    {u"errcode"_s, 70004}, {u"block_expire_time"_s, until.toSecsSinceEpoch()}}));
        pbx.start();
        QVERIFY(pbx.becomes(LinkState::Failed));
        QCOMPARE(pbx.session->status().problem->detail,
                 u"blocked until "_s + until.toString(Qt::ISODate));
        pbx.session->reconnectNow();
        letThingsHappen();
        QCOMPARE(pbx.count(u"get_token"_s), 1);
    }

    void blockedAddressIsTriedWhenTheBlockIsOver()
    {
        FakePbx pbx;
        const auto now = QDateTime::currentSecsSinceEpoch();
        pbx.put(u"get_token"_s,
                FakeHttpTransport::json(
                    QJsonObject{{u"errcode"_s, 70004}, {u"block_expire_time"_s, now}}));
        pbx.start();
        QVERIFY(pbx.becomes(LinkState::Failed));
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.count(u"get_token"_s), 2);
    }

    void passingTroubleIsToldAndTriedAgain_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QString& endpoint,
                            const Result<HttpReply>& reply, const QString& detail) {
            QTest::newRow(name) << endpoint << Reply{reply} << detail;
        };
        const auto html =
            FakeHttpTransport::json(QByteArray("<!doctype html><title>Wi-Fi</title>"));
        row("all tokens in use", u"get_token"_s, FakePbx::code(60002), u"too many tokens"_s);
        row("internal error", u"get_token"_s, FakePbx::code(-2), u"internal server error"_s);
        row("page of a Wi-Fi", u"get_token"_s, html, u"not a pbx"_s);
        row("no tokens in it", u"get_token"_s, FakePbx::code(0), u"not a pbx"_s);
        row("certificate", u"get_token"_s, Error{Error::Kind::Offline, u"tls: self-signed"_s},
            u"tls: self-signed"_s);
        row("name not found", u"get_token"_s, Error{Error::Kind::Offline, u"dns"_s}, u"dns"_s);
        row("no answer", u"get_token"_s, Error{Error::Kind::Timeout, u"timeout"_s}, u"timeout"_s);
        row("cancelled", u"get_token"_s, Error{Error::Kind::Cancelled, {}}, QString());
        row("system, gateway down", u"system/information"_s,
            FakeHttpTransport::json(QByteArray("<html>"), 502), u"http 502"_s);
        row("extensions, page of a Wi-Fi", u"extension/list"_s, html, u"not a pbx"_s);
        row("calls, no answer", u"call/query"_s, Error{Error::Kind::Timeout, u"timeout"_s},
            u"timeout"_s);
    }

    void passingTroubleIsToldAndTriedAgain()
    {
        QFETCH(const QString, endpoint);
        QFETCH(const Reply, reply);
        QFETCH(const QString, detail);
        FakePbx pbx;
        pbx.put(endpoint, reply.value);
        pbx.start();
        if (endpoint == "call/query"_L1)
            QVERIFY(pbx.subscribe());
        // Regression: it stayed "connecting", and whoever waited for the sign-in waited for ever.
        QVERIFY(pbx.becomes(LinkState::Reconnecting));
        QCOMPARE(pbx.session->status().problem->detail, detail);
        QVERIFY(pbx.subscribe(pbx.sockets.count()));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QVERIFY(!pbx.session->status().problem);
    }

    void badAddressIsRefusedWithoutAsking()
    {
        FakePbx pbx;
        pbx.session->start({.url = u"http://pbx.example.com"_s}, u"secret"_s, {});
        QCOMPARE(pbx.session->status().state, LinkState::Failed);
        QVERIFY(pbx.http.requests.isEmpty());
    }

    void laterStartWins()
    {
        FakePbx pbx;
        pbx.start();
        pbx.start(u"1002"_s);
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        letThingsHappen();
        QCOMPARE(pbx.session->status().extension, u"1002"_s);
        QCOMPARE(pbx.sockets.count(), 1);
    }

    void nothingFollowsAStop_data()
    {
        QTest::addColumn<QString>("endpoint");
        for (const auto& endpoint :
             {u"get_token"_s, u"system/information"_s, u"extension/list"_s, u"call/query"_s})
            QTest::newRow(qPrintable(endpoint)) << endpoint;
    }

    void nothingFollowsAStop()
    {
        QFETCH(const QString, endpoint);
        FakePbx pbx;
        pbx.silent = {endpoint};
        pbx.start();
        if (endpoint == "call/query"_L1)
            QVERIFY(pbx.subscribe());
        QTRY_COMPARE(pbx.count(endpoint), 1);
        (void)pbx.session->stop(PbxLink::Stop::KeepSession);
        QStringList told;
        record(*pbx.session, told);
        pbx.http.answerLast(FakeHttpTransport::json(
            QJsonObject{{u"errcode"_s, 0}, {u"access_token"_s, u"late"_s}}));
        letThingsHappen();
        QCOMPARE(told, QStringList());
        QCOMPARE(pbx.session->status().state, LinkState::SignedOut);
    }

    void futuresEndWhenTheSessionGoes()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.silent = {u"call/dial"_s, u"cdr/search"_s, u"recording/download"_s};
        const auto dial = pbx.session->dial(u"5503301"_s);
        const auto records = pbx.session->recordsSince(QDateTime::currentDateTime());
        const auto audio = pbx.session->recording(u"a.wav"_s);
        QTRY_COMPARE(pbx.count(u"recording/download"_s), 1);
        pbx.session.reset();
        for (const bool isOver : {dial.isFinished(), records.isFinished(), audio.isFinished()})
            QVERIFY(isOver);
    }

    // The own extension

    void extensionIsFoundByTheEmailOfTheCrmUser()
    {
        FakePbx pbx;
        pbx.start({}, u"JANE.roe@ACME.example"_s);
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.session->status().extension, u"1001"_s);
    }

    void extensionIsFoundByTheEmailTyped()
    {
        FakePbx pbx;
        pbx.start(u"John@acme.example"_s, u"jane.roe@acme.example"_s);
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.session->status().extension, u"1002"_s);
    }

    void unknownExtensionFails_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<QString>("email");
        QTest::newRow("number of nobody") << u"1999"_s << u"jane.roe@acme.example"_s;
        QTest::newRow("e-mail of nobody") << QString() << u"nobody@acme.example"_s;
        QTest::newRow("nothing to go by") << QString() << QString();
    }

    void unknownExtensionFails()
    {
        QFETCH(const QString, extension);
        QFETCH(const QString, email);
        FakePbx pbx;
        pbx.start(extension, email);
        QVERIFY(pbx.becomes(LinkState::Failed));
        QCOMPARE(pbx.session->status().problem->detail, u"no such extension"_s);
        QCOMPARE(pbx.sockets.count(), 0);
    }

    void numberIsTakenAtItsWordWhereTheListMayNotBeRead()
    {
        FakePbx pbx;
        pbx.put(u"extension/list"_s, FakePbx::code(10005));
        pbx.start(u"1999"_s);
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.session->status().extension, u"1999"_s);
    }

    void longListIsReadToItsEnd()
    {
        FakePbx pbx;
        QByteArray first = "[";
        for (int i = 0; i < 500; ++i)
            first += QByteArray(R"({"number":"%1"},)").replace("%1", QByteArray::number(2000 + i));
        first.chop(1);
        pbx.put(u"extension/list"_s, FakeHttpTransport::json(FakePbx::listOf(first + ']')));
        pbx.start();
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.session->colleagues().size(), 502);
        QCOMPARE(QUrlQuery(pbx.last(u"extension/list"_s).url).queryItemValue(u"page"_s), u"2"_s);
    }

    void listThatMayNotBeReadAnyMoreTakesNothingAway()
    {
        auto timing = fastTiming();
        timing.directoryAge = 0ms;
        FakePbx pbx(timing);
        pbx.start({}, u"jane.roe@acme.example"_s);
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.session->status().extension, u"1001"_s);
        pbx.usual[u"extension/list"_s] = {{u"errcode"_s, 10009}};
        const auto asked = pbx.count(u"extension/list"_s);
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(1));
        QTRY_COMPARE(pbx.count(u"extension/list"_s), asked + 1);
        letThingsHappen();
        QCOMPARE(pbx.session->status().state, LinkState::Connected);
        QCOMPARE(pbx.session->status().extension, u"1001"_s);
        QCOMPARE(pbx.session->colleagues().size(), 2);
    }

    void refusedPageTakesNothingAway()
    {
        auto timing = fastTiming();
        timing.directoryAge = 0ms;
        FakePbx pbx(timing);
        QByteArray first = "[";
        for (int i = 0; i < 500; ++i)
            first += QByteArray(R"({"number":"%1"},)").replace("%1", QByteArray::number(2000 + i));
        first.chop(1);
        const auto page = FakeHttpTransport::json(FakePbx::listOf(first + ']'));
        pbx.next[u"extension/list"_s] = {page, FakePbx::code(10009)};
        pbx.start(u"2700"_s);
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.session->status().extension, u"2700"_s);
        QCOMPARE(pbx.session->colleagues().size(), 500); // what was read is of use
        pbx.next[u"extension/list"_s] = {page, FakePbx::code(10009)};
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(1));
        QTRY_COMPARE(pbx.count(u"extension/list"_s), 4);
        letThingsHappen();
        QCOMPARE(pbx.session->status().state, LinkState::Connected);
        QCOMPARE(pbx.session->colleagues().size(), 500);
    }

    void extensionBehindAnEmailIsAskedForUntilTheListMayBeRead()
    {
        FakePbx pbx;
        pbx.put(u"extension/list"_s, FakePbx::code(10009));
        QStringList told;
        record(*pbx.session, told);
        pbx.start({}, u"jane.roe@acme.example"_s);
        QVERIFY(pbx.subscribe());
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.session->status().extension, u"1001"_s);
        QVERIFY(told.filter(u"no such extension"_s).isEmpty());
    }

    void extensionThatIsTakenAwayFails()
    {
        auto timing = fastTiming();
        timing.directoryAge = 0ms;
        FakePbx pbx(timing);
        QVERIFY(pbx.connectSession());
        pbx.usual[u"extension/list"_s] = FakePbx::listOf(R"([{"number":"1002"}])");
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Failed));
        QCOMPARE(pbx.session->status().problem->detail, u"no such extension"_s);
    }

    void oldFirmwareIsMarked()
    {
        FakePbx pbx;
        auto system = pbx.usual[u"system/information"_s];
        auto data = system["data"_L1].toObject();
        data["firmware_version"_L1] = u"84.7.0.17"_s;
        system["data"_L1] = data;
        pbx.usual[u"system/information"_s] = system;
        QVERIFY(pbx.connectSession());
        QVERIFY(pbx.session->status().firmwareTooOld);
        QCOMPARE(pbx.session->status().firmware, u"84.7.0.17"_s);
    }

    void firmwareThatTellsNothingOfItselfWillDo()
    {
        FakePbx pbx;
        pbx.usual.remove(u"system/information"_s);
        QVERIFY(pbx.connectSession());
        QVERIFY(!pbx.session->status().firmwareTooOld);
    }

    // Tokens

    void tokenIsUsedAgainAfterARestart()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        (void)pbx.session->stop(PbxLink::Stop::KeepSession);
        pbx.makeSession();
        pbx.start();
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.granted, 1);
        QCOMPARE(pbx.count(u"del_token"_s), 0);
    }

    void tokenOfAnotherApplicationIsNotUsed()
    {
        FakePbx pbx;
        pbx.secrets.secrets[u"pbx-tokens"_s] = storedTokens(u"other"_s, 1800, 86400);
        QVERIFY(pbx.connectSession());
        QCOMPARE(pbx.count(u"get_token"_s), 1);
        QCOMPARE(pbx.count(u"refresh_token"_s), 0);
    }

    void expiredTokenOfTheLastRunIsRefreshed()
    {
        FakePbx pbx;
        pbx.secrets.secrets[u"pbx-tokens"_s] = storedTokens(u"client"_s, -5, 86400);
        QVERIFY(pbx.connectSession());
        QCOMPARE(pbx.count(u"get_token"_s), 0);
        QCOMPARE(pbx.lastBody(u"refresh_token"_s)["refresh_token"_L1].toString(), u"R0"_s);
    }

    void deadTokenOfTheLastRunCostsOneRefresh()
    {
        FakePbx pbx; // T0 is in the store, but the PBX has restarted and knows it no more
        pbx.granted = 7;
        pbx.secrets.secrets[u"pbx-tokens"_s] = storedTokens(u"client"_s, 1800, 86400);
        QVERIFY(pbx.connectSession());
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
        QCOMPARE(pbx.count(u"get_token"_s), 0);
        // Regression: the socket was opened with the dead one, which a sign-in by hand took for no.
        QVERIFY(pbx.sockets.last()->url.toString().contains(u"access_token="_s + pbx.token()));
        QCOMPARE(pbx.sockets.count(), 1);
    }

    void tokensOfTheLastRunAreNotUsedWithAnotherSecret()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        (void)pbx.session->stop(PbxLink::Stop::KeepSession);
        pbx.makeSession();
        pbx.put(u"get_token"_s, FakePbx::code(-1));
        // Regression: a mistyped secret passed for good, and took the good one's place.
        pbx.session->start(
            {.url = u"https://pbx.example.com"_s, .clientId = u"client"_s, .extension = u"1001"_s},
            u"mistyped"_s, {});
        QVERIFY(pbx.becomes(LinkState::Failed));
        QCOMPARE(pbx.session->status().problem->code, u"-1"_s);
        pbx.start(); // and the tokens of the good one are there still
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.granted, 1);
    }

    void deadRefreshTokenMeansSigningInAgain_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {10004, -1, 40002, 60001, 10009})
            QTest::addRow("code %d", code) << code;
    }

    void deadRefreshTokenMeansSigningInAgain()
    {
        QFETCH(const int, code);
        FakePbx pbx;
        pbx.secrets.secrets[u"pbx-tokens"_s] = storedTokens(u"client"_s, -5, 86400);
        pbx.put(u"refresh_token"_s, FakePbx::code(code));
        // Regression: -1 here was taken for a wrong secret, and the link failed for good.
        QVERIFY(pbx.connectSession());
        QCOMPARE(pbx.count(u"get_token"_s), 1);
    }

    void refreshWhileBlockedIsNoReasonToSignIn()
    {
        FakePbx pbx;
        pbx.secrets.secrets[u"pbx-tokens"_s] = storedTokens(u"client"_s, -5, 86400);
        pbx.put(u"refresh_token"_s, FakePbx::code(70004));
        pbx.start();
        QVERIFY(pbx.becomes(LinkState::Failed));
        QCOMPARE(pbx.count(u"get_token"_s), 0);
    }

    void unreachableKeyStoreCostsOneTokenOnly()
    {
        FakePbx pbx;
        pbx.secrets.isReachable = false;
        QVERIFY(pbx.connectSession());
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.granted, 1);
    }

    void tokenIsRenewedInTimeAndTheSocketChangesOver()
    {
        auto timing = fastTiming();
        timing.tokenSpare = 10ms;
        FakePbx pbx(timing);
        pbx.accessSeconds = 1; // renewed after half of it
        QVERIFY(pbx.connectSession());
        pbx.accessSeconds = 1800;
        QStringList told;
        record(*pbx.session, told);
        auto* old = pbx.sockets.last();
        auto* fresh = pbx.openSocket(1);
        QVERIFY(fresh);
        QCOMPARE(QUrlQuery(fresh->url).queryItemValue(u"access_token"_s), u"T2"_s);
        QVERIFY(!old->isAborted); // it tells until the other one does
        old->receive(FakePbx::ownLeg(u"c1"_s, u"RING"_s));
        fresh->receive(ack);
        fresh->receive(FakePbx::ownLeg(u"c2"_s, u"RING"_s));
        old->receive(FakePbx::ownLeg(u"c3"_s, u"RING"_s)); // was on its way
        const QPointer<FakeSocket> gone(old);
        QTRY_VERIFY(!gone);
        fresh->receive(FakePbx::ownLeg(u"c4"_s, u"RING"_s));
        QCOMPARE(told, (QStringList{u"event c1"_s, u"event c2"_s, u"event c3"_s, u"event c4"_s}));
        QCOMPARE(pbx.session->status().state, LinkState::Connected);
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
        QVERIFY(pbx.secrets.secrets[u"pbx-tokens"_s].contains(u"T2"_s));
    }

    void renewalThatFailsIsTriedAgainWhileTheLinkStands()
    {
        auto timing = fastTiming();
        timing.tokenSpare = 10ms;
        FakePbx pbx(timing);
        pbx.accessSeconds = 1;
        QVERIFY(pbx.connectSession());
        pbx.accessSeconds = 1800;
        pbx.put(u"refresh_token"_s, Error{Error::Kind::Timeout, u"timeout"_s});
        pbx.put(u"refresh_token"_s, FakePbx::code(60002));
        QStringList told;
        record(*pbx.session, told);
        QVERIFY(pbx.subscribe(1));
        QCOMPARE(pbx.count(u"refresh_token"_s), 3);
        QCOMPARE(told, QStringList());
    }

    void successorThatFailsLeavesThePresentSocketAlone()
    {
        auto timing = fastTiming();
        timing.tokenSpare = 10ms;
        FakePbx pbx(timing);
        pbx.accessSeconds = 1;
        QVERIFY(pbx.connectSession());
        pbx.accessSeconds = 1800;
        QStringList told;
        record(*pbx.session, told);
        auto* old = pbx.sockets.last();
        auto* fresh = pbx.openSocket(1);
        QVERIFY(fresh);
        fresh->drop();
        old->receive(FakePbx::ownLeg(u"c1"_s, u"RING"_s));
        QCOMPARE(told, QStringList{u"event c1"_s});
        old->receive(expired); // now it must go
        QVERIFY(pbx.subscribe(2));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(QUrlQuery(pbx.sockets.last()->url).queryItemValue(u"access_token"_s), u"T2"_s);
    }

    void refusedTokenIsRefreshedAtOnce_data()
    {
        QTest::addColumn<QString>("endpoint");
        for (const auto& endpoint : {u"system/information"_s, u"extension/list"_s, u"call/query"_s})
            QTest::newRow(qPrintable(endpoint)) << endpoint;
    }

    void refusedTokenIsRefreshedAtOnce()
    {
        QFETCH(const QString, endpoint);
        FakePbx pbx;
        pbx.put(endpoint, FakePbx::code(10004));
        QVERIFY(pbx.connectSession());
        QCOMPARE(pbx.count(u"get_token"_s), 1);
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
        QCOMPARE(pbx.count(endpoint), 2);
    }

    void refreshedTokenThatIsRefusedMeansSigningInAgain()
    {
        FakePbx pbx;
        pbx.put(u"system/information"_s, FakePbx::code(10004));
        pbx.put(u"system/information"_s, FakePbx::code(10004));
        QVERIFY(pbx.connectSession());
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
        QCOMPARE(pbx.count(u"get_token"_s), 2);
    }

    void tokensThatAreRefusedForEverAreNotAskedForInAFrenzy()
    {
        auto timing = fastTiming();
        timing.longestLater = 10000ms;
        timing.firstRetry = 1ms;
        FakePbx pbx(timing);
        pbx.checksTokens = false;
        pbx.usual[u"system/information"_s] = {{u"errcode"_s, 10004}};
        pbx.start();
        QTRY_VERIFY(pbx.count(u"get_token"_s) >= 2);
        letThingsHappen();
        // The pauses double: within those 40 ms there is no room for more than some tries.
        QVERIFY2(pbx.granted < 20, qPrintable(QString::number(pbx.granted)));
        QCOMPARE(pbx.session->status().state, LinkState::Reconnecting);
    }

    void signingOutFreesThePlace()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        QVERIFY(pbx.secrets.secrets.contains(u"pbx-tokens"_s));
        const auto over = pbx.session->stop(PbxLink::Stop::SignOut);
        QCOMPARE(pbx.session->status().state, LinkState::SignedOut);
        QTRY_VERIFY(over.isFinished());
        QVERIFY(over.result());
        QCOMPARE(QUrlQuery(pbx.last(u"del_token"_s).url).queryItemValue(u"access_token"_s),
                 u"T1"_s);
        QVERIFY(!pbx.secrets.secrets.contains(u"pbx-tokens"_s));
    }

    void signingOutWhileAwayForgetsTheTokenAllTheSame()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.put(u"del_token"_s, Error{Error::Kind::Offline, u"dns"_s});
        const auto over = pbx.session->stop(PbxLink::Stop::SignOut);
        QTRY_VERIFY(over.isFinished());
        QCOMPARE(over.result().error().kind, Error::Kind::Offline);
        QVERIFY(!pbx.secrets.secrets.contains(u"pbx-tokens"_s));
    }

    void signingOutFreesThePlaceOfTheLastRun()
    {
        FakePbx pbx;
        pbx.secrets.secrets[u"pbx-tokens"_s] = storedTokens(u"client"_s, 1800, 86400);
        pbx.start();
        const auto over = pbx.session->stop(PbxLink::Stop::SignOut);
        QTRY_VERIFY(over.isFinished());
        QCOMPARE(QUrlQuery(pbx.last(u"del_token"_s).url).queryItemValue(u"access_token"_s),
                 u"T0"_s);
        QVERIFY(!pbx.secrets.secrets.contains(u"pbx-tokens"_s));
    }

    // The socket

    void refusedUpgradeMeansANewToken_data()
    {
        QTest::addColumn<Error>("reason");
        QTest::newRow("401") << Error{Error::Kind::Unauthorized, u"upgrade refused"_s, u"401"_s};
        QTest::newRow("403") << Error{Error::Kind::Forbidden, u"upgrade refused"_s, u"403"_s};
        QTest::newRow("400") << Error{Error::Kind::Malformed, u"upgrade refused"_s, u"400"_s};
    }

    void refusedUpgradeMeansANewToken()
    {
        QFETCH(const Error, reason);
        FakePbx pbx;
        pbx.start();
        QTRY_COMPARE(pbx.sockets.count(), 1);
        pbx.sockets.last()->drop(reason);
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(QUrlQuery(pbx.sockets.last()->url).queryItemValue(u"access_token"_s), u"T2"_s);
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
    }

    void acceptedUpgradeWithAnExpiredTokenMeansANewToken()
    {
        FakePbx pbx;
        pbx.start();
        auto* socket = pbx.openSocket();
        QVERIFY(socket);
        socket->receive(expired);
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
    }

    void expiryWhileConnectedMeansANewToken()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.sockets.last()->receive(expired);
        QCOMPARE(pbx.session->status().state, LinkState::Reconnecting);
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
        QCOMPARE(pbx.count(u"get_token"_s), 1);
    }

    void unansweredSubscriptionIsALostLink()
    {
        auto timing = fastTiming();
        timing.subscribeAnswer = 5ms;
        FakePbx pbx(timing);
        pbx.start();
        QVERIFY(pbx.openSocket());
        QVERIFY(pbx.becomes(LinkState::Reconnecting));
        QCOMPARE(pbx.session->status().problem->detail, u"subscription unanswered"_s);
        QTRY_VERIFY(pbx.sockets.count() >= 2);
    }

    void refusedSubscriptionIsALostLink()
    {
        FakePbx pbx;
        pbx.start();
        auto* socket = pbx.openSocket();
        QVERIFY(socket);
        socket->receive(u"{\"errcode\":40002}"_s);
        QCOMPARE(pbx.session->status().state, LinkState::Reconnecting);
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
    }

    void eventBeforeTheAcknowledgementProvesTheSubscription()
    {
        FakePbx pbx;
        QStringList told;
        record(*pbx.session, told);
        pbx.start();
        auto* socket = pbx.openSocket();
        QVERIFY(socket);
        socket->receive(FakePbx::ownLeg(u"c1"_s, u"RING"_s));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QVERIFY(told.contains(u"event c1"_s));
        QCOMPARE(told.last(), u"alive c1"_s);
    }

    void pbxMayAskForTheSubscriptionAgain()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        auto* socket = pbx.sockets.last();
        socket->receive(u"{\"errcode\":-3}"_s);
        socket->receive(u"{\"errcode\":-2}"_s); // to be ignored, says the vendor's client
        QCOMPARE(socket->sent.size(), 2);
        QCOMPARE(socket->sent.at(0), socket->sent.at(1));
        QCOMPARE(pbx.session->status().state, LinkState::Connected);
    }

    void unansweredHeartbeatIsALostLink()
    {
        auto timing = fastTiming();
        timing.heartbeat = 3ms;
        timing.heartbeatAnswer = 100ms;
        FakePbx pbx(timing);
        QSignalSpy beats(pbx.session.get(), &PbxLink::heartbeatSent);
        QVERIFY(pbx.connectSession());
        QTRY_COMPARE(beats.size(), 1);
        QStringList told;
        record(*pbx.session, told);
        QTRY_VERIFY(!told.isEmpty());
        QCOMPARE(told.first(), u"reconnecting 1001 !heartbeat unanswered"_s);
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
    }

    void answeredHeartbeatsKeepTheLink()
    {
        auto timing = fastTiming();
        timing.heartbeat = 1ms;
        FakePbx pbx(timing);
        answerHeartbeats(pbx);
        QVERIFY(pbx.connectSession());
        auto* socket = pbx.sockets.last();
        QTRY_VERIFY(socket->sent.count(u"heartbeat"_s) >= 5);
        QCOMPARE(pbx.session->status().state, LinkState::Connected);
        QCOMPARE(pbx.sockets.count(), 1);
    }

    void anyWordAnswersAHeartbeat()
    {
        auto timing = fastTiming();
        timing.heartbeat = 2ms;
        timing.heartbeatAnswer = 60000ms;
        FakePbx pbx(timing);
        QVERIFY(pbx.connectSession());
        auto* socket = pbx.sockets.last();
        QTRY_COMPARE(socket->sent.count(u"heartbeat"_s), 1);
        socket->receive(u"{\"type\":30010,\"msg\":\"{}\"}"_s);
        QTRY_COMPARE(socket->sent.count(u"heartbeat"_s), 2); // the answer was not waited for
    }

    void busyPbxIsSentHeartbeatsToo()
    {
        auto timing = fastTiming();
        timing.heartbeat = 20ms;
        FakePbx pbx(timing);
        QSignalSpy beats(pbx.session.get(), &PbxLink::heartbeatSent);
        QVERIFY(pbx.connectSession());
        auto* socket = pbx.sockets.last();
        QTimer tells; // at each turn of the event loop
        connect(&tells, &QTimer::timeout, socket,
                [socket] { socket->receive(u"{\"type\":30010,\"msg\":\"{}\"}"_s); });
        tells.start(0);
        QTRY_VERIFY(socket->sent.count(u"heartbeat"_s) >= 3);
        QVERIFY(beats.size() >= 3);
        QCOMPARE(pbx.session->status().state, LinkState::Connected);
    }

    void badFramesCloseNothing_data()
    {
        QTest::addColumn<QString>("frame");
        QTest::newRow("garbage") << u"\x01garbage"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("deep") << u"["_s.repeated(10000);
        QTest::newRow("50 MB") << u"{\"type\":30011,\"msg\":\""_s + QString(50 << 20, u'x');
        QTest::newRow("not UTF-8") << QString::fromUtf8(QByteArray("{\"type\":\xff\xfe}"));
        QTest::newRow("HTML") << u"<html>"_s;
    }

    void badFramesCloseNothing()
    {
        QFETCH(const QString, frame);
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        QStringList told;
        record(*pbx.session, told);
        auto* socket = pbx.sockets.last();
        socket->receive(frame);
        socket->receive(FakePbx::ownLeg(u"c1"_s, u"RING"_s));
        QCOMPARE(told, QStringList{u"event c1"_s});
        QVERIFY(!socket->isAborted);
    }

    // Losing and finding the link again

    void lostLinkIsToldAtOnceAndComesBackWithASnapshot()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        const auto requests = pbx.http.requests.size();
        QStringList told;
        record(*pbx.session, told);
        pbx.usual[u"call/query"_s] =
            FakePbx::listOf('[' + FakePbx::snapshotRow("c1", "ANSWER") + ']');
        const auto before = QDateTime::currentDateTime();
        pbx.sockets.last()->drop();
        QCOMPARE(told, QStringList{u"reconnecting 1001 !closed"_s});
        QVERIFY(pbx.session->status().since >= before);
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(told,
                 (QStringList{u"reconnecting 1001 !closed"_s, u"snapshot c1"_s, u"connected 1001"_s,
                              u"alive c1"_s}));
        // Nothing is asked on the way back that is known already: it must not take long.
        QCOMPARE(pbx.http.requests.size(), requests + 1);
    }

    void sinceTellsWhenTheStateBegan()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        const auto since = pbx.session->status().since;
        QVERIFY(since.isValid());
        pbx.sockets.last()->receive(FakePbx::ownLeg(u"c1"_s, u"RING"_s));
        QCOMPARE(pbx.session->status().since, since);
        pbx.put(u"call/query"_s, Error{Error::Kind::Offline, u"refused"_s});
        pbx.sockets.last()->drop();
        const auto down = pbx.session->status().since;
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.subscribe(2));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QVERIFY(down >= since);
        QVERIFY(pbx.session->status().since >= down);
    }

    void downTimeCountsFromTheFirstLoss()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.sockets.last()->drop();
        const auto down = pbx.session->status().since;
        QVERIFY(pbx.openSocket(1));
        pbx.sockets.last()->drop();
        QVERIFY(pbx.openSocket(2));
        QCOMPARE(pbx.session->status().since, down);
    }

    void reconnectNowTrustsNothingThatIsOpen()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        const QPointer<FakeSocket> old(pbx.sockets.last());
        pbx.session->reconnectNow();
        QCOMPARE(pbx.session->status().state, LinkState::Reconnecting);
        QVERIFY(old->isAborted);
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.sockets.count(), 2);
        QCOMPARE(pbx.granted, 1);
    }

    void reconnectNowCutsAPauseShort()
    {
        auto timing = fastTiming();
        timing.firstRetry = 60000ms;
        timing.longestRetry = 60000ms;
        FakePbx pbx(timing);
        QVERIFY(pbx.connectSession());
        pbx.sockets.last()->drop();
        letThingsHappen();
        QCOMPARE(pbx.sockets.count(), 1);
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
    }

    void reconnectNowMeansNothingWhileSignedOut()
    {
        FakePbx pbx;
        pbx.session->reconnectNow();
        letThingsHappen();
        QCOMPARE(pbx.session->status().state, LinkState::SignedOut);
        QVERIFY(pbx.http.requests.isEmpty());
    }

    void answersOfAnEarlierRoundAreDropped()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.silent = {u"call/query"_s};
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(1));
        QTRY_COMPARE(pbx.count(u"call/query"_s), 2);
        const auto late = pbx.http.requests.size() - 1;
        pbx.silent = {};
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(2));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QSignalSpy events(pbx.session.get(), &PbxLink::eventReceived);
        pbx.http.answer(late,
                        FakeHttpTransport::json(
                            FakePbx::listOf('[' + FakePbx::snapshotRow("old", "RING") + ']')));
        letThingsHappen();
        QCOMPARE(events.size(), 0);
    }

    void quickAnswersAreExpectedOnTheWayBack()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        QCOMPARE(pbx.last(u"call/query"_s).timeout, 15000ms);
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(1));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(pbx.last(u"call/query"_s).timeout, fastTiming().quickAnswer);
        (void)pbx.session->dial(u"1"_s);
        QTRY_COMPARE(pbx.count(u"call/dial"_s), 1);
        QCOMPARE(pbx.last(u"call/dial"_s).timeout, 15000ms);
    }

    void directoryIsReadAgainAfterALongAbsence()
    {
        auto timing = fastTiming();
        timing.directoryAge = 0ms;
        FakePbx pbx(timing);
        QVERIFY(pbx.connectSession());
        pbx.usual[u"extension/list"_s] =
            FakePbx::listOf(R"([{"number":"1001","caller_id_name":"Jane Doe"}])");
        pbx.session->reconnectNow();
        QVERIFY(pbx.subscribe(1));
        QTRY_COMPARE(pbx.session->status().name, u"Jane Doe"_s);
        QCOMPARE(pbx.session->status().state, LinkState::Connected);
    }

    // The snapshot, and what happens meanwhile

    void whatComesBeforeTheSnapshotIsToldAfterIt()
    {
        FakePbx pbx;
        pbx.silent = {u"call/query"_s};
        QStringList told;
        record(*pbx.session, told);
        pbx.start();
        auto* socket = pbx.subscribe();
        QVERIFY(socket);
        QTRY_COMPARE(pbx.count(u"call/query"_s), 1);
        socket->receive(FakePbx::ownLeg(u"new"_s, u"RING"_s));
        socket->receive(FakePbx::ownLeg(u"gone"_s, u"BYE"_s));
        QVERIFY(!told.contains(u"event new"_s));
        pbx.http.answerLast(FakeHttpTransport::json(
            FakePbx::listOf('[' + FakePbx::snapshotRow("old", "ANSWER") + ']')));
        QVERIFY(pbx.becomes(LinkState::Connected));
        // The new call is alive although the answer is older; one whose end came is not.
        QCOMPARE(told.mid(2),
                 (QStringList{u"snapshot old"_s, u"event new"_s, u"event gone"_s,
                              u"connected 1001"_s, u"alive new,old"_s}));
    }

    void oldSnapshotDoesNotUndoWhatIsNewer()
    {
        FakePbx pbx;
        CallTracker tracker(u"1001"_s);
        connect(pbx.session.get(), &PbxLink::eventReceived, this,
                [&tracker](const CallEvent& event) { (void)tracker.apply(event); });
        pbx.silent = {u"call/query"_s};
        pbx.start();
        auto* socket = pbx.subscribe();
        QVERIFY(socket);
        QTRY_COMPARE(pbx.count(u"call/query"_s), 1);
        socket->receive(FakePbx::ownLeg(u"c1"_s, u"ANSWER"_s));
        socket->receive(FakePbx::ownLeg(u"c2"_s, u"BYE"_s));
        pbx.http.answerLast(
            FakeHttpTransport::json(FakePbx::listOf('[' + FakePbx::snapshotRow("c1", "RING") + ','
                                                    + FakePbx::snapshotRow("c2", "RING") + ']')));
        QVERIFY(pbx.becomes(LinkState::Connected));
        QCOMPARE(tracker.call(u"c1"_s)->phase, CallPhase::Connected);
        QCOMPARE(tracker.call(u"c2"_s)->phase, CallPhase::Ended);
    }

    void noCallsAreNoCallsHoweverThePbxSaysIt_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("empty list") << QByteArray(R"({"errcode":0,"data":[]})");
        QTest::newRow("no list") << QByteArray(R"({"errcode":0})");
        QTest::newRow("null") << QByteArray(R"({"errcode":0,"data":null})");
        QTest::newRow("not found") << QByteArray(R"({"errcode":60001})");
        QTest::newRow("failed") << QByteArray(R"({"errcode":10009})");
        QTest::newRow("no such interface") << QByteArray(R"({"errcode":10001})");
    }

    void noCallsAreNoCallsHoweverThePbxSaysIt()
    {
        QFETCH(const QByteArray, answer);
        FakePbx pbx;
        pbx.put(u"call/query"_s, FakeHttpTransport::json(answer));
        QSignalSpy taken(pbx.session.get(), &PbxLink::snapshotTaken);
        QVERIFY(pbx.connectSession());
        QCOMPARE(taken.size(), 1);
        QVERIFY(taken.first().first().value<QSet<CallId>>().isEmpty());
    }

    // Whether it hears anything

    void linkThatNeverTellsACallIsCalledDeaf_data()
    {
        QTest::addColumn<QByteArray>("records");
        QTest::addColumn<QByteArray>("calls");
        QTest::addColumn<bool>("isDeaf");
        const QByteArray none = "[]";
        QTest::newRow("a record of our own of after the sign-in")
            << QByteArray('[' + recordRow("9.1", "1001", 30) + ']') << none << true;
        QTest::newRow("a record of before")
            << QByteArray('[' + recordRow("9.1", "1001", -30) + ']') << none << false;
        QTest::newRow("a record of somebody else's")
            << QByteArray('[' + recordRow("9.1", "1002", 30) + ']') << none << false;
        QTest::newRow("a call that began meanwhile")
            << none << QByteArray('[' + FakePbx::snapshotRow("9.2", "ANSWER") + ']') << true;
        QTest::newRow("nothing at all") << none << none << false;
    }

    void linkThatNeverTellsACallIsCalledDeaf()
    {
        QFETCH(const QByteArray, records);
        QFETCH(const QByteArray, calls);
        QFETCH(const bool, isDeaf);
        auto timing = fastTiming();
        timing.heartbeat = 1ms;
        timing.hearing = 5ms;
        FakePbx pbx(timing);
        answerHeartbeats(pbx);
        QVERIFY(pbx.connectSession());
        pbx.usual[u"cdr/search"_s] = FakePbx::listOf(records);
        pbx.usual[u"call/query"_s] = FakePbx::listOf(calls);
        auto* socket = pbx.sockets.last();
        QTRY_VERIFY(pbx.count(u"cdr/search"_s) >= 4); // two checks, each of which asks twice
        QTRY_COMPARE(pbx.session->status().deaf, isDeaf);
        socket->receive(FakePbx::ownLeg(u"c1"_s, u"RING"_s));
        QVERIFY(!pbx.session->status().deaf);
        const auto checks = pbx.count(u"cdr/search"_s);
        letThingsHappen();
        QVERIFY(pbx.count(u"cdr/search"_s) <= checks + 2); // what hears is not checked any more
    }

    void acceptedCallThatIsNeverToldMeansDeaf()
    {
        auto timing = fastTiming();
        timing.dialEcho = 5ms;
        FakePbx pbx(timing);
        pbx.usual[u"call/dial"_s] = {{u"errcode"_s, 0}, {u"call_id"_s, u"9.9"_s}};
        QVERIFY(pbx.connectSession());
        (void)pbx.session->dial(u"5503301"_s);
        QTRY_VERIFY(pbx.session->status().deaf);
    }

    void linkThatHearsIsNeverCalledDeaf()
    {
        auto timing = fastTiming();
        timing.dialEcho = 1ms;
        FakePbx pbx(timing);
        pbx.usual[u"call/dial"_s] = {{u"errcode"_s, 0}, {u"call_id"_s, u"9.9"_s}};
        QVERIFY(pbx.connectSession());
        pbx.sockets.last()->receive(FakePbx::ownLeg(u"c1"_s, u"RING"_s));
        const auto dialled = pbx.session->dial(u"5503301"_s);
        QTRY_VERIFY(dialled.isFinished());
        letThingsHappen();
        QVERIFY(!pbx.session->status().deaf);
    }

    // Colleagues

    void colleaguesAndTheirPresenceAreTold()
    {
        FakePbx pbx;
        QSignalSpy changes(pbx.session.get(), &PbxLink::colleaguesChanged);
        QVERIFY(pbx.connectSession());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(pbx.session->colleagues().size(), 2);
        QCOMPARE(pbx.session->colleagues().at(1).presence, u"away"_s);
        QCOMPARE(pbx.session->otherColleagues(), pbx.session->colleagues().mid(1)); // not myself
        auto* socket = pbx.sockets.last();
        const auto tell = [socket](int type, const QString& rest) {
            socket->receive(
                u"{\"type\":%1,\"msg\":{\"extension\":\"1002\",%2}}"_s.arg(type).arg(rest));
        };
        tell(30008, u"\"status\":\"Busy\""_s);
        QCOMPARE(pbx.session->colleagues().at(1).line, Colleague::Line::Busy);
        tell(30009, u"\"status\":\"lunch\""_s);
        QCOMPARE(pbx.session->colleagues().at(1).presence, u"lunch"_s);
        QTRY_COMPARE(changes.size(), 2); // both at once: the list is long
        tell(30009, u"\"status\":\"lunch\""_s);
        tell(30009, u"\"status\":\"away\""_s);
        QTRY_COMPARE(changes.size(), 3);
        socket->drop(); // what the line does now is not known any more
        QCOMPARE(pbx.session->colleagues().at(1).line, Colleague::Line::Unknown);
        QTRY_COMPARE(changes.size(), 4);
    }

    void legsOfColleaguesGetTheirNames()
    {
        FakePbx pbx;
        QList<CallEvent> events;
        connect(pbx.session.get(), &PbxLink::eventReceived, this,
                [&events](const CallEvent& event) { events.append(event); });
        QVERIFY(pbx.connectSession());
        pbx.sockets.last()->receive(u"{\"type\":30011,\"msg\":{\"call_id\":\"c1\",\"members\":[{"
                                    u"\"extension\":{\"number\":\"1002\","
                                    "\"channel_id\":\"x\",\"member_status\":\"ALERT\"}},{"
                                    "\"extension\":{\"number\":\"7777\","
                                    "\"channel_id\":\"y\",\"member_status\":\"RING\"}}]}}"_s);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().legs.at(0).name, u"John Smith"_s);
        QCOMPARE(events.first().legs.at(1).name, QString());
        QCOMPARE(events.first().serial, u"SN1"_s); // the frame had none
    }
};

QTEST_GUILESS_MAIN(TestCloudOneSession)
#include "tst_cloudone_session.moc"
