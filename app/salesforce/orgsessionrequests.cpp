// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of OrgSession that sends requests and renews the access token.
#include "app/core/logging.h"
#include "app/salesforce/orgsession.h"
#include "app/salesforce/replies.h"

#include <QFutureWatcher>

#include <utility>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

struct OrgSession::Call
{
    OrgRequest request;
    int round = 0;
    bool wasRepeated = false;
    async::Promise<HttpReply> promise = {};
    QFuture<Result<HttpReply>> inFlight = {};
};

namespace {

    //! From which of these the budget's rules change (DESIGN 7, Quota).
    int usageBand(const CrmStatus& status)
    {
        if (status.apiMax <= 0)
            return 0;
        const auto percent = status.apiUsed * 100 / status.apiMax;
        return percent >= 100 ? 3 : percent >= 95 ? 2 : percent >= 80 ? 1 : 0;
    }

} // namespace

QFuture<Result<HttpReply>> OrgSession::send(const OrgRequest& request)
{
    if (!hasTokens())
        return async::ready<HttpReply>(
            Error{Error::Kind::Unauthorized, u"not signed in to Salesforce"_s, u"signed_out"_s});
    auto call = std::make_shared<Call>(Call{.request = request, .round = m_round});
    auto* watcher = new QFutureWatcher<Result<HttpReply>>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [call] {
        call->inFlight.cancel();
        call->promise.finish(Error{Error::Kind::Cancelled, {}});
    });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    auto future = call->promise.future();
    watcher->setFuture(future);
    if (m_tokens.access.isEmpty())
        refreshFor(call);
    else
        transmit(call);
    return future;
}

void OrgSession::transmit(const CallPtr& call)
{
    if (call->promise.isFinished())
        return; // cancelled while it waited for a token
    const QString token = m_tokens.access;
    call->inFlight = m_http.send(toHttp(call->request, m_tokens.instance, m_versionPath, token));
    async::onReady(call->inFlight, this, [this, call, token](const Result<HttpReply>& reply) {
        onReply(call, token, reply);
    });
}

void OrgSession::onReply(const CallPtr& call, const QString& token, const Result<HttpReply>& reply)
{
    if (call->round != m_round)
        return call->promise.finish(reply);
    if (reply)
        noteUsage(*reply);
    else if (reply.error().kind == Error::Kind::Offline
             || reply.error().kind == Error::Kind::Timeout)
        checkConnection();
    const bool isExpired = reply && isSessionExpired(*reply);
    if (!isExpired || std::exchange(call->wasRepeated, true))
        return call->promise.finish(reply);
    if (m_tokens.access == token)
        m_tokens.access.clear(); // unless another request has renewed it already
    if (m_tokens.access.isEmpty())
        refreshFor(call);
    else
        transmit(call);
}

void OrgSession::refreshFor(const CallPtr& call)
{
    async::onReady(refresh(), this, [this, call](const Result<Done>& refreshed) {
        if (!refreshed || call->round != m_round)
            call->promise.finish(refreshed ? Error{Error::Kind::Cancelled, {}} : refreshed.error());
        else
            transmit(call);
    });
}

QFuture<Result<Done>> OrgSession::refresh()
{
    if (m_refresh)
        return m_refresh->future();
    m_refresh = std::make_shared<async::Promise<Done>>();
    auto future = m_refresh->future();
    if (m_tokens.refresh.isEmpty()) {
        onRefreshed(Error{Error::Kind::Unauthorized, u"no refresh token"_s, u"invalid_grant"_s,
                          u"expired access token"_s});
        return future;
    }
    QList<std::pair<QString, QString>> items{{u"grant_type"_s, u"refresh_token"_s},
                                             {u"refresh_token"_s, m_tokens.refresh},
                                             {u"client_id"_s, m_account.clientId}};
    if (!m_secret.isEmpty())
        items.append({u"client_secret"_s, m_secret});
    async::onReady(m_http.send(tokenRequest(m_login, u"token"_s, items)), this,
                   [this, round = m_round](const Result<HttpReply>& reply) {
                       const auto object = readTokenReply(reply);
                       const auto tokens =
                           object ? tokensFrom(*object) : Result<Tokens>(object.error());
                       if (round == m_round)
                           onRefreshed(tokens);
                       else if (tokens && !tokens->refresh.isEmpty())
                           (void)revoke(tokens->instance, tokens->refresh); // signed out meanwhile
                   });
    return future;
}

void OrgSession::onRefreshed(const Result<Tokens>& tokens)
{
    if (!tokens) {
        const auto& error = tokens.error();
        if (isSignInGone(error)) {
            (void)forgetSecrets();
            end(error);
            arrive(error);
            return;
        }
        endRefresh(error);
        return isRetryable(error.kind) ? onUnreached(error) : onRefused(error);
    }
    if (tokens->refresh.isEmpty() || tokens->refresh == m_tokens.refresh)
        return useRefreshed(*tokens);
    // Rotation: the old token is dead, so the new one is on the disk before anything goes on.
    m_tokens.refresh = tokens->refresh;
    async::onReady(m_secrets.write(refreshTokenName(), secretOwner() + u'\n' + tokens->refresh),
                   this, [this, round = m_round, tokens = *tokens](const Result<Done>& written) {
                       if (!written)
                           qCWarning(lcStorage)
                               << "the renewed sign-in to Salesforce is kept for this run only:"
                               << written.error().detail;
                       if (round == m_round)
                           useRefreshed(tokens);
                   });
}

void OrgSession::useRefreshed(const Tokens& tokens)
{
    m_tokens.access = tokens.access;
    m_tokens.instance = tokens.instance;
    m_tokens.identity = tokens.identity;
    m_status.instanceUrl = tokens.instance.toString(); // an org may move
    tellStatus();
    endRefresh(Done{});
}

void OrgSession::endRefresh(const Result<Done>& outcome)
{
    if (const auto promise = std::exchange(m_refresh, nullptr))
        promise->finish(outcome);
}

void OrgSession::noteUsage(const HttpReply& reply)
{
    const auto limits = readLimits(reply);
    if (!limits)
        return;
    m_status.apiUsed = limits->first;
    m_status.apiMax = limits->second;
    if (m_status.apiMax != m_told.apiMax || usageBand(m_status) != usageBand(m_told))
        tellStatus();
    else if (m_status != m_told && !m_usageNews.isActive())
        m_usageNews.start(m_timing.usageNews);
}

} // namespace companion::salesforce
