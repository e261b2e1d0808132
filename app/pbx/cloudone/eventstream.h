// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/socket.h"
#include "app/pbx/cloudone/frameparser.h"
#include "app/pbx/cloudone/timing.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>

#include <memory>

namespace companion::pbx::cloudone {

//! \brief One life of the event socket: opens, subscribes, proves itself alive by heartbeats, ends.
//!
//! Tells calls and colleagues; acknowledgements, heartbeats and expiry are its own affair. After
//! ended() nothing more comes. Deleting it later, as its owner must from one of its signals, is
//! silent: see drop().
class EventStream : public QObject
{
    Q_OBJECT

public:
    EventStream(std::unique_ptr<Socket> socket, const Timing& timing, QObject* parent = nullptr);
    ~EventStream() override;

    void open(const QUrl& url);
    void setZone(const QTimeZone& zone) { m_zone = zone; }
    [[nodiscard]] bool isSubscribed() const { return m_isSubscribed; }
    //! Ends \p stream silently and deletes it once it is out of its own signals.
    static void drop(std::unique_ptr<EventStream> stream);

Q_SIGNALS:
    void subscribed();
    void frameTold(const companion::pbx::cloudone::Frame& frame);
    void beaten(); //!< a heartbeat went out
    void ended(const companion::Error& reason);

private:
    void subscribe();
    void onText(const QString& text);
    void onStatus(int code);
    void onSubscribed();
    void beat();
    void end(const Error& reason);
    void silence();

    std::unique_ptr<Socket> m_socket;
    Timing m_timing;
    QTimeZone m_zone;
    QTimer m_heartbeat;
    QTimer m_answerLimit; //!< of the subscription, then of each heartbeat
    bool m_isSubscribed = false;
    bool m_isOver = false;
};

} // namespace companion::pbx::cloudone
