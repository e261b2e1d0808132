// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/eventstream.h"

#include "app/core/logging.h"

#include <utility>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    constexpr int subscribeAgain = -3; // as the vendor's own client reads it (A3)
    constexpr int tokenExpired = 10004;

} // namespace

EventStream::EventStream(std::unique_ptr<Socket> socket, const Timing& timing, QObject* parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_timing(timing)
    , m_zone(QTimeZone::systemTimeZone())
{
    m_heartbeat.setSingleShot(true);
    m_answerLimit.setSingleShot(true);
    connect(&m_heartbeat, &QTimer::timeout, this, &EventStream::beat);
    connect(&m_answerLimit, &QTimer::timeout, this, [this] {
        end({Error::Kind::Timeout,
             m_isSubscribed ? u"heartbeat unanswered"_s : u"subscription unanswered"_s});
    });
    connect(m_socket.get(), &Socket::opened, this, &EventStream::subscribe);
    connect(m_socket.get(), &Socket::textReceived, this, &EventStream::onText);
    connect(m_socket.get(), &Socket::closed, this, &EventStream::end);
}

EventStream::~EventStream()
{
    silence();
}

void EventStream::drop(std::unique_ptr<EventStream> stream)
{
    if (!stream)
        return;
    stream->disconnect();
    stream->silence();
    stream.release()->deleteLater();
}

void EventStream::silence()
{
    m_isOver = true;
    m_heartbeat.stop();
    m_answerLimit.stop();
    m_socket->disconnect(this);
    m_socket->abort();
}

void EventStream::open(const QUrl& url)
{
    m_answerLimit.start(m_timing.subscribeAnswer);
    m_socket->open(url, {}, {});
}

void EventStream::subscribe()
{
    m_socket->send(u"{\"topic_list\":[30007,30008,30009,30011,30012,30013,30014,30015]}"_s);
}

void EventStream::onText(const QString& text)
{
    if (m_isSubscribed) { // any word is a sign of life
        m_answerLimit.stop();
        // Of the PBX's life, not of ours: it may close on who says nothing, however much it tells.
        if (!m_heartbeat.isActive())
            m_heartbeat.start(m_timing.heartbeat);
    }
    const auto frame = parseFrame(text, QDateTime::currentDateTime(), m_zone);
    if (!frame) {
        qCWarning(lcPbx) << "a frame was dropped:" << frame.error().detail;
        return;
    }
    if (const auto* status = std::get_if<StatusFrame>(&*frame))
        return onStatus(status->code);
    if (!std::holds_alternative<CallEvent>(*frame)
        && !std::holds_alternative<ColleagueFrame>(*frame))
        return;
    onSubscribed(); // what tells events has been subscribed to, even if the answer was lost
    if (!m_isOver)
        Q_EMIT frameTold(*frame);
}

void EventStream::onStatus(int code)
{
    if (code == 0)
        return onSubscribed();
    const QString text = QString::number(code);
    if (code == tokenExpired)
        return end({Error::Kind::Unauthorized, u"token expired"_s, text});
    if (!m_isSubscribed)
        return end({Error::Kind::Timeout, u"subscription refused"_s, text});
    if (code == subscribeAgain)
        return subscribe();
    qCInfo(lcPbx) << "the PBX reports code" << code;
}

void EventStream::onSubscribed()
{
    if (m_isSubscribed)
        return;
    m_isSubscribed = true;
    m_answerLimit.stop();
    m_heartbeat.start(m_timing.heartbeat);
    Q_EMIT subscribed();
}

void EventStream::beat()
{
    m_socket->send(u"heartbeat"_s);
    m_answerLimit.start(m_timing.heartbeatAnswer);
    Q_EMIT beaten();
}

void EventStream::end(const Error& reason)
{
    if (m_isOver)
        return;
    silence();
    Q_EMIT ended(reason);
}

} // namespace companion::pbx::cloudone
