// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/socket.h"

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QStringList>
#include <QTimer>
#include <QWebSocket>

namespace companion {

//! \brief Socket over QWebSocket.
//!
//! A message of more than 64 MiB, or a text that is not UTF-8, closes the connection as Malformed:
//! QWebSocket offers no way to skip one. The session connects again at once and asks for the state.
//! What comes in a flood is told in slices, with the event loop in between: a burst of a whole PBX
//! must not stop the interface.
class QtWebSocket : public Socket
{
    Q_OBJECT

public:
    explicit QtWebSocket(QObject* parent = nullptr);

    void setCaFile(const QString& path);
    void open(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& headers,
              const QStringList& subprotocols) override;
    void send(const QString& text) override;
    void ping() override;
    void close() override;
    void abort() override;

private:
    void onText(const QString& text);
    void tellWaiting();
    void turnAround();
    void end(const Error& reason);
    void onError();
    void onDisconnected();

    QWebSocket m_socket;
    QTimer m_openLimit;
    QSslConfiguration m_tls;
    QStringList m_waiting; //!< texts that this slice has no time for
    QTimer m_turn;
    QElapsedTimer m_slice; //!< since the first text of this turn of the event loop
    bool m_isLive = false; //!< open() was called and closed() has not been told
};

} // namespace companion
