// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/net/websocketpeers.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <chrono>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWebSocketClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textGoesBothWays()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {{"X-One", "1"}}, {});
        QTRY_COMPARE(client.opened.size(), 1);
        QTRY_VERIFY(server.client);
        QCOMPARE(server.client->request().rawHeader("X-One"), QByteArray("1"));
        QCOMPARE(server.client->request().rawHeader("User-Agent"),
                 QByteArray("CloudOneCompanion/" COMPANION_VERSION));
        client.socket.send(u"heartbeat"_s);
        QTRY_COMPARE(server.received, QStringList(u"heartbeat"_s));
        server.client->sendTextMessage(u"Grüße 你好"_s);
        QTRY_COMPARE(client.texts.size(), 1);
        QCOMPARE(client.texts.at(0).at(0).toString(), u"Grüße 你好"_s);
        QSignalSpy pongs(&client.socket, &Socket::pongReceived);
        client.socket.ping();
        QTRY_COMPARE(pongs.size(), 1);
    }

    void pingIsAnswered()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        QByteArray answered;
        connect(server.client, &QWebSocket::pong, this,
                [&](quint64, const QByteArray& payload) { answered = payload; });
        server.client->ping("are you there");
        QTRY_COMPARE(answered, QByteArray("are you there"));
    }

    void longTextGoesOutWhole_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {125, 126, 65535, 65536, 1000000})
            QTest::addRow("%d", size) << size;
    }

    void longTextGoesOutWhole()
    {
        QFETCH(const int, size);
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_COMPARE(client.opened.size(), 1);
        client.socket.send(QString(size, u'x'));
        QTRY_COMPARE(server.received, QStringList(QString(size, u'x')));
    }

    void subprotocolIsAskedFor()
    {
        RawServer server;
        Client client;
        client.socket.open(server.url(), {}, {u"ari"_s});
        QTRY_VERIFY(server.isAsked());
        QVERIFY(server.received.contains("\r\nSec-WebSocket-Protocol: ari\r\n"));
        server.acceptUpgrade(); // it may well keep silent about it
        QTRY_COMPARE(client.opened.size(), 1);
    }

    void serverOfIPv6IsReached()
    {
        Server server(QWebSocketServer::NonSecureMode, QHostAddress::LocalHostIPv6);
        if (!server.server.isListening())
            QSKIP("this machine has no IPv6");
        Client client;
        client.socket.open(QUrl(u"ws://[::1]:%1/"_s.arg(server.server.serverPort())), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        QCOMPARE(server.client->request().rawHeader("Host"),
                 "[::1]:" + QByteArray::number(server.server.serverPort()));
    }

    void addressThatIsNoneIsRefusedAfterOpenHasReturned_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("another scheme") << QUrl(u"http://127.0.0.1:1/"_s);
        QTest::newRow("nothing") << QUrl();
    }

    void addressThatIsNoneIsRefusedAfterOpenHasReturned()
    {
        QFETCH(const QUrl, url);
        Client client;
        client.socket.open(url, {}, {});
        QCOMPARE(client.closings, 0);
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Malformed);
    }

    void closeFromTheServerIsToldOnce()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        server.client->close();
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Offline);
        QTest::qWait(20);
        QCOMPARE(client.closings, 1);
    }

    void brokenConnectionIsToldOnce()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        server.client->abort();
        QTRY_COMPARE(client.closings, 1);
        QTest::qWait(20);
        QCOMPARE(client.closings, 1);
    }

    void ownCloseIsTold()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_COMPARE(client.opened.size(), 1);
        client.socket.close();
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->detail, u"closed"_s);
        QTRY_VERIFY(!server.client || server.client->state() == QAbstractSocket::UnconnectedState);
        QCOMPARE(client.closings, 1);
    }

    void ownCloseIsToldAtAnyTime()
    {
        RawServer server;
        Client client;
        client.socket.close(); // of nothing: nothing to tell
        client.socket.open(server.url(), {}, {});
        client.socket.close();
        QCOMPARE(client.closings, 0);
        QTRY_COMPARE(client.closings, 1);
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.isAsked());
        client.socket.close();
        client.socket.close();
        QTRY_COMPARE(client.closings, 2);
        QCOMPARE(client.opened.size(), 0);
    }

    void reasonOfTheServersCloseIsSentBack()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        QSignalSpy ends(server.client, &QWebSocket::disconnected);
        server.client->close(QWebSocketProtocol::CloseCodeGoingAway, u"restart"_s);
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Offline);
        QTRY_COMPARE(ends.size(), 1); // it had its answer
    }

    void canBeOpenedAgain()
    {
        Server server;
        Client client;
        for (int i = 1; i < 4; ++i) {
            client.socket.open(server.url(), {}, {});
            QTRY_COMPARE(client.opened.size(), i);
            QTRY_VERIFY(server.client);
            server.client->sendTextMessage(QString::number(i));
            QTRY_COMPARE(client.texts.size(), i);
            server.client->abort();
            QTRY_COMPARE(client.closings, i);
            server.client->deleteLater();
            QTRY_VERIFY(!server.client);
        }
    }

    void canBeOpenedAgainByWhoeverHearsOfItsEnd()
    {
        RawServer server;
        server.answer = "HTTP/1.1 503 Busy\r\n\r\n";
        Client client;
        connect(&client.socket, &Socket::closed, this, [&] {
            if (client.closings < 3)
                client.socket.open(server.url(), {}, {});
        });
        client.socket.open(server.url(), {}, {});
        QTRY_COMPARE(client.closings, 3);
        QCOMPARE(client.reason->code, u"503"_s);
    }

    void abortIsSilent()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_COMPARE(client.opened.size(), 1);
        client.socket.abort();
        QTest::qWait(50);
        QCOMPARE(client.closings, 0);
    }

    void abortIsSilentOnTheWay()
    {
        RawServer server;
        Client client;
        client.socket.open(server.url(), {}, {});
        client.socket.abort();
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.isAsked());
        client.socket.abort();
        QTRY_COMPARE(server.peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.closings, 0);
        QCOMPARE(client.opened.size(), 0);
    }

    void refusedUpgradeSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("unauthorized")
            << QByteArray("401 Unauthorized") << Error::Kind::Unauthorized;
        QTest::newRow("forbidden") << QByteArray("403 Forbidden") << Error::Kind::Forbidden;
        QTest::newRow("not found") << QByteArray("404 Not Found") << Error::Kind::Malformed;
        QTest::newRow("bad gateway") << QByteArray("502 Bad Gateway") << Error::Kind::Offline;
        QTest::newRow("a web page") << QByteArray("200 OK") << Error::Kind::Malformed;
    }

    void refusedUpgradeSaysWhy()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const Error::Kind, kind);
        RawServer server;
        server.answer = "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n\r\n";
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, kind);
        QCOMPARE(client.reason->code, QString::fromLatin1(line.left(3)));
        QTest::qWait(20);
        QCOMPARE(client.closings, 1);
        QCOMPARE(client.opened.size(), 0);
    }

    void nobodyThereIsOffline()
    {
        QUrl dead;
        {
            Server server;
            dead = server.url();
        }
        Client client;
        client.socket.open(dead, {}, {});
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->detail, u"refused"_s);
    }

    void hugeMessageComesWhole()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        server.client->sendTextMessage(QString(50LL * 1024 * 1024, u'x'));
        server.client->sendTextMessage(u"next"_s);
        QTRY_COMPARE_WITH_TIMEOUT(client.texts.size(), 2, 20000);
        QCOMPARE(client.texts.at(1).at(0).toString(), u"next"_s);
        QCOMPARE(client.closings, 0);
    }

    void floodLeavesTheEventLoopItsTurns()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        constexpr int flood = 200;
        int turns = 0;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&] {
            if (!client.texts.isEmpty() && client.texts.size() < flood)
                ++turns;
        });
        other.start(0);
        // Each costs its receiver a millisecond.
        connect(&client.socket, &Socket::textReceived, this, [] {
            QElapsedTimer busy;
            busy.start();
            while (busy.nsecsElapsed() < 1000000) {}
        });
        for (int i = 0; i < flood; ++i)
            server.client->sendTextMessage(QString::number(i));
        QTRY_COMPARE(client.texts.size(), flood);
        QVERIFY2(turns > 10, qPrintable(QString::number(turns)));
        for (int i = 0; i < flood; ++i)
            QCOMPARE(client.texts.at(i).at(0).toString(), QString::number(i));
    }

    void floodIsToldBeforeTheEnd()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        QString lastBeforeTheEnd;
        connect(&client.socket, &Socket::textReceived, this, [&](const QString& text) {
            lastBeforeTheEnd = text;
            QElapsedTimer busy;
            busy.start();
            while (busy.nsecsElapsed() < 1000000) {}
        });
        for (int i = 0; i < 100; ++i)
            server.client->sendTextMessage(QString::number(i));
        server.client->close();
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(lastBeforeTheEnd, u"99"_s);
        QCOMPARE(client.texts.size(), 100);
    }

    void nothingOfAFloodIsToldAfterAbort()
    {
        Server server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.client);
        QTRY_COMPARE(client.opened.size(), 1);
        connect(&client.socket, &Socket::textReceived, this, [&] { client.socket.abort(); });
        for (int i = 0; i < 100; ++i)
            server.client->sendTextMessage(QString::number(i));
        QTRY_COMPARE(server.client.isNull() || !server.client->isValid(), true);
        QCOMPARE(client.texts.size(), 1);
        QCOMPARE(client.closings, 0);
    }

    void selfSignedCertificateIsRefusedUnlessItsAuthorityIsOurs_data()
    {
        QTest::addColumn<bool>("isTrusted");
        QTest::newRow("stranger") << false;
        QTest::newRow("own authority") << true;
    }

    void selfSignedCertificateIsRefusedUnlessItsAuthorityIsOurs()
    {
        QFETCH(const bool, isTrusted);
        Server server(QWebSocketServer::SecureMode);
        server.server.setSslConfiguration(serverTls());
        Client client;
        if (isTrusted)
            client.socket.setCaFile(certificateFile());
        client.socket.open(QUrl(u"wss://localhost:%1/"_s.arg(server.server.serverPort())), {}, {});
        if (isTrusted) {
            QTRY_COMPARE(client.opened.size(), 1);
            return;
        }
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->detail, u"tls: self-signed"_s);
        QTest::qWait(20);
        QCOMPARE(client.closings, 1);
    }
};

QTEST_GUILESS_MAIN(TestWebSocketClient)
#include "tst_websocketclient.moc"
