// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/apitypes.h"

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    QJsonObject errorObject(const ApiError& error, const QString& codeKey)
    {
        QJsonObject object = error.extra;
        object.insert(codeKey, error.code);
        object.insert(u"message"_s, error.message);
        if (!error.fields.isEmpty() || codeKey == "statusCode"_L1)
            object.insert(u"fields"_s, QJsonArray::fromStringList(error.fields));
        return object;
    }

    QString decoded(QByteArray encoded)
    {
        encoded.replace('+', ' ');
        return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
    }

} // namespace

QJsonObject ApiError::toJson() const
{
    return errorObject(*this, u"errorCode"_s);
}

QJsonObject ApiError::toItemJson() const
{
    return errorObject(*this, u"statusCode"_s);
}

QString ApiCall::parameter(QStringView name) const
{
    return valueOf(parameters, name);
}

bool ApiCall::hasParameter(QStringView name) const
{
    return std::any_of(parameters.begin(), parameters.end(),
                       [name](const auto& pair) { return pair.first == name; });
}

QByteArray ApiCall::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ApiReply refusal(const ApiError& error)
{
    return ApiReply{.status = error.status, .body = QJsonArray{error.toJson()}, .headers = {}};
}

ApiReply noContent(int status)
{
    return ApiReply{.status = status, .body = {}, .headers = {}, .empty = true};
}

Parameters parseFormPairs(const QByteArray& encoded)
{
    Parameters parameters;
    for (const QByteArray& part : encoded.split('&')) {
        if (part.isEmpty())
            continue;
        const auto equals = part.indexOf('=');
        if (equals < 0)
            parameters.append({decoded(part), QString()});
        else
            parameters.append({decoded(part.left(equals)), decoded(part.mid(equals + 1))});
    }
    return parameters;
}

QString valueOf(const Parameters& parameters, QStringView name)
{
    for (const auto& [key, value] : parameters) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace companion::sandbox
