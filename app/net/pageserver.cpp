// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/pageserver.h"

#include "app/core/logging.h"
#include "app/net/loopback.h"
#include "app/net/pageconnection.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace companion {

PageServer::PageServer(Answer answer, const PageLimits& limits, QObject* parent)
    : QObject(parent), m_answer(std::move(answer)), m_limits(limits)
{}

PageServer::~PageServer()
{
    // At once: they refer to what is destroyed next.
    qDeleteAll(findChildren<PageConnection*>(Qt::FindDirectChildrenOnly));
}

Result<quint16> PageServer::listen(const QList<quint16>& ports)
{
    auto v4 = std::make_unique<QTcpServer>();
    auto v6 = std::make_unique<QTcpServer>();
    for (auto* server : {v4.get(), v6.get()})
        connect(server, &QTcpServer::newConnection, this,
                [this, server] { onConnection(*server); });
    auto port = listenOnLoopback(*v4, *v6, ports);
    if (port) {
        m_servers.push_back(std::move(v4));
        m_servers.push_back(std::move(v6));
    }
    return port;
}

QList<quint16> PageServer::ports() const
{
    QList<quint16> ports;
    for (const auto& server : m_servers)
        if (server->isListening() && !ports.contains(server->serverPort()))
            ports.append(server->serverPort());
    return ports;
}

void PageServer::close()
{
    m_servers.clear();
    const auto connections = findChildren<PageConnection*>(Qt::FindDirectChildrenOnly);
    for (auto* connection : connections)
        connection->end();
}

void PageServer::onConnection(QTcpServer& server)
{
    while (auto* socket = server.nextPendingConnection()) {
        const auto open = findChildren<PageConnection*>(Qt::FindDirectChildrenOnly).size();
        const bool isAdmitted =
            !m_admission || m_admission(socket->peerPort(), socket->localPort());
        if (open >= m_limits.connections || !isAdmitted) {
            qCWarning(lcNet) << "page server: connection refused,"
                             << (isAdmitted ? "too many" : "not of this user");
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new PageConnection(*socket, m_answer, m_limits, this); // owned by this, until it is over
    }
}

} // namespace companion
