// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests under the session's token, dialling and call control.
#include "app/core/async.h"
#include "app/pbx/cloudone/session.h"
#include "app/pbx/cloudone/wirevalue.h"

#include <memory>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

void Session::ask(const Send& send, const Then& then, Again again)
{
    async::onReady(m_keeper.access(), this,
                   [this, send, then, again](const Result<QString>& token) {
                       if (!token)
                           return then(token.error());
                       sendWith(*token, send, then, again);
                   });
}

void Session::sendWith(const QString& token, const Send& send, const Then& then, Again again)
{
    async::onReady(send(token), this,
                   [this, token, send, then, again](const Result<HttpReply>& reply) {
                       const auto envelope = readEnvelope(reply);
                       const bool isRefused = !envelope && isTokenRefused(envelope.error());
                       if (isRefused)
                           m_keeper.reject(token);
                       if (isRefused && again == Again::Once)
                           return ask(send, then, Again::No);
                       then(envelope);
                   });
}

void Session::wish(const Send& send, const Then& then)
{
    if (m_status.state != LinkState::Connected && m_status.state != LinkState::Reconnecting)
        return then(
            Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s, u"signed_out"_s});
    ask(send, then);
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
        if (m_consulting.contains(call.id))
            return {HangUp, call.isMuted ? Unmute : Mute, CompleteTransfer, AbortTransfer};
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
    wish([this, body](const QString& token) { return m_api.post(u"call/dial"_s, token, body); },
         [this, promise](const Envelope& envelope) {
             if (!envelope)
                 return promise->finish(envelope.error());
             promise->finish(textOf((*envelope)["call_id"_L1]));
             expectEcho();
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
    wish([this,
          order](const QString& token) { return m_api.post(order->endpoint, token, order->body); },
         [this, promise, action, id = call.id](const Envelope& envelope) {
             if (action == CallAction::CompleteTransfer || action == CallAction::AbortTransfer)
                 m_consulting.remove(id);
             else if (action == CallAction::AttendedTransfer && envelope)
                 m_consulting.insert(id);
             promise->finish(envelope ? Result<Done>(Done{}) : Result<Done>(envelope.error()));
         });
    return promise->future();
}

} // namespace companion::pbx::cloudone
