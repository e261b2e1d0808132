// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/signin.h"

#include "app/core/async.h"
#include "app/salesforce/addresses.h"
#include "app/salesforce/replies.h"

#include <QCryptographicHash>
#include <QOAuth2AuthorizationCodeFlow>
#include <QRandomGenerator>

#include <array>
#include <chrono>
#include <utility>

namespace companion::salesforce {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    //! 43 characters of base64url from the system's generator (RFC 7636: 43 to 128).
    QByteArray randomText()
    {
        std::array<quint32, 8> words{};
        QRandomGenerator::system()->fillRange(words.data(), words.size());
        return QByteArray(
                   reinterpret_cast<const char*>(words.data()),
                   sizeof(words)) // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): bytes
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }

    QByteArray challengeOf(const QByteArray& verifier)
    {
        return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }

} // namespace

HttpRequest tokenRequest(const QUrl& host, const QString& endpoint,
                         const QList<std::pair<QString, QString>>& items)
{
    QByteArray body;
    for (const auto& [name, value] : items)
        body +=
            (body.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(value);
    QUrl url = host;
    url.setPath("/services/oauth2/"_L1 + endpoint);
    return {.method = "POST",
            .url = url,
            .headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                        {"Accept", "application/json"}},
            .body = body,
            .timeout = 20s};
}

Result<Tokens> tokensFrom(const QJsonObject& tokenReply)
{
    const auto instance = loginAddress(tokenReply["instance_url"_L1].toString());
    if (!instance)
        return Error{Error::Kind::Malformed, u"no instance address"_s};
    return Tokens{.access = tokenReply["access_token"_L1].toString(),
                  .refresh = tokenReply["refresh_token"_L1].toString(),
                  .instance = *instance,
                  .identity = tokenReply["id"_L1].toString()};
}

SignIn::SignIn(HttpTransport& http, QUrl login, CrmAccount account, QString secret,
               std::chrono::milliseconds limit, QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_login(std::move(login))
    , m_account(std::move(account))
    , m_secret(std::move(secret))
    , m_verifier(randomText())
    , m_listener(std::make_unique<ReplyListener>())
    , m_flow(std::make_unique<QOAuth2AuthorizationCodeFlow>())
    , m_limit(limit)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        end(Error{Error::Kind::Timeout, u"no answer from the browser"_s, u"sign_in_timeout"_s});
    });
    connect(m_listener.get(), &ReplyListener::returned, this, &SignIn::onReturned);
}

SignIn::~SignIn() = default;

void SignIn::start()
{
    if (const auto port = m_listener->listen(m_account.redirectPorts); !port)
        return end(port.error());
    const QByteArray state = randomText();
    m_listener->setState(state);
    prepareFlow(state);
    m_timer.start(m_limit);
    m_flow->grant();
}

void SignIn::prepareFlow(const QByteArray& state)
{
    QUrl authorize = m_login;
    authorize.setPath(u"/services/oauth2/authorize"_s);
    QUrl token = m_login;
    token.setPath(u"/services/oauth2/token"_s); // never used, but grant() refuses to go without
    m_flow->setReplyHandler(m_listener.get());
    m_flow->setAuthorizationUrl(authorize);
    m_flow->setAccessTokenUrl(token);
    m_flow->setClientIdentifier(m_account.clientId);
    m_flow->setState(QString::fromLatin1(state));
    // PKCE by ourselves, since setPkceMethod() exists from Qt 6.8 on only. Qt takes the values as
    // they are and encodes nothing but the plainly impossible, so they come encoded.
    const QList<std::pair<QString, QByteArray>> items{
        {u"client_id"_s, m_account.clientId.toUtf8()},
        {u"code_challenge"_s, challengeOf(m_verifier)},
        {u"code_challenge_method"_s, "S256"},
        {u"redirect_uri"_s, m_listener->callback().toUtf8()},
        {u"scope"_s, "api refresh_token id"}};
    m_flow->setModifyParametersFunction(
        [items](QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant>* parameters) {
            if (stage != QAbstractOAuth::Stage::RequestingAuthorization)
                return;
            for (const auto& [name, value] : items) {
                parameters->remove(name);
                parameters->insert(name, QString::fromLatin1(value.toPercentEncoding()));
            }
        });
    connect(m_flow.get(), &QAbstractOAuth::authorizeWithBrowser, this, &SignIn::browserRequested);
}

void SignIn::cancel()
{
    end(Error{Error::Kind::Cancelled, u"cancelled"_s});
}

void SignIn::onReturned(const QHash<QString, QString>& items)
{
    if (items.contains(u"error"_s)) {
        const QString code = items.value(u"error"_s).left(100);
        return end(Error{Error::Kind::Unauthorized, u"refused in the browser"_s, code,
                         items.value(u"error_description"_s).left(500)});
    }
    const QString code = items.value(u"code"_s);
    if (code.isEmpty())
        return end(Error{Error::Kind::Malformed, u"no code"_s});
    exchange(code);
}

void SignIn::exchange(const QString& code)
{
    QList<std::pair<QString, QString>> items{{u"grant_type"_s, u"authorization_code"_s},
                                             {u"code"_s, code},
                                             {u"client_id"_s, m_account.clientId},
                                             {u"redirect_uri"_s, m_listener->callback()},
                                             {u"code_verifier"_s, QString::fromLatin1(m_verifier)}};
    if (!m_secret.isEmpty())
        items.append(
            {u"client_secret"_s, m_secret}); // checked where it is sent, so only where given
    async::onReady(m_http.send(tokenRequest(m_login, u"token"_s, items)), this,
                   [this](const Result<HttpReply>& reply) {
                       const auto object = readTokenReply(reply);
                       end(object ? tokensFrom(*object) : Result<Tokens>(object.error()));
                   });
}

void SignIn::end(const Result<Tokens>& tokens)
{
    if (std::exchange(m_isOver, true))
        return;
    m_timer.stop();
    m_listener->close(); // nothing listens when nobody signs in
    Q_EMIT finished(tokens);
}

} // namespace companion::salesforce
