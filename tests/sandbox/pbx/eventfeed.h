// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/pbx/frameshape.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QObject>

#include <map>
#include <memory>
#include <optional>

class QWebSocket;

namespace companion::sandbox {

//! \brief The event stream: its sockets, what each subscribed to, heartbeats, silence and the end
//! of a token's life (cloudone-pbx-api.md A3, A12.6).
class EventFeed : public QObject
{
    Q_OBJECT

public:
    enum class Order { AsHappened, Reversed, Shuffled };

    explicit EventFeed(QObject* parent = nullptr);
    ~EventFeed() override;

    void setSerial(const QString& serial);
    void setSilenceLimit(int milliseconds);

    //! \brief Takes the socket over; without a token it is told so and closed.
    void accept(QWebSocket* socket, const QByteArray& token, const QDateTime& expires);
    void publish(const PbxEvent& event);
    //! \brief To every socket that has subscribed to something, whatever its topics.
    void sendText(const QString& text);
    void sendBinary(const QByteArray& bytes);

    //! \brief Keeps what is published until release(), which tells it in that order.
    void holdBack();
    void release(Order order, quint32 seed = 1);

    //! \brief 10004 and the end, for the sockets of one token, or for all.
    void expire(const QByteArray& token);
    void expireAll();
    void drop(const QByteArray& token);
    void dropAll(); //!< without a closing handshake
    //! \brief A frozen feed neither answers nor tells, but its sockets stay open.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const;

    [[nodiscard]] int socketCount() const;
    [[nodiscard]] QJsonObject json() const;

private:
    struct Subscriber;

    void receive(QWebSocket* socket, const QString& text);
    void subscribe(Subscriber& subscriber, const QString& text);
    void sayExpired(QWebSocket* socket);
    void forget(QWebSocket* socket);

    std::map<QWebSocket*, std::unique_ptr<Subscriber>> m_subscribers;
    QString m_serial;
    int m_silenceMs = 60000;
    bool m_frozen = false;
    std::optional<QList<PbxEvent>> m_heldBack;
    int m_framesSent = 0;
    int m_heartbeats = 0;
    int m_accepted = 0;
};

} // namespace companion::sandbox
