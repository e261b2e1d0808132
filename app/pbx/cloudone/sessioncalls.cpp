// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The session's answers to wishes: dialling, call control, records and recordings.
#include "app/core/async.h"
#include "app/pbx/cloudone/frameparser.h"
#include "app/pbx/cloudone/session.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <memory>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

void Session::request(const std::function<QFuture<Result<HttpReply>>(const QString&)>& send,
                      const Then& then)
{
    if (m_status.state != LinkState::Connected && m_status.state != LinkState::Reconnecting)
        return then(Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s});
    const QString used = m_tokens.access;
    async::onReady(send(used), this, [this, send, then, used](const Result<HttpReply>& reply) {
        const auto envelope = readEnvelope(reply);
        const bool hasExpired = !envelope && envelope.error().code == "10004"_L1;
        if (!hasExpired)
            return then(envelope);
        if (m_tokens.access != used && !m_tokens.access.isEmpty()) {
            async::onReady(send(m_tokens.access), this,
                           [then](const Result<HttpReply>& second) { then(readEnvelope(second)); });
            return;
        }
        // One refresh for all who wait: the reconnect brings it; the wish is repeated then.
        m_tokens.access.clear();
        auto* waiting = new QObject(this);
        connect(
            this, &PbxLink::statusChanged, waiting,
            [this, waiting, send, then](const PbxStatus& status) {
                if (status.state != LinkState::Connected && status.state != LinkState::Failed
                    && status.state != LinkState::SignedOut)
                    return;
                waiting->deleteLater();
                waiting->disconnect();
                disconnect(this, nullptr, waiting, nullptr);
                if (status.state != LinkState::Connected)
                    return then(Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s});
                async::onReady(
                    send(m_tokens.access), this,
                    [then](const Result<HttpReply>& second) { then(readEnvelope(second)); });
            });
        lost({Error::Kind::Unauthorized, u"token expired"_s, u"10004"_s});
    });
}

QSet<CallAction> Session::actionsFor(const Call& call) const
{
    using enum CallAction;
    if (call.ownChannel.isEmpty())
        return {};
    switch (call.phase) {
    case CallPhase::Ringing:
        return {Decline};
    case CallPhase::Dialling:
        return {HangUp};
    case CallPhase::Connected:
        return {HangUp,           Hold,          call.isMuted ? Unmute : Mute, BlindTransfer,
                AttendedTransfer, AddParticipant};
    case CallPhase::Held:
        return {HangUp, Resume, BlindTransfer};
    case CallPhase::Ended:
        break;
    }
    return {};
}

QFuture<Result<CallId>> Session::dial(const QString& number)
{
    auto promise = std::make_shared<async::Promise<CallId>>();
    const QJsonObject body{{u"caller"_s, m_status.extension}, {u"callee"_s, number}};
    request([this, body](const QString& token) { return m_api.post(u"call/dial"_s, token, body); },
            [promise](const Envelope& envelope) {
                if (!envelope)
                    return promise->finish(envelope.error());
                promise->finish((*envelope)["call_id"_L1].toString());
            });
    return promise->future();
}

namespace {

    struct Order
    {
        QString endpoint;
        QJsonObject body;
    };

    //! The request that an action is (A6).
    std::optional<Order> orderFor(const Call& call, CallAction action, const QString& target,
                                  const QString& extension)
    {
        const QJsonObject own{{u"channel_id"_s, call.ownChannel}};
        switch (action) {
        case CallAction::HangUp:
        case CallAction::Decline:
            return Order{u"call/hangup"_s, own};
        case CallAction::Hold:
            return Order{u"call/hold"_s, own};
        case CallAction::Resume:
            return Order{u"call/unhold"_s, own};
        case CallAction::Mute:
            return Order{u"call/mute"_s, own};
        case CallAction::Unmute:
            return Order{u"call/unmute"_s, own};
        case CallAction::BlindTransfer:
            // The channel is that of the party to be moved.
            return Order{u"call/transfer"_s,
                         {{u"type"_s, u"blind"_s},
                          {u"channel_id"_s,
                           call.remoteChannel.isEmpty() ? call.ownChannel : call.remoteChannel},
                          {u"number"_s, target},
                          {u"dial_permission"_s, extension}}};
        case CallAction::AttendedTransfer:
            return Order{u"call/transfer"_s,
                         {{u"type"_s, u"attended"_s},
                          {u"channel_id"_s, call.ownChannel},
                          {u"number"_s, target}}};
        case CallAction::CompleteTransfer:
        case CallAction::AbortTransfer:
            return Order{u"call/transfer"_s,
                         {{u"type"_s, u"attended"_s},
                          {u"channel_id"_s, call.ownChannel},
                          {u"attended_operate"_s,
                           action == CallAction::CompleteTransfer ? u"complete"_s : u"abort"_s}}};
        case CallAction::AddParticipant:
            return Order{u"call/add_member"_s,
                         {{u"channel_id"_s, call.ownChannel},
                          {u"number"_s, target},
                          {u"dial_permission"_s, extension}}};
        case CallAction::Answer:
            break; // there is no such endpoint for an ordinary extension
        }
        return {};
    }

} // namespace

QFuture<Result<Done>> Session::act(const Call& call, CallAction action, const QString& target)
{
    const auto order = orderFor(call, action, target, m_status.extension);
    if (!order || call.ownChannel.isEmpty())
        return async::ready<Done>(Error{Error::Kind::Unsupported, u"operation not supported"_s});
    auto promise = std::make_shared<async::Promise<Done>>();
    request([this, order](
                const QString& token) { return m_api.post(order->endpoint, token, order->body); },
            [promise](const Envelope& envelope) {
                promise->finish(envelope ? Result<Done>(Done{}) : Result<Done>(envelope.error()));
            });
    return promise->future();
}

void Session::askRecords(const QString& from, const QString& to,
                         const std::function<void(const Result<QList<CallEvent>>&)>& then)
{
    const Api::Query query{{u"page"_s, u"1"_s},       {u"page_size"_s, u"500"_s},
                           {u"sort_by"_s, u"time"_s}, {u"order_by"_s, u"desc"_s},
                           {u"start_time"_s, from},   {u"end_time"_s, to}};
    request(
        [this, query](const QString& token) { return m_api.get(u"cdr/search"_s, token, query); },
        [this, then](const Envelope& envelope) {
            if (!envelope)
                return then(envelope.error());
            QList<CallEvent> events;
            const auto rows = (*envelope)["data"_L1].toArray();
            for (const auto& value : rows) {
                const auto row = value.toObject();
                CallEvent event{.kind = CallEvent::Kind::Ended,
                                .call = row["call_id"_L1].toString(),
                                .record = parseRecord(row, m_zone),
                                .serial = m_status.serial,
                                .at = QDateTime::currentDateTime()};
                const bool isOurs = event.record->from == m_status.extension
                    || event.record->to == m_status.extension;
                if (event.call.isEmpty())
                    event.call = event.record->uid;
                if (isOurs && !event.call.isEmpty())
                    events.append(event);
            }
            then(events);
        });
}

QFuture<Result<QList<CallEvent>>> Session::recordsSince(const QDateTime& since)
{
    auto promise = std::make_shared<async::Promise<QList<CallEvent>>>();
    const QString to = QString::number(QDateTime::currentSecsSinceEpoch() + 60);
    askRecords(QString::number(since.toSecsSinceEpoch()), to,
               [promise](const Result<QList<CallEvent>>& events) { promise->finish(events); });
    return promise->future();
}

QFuture<Result<CallEvent>> Session::recordOf(const CallId& call)
{
    auto promise = std::make_shared<async::Promise<CallEvent>>();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    // Unix seconds, as live clients report; a call that began before yesterday is not asked for.
    askRecords(QString::number(now - 86400), QString::number(now + 60),
               [promise, call](const Result<QList<CallEvent>>& events) {
                   if (!events)
                       return promise->finish(events.error());
                   for (const auto& event : *events)
                       if (event.call == call)
                           return promise->finish(event);
                   promise->finish(Error{Error::Kind::NotFound, u"no record yet"_s});
               });
    return promise->future();
}

QFuture<Result<RecordingAudio>> Session::recording(const QString& fileName)
{
    auto promise = std::make_shared<async::Promise<RecordingAudio>>();
    const Api::Query query{{u"file"_s, fileName}};
    request([this, query](
                const QString& token) { return m_api.get(u"recording/download"_s, token, query); },
            [this, promise](const Envelope& envelope) {
                if (!envelope)
                    return promise->finish(envelope.error());
                const QString path = (*envelope)["download_resource_url"_L1].toString();
                if (!path.startsWith(u'/') || path.startsWith("//"_L1))
                    return promise->finish(Error{Error::Kind::NotFound, u"no recording"_s});
                async::onReady(
                    m_api.download(path, m_tokens.access), this,
                    [promise](const Result<HttpReply>& reply) {
                        if (!reply)
                            return promise->finish(reply.error());
                        const auto type = QString::fromLatin1(reply->header("Content-Type"));
                        if (reply->status != 200 || type.contains("json"_L1)
                            || type.contains("html"_L1))
                            return promise->finish(Error{Error::Kind::NotFound, u"no recording"_s});
                        promise->finish(RecordingAudio{.bytes = reply->body, .contentType = type});
                    });
            });
    return promise->future();
}

} // namespace companion::pbx::cloudone
