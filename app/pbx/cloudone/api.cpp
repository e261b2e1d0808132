// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/api.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>
#include <QVersionNumber>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    bool isLoopback(const QString& host)
    {
        return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0
            || QHostAddress(host).isLoopback();
    }

    //! errcode → what can be done about it (A1.2).
    Error toError(int code, const QJsonObject& object)
    {
        using enum Error::Kind;
        const QString text = QString::number(code);
        switch (code) {
        case -1:
            return {Unauthorized, u"wrong secret"_s, text};
        case -2:
            return {Timeout, u"internal server error"_s, text};
        case 10001:
            return {Unsupported, u"interface not existed"_s, text};
        case 10004:
            return {Unauthorized, u"token expired"_s, text};
        case 10005:
        case 70084:
            return {Forbidden, u"not allowed"_s, text};
        case 60001:
        case 70130:
            return {NotFound, u"not found"_s, text};
        case 60002:
            return {RateLimited, u"too many tokens"_s, text};
        case 70004: {
            const auto until = object["block_expire_time"_L1];
            const QString when = until.isDouble()
                ? QDateTime::fromSecsSinceEpoch(until.toInteger()).toString(u"HH:mm"_s)
                : until.toString();
            return {Forbidden, u"blocked until "_s + when.left(40), text};
        }
        case 70087:
            return {Forbidden, u"address not allowed"_s, text};
        case 70123:
            return {Forbidden, u"api off"_s, text};
        case 70132:
            return {Unsupported, u"operation not supported"_s, text};
        default:
            return {Rejected, u"errcode "_s + text, text};
        }
    }

} // namespace

Result<QUrl> normalizedAddress(const QString& typed)
{
    QString text = typed.trimmed();
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return Error{Error::Kind::Rejected, u"no address"_s};
    if (url.scheme() == "http"_L1 && !isLoopback(url.host()))
        return Error{Error::Kind::Forbidden, u"plain http"_s};
    url.setUserInfo({});
    url.setPath({});
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

Result<QJsonObject> readEnvelope(const Result<HttpReply>& reply)
{
    if (!reply)
        return reply.error();
    if (reply->status >= 500)
        return Error{Error::Kind::Timeout, u"http %1"_s.arg(reply->status)};
    const auto document = QJsonDocument::fromJson(reply->body);
    if (!document.isObject() || !document.object().contains("errcode"_L1))
        return Error{Error::Kind::Malformed, u"not a pbx"_s,
                     reply->status == 200 ? QString() : u"http %1"_s.arg(reply->status)};
    const auto object = document.object();
    const int code = object["errcode"_L1].toInt();
    if (code != 0)
        return toError(code, object);
    return object;
}

Result<Tokens> readTokens(const QJsonObject& object, const QDateTime& now)
{
    const Tokens tokens{
        .access = object["access_token"_L1].toString(),
        .refresh = object["refresh_token"_L1].toString(),
        .accessUntil = now.addSecs(object["access_token_expire_time"_L1].toInt(1800)),
        .refreshUntil = now.addSecs(object["refresh_token_expire_time"_L1].toInt(86400))};
    if (tokens.access.isEmpty())
        return Error{Error::Kind::Malformed, u"not a pbx"_s};
    return tokens;
}

QByteArray toText(const Tokens& tokens)
{
    return QJsonDocument(QJsonObject{{u"access"_s, tokens.access},
                                     {u"refresh"_s, tokens.refresh},
                                     {u"accessUntil"_s, tokens.accessUntil.toMSecsSinceEpoch()},
                                     {u"refreshUntil"_s, tokens.refreshUntil.toMSecsSinceEpoch()}})
        .toJson(QJsonDocument::Compact);
}

Tokens tokensFrom(const QByteArray& text)
{
    const auto object = QJsonDocument::fromJson(text).object();
    return {.access = object["access"_L1].toString(),
            .refresh = object["refresh"_L1].toString(),
            .accessUntil = QDateTime::fromMSecsSinceEpoch(object["accessUntil"_L1].toInteger()),
            .refreshUntil = QDateTime::fromMSecsSinceEpoch(object["refreshUntil"_L1].toInteger())};
}

bool isFirmwareTooOld(const QString& firmware)
{
    const auto version = QVersionNumber::fromString(firmware);
    return version.majorVersion() == 84 && version < QVersionNumber({84, 21, 0, 66});
}

Api::Api(HttpTransport& http) : m_http(http) {}

QUrl Api::urlFor(const QString& endpoint, const QString& token, const Query& query) const
{
    QUrl url = m_address;
    url.setPath("/openapi/v1.0/"_L1 + endpoint);
    QUrlQuery items;
    if (!token.isEmpty())
        items.addQueryItem(u"access_token"_s, token);
    for (const auto& [name, value] : query)
        items.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    url.setQuery(items);
    return url;
}

QUrl Api::socketUrl(const QString& token) const
{
    QUrl url = urlFor(u"subscribe"_s, token, {});
    url.setScheme(m_address.scheme() == "http"_L1 ? u"ws"_s : u"wss"_s);
    return url;
}

QFuture<Result<HttpReply>> Api::get(const QString& endpoint, const QString& token,
                                    const Query& query)
{
    return m_http.send({.method = "GET", .url = urlFor(endpoint, token, query)});
}

QFuture<Result<HttpReply>> Api::post(const QString& endpoint, const QString& token,
                                     const QJsonObject& body)
{
    return m_http.send({.method = "POST",
                        .url = urlFor(endpoint, token, {}),
                        .headers = {{"Content-Type", "application/json"}},
                        .body = QJsonDocument(body).toJson(QJsonDocument::Compact)});
}

QFuture<Result<HttpReply>> Api::download(const QString& path, const QString& token)
{
    QUrl url = m_address;
    url.setPath(path.startsWith(u'/') ? path : u'/' + path);
    QUrlQuery items;
    items.addQueryItem(u"access_token"_s, token);
    url.setQuery(items);
    return m_http.send({.method = "GET",
                        .url = url,
                        .timeout = std::chrono::seconds(60),
                        .maxBytes = 512LL * 1024 * 1024});
}

} // namespace companion::pbx::cloudone
