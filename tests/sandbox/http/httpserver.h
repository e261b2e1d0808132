// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpmessage.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QTcpServer;
class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

namespace companion::sandbox {

class HttpConnection;

//! \brief A small HTTP/1.1 and WebSocket server for loopback only.
//!
//! Understands keep-alive, chunked bodies, requests split over segments and pipelined requests. It
//! answers one request at a time for each connection, on the thread it lives in.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Route = std::function<HttpResponse(const HttpRequest&)>;
    using UpgradeDecision = std::function<std::optional<HttpResponse>(const HttpRequest&)>;
    using UpgradeAccepted = std::function<void(QWebSocket*, const HttpRequest&)>;

    explicit HttpServer(QObject* parent = nullptr);
    ~HttpServer() override;

    //! \brief Listens on 127.0.0.1 and, where the system has it, on ::1. Port 0 means any.
    bool listen(quint16 port = 0);
    //! \brief Stops accepting and drops every open connection; listen() may follow.
    void close();
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;

    void setHandler(Route handler);
    //! \brief \p decide answers nothing to accept; \p accepted then owns the socket.
    void setUpgradeHandler(UpgradeDecision decide, UpgradeAccepted accepted);
    //! \brief To be called before listen(): from then on the server speaks TLS only.
    void setTls(const QSslConfiguration& configuration);
    [[nodiscard]] bool isTls() const;

private:
    friend class HttpConnection;

    void accept(qintptr descriptor);
    [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;
    //! \brief Whether the socket went to the WebSocket server; otherwise \p refusal is filled in.
    bool upgrade(QTcpSocket* socket, const HttpRequest& request, HttpResponse& refusal);
    void takeWebSockets();

    struct PendingUpgrade
    {
        QPointer<QTcpSocket> socket;
        HttpRequest request;
    };

    std::vector<std::unique_ptr<QTcpServer>> m_listeners;
    quint16 m_port = 0;
    std::optional<QSslConfiguration> m_tls;
    Route m_handler;
    UpgradeDecision m_decideUpgrade;
    UpgradeAccepted m_upgradeAccepted;
    std::unique_ptr<QWebSocketServer> m_webSockets;
    QHash<QString, PendingUpgrade> m_pendingUpgrades; //!< by the caller's address and port
};

} // namespace companion::sandbox
