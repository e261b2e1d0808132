// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/orgsession.h"

#include "app/core/logging.h"
#include "app/salesforce/addresses.h"
#include "app/salesforce/replies.h"

#include <utility>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    CrmAccount trimmed(CrmAccount account)
    {
        account.clientId = account.clientId.trimmed();
        return account;
    }

    Error signedOut()
    {
        return {Error::Kind::Unauthorized, u"not signed in to Salesforce"_s, u"signed_out"_s};
    }

    QString ownerOf(const QUrl& login, const CrmAccount& account)
    {
        return login.toString() + u' ' + account.clientId;
    }

    //! A stored secret is two lines: whose it is, and itself.
    std::optional<QString> ownedSecret(const Result<QString>& stored, const QString& owner)
    {
        if (!stored || stored->section(u'\n', 0, 0) != owner)
            return {};
        return stored->section(u'\n', 1);
    }

} // namespace

QString refreshTokenName()
{
    return u"salesforce-refresh-token"_s;
}

QString consumerSecretName()
{
    return u"salesforce-consumer-secret"_s;
}

OrgSession::OrgSession(HttpTransport& http, SecretStore& secrets, const Timing& timing,
                       QObject* parent)
    : QObject(parent), m_http(http), m_secrets(secrets), m_timing(timing)
{
    m_retry.setSingleShot(true);
    m_usageNews.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &OrgSession::connectAgain);
    connect(&m_usageNews, &QTimer::timeout, this, &OrgSession::tellStatus);
}

OrgSession::~OrgSession() = default;

QString OrgSession::secretOwner() const
{
    return ownerOf(m_login, m_account);
}

bool OrgSession::hasTokens() const
{
    return !m_tokens.access.isEmpty() || !m_tokens.refresh.isEmpty();
}

void OrgSession::enter(LinkState state, const std::optional<Error>& problem)
{
    m_status.state = state;
    m_status.problem = problem;
    tellStatus();
}

void OrgSession::tellStatus()
{
    m_usageNews.stop();
    if (m_status == m_told)
        return;
    m_told = m_status;
    Q_EMIT statusChanged(m_status);
}

void OrgSession::arrive(const Result<Done>& outcome)
{
    m_isNew = false;
    if (const auto promise = std::exchange(m_arrival, nullptr))
        promise->finish(outcome);
}

QFuture<Result<Done>> OrgSession::signIn(const CrmAccount& account, const QString& secret)
{
    cancelSignIn();
    const auto login = loginAddress(account.loginUrl);
    if (!login)
        return async::ready<Done>(login.error());
    m_signInAccount = trimmed(account);
    m_signInSecret = secret.trimmed();
    if (m_signInSecret.isEmpty() && m_known.owner == ownerOf(*login, m_signInAccount))
        m_signInSecret = m_known.secret;
    if (m_signInAccount.clientId.isEmpty())
        return async::ready<Done>(Error{Error::Kind::Rejected, u"no consumer key"_s});
    m_beforeSignIn = m_status;
    m_signInWish = std::make_shared<async::Promise<Done>>();
    auto future = m_signInWish->future();
    m_signIn =
        std::make_unique<SignIn>(m_http, *login, m_signInAccount, m_signInSecret, m_timing.browser);
    connect(m_signIn.get(), &SignIn::browserRequested, this, &OrgSession::browserRequested);
    connect(m_signIn.get(), &SignIn::finished, this, &OrgSession::onSignedIn);
    if (!hasTokens())
        enter(LinkState::Connecting);
    m_signIn->start();
    return future;
}

void OrgSession::cancelSignIn()
{
    if (m_signIn)
        m_signIn->cancel();
    if (!m_isNew)
        return;
    arrive(Error{Error::Kind::Cancelled, u"cancelled"_s});
    (void)signOut();
}

void OrgSession::onSignedIn(const Result<Tokens>& tokens)
{
    m_signIn.release()->deleteLater(); // it is telling just now
    const auto wish = std::exchange(m_signInWish, nullptr);
    const QString secret = std::exchange(m_signInSecret, {});
    if (!tokens) {
        const bool isCancelled = tokens.error().kind == Error::Kind::Cancelled;
        if (!hasTokens())
            enter(m_beforeSignIn.state,
                  isCancelled ? m_beforeSignIn.problem : std::optional<Error>(tokens.error()));
        wish->finish(tokens.error());
        return;
    }
    if (!m_tokens.refresh.isEmpty())
        (void)revoke(m_tokens.instance, m_tokens.refresh);
    arrive(Error{Error::Kind::Cancelled, u"signed in anew"_s});
    begin(m_signInAccount, *loginAddress(m_signInAccount.loginUrl), secret, *tokens);
    m_arrival = wish;
    m_isNew = true;
    storeSecrets();
    connectAgain();
}

QFuture<Result<Done>> OrgSession::resume(const CrmAccount& account)
{
    const auto login = loginAddress(account.loginUrl);
    if (!login)
        return async::ready<Done>(login.error());
    if (m_status.state == LinkState::Connected && m_account == trimmed(account))
        return async::ready<Done>(Done{});
    arrive(Error{Error::Kind::Cancelled, u"resumed anew"_s});
    begin(trimmed(account), *login, {}, {});
    m_arrival = std::make_shared<async::Promise<Done>>();
    auto future = m_arrival->future();
    async::onReady(m_secrets.read(refreshTokenName()), this,
                   [this, round = m_round](const Result<QString>& stored) {
                       if (round == m_round)
                           onStoredToken(stored);
                   });
    return future;
}

void OrgSession::onStoredToken(const Result<QString>& stored)
{
    const auto token = ownedSecret(stored, secretOwner());
    if (!token || token->isEmpty()) {
        const bool isOutOfReach = !stored && stored.error().kind != Error::Kind::NotFound;
        const Error error = isOutOfReach ? stored.error() : signedOut();
        enter(LinkState::SignedOut,
              isOutOfReach ? std::optional<Error>(error) : std::optional<Error>());
        arrive(error);
        return readConsumerSecret([] {}); // the next sign-in may do without being told it
    }
    m_tokens.refresh = *token;
    readConsumerSecret([this] { connectAgain(); });
}

void OrgSession::readConsumerSecret(const std::function<void()>& then)
{
    async::onReady(m_secrets.read(consumerSecretName()), this,
                   [this, then, round = m_round](const Result<QString>& stored) {
                       if (round != m_round)
                           return;
                       m_secret = ownedSecret(stored, secretOwner()).value_or(QString());
                       m_known = {secretOwner(), m_secret};
                       then();
                   });
}

void OrgSession::begin(const CrmAccount& account, const QUrl& login, const QString& secret,
                       const Tokens& tokens)
{
    ++m_round;
    ++m_try;
    m_retry.stop();
    endRefresh(signedOut());
    m_account = account;
    m_login = login;
    m_secret = secret;
    if (!secret.isEmpty())
        m_known = {secretOwner(), secret};
    m_tokens = tokens;
    m_versionPath.clear();
    m_attempt = 0;
    m_isTrying = false;
    m_isIntroduced = false;
    m_status = {};
    m_status.instanceUrl = tokens.instance.toString();
    enter(LinkState::Connecting);
}

void OrgSession::storeSecrets()
{
    const auto warn = [](const Result<Done>& done) {
        if (!done && done.error().kind != Error::Kind::NotFound)
            qCWarning(lcStorage) << "the sign-in to Salesforce is kept for this run only:"
                                 << done.error().detail;
    };
    if (m_tokens.refresh.isEmpty())
        qCWarning(lcCrm) << "signed in without a refresh token: good for this session only";
    else
        async::onReady(
            m_secrets.write(refreshTokenName(), secretOwner() + u'\n' + m_tokens.refresh), this,
            warn);
    if (m_secret.isEmpty())
        async::onReady(m_secrets.remove(consumerSecretName()), this, warn);
    else
        async::onReady(m_secrets.write(consumerSecretName(), secretOwner() + u'\n' + m_secret),
                       this, warn);
}

QFuture<Result<Done>> OrgSession::forgetSecrets()
{
    auto promise = std::make_shared<async::Promise<Done>>();
    async::onReady(m_secrets.remove(consumerSecretName()), this, [](const Result<Done>&) {
        // of no use without the other
    });
    async::onReady(m_secrets.remove(refreshTokenName()), this,
                   [promise](const Result<Done>& removed) {
                       const bool isGone = removed || removed.error().kind == Error::Kind::NotFound;
                       promise->finish(isGone ? Result<Done>(Done{}) : removed);
                   });
    return promise->future();
}

QFuture<Result<HttpReply>> OrgSession::revoke(const QUrl& host, const QString& token)
{
    auto request =
        tokenRequest(host.isEmpty() ? m_login : host, u"revoke"_s, {{u"token"_s, token}});
    request.timeout = m_timing.question;
    return m_http.send(request);
}

QFuture<Result<Done>> OrgSession::signOut()
{
    if (m_signIn)
        m_signIn->cancel();
    arrive(Error{Error::Kind::Cancelled, u"signed out"_s});
    const auto tokens = m_tokens;
    end({});
    m_known = {};
    auto promise = std::make_shared<async::Promise<Done>>();
    const QString token = tokens.refresh.isEmpty() ? tokens.access : tokens.refresh;
    async::onReady(forgetSecrets(), this, [this, promise, tokens, token](const Result<Done>& done) {
        if (token.isEmpty())
            return promise->finish(done);
        async::onReady(revoke(tokens.instance, token), this,
                       [promise, done](const Result<HttpReply>& reply) {
                           if (!reply)
                               qCInfo(lcCrm) << "not revoked:" << reply.error().detail;
                           promise->finish(done);
                       });
    });
    return promise->future();
}

void OrgSession::end(const std::optional<Error>& problem)
{
    ++m_round;
    ++m_try;
    m_retry.stop();
    m_attempt = 0;
    m_isTrying = false;
    m_isIntroduced = false;
    m_tokens = {};
    m_secret.clear();
    m_versionPath.clear();
    endRefresh(problem.value_or(signedOut()));
    m_status = {};
    enter(LinkState::SignedOut, problem);
}

} // namespace companion::salesforce
