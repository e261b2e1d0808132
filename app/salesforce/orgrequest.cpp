// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/orgrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    QByteArray bytesOf(const QJsonValue& body)
    {
        const auto document =
            body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
        return document.toJson(QJsonDocument::Compact);
    }

} // namespace

HttpRequest toHttp(const OrgRequest& request, const QUrl& instance, const QString& versionPath,
                   const QString& accessToken)
{
    HttpRequest http{.method = request.method, .url = instance, .timeout = request.timeout};
    http.url.setPath(request.path.startsWith(u'/') ? request.path
                                                   : QString(versionPath + u'/' + request.path));
    QString query;
    for (const auto& [name, value] : request.query) {
        if (!query.isEmpty())
            query += u'&';
        query += name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
    }
    if (!query.isEmpty())
        http.url.setQuery(query);
    http.headers = request.headers;
    if (!accessToken.isEmpty())
        http.headers.emplaceBack("Authorization", "Bearer " + accessToken.toUtf8());
    http.headers.emplaceBack("Accept", "application/json");
    if (!request.body.isUndefined()) {
        http.headers.emplaceBack("Content-Type", "application/json; charset=UTF-8");
        http.body = bytesOf(request.body);
    }
    return http;
}

} // namespace companion::salesforce
