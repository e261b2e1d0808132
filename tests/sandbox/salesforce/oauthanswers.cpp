// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/oauthanswers.h"

#include <QHash>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUrl>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr auto tokenAlphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._"_L1;

    //! Percent-encoded with `+` for spaces, as Salesforce writes its redirects
    //! (salesforce-api.md 1.4).
    QByteArray encoded(const QString& text)
    {
        return QUrl::toPercentEncoding(text).replace("%20", "+");
    }

    QString descriptionOf(const QString& error)
    {
        static const QHash<QString, QString> texts{
            {u"inactive_user"_s, u"user is inactive"_s},
            {u"inactive_org"_s, u"organization is inactive"_s},
            {u"invalid_grant"_s, u"expired access/refresh token"_s},
            {u"invalid_client_id"_s, u"client identifier invalid"_s},
            {u"invalid_client"_s, u"invalid client credentials"_s},
            {u"invalid_app_access"_s, u"user is not admin approved to access this app"_s},
            {u"OAUTH_APP_ACCESS_DENIED"_s, u"user is not admin approved to access this app"_s},
            {u"access_denied"_s, u"end-user denied authorization"_s},
            {u"rate_limit_exceeded"_s, u"login rate exceeded"_s},
            {u"redirect_uri_mismatch"_s, u"redirect_uri must match configuration"_s},
            {u"invalid_scope"_s, u"the requested scope is not allowed"_s},
        };
        return texts.value(error, error);
    }

} // namespace

QString randomText(qsizetype length)
{
    QString text;
    for (qsizetype i = 0; i < length; ++i)
        text.append(
            tokenAlphabet.at(QRandomGenerator::system()->bounded(int(tokenAlphabet.size()))));
    return text;
}

HttpResponse page(const QByteArray& html, int status)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/html; charset=UTF-8";
    response.body = html;
    return response;
}

HttpResponse plainText(const QByteArray& text, int status)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/plain; charset=UTF-8";
    response.body = text;
    return response;
}

HttpResponse oauthError(const QString& error, const QString& description, int status)
{
    return jsonAnswer(QJsonObject{{u"error"_s, error}, {u"error_description"_s, description}},
                      status);
}

HttpResponse redirect(const QString& target, const Parameters& parameters)
{
    QByteArray location = target.toUtf8();
    char separator = target.contains(u'?') ? '&' : '?';
    for (const auto& [name, value] : parameters) {
        location += separator + name.toUtf8() + '=' + encoded(value);
        separator = '&';
    }
    HttpResponse response;
    response.status = 302;
    response.headers.emplaceBack("Location", location);
    response.headers.emplaceBack("Cache-Control",
                                 "no-cache,must-revalidate,max-age=0,no-store,private");
    return response;
}

HttpResponse redirectError(const QString& target, const QString& state, const QString& error,
                           const QString& description)
{
    Parameters parameters{{u"error"_s, error}, {u"error_description"_s, description}};
    if (!state.isEmpty())
        parameters.append({u"state"_s, state});
    return redirect(target, parameters);
}

std::pair<QString, QString> faultyError(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    const QString error =
        value.isString() ? value.toString() : object.value("error"_L1).toString(u"server_error"_s);
    return {error, object.value("error_description"_L1).toString(descriptionOf(error))};
}

HttpResponse jsonAnswer(const QJsonValue& body, int status)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json;charset=UTF-8";
    if (body.isArray())
        response.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    else
        response.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace companion::sandbox
