// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two ends of a WebSocket, as the tests of ours need them.
#include "app/net/websocketclient.h"

#include <QCryptographicHash>
#include <QFile>
#include <QNetworkProxy>
#include <QPointer>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <optional>

namespace companion::test {

inline QString certificateFile()
{
    return QStringLiteral(COMPANION_TEST_DATA "/tls/localhost.pem");
}

//! What a server of the tests shows who connects by TLS.
inline QSslConfiguration serverTls()
{
    QFile certificate(certificateFile());
    QFile key(QStringLiteral(COMPANION_TEST_DATA "/tls/localhost.key"));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
        return tls;
    tls.setLocalCertificate(QSslCertificate(&certificate));
    tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    return tls;
}

//! A WebSocket server that keeps its one client at hand.
struct Server
{
    QWebSocketServer server;
    QPointer<QWebSocket> client;
    QList<QString> received;

    explicit Server(QWebSocketServer::SslMode mode = QWebSocketServer::NonSecureMode,
                    const QHostAddress& address = QHostAddress::LocalHost)
        : server(QStringLiteral("test"), mode)
    {
        QObject::connect(&server, &QWebSocketServer::newConnection, &server, [this] {
            client = server.nextPendingConnection();
            QObject::connect(client, &QWebSocket::textMessageReceived, &server,
                             [this](const QString& text) { received.append(text); });
        });
        server.listen(address);
    }
    ~Server() { delete client.data(); } // Qt 6.4 leaves it to us when it has been upgraded
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    Server(Server&&) = delete;
    Server& operator=(Server&&) = delete;
    [[nodiscard]] QUrl url() const
    {
        return QUrl(
            QStringLiteral("ws://127.0.0.1:%1/stream?access_token=x").arg(server.serverPort()));
    }
};

struct Client
{
    WebSocketClient socket;
    QSignalSpy opened{&socket, &Socket::opened};
    QSignalSpy texts{&socket, &Socket::textReceived};
    QSignalSpy pongs{&socket, &Socket::pongReceived};
    std::optional<Error> reason;
    int closings = 0;

    explicit Client(const WebSocketClient::Timing& timing = {}) : socket(timing)
    {
        QObject::connect(&socket, &Socket::closed, &socket, [this](const Error& error) {
            reason = error;
            ++closings;
        });
    }
    [[nodiscard]] QStringList told() const
    {
        QStringList all;
        for (const auto& text : texts)
            all.append(text.at(0).toString());
        return all;
    }
};

//! \brief A server of which the test says byte by byte what comes; also one that refuses the
//! upgrade.
class RawServer : public QTcpServer
{
public:
    QByteArray answer; //!< at once to whatever comes; after one without "101" it hangs up
    QByteArray received;
    QPointer<QTcpSocket> peer; //!< the latest

    explicit RawServer(bool isSecure = false) : m_isSecure(isSecure)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto* socket = nextPendingConnection();
            peer = socket;
            connect(socket, &QIODevice::readyRead, this, [this, socket] {
                received += socket->readAll();
                socket->write(answer);
                if (!answer.isEmpty() && !answer.contains("101"))
                    socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(m_isSecure ? QStringLiteral("wss://localhost:%1/").arg(serverPort())
                               : QStringLiteral("ws://127.0.0.1:%1/").arg(serverPort()));
    }
    [[nodiscard]] bool isAsked() const { return received.contains("\r\n\r\n"); }
    [[nodiscard]] QByteArray accepting() const
    {
        const auto key = received.mid(received.indexOf("Sec-WebSocket-Key: ") + 19, 24);
        const QByteArray salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
               "Upgrade\r\nSec-WebSocket-Accept: "
            + QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n";
    }
    QTcpSocket* acceptUpgrade()
    {
        peer->write(accepting());
        received.clear();
        return peer;
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (!m_isSecure)
            return QTcpServer::incomingConnection(descriptor);
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSslConfiguration(serverTls());
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

private:
    bool m_isSecure;
};

//! The client opens, and the server has its request, but has not answered.
inline bool asks(Client& client, const RawServer& server)
{
    client.socket.setCaFile(certificateFile());
    client.socket.open(server.url(), {}, {});
    return QTest::qWaitFor([&server] { return server.isAsked(); });
}

//! The proxy of all connections, while it lives.
class ProxyInForce
{
public:
    explicit ProxyInForce(quint16 port)
    {
        QNetworkProxy::setApplicationProxy(
            {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), port});
    }
    ~ProxyInForce() { QNetworkProxyFactory::setUseSystemConfiguration(true); }
    ProxyInForce(const ProxyInForce&) = delete;
    ProxyInForce& operator=(const ProxyInForce&) = delete;
    ProxyInForce(ProxyInForce&&) = delete;
    ProxyInForce& operator=(ProxyInForce&&) = delete;
};

//! A frame as a server sends it.
inline QByteArray frame(quint8 first, const QByteArray& payload)
{
    QByteArray bytes(1, static_cast<char>(first));
    const auto size = payload.size();
    if (size <= 125) {
        bytes += static_cast<char>(size);
    } else if (size <= 0xFFFF) {
        bytes += '\x7E';
        bytes += static_cast<char>(size >> 8);
        bytes += static_cast<char>(size & 0xFF);
    } else {
        bytes += '\x7F';
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes += static_cast<char>((size >> shift) & 0xFF);
    }
    return bytes + payload;
}

} // namespace companion::test
