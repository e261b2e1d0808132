// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QUrl>

#include <chrono>
#include <utility>

namespace companion {

//! One HTTP request as a value. Never logged whole: the URL may carry a token.
struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    std::chrono::milliseconds timeout{15000};
    qint64 maxBytes = 32LL * 1024 * 1024; //!< a longer answer ends as Malformed
};

//! An answer of whatever status; the body may be anything.
struct HttpReply
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};

    [[nodiscard]] QByteArray header(QByteArrayView name) const; //!< without regard to case
};

//! \brief Sends requests; knows nothing of what they mean.
//!
//! An answer of any HTTP status is a value. Errors are those of the transport: Offline (with a
//! detail of the kind "tls", "dns", "refused"), Timeout, Cancelled, Malformed (too long).
//! Redirects are never followed. Cancelling the future aborts the request.
struct HttpTransport
{
    virtual ~HttpTransport() = default;
    virtual QFuture<Result<HttpReply>> send(const HttpRequest& request) = 0;
};

} // namespace companion
