// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/api.h"

#include "app/net/address.h"
#include "app/net/lenientjson.h"
#include "app/pbx/cloudone/wirevalue.h"

#include <QJsonDocument>
#include <QUrlQuery>
#include <QVersionNumber>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    constexpr int usualBlock = 11 * 60; // seconds, as a live client waits (A2.4)

    //! block_expire_time: Unix seconds, seconds from now, or a date.
    QDateTime blockEndOf(const QJsonObject& object, const QDateTime& now)
    {
        constexpr qint64 earliestStamp = 1000000000;
        const auto value = object["block_expire_time"_L1];
        const qint64 seconds = numberOf(value);
        if (seconds >= earliestStamp)
            return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc());
        if (seconds > 0)
            return now.addSecs(seconds);
        auto text = textOf(value);
        const auto at = QDateTime::fromString(text.replace(u'/', u'-'), Qt::ISODate);
        return at > now ? at.toUTC() : now.addSecs(usualBlock);
    }

    //! "YYYY/MM/DD" and "hh:mm:ss AM/PM" as Qt spells them.
    QString qtFormat(const QString& date, const QString& time)
    {
        QString format = date.isEmpty() ? u"YYYY/MM/DD"_s : date;
        format.replace(u'Y', u'y').replace(u'D', u'd');
        const bool isHalfDay =
            time.contains(u'a', Qt::CaseInsensitive) || time.contains(u'p', Qt::CaseInsensitive);
        return format + (isHalfDay ? u" hh:mm:ss AP"_s : u" HH:mm:ss"_s);
    }

    //! The zone of the system, which knows of summer time, if it agrees; else the bare offset.
    QTimeZone zoneOf(qint64 offset, const QDateTime& now)
    {
        constexpr int farthest = 14 * 3600;
        constexpr int step = 900; // zones differ by quarters of an hour, clocks by seconds
        // The PBX may claim any time: bound it before it is reckoned with.
        if (qAbs(offset) > farthest + step)
            return {};
        const auto quarters = (offset + (offset < 0 ? -step / 2 : step / 2)) / step;
        const auto rounded = static_cast<int>(quarters * step);
        if (qAbs(rounded) > farthest)
            return {};
        const auto own = QTimeZone::systemTimeZone();
        return own.offsetFromUtc(now) == rounded ? own : QTimeZone(rounded);
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
        case 70093:
        case 70128:
        case 70130:
            return {NotFound, u"not found"_s, text};
        case 60002:
            return {RateLimited, u"too many tokens"_s, text};
        case 70004: {
            const auto until = blockEndOf(object, QDateTime::currentDateTimeUtc());
            return {Forbidden, u"blocked until "_s + until.toUTC().toString(Qt::ISODate), text};
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
    auto url = readAddress(typed);
    if (url)
        url->setPath({});
    return url;
}

Result<QJsonObject> readEnvelope(const Result<HttpReply>& reply)
{
    if (!reply)
        return reply.error();
    if (reply->status >= 500)
        return Error{Error::Kind::Timeout, u"http %1"_s.arg(reply->status)};
    const auto document = readLenientJson(reply->body);
    if (!document.isObject() || !document.object().contains("errcode"_L1))
        return Error{Error::Kind::Malformed, u"not a pbx"_s,
                     reply->status == 200 ? QString() : u"http %1"_s.arg(reply->status)};
    const auto object = document.object();
    const auto code = static_cast<int>(numberOf(object["errcode"_L1]));
    if (code != 0)
        return toError(code, object);
    return object;
}

bool isTokenRefused(const Error& error)
{
    return error.code == "10004"_L1;
}

bool isFinal(const Error& error)
{
    return !isRetryable(error.kind) && error.kind != Error::Kind::Cancelled
        && !isTokenRefused(error);
}

QDateTime blockEnd(const Result<HttpReply>& reply, const QDateTime& now)
{
    const auto object = reply ? QJsonDocument::fromJson(reply->body).object() : QJsonObject();
    return numberOf(object["errcode"_L1]) == 70004 ? blockEndOf(object, now) : QDateTime();
}

SystemInformation readSystemInformation(const QJsonObject& object, const QDateTime& now)
{
    const auto data = object["data"_L1].toObject();
    SystemInformation system{.serial = textOf(data["sn"_L1]),
                             .firmware = textOf(data["firmware_version"_L1]),
                             .timeFormat = qtFormat(textOf(data["system_date_format"_L1]),
                                                    textOf(data["system_time_format"_L1]))};
    const qint64 stamp = numberOf(data["timestamp"_L1]);
    const QString shown = textOf(data["system_time"_L1]);
    auto local = QDateTime::fromString(shown, system.timeFormat);
    if (!local.isValid())
        local = QDateTime::fromString(QString(shown).replace(u'-', u'/'), u"yyyy/MM/dd HH:mm:ss"_s);
    if (stamp <= 0 || !local.isValid())
        return system;
    system.clockAheadSeconds = stamp - now.toSecsSinceEpoch();
    const QDateTime asIfUtc(local.date(), local.time(), QTimeZone::utc());
    system.zone = zoneOf(asIfUtc.toSecsSinceEpoch() - stamp, now);
    return system;
}

Result<Tokens> readTokens(const QJsonObject& object, const QDateTime& now)
{
    const auto seconds = [&object](QLatin1StringView key, qint64 usual) {
        const qint64 told = numberOf(object[key]);
        return told > 0 ? told : usual;
    };
    const Tokens tokens{.access = textOf(object["access_token"_L1]),
                        .refresh = textOf(object["refresh_token"_L1]),
                        .accessUntil = now.addSecs(seconds("access_token_expire_time"_L1, 1800)),
                        .refreshUntil =
                            now.addSecs(seconds("refresh_token_expire_time"_L1, 86400))};
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

namespace {

    QUrlQuery queryOf(const QString& token, const Api::Query& query)
    {
        QUrlQuery items;
        const auto add = [&items](const QString& name, const QString& value) {
            items.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        };
        if (!token.isEmpty())
            add(u"access_token"_s, token);
        for (const auto& [name, value] : query)
            add(name, value);
        return items;
    }

} // namespace

QUrl Api::urlFor(const QString& endpoint, const QString& token, const Query& query) const
{
    QUrl url = m_address;
    url.setPath("/openapi/v1.0/"_L1 + endpoint);
    url.setQuery(queryOf(token, query));
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
    return m_http.send(
        {.method = "GET", .url = urlFor(endpoint, token, query), .timeout = m_limit});
}

QFuture<Result<HttpReply>> Api::post(const QString& endpoint, const QString& token,
                                     const QJsonObject& body)
{
    return m_http.send({.method = "POST",
                        .url = urlFor(endpoint, token, {}),
                        .headers = {{"Content-Type", "application/json"}},
                        .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                        .timeout = m_limit});
}

QFuture<Result<HttpReply>> Api::download(const QString& path, const QString& token)
{
    QUrl url = m_address;
    url.setPath(path.startsWith(u'/') ? path : u'/' + path);
    url.setQuery(queryOf(token, {}));
    return m_http.send({.method = "GET",
                        .url = url,
                        .timeout = std::chrono::seconds(60),
                        .maxBytes = 512LL * 1024 * 1024});
}

} // namespace companion::pbx::cloudone
