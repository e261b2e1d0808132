// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/socket.h"

#include <QPointer>

#include <memory>
#include <utility>

namespace companion::test {

//! \brief Socket whose other end is the test.
class FakeSocket : public Socket
{
public:
    using Socket::Socket;

    QUrl url = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QStringList subprotocols = {};
    QStringList sent = {};
    int pings = 0;
    bool isAborted = false;
    bool isClosing = false;

    void open(const QUrl& to, const QList<std::pair<QByteArray, QByteArray>>& with,
              const QStringList& protocols) override
    {
        url = to;
        headers = with;
        subprotocols = protocols;
    }
    void send(const QString& text) override { sent.append(text); }
    void ping() override { ++pings; }
    void close() override
    {
        isClosing = true;
        Q_EMIT closed({Error::Kind::Offline, QStringLiteral("closed")});
    }
    void abort() override { isAborted = true; }

    // The other end
    void accept()
    {
        tell([this] { Q_EMIT opened(); });
    }
    void receive(const QString& text)
    {
        tell([&] { Q_EMIT textReceived(text); });
    }
    void pong()
    {
        tell([this] { Q_EMIT pongReceived(); });
    }
    void drop(const Error& reason = {Error::Kind::Offline, QStringLiteral("closed")})
    {
        tell([&] { Q_EMIT closed(reason); });
    }

private:
    template <typename Telling>
    void tell(Telling&& telling)
    {
        if (!isAborted)
            telling();
    }
};

//! \brief Makes fake sockets, and keeps sight of them for the test.
class FakeSockets
{
public:
    std::unique_ptr<Socket> make()
    {
        auto socket = std::make_unique<FakeSocket>();
        m_made.append(socket.get());
        return socket;
    }
    [[nodiscard]] qsizetype count() const { return m_made.size(); }
    [[nodiscard]] FakeSocket* at(qsizetype index) const { return m_made.at(index); }
    [[nodiscard]] FakeSocket* last() const
    {
        return m_made.isEmpty() ? nullptr : m_made.last().data();
    }

private:
    QList<QPointer<FakeSocket>> m_made;
};

} // namespace companion::test
