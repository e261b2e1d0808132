// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Signing in to the sandbox PBX and listening to it: cloudone-pbx-api.md A1 to A3.
#include "tests/sandbox/pbx/pbxcaller.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace companion::sandbox;

class TestSandboxPbxSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CloudOnePbx> m_pbx;
    std::unique_ptr<PbxCaller> m_caller;

    PbxCaller another() const { return PbxCaller(*m_pbx); }

    void change(const QJsonObject& settings) const
    {
        const auto answer =
            PbxCaller(*m_pbx).send("POST", "/control/pbx/settings", "Connection: close\r\n",
                                   QJsonDocument(settings).toJson());
        QCOMPARE(answer.status, 200);
    }

    static int codeOf(const QString& text)
    {
        return QJsonDocument::fromJson(text.toUtf8())["errcode"_L1].toInt(1);
    }

    void ring() const
    {
        CallOrder order;
        order.from = u"+14155551212"_s;
        order.to = u"1001"_s;
        QCOMPARE(m_pbx->exchange().place(order).code, 0);
    }

private Q_SLOTS:
    void init()
    {
        m_pbx = std::make_unique<CloudOnePbx>();
        QVERIFY(m_pbx->listen());
        m_caller = std::make_unique<PbxCaller>(*m_pbx);
        QCOMPARE(m_caller->signIn(*m_pbx), 0);
    }

    void cleanup()
    {
        m_caller.reset();
        m_pbx.reset();
    }

    void tokensAreWordsOf32Characters()
    {
        static const QRegularExpression kWord(u"^[A-Za-z0-9]{32}$"_s);
        QVERIFY(kWord.match(QString::fromLatin1(m_caller->token)).hasMatch());
        QVERIFY(kWord.match(QString::fromLatin1(m_caller->refreshToken)).hasMatch());
        QVERIFY(m_caller->token != m_caller->refreshToken);
    }

    void grantSaysHowLongItLastsInSeconds()
    {
        const auto answer = another()
                                .post("get_token",
                                      {{u"username"_s, m_pbx->settings().clientId},
                                       {u"password"_s, m_pbx->settings().clientSecret}})
                                .json();
        QCOMPARE(answer.value("access_token_expire_time"_L1).toInt(), 1800);
        QCOMPARE(answer.value("refresh_token_expire_time"_L1).toInt(), 86400);
        QCOMPARE(answer.value("errmsg"_L1).toString(), u"SUCCESS"_s);
    }

    void withoutUserAgentEverythingIsRefused()
    {
        const QByteArray target =
            "/openapi/v1.0/system/information?access_token=" + m_caller->token;
        const auto answer = m_caller->send("GET", target, {});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.code(), 40002);
        QCOMPARE(m_caller->send("GET", target, "User-Agent: \r\n").code(), 40002);
        QCOMPARE(m_caller->send("GET", target, "User-Agent: x\r\n").code(), 0);
    }

    void answersCloseTheConnectionAndAreJson()
    {
        const auto answer = m_caller->get("system/information");
        QVERIFY(answer.head.toLower().contains("connection: close"));
        QVERIFY(answer.head.contains("application/json"));
    }

    void unknownEndpointOrMethodIsToldByCode()
    {
        QCOMPARE(m_caller->get("call/dial_out").code(), 10001);
        QCOMPARE(m_caller->get("call/dial").code(), 10001);
        QCOMPARE(m_caller->post("cdr/list", {}).code(), 10001);
    }

    void tokenCountsInTheQueryAlone()
    {
        const auto answer =
            m_caller->send("GET", "/openapi/v1.0/system/information",
                           "User-Agent: x\r\nAuthorization: Bearer " + m_caller->token + "\r\n");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.code(), 10004);
        QCOMPARE(answer.json().value("errmsg"_L1).toString(), u"TOKEN EXPIRED"_s);
        auto stranger = another();
        stranger.token = "nobodysTokenNobodysTokenNobodysT";
        QCOMPARE(stranger.get("system/information").code(), 10004);
    }

    void bodyThatIsNoJsonIsASyntaxError()
    {
        const QByteArray target = "/openapi/v1.0/call/hangup?access_token=" + m_caller->token;
        QCOMPARE(m_caller
                     ->send("POST", target, "User-Agent: x\r\nContent-Type: application/json\r\n",
                            "{nonsense")
                     .code(),
                 40001);
        QCOMPARE(m_caller
                     ->send("POST", target, "User-Agent: x\r\nContent-Type: text/plain\r\n",
                            R"({"channel_id":"x"})")
                     .code(),
                 40001);
    }

    void missingParameterIsNamed()
    {
        const auto answer = m_caller->post("call/hangup", {});
        QCOMPARE(answer.code(), 40002);
        QCOMPARE(answer.json()["invalid_param_list"_L1][0]["field"_L1].toString(), u"channel_id"_s);
    }

    void wrongSecretHasItsOwnShape()
    {
        const auto answer = another().post(
            "get_token",
            {{u"username"_s, m_pbx->settings().clientId}, {u"password"_s, u"wrong"_s}});
        QCOMPARE(answer.code(), -1);
        QCOMPARE(answer.json().value("errmsg"_L1).toString(), u"FAILURE"_s);
        QCOMPARE(answer.json()["invalid_param_list"_L1][0]["field"_L1].toString(),
                 u"username or password"_s);
    }

    void fiveWrongSecretsBlockTheAddress()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(another().signIn(m_pbx->settings().clientId, u"wrong"_s), -1);
        const auto answer = another().post("get_token",
                                           {{u"username"_s, m_pbx->settings().clientId},
                                            {u"password"_s, m_pbx->settings().clientSecret}});
        QCOMPARE(answer.code(), 70004);
        const auto until = answer.json().value("block_expire_time"_L1).toInteger();
        QVERIFY(until > QDateTime::currentSecsSinceEpoch() + 600);
        QCOMPARE(m_caller->get("system/information").code(), 0);
    }

    void rightSecretForgivesTheWrongOnesBefore()
    {
        for (int i = 0; i < 4; ++i)
            another().signIn(m_pbx->settings().clientId, u"wrong"_s);
        QCOMPARE(another().signIn(*m_pbx), 0);
        for (int i = 0; i < 4; ++i)
            another().signIn(m_pbx->settings().clientId, u"wrong"_s);
        QCOMPARE(another().signIn(*m_pbx), 0);
    }

    void ninthTokenIsRefusedUntilOneIsFreed()
    {
        QList<PbxCaller> callers;
        for (int i = 0; i < 7; ++i) {
            callers.append(another());
            QCOMPARE(callers.last().signIn(*m_pbx), 0);
        }
        auto ninth = another();
        QCOMPARE(ninth.signIn(*m_pbx), 60002);
        QCOMPARE(callers.first().get("del_token").code(), 0);
        QCOMPARE(callers.first().get("system/information").code(), 10004);
        QCOMPARE(ninth.signIn(*m_pbx), 0);
    }

    void refreshedTokenReplacesItsPredecessor()
    {
        auto old = *m_caller;
        QCOMPARE(m_caller->refresh(), 0);
        QVERIFY(m_caller->token != old.token);
        QVERIFY(m_caller->refreshToken != old.refreshToken);
        QCOMPARE(m_caller->get("system/information").code(), 0);
        QCOMPARE(old.get("system/information").code(), 10004);
        QCOMPARE(old.refresh(), 10004);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(another().signIn(*m_pbx), 0);
        QCOMPARE(another().signIn(*m_pbx), 60002);
    }

    void tokenExpiresAndCanBeRefreshed()
    {
        change({{u"accessSeconds"_s, 1}});
        auto brief = another();
        QCOMPARE(brief.signIn(*m_pbx), 0);
        QTRY_COMPARE(brief.get("system/information").code(), 10004);
        change({{u"accessSeconds"_s, 1800}});
        QCOMPARE(brief.refresh(), 0);
        QCOMPARE(brief.get("system/information").code(), 0);
    }

    void nothingIsToldBeforeTheSubscription()
    {
        PbxListener listener(*m_pbx, m_caller->token);
        QTRY_VERIFY(listener.socket.isValid());
        ring();
        listener.subscribe({30011});
        QTRY_COMPARE(listener.heard.size(), 1);
        QCOMPARE(codeOf(listener.heard.first()), 0);
        m_pbx->exchange().answer(m_pbx->exchange().calls().firstKey());
        QTRY_COMPARE(listener.shortly().value(1), u"in:ANSWERED 1001:ANSWER"_s);
    }

    void secondSubscriptionReplacesTheFirst()
    {
        PbxListener listener(*m_pbx, m_caller->token);
        QTRY_VERIFY(listener.socket.isValid());
        listener.subscribe({30011, 30008});
        listener.subscribe({30008});
        QTRY_COMPARE(listener.heard.size(), 2);
        ring();
        QTRY_COMPARE(listener.shortly().value(2), u"30008 1001 Ringing"_s);
        listener.subscribe({});
        QTRY_COMPARE(listener.heard.size(), 4);
        m_pbx->exchange().answer(m_pbx->exchange().calls().firstKey());
        m_pbx->feed().sendText(u"last"_s);
        QTRY_COMPARE(listener.heard.value(4), u"last"_s);
    }

    void topicsAreNumbers()
    {
        PbxListener listener(*m_pbx, m_caller->token);
        QTRY_VERIFY(listener.socket.isValid());
        listener.socket.sendTextMessage(u"{\"topic_list\":[\"30011\"]}"_s);
        listener.socket.sendTextMessage(u"{\"topic_list\":30011}"_s);
        listener.socket.sendTextMessage(u"hello"_s);
        QTRY_COMPARE(listener.heard.size(), 3);
        QCOMPARE(codeOf(listener.heard[0]), 40002);
        QCOMPARE(codeOf(listener.heard[1]), 40002);
        QCOMPARE(codeOf(listener.heard[2]), 40001);
    }

    void heartbeatIsAnsweredAsBareText()
    {
        PbxListener listener(*m_pbx, m_caller->token);
        QTRY_VERIFY(listener.socket.isValid());
        listener.socket.sendTextMessage(u"heartbeat"_s);
        QTRY_COMPARE(listener.heard, QStringList{u"heartbeat response"_s});
    }

    void silenceEndsTheConnectionAndHeartbeatsKeepIt()
    {
        change({{u"silenceMs"_s, 400}});
        PbxListener silent(*m_pbx, m_caller->token);
        PbxListener lively(*m_pbx, m_caller->token);
        QTRY_VERIFY(silent.socket.isValid() && lively.socket.isValid());
        QSignalSpy silentEnded(&silent.socket, &QWebSocket::disconnected);
        QTimer pulse;
        connect(&pulse, &QTimer::timeout, &lively.socket,
                [&] { lively.socket.sendTextMessage(u"heartbeat"_s); });
        pulse.start(100);
        QTRY_COMPARE(silentEnded.size(), 1);
        QTRY_VERIFY(lively.heard.size() >= 8);
        QCOMPARE(lively.socket.state(), QAbstractSocket::ConnectedState);
    }

    void badTokenIsToldInAFrameOrByRefusingTheUpgrade()
    {
        PbxListener told(*m_pbx, "wrong");
        QTRY_COMPARE(told.heard.size(), 1);
        QCOMPARE(codeOf(told.heard.first()), 10004);
        QTRY_COMPARE(told.socket.state(), QAbstractSocket::UnconnectedState);
        change({{u"refuseBadUpgrade"_s, true}});
        PbxListener refused(*m_pbx, "wrong");
        QTRY_COMPARE(refused.socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(refused.heard.isEmpty());
    }

    void openSocketHearsOfItsTokensEnd()
    {
        PbxListener listener(*m_pbx, m_caller->token);
        QTRY_VERIFY(listener.socket.isValid());
        listener.subscribe({30011});
        QTRY_COMPARE(listener.heard.size(), 1);
        m_caller->send("POST", "/control/pbx/expire-tokens", "Connection: close\r\n");
        QTRY_COMPARE(listener.heard.size(), 2);
        QCOMPARE(codeOf(listener.heard[1]), 10004);
        QTRY_COMPARE(listener.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_caller->get("system/information").code(), 10004);
        QCOMPARE(m_caller->refresh(), 0);
    }

    void freedTokenTakesItsSocketWithIt()
    {
        auto other = another();
        QCOMPARE(other.signIn(*m_pbx), 0);
        PbxListener mine(*m_pbx, m_caller->token);
        PbxListener others(*m_pbx, other.token);
        QTRY_VERIFY(mine.socket.isValid() && others.socket.isValid());
        m_caller->get("del_token");
        QTRY_COMPARE(mine.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(others.socket.state(), QAbstractSocket::ConnectedState);
    }

    void frozenSocketsStayOpenAndSayNothing()
    {
        PbxListener listener(*m_pbx, m_caller->token);
        QTRY_VERIFY(listener.socket.isValid());
        listener.subscribe({30011});
        QTRY_COMPARE(listener.heard.size(), 1);
        m_pbx->feed().setFrozen(true);
        listener.socket.sendTextMessage(u"heartbeat"_s);
        ring();
        m_pbx->feed().setFrozen(false);
        m_pbx->feed().sendText(u"last"_s);
        QTRY_COMPARE(listener.heard.value(1), u"last"_s);
    }

    void restartDropsTheSocketsAndComesBackOnTheSamePort()
    {
        PbxListener listener(*m_pbx, m_caller->token);
        QTRY_VERIFY(listener.socket.isValid());
        ring();
        const auto url = m_pbx->url();
        m_caller->send("POST", "/control/pbx/restart", "Connection: close\r\n",
                       R"({"downMs":300})");
        QTRY_COMPARE(listener.socket.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(m_caller->get("system/information").code(), 0);
        QCOMPARE(m_pbx->url(), url);
        QVERIFY(m_pbx->exchange().calls().isEmpty());
    }

    void faultsChangeEveryAnswer_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("address not allowed")
            << QByteArray(R"({"name":"ip-forbidden"})") << 200 << 70087;
        QTest::newRow("interface off") << QByteArray(R"({"name":"api-off"})") << 200 << 70123;
        QTest::newRow("internal error") << QByteArray(R"({"name":"internal-error"})") << 200 << -2;
        QTest::newRow("a page instead of JSON") << QByteArray(R"({"name":"html"})") << 200 << 1;
        QTest::newRow("half a JSON document") << QByteArray(R"({"name":"bad-json"})") << 200 << 1;
        QTest::newRow("bad gateway")
            << QByteArray(R"({"name":"http-status","value":502})") << 502 << 1;
        QTest::newRow("cut off") << QByteArray(R"({"name":"cut","value":0})") << 0 << 1;
    }

    void faultsChangeEveryAnswer()
    {
        QFETCH(const QByteArray, fault);
        m_caller->send("POST", "/control/pbx/fault", "Connection: close\r\n", fault);
        const auto answer = m_caller->get("system/information");
        QTEST(answer.status, "status");
        QTEST(answer.code(), "code");
        m_caller->send("POST", "/control/pbx/reset", "Connection: close\r\n");
        QCOMPARE(m_caller->signIn(*m_pbx), 0);
    }

    void settingsAreNamedAndTyped()
    {
        const auto set = [this](const QByteArray& body) {
            return m_caller->send("POST", "/control/pbx/settings", "Connection: close\r\n", body);
        };
        QCOMPARE(set(R"({"firmware":"84.12.0.32"})").json().value("firmware"_L1).toString(),
                 u"84.12.0.32"_s);
        QCOMPARE(
            m_caller->get("system/information").json()["data"_L1]["firmware_version"_L1].toString(),
            u"84.12.0.32"_s);
        QCOMPARE(set(R"({"firmwear":"84"})").status, 400);
        QCOMPARE(set(R"({"tokenCap":"8"})").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestSandboxPbxSession)
#include "tst_sandbox_pbx_session.moc"
