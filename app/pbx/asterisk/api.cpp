// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/asterisk/api.h"

#include "app/net/address.h"
#include "app/net/lenientjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>

namespace companion::pbx::asterisk {

using namespace Qt::StringLiterals;

namespace {

    constexpr std::chrono::milliseconds requestLimit{5000};

    QString encoded(const QString& text)
    {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    }

    //! ARI's own words are few and fixed; they tell apart what one status stands for.
    Error toError(int status, const QByteArray& body)
    {
        using enum Error::Kind;
        const QString code = QString::number(status);
        const auto object = QJsonDocument::fromJson(body).object();
        switch (status) {
        case 401:
            return {Unauthorized, u"wrong user or password"_s, code};
        case 403:
            return {Forbidden, u"not allowed"_s, code};
        case 404:
            return object.contains("message"_L1) ? Error{NotFound, u"not found"_s, code}
                                                 : Error{Unsupported, u"no ari here"_s, code};
        case 409:
            return {Unsupported, u"operation not supported"_s, code};
        case 429:
            return {RateLimited, u"too many requests"_s, code};
        case 500:
            if (object["error"_L1].toString() == "Allocation failed"_L1)
                return {Rejected, u"phone not registered"_s, code};
            return {Timeout, u"internal server error"_s, code};
        default:
            break;
        }
        return {status > 500 ? Timeout : Rejected, u"http %1"_s.arg(status), code};
    }

} // namespace

Result<QUrl> serverAddress(const QString& typed)
{
    auto address = readAddress(typed);
    if (!address)
        return address;
    QString path = address->path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith("/ari"_L1)) // as pasted from a browser
        path.chop(4);
    address->setPath(path);
    return address;
}

Result<QJsonDocument> readAnswer(const Result<HttpReply>& reply)
{
    if (!reply)
        return reply.error();
    if (reply->status < 200 || reply->status > 299)
        return toError(reply->status, reply->body);
    if (reply->status == 204 || reply->body.isEmpty())
        return QJsonDocument();
    const auto document = readLenientJson(reply->body);
    if (document.isNull())
        return Error{Error::Kind::Malformed, u"not a pbx"_s};
    return document;
}

SystemInformation readInformation(const QJsonDocument& answer)
{
    const auto system = answer.object()["system"_L1].toObject();
    return {.version = system["version"_L1].toString().left(40),
            .entityId = system["entity_id"_L1].toString().left(40)};
}

Api::Api(HttpTransport& http) : m_http(http) {}

void Api::setUser(const QString& user, const QString& password)
{
    m_credentials = QString(user + u':' + password).toUtf8().toBase64();
}

std::pair<QByteArray, QByteArray> Api::authorization() const
{
    return {QByteArrayLiteral("Authorization"), QByteArrayLiteral("Basic ") + m_credentials};
}

QUrl Api::urlFor(const QString& path, const Query& query) const
{
    QUrl url = m_address;
    url.setPath(m_address.path(QUrl::FullyEncoded) + "/ari/"_L1 + path, QUrl::StrictMode);
    QUrlQuery items;
    for (const auto& [name, value] : query)
        items.addQueryItem(name, encoded(value));
    if (!query.isEmpty())
        url.setQuery(items);
    return url;
}

QUrl Api::eventsUrl(const QString& application) const
{
    QUrl url = urlFor(u"events"_s, {{u"app"_s, application}, {u"subscribeAll"_s, u"true"_s}});
    url.setScheme(m_address.scheme() == "http"_L1 ? u"ws"_s : u"wss"_s);
    return url;
}

Api::Reply Api::send(const QByteArray& method, const QString& path, const Query& query,
                     const QByteArray& body)
{
    HttpRequest request{.method = method,
                        .url = urlFor(path, query),
                        .headers = {authorization()},
                        .body = body,
                        .timeout = requestLimit};
    if (!body.isEmpty())
        request.headers.emplaceBack("Content-Type", "application/json");
    return m_http.send(request);
}

Api::Reply Api::information()
{
    return send("GET", u"asterisk/info"_s, {{u"only"_s, u"system"_s}});
}

Api::Reply Api::endpoints()
{
    return send("GET", u"endpoints"_s);
}

Api::Reply Api::channels()
{
    return send("GET", u"channels"_s);
}

Api::Reply Api::bridges()
{
    return send("GET", u"bridges"_s);
}

Api::Reply Api::channelVariable(const QString& channel, const QString& variable)
{
    return send("GET", "channels/"_L1 + encoded(channel) + "/variable"_L1,
                {{u"variable"_s, variable}});
}

Api::Reply Api::endpointSettings(const QString& endpoint)
{
    return send("GET", "asterisk/config/dynamic/res_pjsip/endpoint/"_L1 + encoded(endpoint));
}

Api::Reply Api::storedRecording(const QString& name)
{
    return send("GET", "recordings/stored/"_L1 + encoded(name) + "/file"_L1);
}

Api::Reply Api::filterEvents(const QString& application)
{
    // Others' key presses are none of our business, and variables are half of the traffic.
    QJsonArray unwanted;
    for (const auto& type : {u"ChannelVarset"_s, u"ChannelDtmfReceived"_s,
                             u"ChannelTalkingStarted"_s, u"ChannelTalkingFinished"_s})
        unwanted.append(QJsonObject{{u"type"_s, type}});
    return send(
        "PUT", "applications/"_L1 + encoded(application) + "/eventFilter"_L1, {},
        QJsonDocument(QJsonObject{{u"disallowed"_s, unwanted}}).toJson(QJsonDocument::Compact));
}

Api::Reply Api::hangUp(const QString& channel, const QString& reason)
{
    return send("DELETE", "channels/"_L1 + encoded(channel), {{u"reason"_s, reason}});
}

Api::Reply Api::originate(const Origination& call)
{
    return send("POST", u"channels"_s,
                {{u"endpoint"_s, call.endpoint},
                 {u"extension"_s, call.number},
                 {u"context"_s, call.context},
                 {u"priority"_s, u"1"_s},
                 {u"callerId"_s, call.number},
                 {u"timeout"_s, QString::number(call.timeoutSeconds)},
                 {u"channelId"_s, call.channelId}});
}

} // namespace companion::pbx::asterisk
