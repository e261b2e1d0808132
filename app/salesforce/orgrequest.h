// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/httptransport.h"

#include <QJsonValue>
#include <QString>

#include <chrono>

namespace companion::salesforce {

//! \brief A request to the org, before it is known with which token and to which host it goes.
struct OrgRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    //! From the host's root with a slash in front, else below the version: `query`, `sobjects/…`.
    QString path = {};
    QList<std::pair<QString, QString>> query = {};
    QJsonValue body = QJsonValue(QJsonValue::Undefined); //!< object or array
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    std::chrono::milliseconds timeout{15000};
};

//! The request as it goes out.
HttpRequest toHttp(const OrgRequest& request, const QUrl& instance, const QString& versionPath,
                   const QString& accessToken);

} // namespace companion::salesforce
