// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandoutcome.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace companion {

using namespace Qt::StringLiterals;

QString jsonText(const QJsonValue& value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

QJsonObject CommandOutcome::toJson() const
{
    return {{u"exit"_s, exit}, {u"out"_s, out}, {u"err"_s, err}, {u"rest"_s, rest}};
}

CommandOutcome CommandOutcome::fromJson(const QJsonObject& object)
{
    const int exit = object.value("exit"_L1).toInt(NoAnswer);
    return {.exit = static_cast<Exit>(exit),
            .out = object.value("out"_L1).toString(),
            .err = object.value("err"_L1).toString(),
            .rest = object.value("rest"_L1).toObject()};
}

} // namespace companion
