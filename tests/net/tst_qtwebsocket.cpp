// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/qtwebsocket.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QWebSocketServer>

#include <memory>
#include <optional>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

//! A WebSocket server that keeps its one client at hand.
struct Server
{
    QWebSocketServer server;
    QPointer<QWebSocket> client;
    QList<QString> received;

    explicit Server(QWebSocketServer::SslMode mode = QWebSocketServer::NonSecureMode)
        : server(u"test"_s, mode)
    {
        QObject::connect(&server, &QWebSocketServer::newConnection, &server, [this] {
            client = server.nextPendingConnection();
            QObject::connect(client, &QWebSocket::textMessageReceived, &server,
                             [this](const QString& text) { received.append(text); });
        });
        server.listen(QHostAddress::LocalHost);
    }
    ~Server() { delete client.data(); } // Qt 6.4 leaves it to us when it has been upgraded
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    Server(Server&&) = delete;
    Server& operator=(Server&&) = delete;
    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"ws://127.0.0.1:%1/stream?access_token=x"_s.arg(server.serverPort()));
    }
};

struct Client
{
    QtWebSocket socket;
    QSignalSpy opened{&socket, &Socket::opened};
    QSignalSpy texts{&socket, &Socket::textReceived};
    std::optional<Error> reason;
    int closings = 0;

    Client()
    {
        QObject::connect(&socket, &Socket::closed, &socket, [this](const Error& error) {
            reason = error;
            ++closings;
        });
    }
};

//! What a browser-facing front end may answer to the upgrade.
class RefusingServer : public QTcpServer
{
public:
    QByteArray answer;
    QByteArray received;

    RefusingServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto* socket = nextPendingConnection();
            connect(socket, &QIODevice::readyRead, this, [this, socket] {
                received += socket->readAll();
                socket->write(answer);
                if (!answer.isEmpty() && !answer.contains("101"))
                    socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"ws://127.0.0.1:%1/"_s.arg(serverPort())); }
    //! From here on the test says byte by byte what comes.
    QTcpSocket* acceptUpgrade()
    {
        QByteArray key = received.mid(received.indexOf("Sec-WebSocket-Key: ") + 19, 24);
        key += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3
        auto* peer = findChild<QTcpSocket*>();
        peer->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                    "Upgrade\r\nSec-WebSocket-Accept: ");
        peer->write(QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64());
        peer->write("\r\n\r\n");
        return peer;
    }
};

} // namespace

class TestQtWebSocket : public QObject
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
        RefusingServer server;
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
        server.client->sendTextMessage(QString(50 * 1024 * 1024, u'x'));
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

    void messageBeyondTheLimitClosesAsMalformed()
    {
        RefusingServer server;
        server.answer = {};
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.received.contains("\r\n\r\n"));
        auto* peer = server.acceptUpgrade();
        QTRY_COMPARE(client.opened.size(), 1);
        peer->write(QByteArray::fromHex("817f0000000100000000")); // a text frame of 4 GiB
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Malformed);
    }

    void textThatIsNotUtf8ClosesAsMalformed()
    {
        RefusingServer server;
        Client client;
        client.socket.open(server.url(), {}, {});
        QTRY_VERIFY(server.received.contains("\r\n\r\n"));
        auto* peer = server.acceptUpgrade();
        QTRY_COMPARE(client.opened.size(), 1);
        peer->write(QByteArray::fromHex("8104c328c328"));
        QTRY_COMPARE(client.closings, 1);
        QCOMPARE(client.reason->kind, Error::Kind::Malformed);
        QCOMPARE(client.reason->detail, u"a text that is not UTF-8"_s);
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
        QFile certificate(QStringLiteral(COMPANION_TEST_DATA "/tls/localhost.pem"));
        QFile key(QStringLiteral(COMPANION_TEST_DATA "/tls/localhost.key"));
        QVERIFY(certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly));
        Server server(QWebSocketServer::SecureMode);
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(&certificate));
        tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        server.server.setSslConfiguration(tls);
        Client client;
        if (isTrusted)
            client.socket.setCaFile(certificate.fileName());
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

QTEST_GUILESS_MAIN(TestQtWebSocket)
#include "tst_qtwebsocket.moc"
