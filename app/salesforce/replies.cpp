// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/replies.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxText = 255;
    constexpr qsizetype maxSentence = 1000;

    QString text(const QJsonValue& value)
    {
        return value.toString().left(maxText);
    }

    bool saysNoApi(const QString& message)
    {
        return message.contains("not valid for use with the REST API"_L1)
            || message.contains("Connected app is not attached to Agent"_L1);
    }

    Error::Kind kindOf(int status, const QString& code, const QString& message)
    {
        using enum Error::Kind;
        static const QSet<QString> passing{u"SERVER_UNAVAILABLE"_s, u"API_CURRENTLY_DISABLED"_s,
                                           u"QUERY_TIMEOUT"_s};
        if (code == "INVALID_SESSION_ID"_L1)
            return saysNoApi(message) ? Forbidden : Unauthorized;
        // A locked row was certainly not written, so it is no Timeout: "too many at once" it is.
        if (code == "REQUEST_LIMIT_EXCEEDED"_L1 || code == "UNABLE_TO_LOCK_ROW"_L1)
            return RateLimited;
        if (code == "NOT_FOUND"_L1 || code == "ENTITY_IS_DELETED"_L1)
            return NotFound;
        if (passing.contains(code) || status >= 500)
            return Timeout;
        if (status == 401)
            return Unauthorized;
        if (status == 403 || code.startsWith("INSUFFICIENT_ACCESS"_L1))
            return Forbidden;
        if (status == 407)
            return Offline;
        return status == 404 ? NotFound : Rejected;
    }

    QJsonObject firstEntry(const QJsonValue& value)
    {
        return value.isArray() ? value.toArray().first().toObject() : value.toObject();
    }

    QJsonValue valueOf(const QJsonDocument& document)
    {
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }

    bool isErrorEntry(const QJsonObject& entry)
    {
        return entry.contains("errorCode"_L1) || entry.contains("message"_L1);
    }

    //! The identity endpoints say it in plain text, with 403 (salesforce-api.md 1.9).
    bool isTokenText(const QByteArray& body)
    {
        return body.startsWith("Bad_OAuth_Token") || body.startsWith("Missing_OAuth_Token");
    }

    Error unreadable(const HttpReply& reply)
    {
        const QString detail = u"http %1"_s.arg(reply.status);
        if (reply.status == 401 || isTokenText(reply.body))
            return {Error::Kind::Unauthorized, u"token refused"_s, u"INVALID_SESSION_ID"_s};
        if (reply.status == 407)
            return {Error::Kind::Offline, u"proxy"_s};
        if (reply.status >= 300 && reply.status < 400)
            return {Error::Kind::Malformed, u"redirected"_s};
        return {kindOf(reply.status, {}, {}), detail};
    }

} // namespace

Error toError(int status, const QJsonObject& entry)
{
    const QString code =
        text(entry.contains("errorCode"_L1) ? entry["errorCode"_L1] : entry["statusCode"_L1]);
    const QString message = entry["message"_L1].toString().left(maxSentence);
    Error error{kindOf(status, code, message), u"salesforce refused"_s, code, message};
    if (code == "REQUEST_LIMIT_EXCEEDED"_L1)
        error.detail = message.contains("Concurrent"_L1) ? u"concurrent limit"_s : u"daily limit"_s;
    if (code == "INVALID_SESSION_ID"_L1 && error.kind == Error::Kind::Forbidden)
        error.code = u"API_DISABLED_FOR_ORG"_s; // the same to a person: no right to the interface
    for (const auto& field : entry["fields"_L1].toArray())
        error.fields.append(text(field));
    return error;
}

Result<QJsonValue> readReply(const Result<HttpReply>& reply)
{
    if (!reply)
        return reply.error();
    const auto document = QJsonDocument::fromJson(reply->body);
    if (reply->status >= 200 && reply->status < 300) {
        if (reply->body.trimmed().isEmpty())
            return QJsonValue(QJsonObject{});
        if (document.isNull())
            return Error{Error::Kind::Malformed, u"no json"_s};
        return valueOf(document);
    }
    const auto entry = firstEntry(valueOf(document));
    return isErrorEntry(entry) ? toError(reply->status, entry) : unreadable(*reply);
}

QJsonObject refusalEntry(const HttpReply& reply, const QString& code)
{
    const auto body = QJsonDocument::fromJson(reply.body);
    const auto entries = body.isArray() ? body.array() : QJsonArray{body.object()};
    for (const auto& entry : entries)
        if (entry["errorCode"_L1].toString() == code)
            return entry.toObject();
    return {};
}

Result<QJsonValue> readPart(const QJsonValue& composite, const QString& reference)
{
    const auto parts = composite["compositeResponse"_L1].toArray();
    for (const auto& part : parts) {
        if (part["referenceId"_L1].toString() != reference)
            continue;
        const int status = part["httpStatusCode"_L1].toInt();
        const auto body = part["body"_L1];
        if (status >= 200 && status < 300)
            return body;
        return toError(status, firstEntry(body));
    }
    return Error{Error::Kind::Malformed, u"part missing"_s};
}

bool isSessionExpired(const HttpReply& reply)
{
    if (reply.status == 403)
        return isTokenText(reply.body);
    if (reply.status != 401)
        return false;
    const auto entry = firstEntry(valueOf(QJsonDocument::fromJson(reply.body)));
    return !saysNoApi(entry["message"_L1].toString());
}

Result<QJsonObject> readTokenReply(const Result<HttpReply>& reply)
{
    if (!reply)
        return reply.error();
    const auto object = QJsonDocument::fromJson(reply->body).object();
    if (reply->status == 200 && !object["access_token"_L1].toString().isEmpty())
        return object;
    const QString code = text(object["error"_L1]);
    const QString description = object["error_description"_L1].toString().left(maxSentence);
    if (code.isEmpty())
        return Error{reply->status >= 500 ? Error::Kind::Timeout : Error::Kind::Malformed,
                     u"no token reply"_s};
    static const QSet<QString> passing{u"server_error"_s, u"service_unavailable"_s,
                                       u"system_down"_s, u"unknown_error"_s};
    auto kind = Error::Kind::Unauthorized;
    if (code == "rate_limit_exceeded"_L1 || code == "slow_down"_L1)
        kind = Error::Kind::RateLimited;
    else if (passing.contains(code) || reply->status >= 500
             || description.contains("IP restricted"_L1, Qt::CaseInsensitive))
        kind = Error::Kind::Timeout; // passes by itself: another network, another hour
    return Error{kind, u"token endpoint refused"_s, code, description};
}

bool isSignInGone(const Error& error)
{
    if (error.code.startsWith("inactive_"_L1))
        return true;
    const QString said = error.sentence.toLower();
    return error.code == "invalid_grant"_L1
        && (said.contains("expired"_L1) || said.contains("revoked"_L1));
}

std::optional<std::pair<qint64, qint64>> readLimits(const HttpReply& reply)
{
    static const QRegularExpression usage(u"(?<![a-z-])api-usage=(\\d+)/(\\d+)"_s);
    const auto match = usage.match(QString::fromLatin1(reply.header("Sforce-Limit-Info")));
    if (!match.hasMatch())
        return {};
    return std::pair{match.captured(1).toLongLong(), match.captured(2).toLongLong()};
}

} // namespace companion::salesforce
