// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/pagerequest.h"

#include <algorithm>
#include <array>
#include <limits>

namespace companion {

namespace {

    bool isSameName(QByteArrayView a, QByteArrayView b)
    {
        return a.compare(b, Qt::CaseInsensitive) == 0;
    }

    bool isOwnHost(const QByteArray& host, quint16 port)
    {
        const QByteArray behind = ':' + QByteArray::number(port);
        const std::array<QByteArray, 3> own{"localhost" + behind, "127.0.0.1" + behind,
                                            "[::1]" + behind};
        return std::any_of(own.cbegin(), own.cend(),
                           [&host](const QByteArray& name) { return isSameName(host, name); });
    }

    bool isFieldName(const QByteArray& name)
    {
        return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](char c) {
            return c > ' ' && c < 0x7f && c != ':';
        });
    }

    bool readFields(const QList<QByteArray>& lines, PageRequest& request)
    {
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const auto colon = lines.at(i).indexOf(':');
            const QByteArray name = lines.at(i).left(std::max<qsizetype>(colon, 0));
            if (!isFieldName(name)) // a folded line begins with a blank: not allowed either
                return false;
            request.headers.emplaceBack(name, lines.at(i).mid(colon + 1).trimmed());
        }
        return true;
    }

    bool keepsAlive(const PageRequest& request, const QByteArray& version)
    {
        const auto wish = request.header("Connection").toLower();
        return version == "HTTP/1.1" ? !wish.contains("close") : false;
    }

    QByteArray reason(int status)
    {
        switch (status) { // numbers, not an enum
        case 200:
            return "OK";
        case 206:
            return "Partial Content";
        case 400:
            return "Bad Request";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 410:
            return "Gone";
        case 416:
            return "Range Not Satisfiable";
        case 421:
            return "Misdirected Request";
        case 431:
            return "Request Header Fields Too Large";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return status < 400 ? "OK" : "Error";
        }
    }

    //! A number of digits only; -1 for anything else, the largest for one that is too large.
    qint64 count(const QByteArray& digits)
    {
        const bool isNumber = !digits.isEmpty()
            && std::all_of(digits.cbegin(), digits.cend(),
                           [](char c) { return c >= '0' && c <= '9'; });
        if (!isNumber)
            return -1;
        bool fits = false;
        const auto value = digits.toLongLong(&fits);
        return fits ? value : std::numeric_limits<qint64>::max();
    }

} // namespace

QByteArray PageRequest::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers)
        if (isSameName(key, name))
            return value;
    return {};
}

bool PageRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.cbegin(), headers.cend(),
                       [&name](const auto& field) { return isSameName(field.first, name); });
}

ReadHead parsePageHead(const QByteArray& head, quint16 port)
{
    QList<QByteArray> lines = head.split('\n');
    for (auto& line : lines)
        if (line.endsWith('\r'))
            line.chop(1);
    const auto words = lines.constFirst().split(' ');
    if (words.size() != 3 || !words.at(1).startsWith('/'))
        return {.refusal = 400};
    if (words.at(2) != "HTTP/1.1" && words.at(2) != "HTTP/1.0")
        return {.refusal = 505};
    PageRequest request;
    request.method = words.at(0);
    const auto question = words.at(1).indexOf('?');
    request.path = question < 0 ? words.at(1) : words.at(1).left(question);
    if (question >= 0)
        request.query = words.at(1).mid(question + 1);
    if (!readFields(lines, request))
        return {.refusal = 400};
    const auto hosts =
        std::count_if(request.headers.cbegin(), request.headers.cend(),
                      [](const auto& field) { return isSameName(field.first, "Host"); });
    if (hosts != 1)
        return {.refusal = 400};
    if (!isOwnHost(request.header("Host"), port))
        return {.refusal = 421};
    if (request.method != "GET" && request.method != "HEAD")
        return {.refusal = 405};
    if (request.hasHeader("Transfer-Encoding")
        || (request.hasHeader("Content-Length") && request.header("Content-Length") != "0"))
        return {.refusal = 400};
    request.keepsAlive = keepsAlive(request, words.at(2));
    return {.request = request};
}

ByteRange planRange(const QByteArray& header, qint64 size)
{
    constexpr QByteArrayView unit("bytes=");
    if (!isSameName(QByteArrayView(header).first(std::min(unit.size(), header.size())), unit))
        return {};
    const QByteArray wanted = header.mid(unit.size()).trimmed();
    const auto dash = wanted.indexOf('-');
    if (dash < 0 || wanted.contains(','))
        return {};
    const QByteArray from = wanted.left(dash).trimmed();
    const QByteArray to = wanted.mid(dash + 1).trimmed();
    const auto first = count(from);
    const auto last = count(to);
    if ((first < 0 && !from.isEmpty()) || (last < 0 && !to.isEmpty()) || (first < 0 && last < 0)
        || (first >= 0 && last >= 0 && last < first))
        return {};
    if (first < 0) // the last so many
        return last == 0 || size == 0 ? ByteRange{.kind = ByteRange::Kind::Unsatisfiable}
                                      : ByteRange{.kind = ByteRange::Kind::Part,
                                                  .first = std::max<qint64>(size - last, 0),
                                                  .length = std::min(last, size)};
    if (first >= size)
        return {.kind = ByteRange::Kind::Unsatisfiable};
    const auto end = last < 0 ? size - 1 : std::min(last, size - 1);
    return {.kind = ByteRange::Kind::Part, .first = first, .length = end - first + 1};
}

QByteArray headOf(const PageReply& reply, const ByteRange& range, bool keepsAlive)
{
    const bool isPart = range.kind == ByteRange::Kind::Part;
    const auto length = isPart ? range.length : reply.body.size();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reason(reply.status)
        + "\r\nContent-Type: " + reply.contentType
        + "\r\nContent-Length: " + QByteArray::number(length);
    if (isPart)
        head += "\r\nContent-Range: bytes " + QByteArray::number(range.first) + '-'
            + QByteArray::number(range.first + range.length - 1) + '/'
            + QByteArray::number(reply.body.size());
    if (reply.hasRanges)
        head += "\r\nAccept-Ranges: bytes";
    head += "\r\nContent-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'";
    if (!reply.alsoAllowed.isEmpty())
        head += "; " + reply.alsoAllowed;
    head += "\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
            "X-Frame-Options: DENY\r\nCross-Origin-Resource-Policy: same-origin\r\n"
            "Cross-Origin-Opener-Policy: same-origin\r\nCache-Control: no-store";
    for (const auto& [name, value] : reply.headers)
        head += "\r\n" + name + ": " + value;
    head += keepsAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    return head;
}

} // namespace companion
