// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server can send that no server should, or in pieces that none would choose, or never.
#include "tests/net/websocketpeers.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <chrono>
#include <memory>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray ok = frame(0x81, "ok");

qint64 unsent(const QTcpSocket& socket)
{
    const auto* secure = qobject_cast<const QSslSocket*>(&socket);
    return socket.bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

} // namespace

class TestWebSocketBadServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textThatIsNotUtf8CostsNothingElse()
    {
        RawServer server;
        Client client;
        QVERIFY(asks(client, server));
        auto* peer = server.acceptUpgrade();
        QTRY_COMPARE(client.opened.size(), 1);
        const QRegularExpression onlyItsSize(u"^a text of 4 bytes is not UTF-8[^\\x{FFFD}(]*$"_s);
        QTest::ignoreMessage(QtWarningMsg, onlyItsSize);
        peer->write(QByteArray::fromHex("8104c328c328") + ok);
        QTRY_COMPARE(client.texts.size(), 2);
        QCOMPARE(client.told(), (QStringList{u"\uFFFD(\uFFFD("_s, u"ok"_s}));
        client.socket.send(u"still here"_s);
        QTRY_VERIFY(!server.received.isEmpty());
        QCOMPARE(client.closings, 0);
    }

    void messageThatNobodyWantsCostsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("size");
        QTest::newRow("binary") << frame(0x82, "abc") << 3;
        constexpr int beyond = 65 * 1024 * 1024;
        QTest::newRow("beyond the limit") << frame(0x81, QByteArray(beyond, 'x')) << beyond;
    }

    void messageThatNobodyWantsCostsNothingElse()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, size);
        RawServer server;
        Client client;
        QVERIFY(asks(client, server));
        auto* peer = server.acceptUpgrade();
        QTRY_COMPARE(client.opened.size(), 1);
        QTest::ignoreMessage(QtWarningMsg,
                             qPrintable(u"a message of %1 bytes was skipped"_s.arg(size)));
        peer->write(bytes);
        peer->write(ok);
        QTRY_COMPARE_WITH_TIMEOUT(client.told(), QStringList(u"ok"_s), 20000);
        QCOMPARE(client.closings, 0);
    }

    void whatHidesTheNextFrameClosesAsMalformed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("4 GiB") << QByteArray::fromHex("817f0000000100000000") << QByteArray("03f1");
        QTest::newRow("masked") << QByteArray::fromHex("8185") << QByteArray("03ea");
        QTest::newRow("compressed") << QByteArray::fromHex("c102") << QByteArray("03ea");
        QTest::newRow("long ping") << QByteArray::fromHex("897e") << QByteArray("03ea");
        QTest::newRow("web page") << QByteArray("<html>") << QByteArray("03ea");
    }

    void whatHidesTheNextFrameClosesAsMalformed()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, code);
        RawServer server;
        Client client;
        QVERIFY(asks(client, server));
        auto* peer = server.acceptUpgrade();
        QTRY_COMPARE(client.opened.size(), 1);
        peer->write(ok + bytes + ok);
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Malformed);
        QCOMPARE(client.told(), QStringList(u"ok"_s));
        QTRY_COMPARE(server.received.size(), 8); // a close, masked, with a code
        auto close = server.received;
        QCOMPARE(close.first(2).toHex(), QByteArray("8882"));
        for (qsizetype i = 6; i < 8; ++i)
            close[i] = static_cast<char>(close[i] ^ close[i - 4]);
        QCOMPARE(close.sliced(6).toHex(), code);
        QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.closings, 1);
    }

    void serverThatSendsByteByByteIsUnderstood_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }

    void serverThatSendsByteByByteIsUnderstood()
    {
        QFETCH(const bool, isSecure);
        RawServer server(isSecure);
        Client client;
        QVERIFY(asks(client, server));
        const QByteArray stream = server.accepting() + frame(0x01, "H") + frame(0x89, "p")
            + frame(0x80, "i") + ok + frame(0x81, QByteArray(200, 'x')) + frame(0x88, "\x03\xe8");
        for (const char byte : stream) {
            QCOMPARE(client.closings, 0);
            server.peer->write(&byte, 1);
            server.peer->flush();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.told(), (QStringList{u"Hi"_s, u"ok"_s, QString(200, u'x')}));
        QCOMPARE(client.opened.size(), 1);
    }

    void everythingInOnePieceIsToldInOrder_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::addColumn<QByteArray>("last");
        for (const bool isSecure : {false, true}) {
            const char* how = isSecure ? "TLS" : "plain";
            QTest::addRow("%s, then a close", how) << isSecure << frame(0x88, "\x03\xe9");
            QTest::addRow("%s, then gone", how) << isSecure << QByteArray();
            QTest::addRow("%s, then gone within a frame", how) << isSecure << ok.first(3);
        }
    }

    void everythingInOnePieceIsToldInOrder()
    {
        QFETCH(const bool, isSecure);
        QFETCH(const QByteArray, last);
        RawServer server(isSecure);
        Client client;
        QVERIFY(asks(client, server));
        constexpr int many = 5000; // more than is read at once
        QByteArray bytes = server.accepting();
        for (int i = 0; i < many; ++i)
            bytes += frame(0x81, QByteArray::number(i) + QByteArray(150, ' '));
        server.peer->write(bytes + last);
        server.peer->disconnectFromHost();
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.opened.size(), 1);
        QCOMPARE(client.texts.size(), many);
        for (int i = 0; i < many; ++i)
            QCOMPARE(client.texts.at(i).at(0).toString().trimmed(), QString::number(i));
        QCOMPARE(client.reason->kind, Error::Kind::Offline);
        QCOMPARE(client.reason->detail, u"closed"_s);
    }

    void whatThereIsNoTimeForStaysWithTheServer_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }

    void whatThereIsNoTimeForStaysWithTheServer()
    {
        QFETCH(const bool, isSecure);
        RawServer server(isSecure);
        Client client;
        QVERIFY(asks(client, server));
        auto* peer = server.acceptUpgrade();
        QTRY_COMPARE(client.opened.size(), 1);
        constexpr int many = 60;
        qint64 waiting = -1;
        connect(&client.socket, &Socket::textReceived, this, [&] {
            QElapsedTimer busy; // longer than a slice
            busy.start();
            while (busy.elapsed() < 5) {}
            if (client.texts.size() == many / 3)
                waiting = unsent(*peer);
        });
        const auto large = frame(0x81, QByteArray(1024LL * 1024, 'x'));
        for (int i = 0; i < many; ++i)
            peer->write(large);
        QTRY_COMPARE_WITH_TIMEOUT(client.texts.size(), many, 20000);
        QVERIFY2(waiting > 20 * large.size(), qPrintable(QString::number(waiting)));
        QCOMPARE(client.closings, 0);
    }

    void answerThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("another protocol") << QByteArray("220 mail.example.com ESMTP 101\r\n");
        QTest::newRow("another's key")
            << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                          "Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
        QTest::newRow("no end") << "HTTP/1.1 101 x\r\n" + QByteArray("X: y\r\n").repeated(10000);
    }

    void answerThatIsNoneIsRefused()
    {
        QFETCH(const QByteArray, answer);
        RawServer server;
        server.answer = answer;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Malformed);
        QCOMPARE(client.opened.size(), 0);
        QTRY_COMPARE(server.peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.closings, 1);
    }

    void redirectionIsNotFollowed()
    {
        RawServer elsewhere;
        RawServer server;
        server.answer = "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url().toEncoded()
            + "\r\nContent-Length: 0\r\n\r\n";
        Client client;
        client.socket.open(server.url(), {{"Authorization", "Basic c2VjcmV0"}}, {});
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->code, u"302"_s);
        QVERIFY(!elsewhere.hasPendingConnections() && !elsewhere.peer);
    }

    void serverThatHangsUpBeforeItAnswersIsToldOnce_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::addColumn<QByteArray>("begun");
        for (const bool isSecure : {false, true}) {
            const char* how = isSecure ? "TLS" : "plain";
            QTest::addRow("%s, without a word", how) << isSecure << QByteArray();
            QTest::addRow("%s, half way", how) << isSecure << QByteArray("HTTP/1.1 101 Sw");
        }
    }

    void serverThatHangsUpBeforeItAnswersIsToldOnce()
    {
        QFETCH(const bool, isSecure);
        QFETCH(const QByteArray, begun);
        RawServer server(isSecure);
        Client client;
        QVERIFY(asks(client, server));
        server.peer->write(begun);
        server.peer->disconnectFromHost();
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Offline);
        QCOMPARE(client.opened.size(), 0);
    }

    void serverThatSpeaksNoTlsIsRefused()
    {
        RawServer server;
        server.answer = "HTTP/1.1 400 Bad Request\r\n\r\n";
        Client client;
        QUrl url = server.url();
        url.setScheme(u"wss"_s);
        client.socket.open(url, {}, {});
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Offline);
        QCOMPARE(client.reason->detail, u"tls: handshake failed"_s);
        QVERIFY(!server.received.contains("GET"));
    }

    void silenceEndsIt_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::newRow("instead of an answer") << false;
        QTest::newRow("instead of a handshake") << true;
    }

    void silenceEndsIt()
    {
        QFETCH(const bool, isSecure);
        RawServer server;
        Client client({.open = 100ms});
        QUrl url = server.url();
        if (isSecure)
            url.setScheme(u"wss"_s);
        client.socket.open(url, {}, {});
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Timeout);
        QTRY_COMPARE(server.peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.closings, 1);
    }

    void proxyThatOpensNoWayIsNamed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("refuses the tunnel") << QByteArray("HTTP/1.1 403 Forbidden\r\n\r\n");
        QTest::newRow("wants a password") << QByteArray(
            "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n");
        QTest::newRow("is something else") << QByteArray("220 mail.example.com ESMTP\r\n");
        QTest::newRow("is away") << QByteArray();
    }

    void proxyThatOpensNoWayIsNamed()
    {
        QFETCH(const QByteArray, answer);
        RawServer proxy;
        proxy.answer = answer;
        const ProxyInForce inForce(proxy.serverPort());
        if (answer.isEmpty())
            proxy.close();
        Client client;
        client.socket.open(QUrl(u"wss://pbx.example.com/stream"_s), {}, {});
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Offline);
        QCOMPARE(client.reason->detail, u"proxy"_s);
        QCOMPARE(proxy.received.startsWith("CONNECT pbx.example.com:443 "), !answer.isEmpty());
    }

    void closeThatIsNeverAnsweredEndsEvenSo()
    {
        RawServer server;
        Client client({.close = 100ms});
        QVERIFY(asks(client, server));
        auto* peer = server.acceptUpgrade();
        QTRY_COMPARE(client.opened.size(), 1);
        client.socket.close();
        client.socket.send(u"after it nothing goes out"_s);
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->detail, u"closed"_s);
        QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(server.received.size(), 8);
    }

    void whoIsToldMayForgetTheSocketLater()
    {
        RawServer server;
        auto client = std::make_unique<Client>();
        QVERIFY(asks(*client, server));
        server.acceptUpgrade();
        QTRY_COMPARE(client->opened.size(), 1);
        client.reset(); // connected: its end is nobody's business any more
        QTRY_COMPARE(server.peer->state(), QAbstractSocket::UnconnectedState);
    }
};

QTEST_GUILESS_MAIN(TestWebSocketBadServers)
#include "tst_websocketbadservers.moc"
