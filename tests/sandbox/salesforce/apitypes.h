// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>
#include <variant>

namespace companion::sandbox {

//! \brief One refusal of the REST interface, in the shape of salesforce-api.md 2.2.
struct ApiError
{
    int status = 400;
    QString code;
    QString message;
    QStringList fields;
    //! Further members of the error object, as the duplicate result is (3.5).
    QJsonObject extra;

    [[nodiscard]] QJsonObject toJson() const;
    //! \brief The form inside collections, where the key is `statusCode` (3.7).
    [[nodiscard]] QJsonObject toItemJson() const;
};

//! \brief A value or the refusal to give it.
template <class T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) // NOLINT(google-explicit-constructor): reads as a plain return
        : m_content(std::move(value))
    {}
    Outcome(ApiError error) // NOLINT(google-explicit-constructor)
        : m_content(std::move(error))
    {}

    [[nodiscard]] bool has_value() const { return std::holds_alternative<T>(m_content); }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const T& value() const { return std::get<T>(m_content); }
    [[nodiscard]] const ApiError& error() const { return std::get<ApiError>(m_content); }
    const T& operator*() const { return value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, ApiError> m_content;
};

using Parameters = QList<std::pair<QString, QString>>;
using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

//! \brief A call of the REST interface, whether it came by HTTP or inside a composite request.
struct ApiCall
{
    QByteArray method;
    int version = 67;
    //! What follows /services/data/vNN.0/, split at the slashes, empty parts left out.
    QStringList segments;
    Parameters parameters;
    QByteArray body;
    HeaderList headers;

    [[nodiscard]] QString parameter(QStringView name) const;
    [[nodiscard]] bool hasParameter(QStringView name) const;
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
};

struct ApiReply
{
    int status = 200;
    QJsonValue body;
    HeaderList headers;
    //! True when the answer has no body at all (204, 304).
    bool empty = false;
};

[[nodiscard]] ApiReply refusal(const ApiError& error);
[[nodiscard]] ApiReply noContent(int status = 204);

//! \brief The pairs of a query or form text, where `+` is a space (which QUrlQuery leaves alone).
[[nodiscard]] Parameters parseFormPairs(const QByteArray& encoded);
[[nodiscard]] QString valueOf(const Parameters& parameters, QStringView name);

} // namespace companion::sandbox
