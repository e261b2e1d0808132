// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <utility>

namespace companion::test {

//! \brief A wire of loopback to a server, which breaks after some bytes of a request or an answer.
class Cutter : public QObject
{
    Q_OBJECT

public:
    enum class Side { Request, Answer };

    //! Between any number of clients and \p target on 127.0.0.1; breaks in requests whose first
    //! line holds \p path.
    Cutter(quint16 target, QByteArray path) : m_target(target), m_path(std::move(path))
    {
        m_listener.listen(QHostAddress::LocalHost);
        connect(&m_listener, &QTcpServer::newConnection, this, &Cutter::accept);
    }
    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    //! From now on: after \p bytes, \p times in a row.
    void arm(Side side, qint64 bytes, int times)
    {
        m_side = side;
        m_bytes = bytes;
        m_times = times;
    }
    [[nodiscard]] int cuts() const { return m_cuts; }
    // Of the last one of these requests that went through.
    [[nodiscard]] qint64 requestSize() const { return m_requestSize; }
    [[nodiscard]] qint64 answerSize() const { return m_answerSize; }

private:
    struct Wire
    {
        QTcpSocket* client = nullptr;
        QTcpSocket* server = nullptr;
        bool isCutting = false;
        bool isMeasured = false;
        qint64 left = 0;
    };

    void accept()
    {
        while (auto* client = m_listener.nextPendingConnection()) {
            auto wire = std::make_shared<Wire>();
            wire->client = client;
            wire->server = new QTcpSocket(client);
            wire->server->connectToHost(QHostAddress::LocalHost, m_target);
            connect(client, &QTcpSocket::readyRead, this, [this, wire] { onRequest(*wire); });
            connect(wire->server, &QTcpSocket::readyRead, this, [this, wire] { onAnswer(*wire); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(wire->server, &QTcpSocket::disconnected, client,
                    &QTcpSocket::disconnectFromHost);
        }
    }
    void onRequest(Wire& wire)
    {
        const auto data = wire.client->readAll();
        const auto firstLine = data.left(data.indexOf('\n'));
        if (firstLine.contains(" HTTP/1.1") && !wire.isCutting) {
            const bool isMeant = firstLine.contains(m_path);
            wire.isMeasured = isMeant;
            if (isMeant)
                m_requestSize = m_answerSize = 0;
            wire.isCutting = isMeant && m_times > 0;
            if (wire.isCutting) {
                --m_times;
                wire.left = m_bytes;
            }
        }
        if (wire.isMeasured)
            m_requestSize += data.size();
        pass(wire, Side::Request, data, wire.server);
    }
    void onAnswer(Wire& wire)
    {
        const auto data = wire.server->readAll();
        if (wire.isMeasured)
            m_answerSize += data.size();
        pass(wire, Side::Answer, data, wire.client);
    }
    void pass(Wire& wire, Side side, const QByteArray& data, QTcpSocket* to)
    {
        const bool isCounted = wire.isCutting && side == m_side;
        if (!isCounted || data.size() < wire.left) {
            wire.left -= isCounted ? data.size() : 0;
            to->write(data);
            return;
        }
        ++m_cuts;
        to->write(data.left(wire.left));
        wire.isCutting = false;
        wire.server->disconnectFromHost(); // what it has been sent it gets
        wire.client->disconnectFromHost();
    }

    QTcpServer m_listener;
    quint16 m_target;
    QByteArray m_path;
    Side m_side = Side::Request;
    qint64 m_bytes = 0;
    int m_times = 0;
    int m_cuts = 0;
    qint64 m_requestSize = 0;
    qint64 m_answerSize = 0;
};

} // namespace companion::test
