// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/tokenkeeper.h"

#include "app/core/logging.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

    QString storeName()
    {
        return u"pbx-tokens"_s;
    }

    //! Whose tokens they are: a secret that was never accepted must not pass for one that was.
    QString ownerOf(const QUrl& pbx, const QString& clientId, const QString& secret)
    {
        const auto whole = QString(clientId + u'\n' + secret).toUtf8();
        const auto digest = QCryptographicHash::hash(whole, QCryptographicHash::Sha256);
        return pbx.toString() + u' ' + clientId + u' ' + QString::fromLatin1(digest.toHex());
    }

    //! Refusals that a new sign-in would only meet again.
    bool isAboutUs(const Error& error)
    {
        static const QStringList codes{u"70004"_s, u"70087"_s, u"70123"_s, u"10005"_s};
        return codes.contains(error.code);
    }

} // namespace

TokenKeeper::TokenKeeper(Api& api, SecretStore& secrets, const Timing& timing, QObject* parent)
    : QObject(parent), m_api(api), m_secrets(secrets), m_timing(timing)
{
    m_renewal.setSingleShot(true);
    connect(&m_renewal, &QTimer::timeout, this, &TokenKeeper::renew);
}

bool TokenKeeper::isGood(const QString& token, const QDateTime& until) const
{
    const auto now = QDateTime::currentDateTimeUtc();
    return !token.isEmpty() && now.addMSecs(m_timing.tokenSpare.count()) < until;
}

void TokenKeeper::open(const QString& clientId, const QString& secret)
{
    close();
    m_clientId = clientId;
    m_secret = secret;
    m_owner = ownerOf(m_api.address(), clientId, secret);
    m_isOpen = true;
}

void TokenKeeper::close()
{
    ++m_round;
    m_renewal.stop();
    m_isOpen = false;
    m_isAsking = false;
    m_hasRead = false;
    m_isRefreshed = false;
    m_isRelogin = false;
    m_tokens = {};
    m_secret.clear();
    m_refusal.reset();
    m_blockedUntil = {};
    settle(Error{Error::Kind::Cancelled, {}});
}

QFuture<Result<QString>> TokenKeeper::access()
{
    if (!m_isOpen)
        return async::ready<QString>(
            Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s, u"signed_out"_s});
    if (!m_isAsking && isGood(m_tokens.access, m_tokens.accessUntil))
        return async::ready<QString>(m_tokens.access);
    auto waiting = std::make_shared<async::Promise<QString>>();
    m_waiting.push_back(waiting);
    if (!std::exchange(m_isAsking, true))
        obtain();
    return waiting->future();
}

void TokenKeeper::obtain()
{
    if (!m_hasRead)
        return readStored();
    if (isGood(m_tokens.access, m_tokens.accessUntil))
        return settle(m_tokens.access);
    if (isGood(m_tokens.refresh, m_tokens.refreshUntil))
        return refresh();
    signInLater();
}

void TokenKeeper::readStored()
{
    async::onReady(m_secrets.read(storeName()), this,
                   [this, round = m_round](const Result<QString>& stored) {
                       if (round != m_round)
                           return;
                       m_hasRead = true;
                       // "owner\ntokens"
                       if (stored && stored->section(u'\n', 0, 0) == m_owner) {
                           m_tokens = tokensFrom(stored->section(u'\n', 1).toUtf8());
                           planRenewal();
                       }
                       obtain();
                   });
}

void TokenKeeper::refresh()
{
    const QJsonObject body{{u"refresh_token"_s, m_tokens.refresh}};
    async::onReady(m_api.post(u"refresh_token"_s, {}, body), this,
                   [this, round = m_round](const Result<HttpReply>& reply) {
                       if (round != m_round)
                           return;
                       const auto envelope = readEnvelope(reply);
                       // With which code a dead refresh token is refused is told nowhere (A2.2).
                       if (!envelope && !isRetryable(envelope.error().kind)
                           && !isAboutUs(envelope.error())) {
                           m_tokens.refresh.clear();
                           m_isRelogin = true;
                           return signInLater();
                       }
                       m_blockedUntil = blockEnd(reply, QDateTime::currentDateTimeUtc());
                       m_isRefreshed = envelope.has_value();
                       take(envelope);
                   });
}

void TokenKeeper::signInLater()
{
    const bool isBlockOver =
        m_blockedUntil.isValid() && m_blockedUntil <= QDateTime::currentDateTimeUtc();
    if (m_refusal && !isBlockOver)
        return settle(*m_refusal);
    m_refusal.reset();
    if (!std::exchange(m_isRelogin, false))
        return signIn();
    const double share = QRandomGenerator::global()->generateDouble();
    const milliseconds wait(
        static_cast<qint64>(static_cast<double>(m_timing.reloginSpread.count()) * share));
    QTimer::singleShot(wait, this, [this, round = m_round] {
        if (round == m_round)
            signIn();
    });
}

void TokenKeeper::signIn()
{
    const QJsonObject body{{u"username"_s, m_clientId}, {u"password"_s, m_secret}};
    async::onReady(m_api.post(u"get_token"_s, {}, body), this,
                   [this, round = m_round](const Result<HttpReply>& reply) {
                       if (round != m_round)
                           return;
                       const auto envelope = readEnvelope(reply);
                       const QString code = envelope ? QString() : envelope.error().code;
                       if (code == "-1"_L1 || code == "70004"_L1)
                           m_refusal = envelope.error();
                       m_blockedUntil = blockEnd(reply, QDateTime::currentDateTimeUtc());
                       m_isRefreshed = false;
                       take(envelope);
                   });
}

void TokenKeeper::take(const Result<QJsonObject>& envelope)
{
    const auto now = QDateTime::currentDateTimeUtc();
    const auto tokens = envelope ? readTokens(*envelope, now) : Result<Tokens>(envelope.error());
    if (!tokens)
        return settle(tokens.error());
    const bool hasPredecessor = !m_tokens.access.isEmpty();
    m_tokens = *tokens;
    m_age.start();
    const QString stored = m_owner + u'\n' + QString::fromUtf8(toText(m_tokens));
    async::onReady(m_secrets.write(storeName(), stored), this, [](const Result<Done>& written) {
        if (!written)
            qCInfo(lcPbx) << "the PBX's tokens are kept for this run only";
    });
    planRenewal();
    settle(m_tokens.access);
    if (hasPredecessor)
        Q_EMIT replaced(m_tokens.access);
}

void TokenKeeper::planRenewal()
{
    const milliseconds left(QDateTime::currentDateTimeUtc().msecsTo(m_tokens.accessUntil));
    if (left > m_timing.tokenSpare)
        m_renewal.start(std::max(left - m_timing.tokenMargin, left / 2));
}

void TokenKeeper::renew()
{
    if (m_isAsking || !isGood(m_tokens.refresh, m_tokens.refreshUntil))
        return; // the next who asks gets a new one
    m_isAsking = true;
    auto waiting = std::make_shared<async::Promise<QString>>();
    m_waiting.push_back(waiting);
    async::onReady(waiting->future(), this, [this](const Result<QString>& token) {
        if (!token && m_isOpen && !m_renewal.isActive())
            planRenewal(); // the old one is good for a while yet
    });
    refresh();
}

void TokenKeeper::reject(const QString& token)
{
    if (token != m_tokens.access || m_isAsking)
        return; // replaced already, or about to be
    m_tokens.accessUntil = QDateTime::fromMSecsSinceEpoch(0);
    m_renewal.stop();
    // Once by refresh_token, then by signing in; and others may have lost theirs as well (A2.4).
    if (std::exchange(m_isRefreshed, false) && !m_age.hasExpired(m_timing.stable.count())) {
        m_tokens.refresh.clear();
        m_isRelogin = true;
    }
}

void TokenKeeper::settle(const Result<QString>& token)
{
    m_isAsking = false;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& one : waiting)
        one->finish(token);
}

QFuture<Result<Done>> TokenKeeper::signOut()
{
    auto promise = std::make_shared<async::Promise<Done>>();
    const auto mine = m_owner;
    const QString known =
        isGood(m_tokens.access, m_tokens.accessUntil) ? m_tokens.access : QString();
    const bool hasRead = m_hasRead;
    close();
    if (hasRead) {
        sendBack(known, promise);
        return promise->future();
    }
    // A token of the last run takes up a place as well.
    async::onReady(
        m_secrets.read(storeName()), this, [this, promise, mine](const Result<QString>& stored) {
            const bool isMine = stored && stored->section(u'\n', 0, 0) == mine;
            const auto last = isMine ? tokensFrom(stored->section(u'\n', 1).toUtf8()) : Tokens{};
            const bool isStillGood = isGood(last.access, last.accessUntil) && m_owner == mine;
            sendBack(isStillGood ? last.access : QString(), promise);
        });
    return promise->future();
}

void TokenKeeper::sendBack(const QString& token,
                           const std::shared_ptr<async::Promise<Done>>& promise)
{
    async::onReady(m_secrets.remove(storeName()), this, [](const Result<Done>& removed) {
        if (!removed && removed.error().kind != Error::Kind::NotFound)
            qCWarning(lcPbx) << "the PBX's tokens could not be removed from the key store";
    });
    if (token.isEmpty())
        return promise->finish(Done{});
    async::onReady(
        m_api.get(u"del_token"_s, token), this, [promise](const Result<HttpReply>& reply) {
            const auto envelope = readEnvelope(reply);
            promise->finish(envelope ? Result<Done>(Done{}) : Result<Done>(envelope.error()));
        });
}

} // namespace companion::pbx::cloudone
