// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/signin.h"

#include "app/core/async.h"
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

    constexpr auto signInLimit = 120s; // what the Salesforce CLI gives people, too

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

Result<Session> sessionFrom(const QJsonObject& tokenReply)
{
    const auto instance = loginAddress(tokenReply["instance_url"_L1].toString());
    if (!instance)
        return Error{Error::Kind::Malformed, u"no instance address"_s};
    return Session{.accessToken = tokenReply["access_token"_L1].toString(),
                   .refreshToken = tokenReply["refresh_token"_L1].toString(),
                   .instance = *instance,
                   .identity = tokenReply["id"_L1].toString()};
}

SignIn::SignIn(HttpTransport& http, const QUrl& login, const CrmAccount& account, QString secret,
               QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_login(login)
    , m_account(account)
    , m_secret(std::move(secret))
    , m_verifier(randomText())
    , m_listener(std::make_unique<ReplyListener>())
    , m_flow(std::make_unique<QOAuth2AuthorizationCodeFlow>())
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
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
    QUrl authorize = m_login;
    authorize.setPath(u"/services/oauth2/authorize"_s);
    m_flow->setReplyHandler(m_listener.get());
    m_flow->setAuthorizationUrl(authorize);
    m_flow->setClientIdentifier(m_account.clientId);
    m_flow->setScope(u"api refresh_token id"_s);
    m_flow->setState(QString::fromLatin1(state));
    m_flow->setModifyParametersFunction([this](QAbstractOAuth::Stage stage,
                                               QMultiMap<QString, QVariant>* parameters) {
        if (stage != QAbstractOAuth::Stage::RequestingAuthorization)
            return;
        // setPkceMethod() exists from Qt 6.8 on only; this is right on every version.
        parameters->remove(u"code_challenge"_s);
        parameters->remove(u"code_challenge_method"_s);
        parameters->insert(u"code_challenge"_s, QString::fromLatin1(challengeOf(m_verifier)));
        parameters->insert(u"code_challenge_method"_s, u"S256"_s);
        parameters->remove(u"redirect_uri"_s);
        parameters->insert(u"redirect_uri"_s,
                           QString::fromLatin1(QUrl::toPercentEncoding(m_listener->callback())));
        parameters->remove(u"scope"_s);
        parameters->insert(u"scope"_s, u"api%20refresh_token%20id"_s);
    });
    connect(m_flow.get(), &QAbstractOAuth::authorizeWithBrowser, this, &SignIn::browserRequested);
    m_limit.start(signInLimit);
    m_flow->grant();
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
                       end(object ? sessionFrom(*object) : Result<Session>(object.error()));
                   });
}

void SignIn::end(const Result<Session>& session)
{
    if (std::exchange(m_isOver, true))
        return;
    m_limit.stop();
    m_listener->close(); // nothing listens when nobody signs in
    Q_EMIT finished(session);
}

} // namespace companion::salesforce
