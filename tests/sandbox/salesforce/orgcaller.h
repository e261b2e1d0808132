// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/salesforceorg.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

namespace companion::sandbox {

//! \brief Plays an HTTP client of an org within the same process, for the tests of the sandbox.
class OrgCaller
{
public:
    OrgCaller()
    {
        org.setBaseUrl(QUrl(QStringLiteral("http://localhost:8080")));
        org.setIndexDelay(std::chrono::milliseconds(0));
    }

    static HttpRequest request(const QByteArray& method, const QString& target,
                               const QByteArray& body = {}, const HeaderList& headers = {})
    {
        const QUrl url(target.startsWith(QStringLiteral("http"))
                           ? target
                           : QString(QStringLiteral("http://localhost:8080") + target));
        HttpRequest request;
        request.method = method;
        request.path = url.path();
        request.rawPath = url.path(QUrl::FullyEncoded).toUtf8();
        request.query = QUrlQuery(url);
        request.headers = headers;
        request.body = body;
        return request;
    }

    HttpResponse form(const QString& path, const QList<std::pair<QString, QString>>& pairs,
                      const HeaderList& more = {})
    {
        QByteArray body;
        for (const auto& [name, value] : pairs)
            body +=
                (body.isEmpty() ? "" : "&") + name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
        HeaderList headers{{"Content-Type", "application/x-www-form-urlencoded"}};
        headers += more;
        return org.handle(request("POST", path, body, headers));
    }

    //! \brief Through authorize and token, as a client does; true when it has a token.
    bool signIn(const QString& scope = QStringLiteral("api refresh_token id"))
    {
        fault(QStringLiteral("auto-approve"), true);
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("response_type"), QStringLiteral("code"));
        query.addQueryItem(QStringLiteral("client_id"), org.clientId());
        query.addQueryItem(QStringLiteral("redirect_uri"), redirectUri);
        query.addQueryItem(QStringLiteral("scope"), scope);
        query.addQueryItem(QStringLiteral("code_challenge"), challenge);
        query.addQueryItem(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
        const auto redirected = org.handle(request("GET",
                                                   QStringLiteral("/services/oauth2/authorize?")
                                                       + query.toString(QUrl::FullyEncoded)));
        tokenAnswer = json(exchange(codeOf(redirected))).toObject();
        accessToken = tokenAnswer.value(QStringLiteral("access_token")).toString();
        refreshToken = tokenAnswer.value(QStringLiteral("refresh_token")).toString();
        return !accessToken.isEmpty();
    }

    HttpResponse exchange(const QString& code)
    {
        return form(QStringLiteral("/services/oauth2/token"),
                    {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                     {QStringLiteral("code"), code},
                     {QStringLiteral("client_id"), org.clientId()},
                     {QStringLiteral("redirect_uri"), redirectUri},
                     {QStringLiteral("code_verifier"), verifier}});
    }

    HttpResponse refresh(const QString& token)
    {
        return form(QStringLiteral("/services/oauth2/token"),
                    {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                     {QStringLiteral("refresh_token"), token},
                     {QStringLiteral("client_id"), org.clientId()}});
    }

    HttpResponse call(const QByteArray& method, const QString& resource,
                      const QJsonValue& body = {}, const HeaderList& more = {})
    {
        HeaderList headers{{"Authorization", "Bearer " + accessToken.toLatin1()},
                           {"Content-Type", "application/json"}};
        headers += more;
        const QString target = resource.startsWith(QLatin1Char('/'))
            ? resource
            : QString(QStringLiteral("/services/data/v67.0/") + resource);
        return org.handle(request(method, target, toBytes(body), headers));
    }

    HttpResponse soql(const QString& statement)
    {
        return call("GET",
                    QStringLiteral("query?q=")
                        + QString::fromLatin1(QUrl::toPercentEncoding(statement)));
    }

    HttpResponse sosl(const QString& statement)
    {
        return call("GET",
                    QStringLiteral("search?q=")
                        + QString::fromLatin1(QUrl::toPercentEncoding(statement)));
    }

    QJsonObject control(const QByteArray& method, const QString& path, const QJsonObject& body = {})
    {
        return json(org.control(request(method, QStringLiteral("/control/salesforce/") + path,
                                        toBytes(body))))
            .toObject();
    }

    bool fault(const QString& name, const QJsonValue& value = {}, std::optional<int> times = {},
               const QString& match = {})
    {
        QJsonObject order{{QStringLiteral("name"), name},
                          {QStringLiteral("value"), value},
                          {QStringLiteral("match"), match}};
        if (times)
            order.insert(QStringLiteral("times"), *times);
        return control("POST", QStringLiteral("fault"), order).value(QStringLiteral("ok")).toBool();
    }

    int counted(const QString& kind)
    {
        return control("GET", QStringLiteral("state"))
            .value(QStringLiteral("calls"))
            .toObject()
            .value(kind)
            .toInt();
    }

    //! \brief One column of the rows of a query or search.
    static QStringList column(const HttpResponse& response, const QString& field)
    {
        const QJsonObject answer = json(response).toObject();
        QStringList values;
        for (const auto& key : {QStringLiteral("records"), QStringLiteral("searchRecords"),
                                QStringLiteral("autoSuggestResults")}) {
            for (const auto& row : answer.value(key).toArray())
                values.append(row.toObject().value(field).toVariant().toString());
        }
        return values;
    }

    QString idOf(const QString& object, const QString& name)
    {
        return column(soql(QStringLiteral("SELECT Id FROM %1 WHERE Name = '%2' LIMIT 1")
                               .arg(object, name)),
                      QStringLiteral("Id"))
            .value(0);
    }

    static QJsonValue json(const HttpResponse& response)
    {
        const auto document = QJsonDocument::fromJson(response.body);
        if (document.isArray())
            return document.array();
        return document.object();
    }

    static QString errorCode(const HttpResponse& response)
    {
        return json(response)
            .toArray()
            .at(0)
            .toObject()
            .value(QStringLiteral("errorCode"))
            .toString();
    }

    static QString errorMessage(const HttpResponse& response)
    {
        return json(response)
            .toArray()
            .at(0)
            .toObject()
            .value(QStringLiteral("message"))
            .toString();
    }

    static QByteArray header(const HttpResponse& response, const QByteArray& name)
    {
        for (const auto& [key, value] : response.headers) {
            if (key == name)
                return value;
        }
        return {};
    }

    static QString codeOf(const HttpResponse& response)
    {
        return redirectItem(response, QStringLiteral("code"));
    }

    static QString redirectItem(const HttpResponse& response, const QString& name)
    {
        const QByteArray location = header(response, "Location");
        return valueOf(parseFormPairs(location.mid(location.indexOf('?') + 1)), name);
    }

    SalesforceOrg org;
    QString redirectUri = QStringLiteral("http://localhost:53682/oauth/callback");
    //! The pair of RFC 7636, appendix B.
    QString verifier = QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    QString challenge = QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    QJsonObject tokenAnswer;
    QString accessToken;
    QString refreshToken;

private:
    static QByteArray toBytes(const QJsonValue& value)
    {
        if (value.isArray())
            return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
        return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
                                : QByteArray();
    }
};

} // namespace companion::sandbox
