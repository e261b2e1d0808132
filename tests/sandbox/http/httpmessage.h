// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <optional>
#include <utility>

namespace companion::sandbox {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

//! \brief One request as it came off the wire; a plus sign in the query already means a space.
struct HttpRequest
{
    QByteArray method;
    QString path; //!< decoded, without the query
    QByteArray rawPath; //!< as sent, without the query
    QUrlQuery query;
    HttpHeaders headers;
    QByteArray body;
    QString peer; //!< address of the caller, for rules that count by address

    //! \brief The first header of that name, compared without regard to case.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    [[nodiscard]] bool hasHeader(const QByteArray& name) const;
    [[nodiscard]] QString queryValue(const QString& key) const;
    [[nodiscard]] QJsonObject jsonObject() const;
};

//! \brief One response; the last three members let a test misbehave on purpose.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    HttpHeaders headers;
    bool closeConnection = false;
    std::optional<int> cutAfterBytes; //!< drop the TCP connection after that many bytes
    int delayMs = 0;

    static HttpResponse json(const QJsonDocument& document, int status = 200);
    static HttpResponse json(const QJsonObject& object, int status = 200);
    static HttpResponse json(const QJsonArray& array, int status = 200);
    static HttpResponse html(const QByteArray& page, int status = 200);
    static HttpResponse text(const QByteArray& words, int status = 200);
};

} // namespace companion::sandbox
