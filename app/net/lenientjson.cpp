// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/lenientjson.h"

#include <QString>

namespace companion {

QJsonDocument readLenientJson(const QByteArray& body)
{
    QJsonParseError error;
    auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::IllegalUTF8String)
        return document;
    return QJsonDocument::fromJson(QString::fromUtf8(body).toUtf8());
}

} // namespace companion
