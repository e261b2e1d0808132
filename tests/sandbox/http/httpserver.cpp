// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/http/httpserver.h"

#include "tests/sandbox/http/httpconnection.h"

#include <QHostAddress>
#include <QSslSocket>
#include <QTcpServer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <utility>

namespace companion::sandbox {

namespace {

    //! \brief A listener that hands over bare descriptors, so that one place decides about TLS.
    class Listener : public QTcpServer
    {
    public:
        explicit Listener(std::function<void(qintptr)> accept) : m_accept(std::move(accept)) {}

    protected:
        void incomingConnection(qintptr descriptor) override { m_accept(descriptor); }

    private:
        std::function<void(qintptr)> m_accept;
    };

    QString peerKey(const QHostAddress& address, quint16 port)
    {
        return address.toString() + u'|' + QString::number(port);
    }

} // namespace

HttpServer::HttpServer(QObject* parent) : QObject(parent) {}

HttpServer::~HttpServer()
{
    close();
}

bool HttpServer::listen(quint16 port)
{
    close();
    // Port 0 gives a port that is free on 127.0.0.1; ::1 may have it taken, hence the attempts.
    for (int attempt = 0; attempt < 20; ++attempt) {
        auto first = std::make_unique<Listener>([this](qintptr handle) { accept(handle); });
        if (!first->listen(QHostAddress(QHostAddress::LocalHost), port))
            return false;
        auto second = std::make_unique<Listener>([this](qintptr handle) { accept(handle); });
        const bool both =
            second->listen(QHostAddress(QHostAddress::LocalHostIPv6), first->serverPort());
        if (!both && second->serverError() == QAbstractSocket::AddressInUseError && port == 0)
            continue;
        m_port = first->serverPort();
        m_listeners.push_back(std::move(first));
        if (both)
            m_listeners.push_back(std::move(second));
        return true;
    }
    return false;
}

void HttpServer::close()
{
    m_listeners.clear();
    qDeleteAll(findChildren<HttpConnection*>(QString(), Qt::FindDirectChildrenOnly));
}

bool HttpServer::isListening() const
{
    return !m_listeners.empty();
}

quint16 HttpServer::port() const
{
    return m_port;
}

void HttpServer::setHandler(Route handler)
{
    m_handler = std::move(handler);
}

void HttpServer::setUpgradeHandler(UpgradeDecision decide, UpgradeAccepted accepted)
{
    m_decideUpgrade = std::move(decide);
    m_upgradeAccepted = std::move(accepted);
}

void HttpServer::setTls(const QSslConfiguration& configuration)
{
    m_tls = configuration;
}

bool HttpServer::isTls() const
{
    return m_tls.has_value();
}

void HttpServer::accept(qintptr descriptor)
{
    QTcpSocket* socket = nullptr;
    if (m_tls) {
        auto* encrypted = new QSslSocket;
        encrypted->setSslConfiguration(*m_tls);
        socket = encrypted;
    } else {
        socket = new QTcpSocket;
    }
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    new HttpConnection(socket, *this); // child of the server; deletes itself with its socket
    if (auto* encrypted = qobject_cast<QSslSocket*>(socket))
        encrypted->startServerEncryption();
}

HttpResponse HttpServer::answer(const HttpRequest& request) const
{
    if (!m_handler)
        return HttpResponse::text("nobody answers here", 503);
    return m_handler(request);
}

bool HttpServer::upgrade(QTcpSocket* socket, const HttpRequest& request, HttpResponse& refusal)
{
    if (!m_decideUpgrade || !m_upgradeAccepted) {
        refusal = HttpResponse::text("no WebSocket here", 404);
        return false;
    }
    if (auto answer = m_decideUpgrade(request)) {
        refusal = *answer;
        return false;
    }
    if (!m_webSockets) {
        m_webSockets = std::make_unique<QWebSocketServer>(QStringLiteral("companion-sandbox"),
                                                          m_tls ? QWebSocketServer::SecureMode
                                                                : QWebSocketServer::NonSecureMode);
        connect(m_webSockets.get(), &QWebSocketServer::newConnection, this,
                &HttpServer::takeWebSockets);
    }
    const auto key = peerKey(socket->peerAddress(), socket->peerPort());
    m_pendingUpgrades.insert(key, {socket, request});
    socket->setParent(m_webSockets.get());
    m_webSockets->handleConnection(socket);
    return true;
}

void HttpServer::takeWebSockets()
{
    while (auto* socket = m_webSockets->nextPendingConnection()) {
        const auto upgrade =
            m_pendingUpgrades.take(peerKey(socket->peerAddress(), socket->peerPort()));
        // Qt leaves the TCP socket of an accepted connection to its listener; ours has none.
        if (upgrade.socket)
            upgrade.socket->setParent(socket);
        m_upgradeAccepted(socket, upgrade.request);
    }
    m_pendingUpgrades.removeIf([](const auto& entry) { return entry->socket.isNull(); });
}

} // namespace companion::sandbox
