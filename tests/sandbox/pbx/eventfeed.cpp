// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/eventfeed.h"

#include "tests/sandbox/pbx/wording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

struct EventFeed::Subscriber
{
    QWebSocket* socket = nullptr;
    QByteArray token;
    bool subscribed = false;
    QSet<int> topics;
    QTimer* silence = nullptr; // both belong to the socket
    QTimer* life = nullptr;
};

namespace {

    QString compact(const QJsonObject& object)
    {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }

} // namespace

EventFeed::EventFeed(QObject* parent) : QObject(parent) {}

EventFeed::~EventFeed()
{
    dropAll();
}

void EventFeed::setSerial(const QString& serial)
{
    m_serial = serial;
}

void EventFeed::setSilenceLimit(int milliseconds)
{
    m_silenceMs = milliseconds;
    for (auto& [socket, subscriber] : m_subscribers)
        subscriber->silence->start(milliseconds);
}

void EventFeed::accept(QWebSocket* socket, const QByteArray& token, const QDateTime& expires)
{
    ++m_accepted;
    socket->setParent(this);
    auto subscriber = std::make_unique<Subscriber>();
    auto& known = *subscriber;
    known.socket = socket;
    known.token = token;
    known.silence = new QTimer(socket);
    known.life = new QTimer(socket);
    known.silence->setSingleShot(true);
    known.life->setSingleShot(true);
    m_subscribers.emplace(socket, std::move(subscriber));
    connect(socket, &QWebSocket::disconnected, this, [this, socket] { forget(socket); });
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString& text) { receive(socket, text); });
    connect(known.silence, &QTimer::timeout, socket, [socket] { socket->close(); });
    connect(known.life, &QTimer::timeout, this, [this, socket] { sayExpired(socket); });
    if (!expires.isValid()) {
        sayExpired(socket);
        return;
    }
    known.silence->start(m_silenceMs);
    const auto left = QDateTime::currentDateTimeUtc().msecsTo(expires);
    known.life->start(int(std::clamp<qint64>(left, 0, 24LL * 3600 * 1000)));
}

void EventFeed::receive(QWebSocket* socket, const QString& text)
{
    const auto found = m_subscribers.find(socket);
    if (m_frozen || found == m_subscribers.end())
        return;
    auto& subscriber = *found->second;
    subscriber.silence->start(m_silenceMs);
    if (text == "heartbeat"_L1) {
        ++m_heartbeats;
        subscriber.socket->sendTextMessage(u"heartbeat response"_s);
        return;
    }
    subscribe(subscriber, text);
}

void EventFeed::subscribe(Subscriber& subscriber, const QString& text)
{
    const auto document = QJsonDocument::fromJson(text.toUtf8());
    const auto list = document.object().value("topic_list"_L1);
    if (!document.isObject() || !list.isArray()) {
        subscriber.socket->sendTextMessage(compact(refusal(document.isObject() ? 40002 : 40001)));
        return;
    }
    QSet<int> topics;
    for (const auto& topic : list.toArray()) {
        if (!topic.isDouble()) { // topic numbers are integers, A3
            subscriber.socket->sendTextMessage(
                compact(parameterRefusal(u"topic_list"_s, u"integer"_s)));
            return;
        }
        topics.insert(topic.toInt());
    }
    subscriber.subscribed = true;
    subscriber.topics = topics;
    subscriber.socket->sendTextMessage(compact(success()));
}

void EventFeed::publish(const PbxEvent& event)
{
    if (event.delayMs > 0) {
        auto later = event;
        later.delayMs = 0;
        QTimer::singleShot(event.delayMs, this, [this, later] { publish(later); });
        return;
    }
    if (m_heldBack) {
        m_heldBack->append(event);
        return;
    }
    if (m_frozen)
        return; // lost, as with the real one: nothing is replayed
    const auto frames = encode(event, m_serial);
    for (const auto& [socket, subscriber] : m_subscribers) {
        if (!subscriber->subscribed || !subscriber->topics.contains(event.topic))
            continue;
        for (const auto& frame : frames) {
            socket->sendTextMessage(QString::fromUtf8(frame));
            ++m_framesSent;
        }
    }
}

void EventFeed::holdBack()
{
    if (!m_heldBack)
        m_heldBack.emplace();
}

void EventFeed::release(Order order, quint32 seed)
{
    auto events = std::exchange(m_heldBack, std::nullopt).value_or(QList<PbxEvent>());
    std::mt19937 chance(seed);
    switch (order) {
    case Order::AsHappened:
        break;
    case Order::Reversed:
        std::reverse(events.begin(), events.end());
        break;
    case Order::Shuffled:
        std::shuffle(events.begin(), events.end(), chance);
        break;
    }
    for (const auto& event : std::as_const(events))
        publish(event);
}

void EventFeed::sendText(const QString& text)
{
    for (const auto& [socket, subscriber] : m_subscribers) {
        if (subscriber->subscribed)
            socket->sendTextMessage(text);
    }
}

void EventFeed::sendBinary(const QByteArray& bytes)
{
    for (const auto& [socket, subscriber] : m_subscribers) {
        if (subscriber->subscribed)
            socket->sendBinaryMessage(bytes);
    }
}

void EventFeed::sayExpired(QWebSocket* socket)
{
    if (!m_frozen)
        socket->sendTextMessage(compact(refusal(10004)));
    socket->close();
}

void EventFeed::expire(const QByteArray& token)
{
    std::vector<QWebSocket*> expired;
    for (const auto& [socket, subscriber] : m_subscribers) {
        if (subscriber->token == token)
            expired.push_back(socket);
    }
    for (auto* socket : expired)
        sayExpired(socket);
}

void EventFeed::expireAll()
{
    std::vector<QWebSocket*> all;
    for (const auto& [socket, subscriber] : m_subscribers)
        all.push_back(socket);
    for (auto* socket : all)
        sayExpired(socket);
}

void EventFeed::drop(const QByteArray& token)
{
    std::vector<QWebSocket*> dropped;
    for (const auto& [socket, subscriber] : m_subscribers) {
        if (subscriber->token == token)
            dropped.push_back(socket);
    }
    for (auto* socket : dropped)
        socket->close();
}

void EventFeed::dropAll()
{
    const auto gone = std::exchange(m_subscribers, {});
    for (const auto& [socket, subscriber] : gone) {
        disconnect(socket, nullptr, this, nullptr);
        socket->abort();
        socket->deleteLater();
    }
}

void EventFeed::setFrozen(bool frozen)
{
    m_frozen = frozen;
}

bool EventFeed::isFrozen() const
{
    return m_frozen;
}

int EventFeed::socketCount() const
{
    return int(m_subscribers.size());
}

QJsonObject EventFeed::json() const
{
    QJsonArray sockets;
    for (const auto& [socket, subscriber] : m_subscribers) {
        QJsonArray topics;
        for (const int topic : std::as_const(subscriber->topics))
            topics.append(topic);
        sockets.append(
            QJsonObject{{u"subscribed"_s, subscriber->subscribed}, {u"topics"_s, topics}});
    }
    return {{u"open"_s, sockets},
            {u"accepted"_s, m_accepted},
            {u"framesSent"_s, m_framesSent},
            {u"heartbeats"_s, m_heartbeats},
            {u"frozen"_s, m_frozen}};
}

void EventFeed::forget(QWebSocket* socket)
{
    m_subscribers.erase(socket);
    socket->deleteLater();
}

} // namespace companion::sandbox
