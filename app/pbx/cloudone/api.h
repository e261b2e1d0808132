// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/net/httptransport.h"

#include <QJsonObject>
#include <QTimeZone>
#include <QUrl>

#include <chrono>
#include <utility>

namespace companion::pbx::cloudone {

//! Access to the API for half an hour, and to a new access for a day (cloudone-pbx-api.md A2.1).
struct Tokens
{
    QString access = {};
    QString refresh = {};
    QDateTime accessUntil = {};
    QDateTime refreshUntil = {};

    friend bool operator==(const Tokens&, const Tokens&) = default;
};

//! What system/information tells (A9).
struct SystemInformation
{
    QString serial = {};
    QString firmware = {};
    QTimeZone zone = {}; //!< the PBX's, invalid if it cannot be told
    qint64 clockAheadSeconds = 0; //!< of the PBX's clock before ours
    QString timeFormat = {}; //!< in which it shows and reads a time, as Qt spells it
};

//! The address as typed, made whole: https where no scheme is given, no path, no user. Rejected for
//! what is no address; Forbidden for plain HTTP to anything but this machine.
Result<QUrl> normalizedAddress(const QString& typed);

//! The reply's envelope (A1.1): its object, or the Error that its errcode means; `code` is the
//! errcode.
Result<QJsonObject> readEnvelope(const Result<HttpReply>& reply);

//! 10004: what a token meets that has expired or was never known.
bool isTokenRefused(const Error& error);

//! What nothing but a person can change: trying again would only make it worse.
bool isFinal(const Error& error);

//! Until when a 70004 answer says that this computer is blocked; its documents leave the format
//! open. Invalid for any other answer.
QDateTime blockEnd(const Result<HttpReply>& reply, const QDateTime& now);

SystemInformation readSystemInformation(const QJsonObject& object, const QDateTime& now);

Result<Tokens> readTokens(const QJsonObject& object, const QDateTime& now);
QByteArray toText(const Tokens& tokens); //!< for the key store
Tokens tokensFrom(const QByteArray& text);

//! Whether \p firmware is of the Cloud Edition and older than the guide's 84.21.0.66.
bool isFirmwareTooOld(const QString& firmware);

//! \brief Sends one request of the API and reads its envelope. Knows the address, not the session.
class Api
{
public:
    explicit Api(HttpTransport& http);

    void setAddress(const QUrl& address) { m_address = address; }
    [[nodiscard]] const QUrl& address() const { return m_address; }
    //! How long each request from now on may take.
    void setLimit(std::chrono::milliseconds limit) { m_limit = limit; }
    [[nodiscard]] QUrl socketUrl(const QString& token) const;

    using Query = QList<std::pair<QString, QString>>;
    QFuture<Result<HttpReply>> get(const QString& endpoint, const QString& token,
                                   const Query& query = {});
    QFuture<Result<HttpReply>> post(const QString& endpoint, const QString& token,
                                    const QJsonObject& body);
    //! A file below the PBX's own address, as recording/download names it.
    QFuture<Result<HttpReply>> download(const QString& path, const QString& token);

private:
    [[nodiscard]] QUrl urlFor(const QString& endpoint, const QString& token,
                              const Query& query) const;

    HttpTransport& m_http;
    QUrl m_address;
    std::chrono::milliseconds m_limit{15000};
};

} // namespace companion::pbx::cloudone
