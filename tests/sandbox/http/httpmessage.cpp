// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/http/httpmessage.h"

#include <algorithm>

namespace companion::sandbox {

namespace {

    HttpResponse response(const QByteArray& contentType, const QByteArray& body, int status)
    {
        HttpResponse answer;
        answer.status = status;
        answer.contentType = contentType;
        answer.body = body;
        return answer;
    }

} // namespace

QByteArray HttpRequest::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool HttpRequest::hasHeader(const QByteArray& name) const
{
    return std::any_of(headers.cbegin(), headers.cend(), [&name](const auto& header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QString HttpRequest::queryValue(const QString& key) const
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

QJsonObject HttpRequest::jsonObject() const
{
    return QJsonDocument::fromJson(body).object();
}

HttpResponse HttpResponse::json(const QJsonDocument& document, int status)
{
    return response("application/json", document.toJson(QJsonDocument::Compact), status);
}

HttpResponse HttpResponse::json(const QJsonObject& object, int status)
{
    return json(QJsonDocument(object), status);
}

HttpResponse HttpResponse::json(const QJsonArray& array, int status)
{
    return json(QJsonDocument(array), status);
}

HttpResponse HttpResponse::html(const QByteArray& page, int status)
{
    return response("text/html; charset=utf-8", page, status);
}

HttpResponse HttpResponse::text(const QByteArray& words, int status)
{
    return response("text/plain; charset=utf-8", words, status);
}

} // namespace companion::sandbox
