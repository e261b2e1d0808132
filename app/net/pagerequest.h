// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace companion {

//! A browser's request for a page of ours. Never logged: the path may carry a token.
struct PageRequest
{
    QByteArray method = {}; //!< GET or HEAD
    QByteArray path = {}; //!< as sent, without the query
    QByteArray query = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    bool keepsAlive = true;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; //!< without regard to case
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
};

//! What it is answered with.
struct PageReply
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("text/html; charset=utf-8");
    QByteArray body = {};
    //! What the page may load, besides the nothing that is always the rule: "media-src 'self'".
    QByteArray alsoAllowed = {};
    bool hasRanges = false; //!< a part of the body may be asked for
    QList<std::pair<QByteArray, QByteArray>> headers = {};
};

//! A head that was read, or the status that it is refused with.
struct ReadHead
{
    PageRequest request = {};
    int refusal = 0; //!< 0: none
};

//! \brief Reads a request line and headers (\p head ends before the empty line).
//!
//! Refuses what is not GET or HEAD, what has a body, and any Host but a loopback name with \p port:
//! a page of another site whose name was turned to this machine (DNS rebinding) gets nothing.
ReadHead parsePageHead(const QByteArray& head, quint16 port);

//! What a Range header asks of \p size bytes.
struct ByteRange
{
    enum class Kind {
        Whole, //!< no range, or one that is to be ignored
        Part,
        Unsatisfiable,
    };

    Kind kind = Kind::Whole;
    qint64 first = 0;
    qint64 length = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

//! One range of bytes; several, or another unit, are ignored as RFC 9110 (14.2) allows.
ByteRange planRange(const QByteArray& header, qint64 size);

//! Status line and headers, the empty line included. \p range: of the whole body.
QByteArray headOf(const PageReply& reply, const ByteRange& range, bool keepsAlive);

} // namespace companion
