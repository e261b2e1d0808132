// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/socket.h"
#include "app/net/websocketframes.h"

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <optional>

namespace companion {

//! \brief Socket over TLS or TCP: the upgrade, and what each frame makes of the connection.
//!
//! A text that is not UTF-8 and a message beyond the limit cost themselves alone (see
//! websocketframes.h); what makes the next frame's beginning unknown closes the connection as
//! Malformed. What comes in a flood is told in slices, with the event loop in between: a burst of
//! a whole PBX must not stop the interface. What a slice has no time for stays with the server.
class WebSocketClient : public Socket
{
    Q_OBJECT

public:
    struct Timing
    {
        std::chrono::milliseconds open{10000}; //!< until the upgrade is answered
        std::chrono::milliseconds close{2000}; //!< until our close is answered
    };

    explicit WebSocketClient(QObject* parent = nullptr);
    explicit WebSocketClient(const Timing& timing, QObject* parent = nullptr);
    ~WebSocketClient() override;
    WebSocketClient(const WebSocketClient&) = delete;
    WebSocketClient& operator=(const WebSocketClient&) = delete;
    WebSocketClient(WebSocketClient&&) = delete;
    WebSocketClient& operator=(WebSocketClient&&) = delete;

    void setCaFile(const QString& path);
    void open(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& headers,
              const QStringList& subprotocols) override;
    void send(const QString& text) override;
    void ping() override;
    void close() override;
    void abort() override;

private:
    // Idle → Connecting → Upgrading → Open → Closing; from each of them back to Idle, by end() or
    // abort() alone.
    enum class State { Idle, Connecting, Upgrading, Open, Closing };

    void askUpgrade();
    void onBytes();
    void takeUpgrade();
    void takeFrames();
    void turnAround();
    void take(const WebSocketItem& item);
    void write(WebSocketOpcode opcode, const QByteArray& payload);
    void onLimit();
    void onGone(const Error& reason);
    void end(const Error& reason);
    void reset();
    [[nodiscard]] bool isTalking() const;

    Timing m_timing;
    QSslSocket m_tcp;
    QSslConfiguration m_tls;
    State m_state = State::Idle;
    bool m_isSecure = false;
    QByteArray m_request;
    QByteArray m_key;
    QStringList m_subprotocols;
    QByteArray m_head; //!< of the answer to the upgrade, as far as it has come
    WebSocketFrames m_frames;
    std::optional<Error> m_gone; //!< why it ends, once what came before has been told
    QTimer m_limit; //!< of opening or closing
    QTimer m_turn;
    QElapsedTimer m_slice; //!< since the first frame of this turn of the event loop
    bool m_isCut = false; //!< the slice had no time for all
};

} // namespace companion
