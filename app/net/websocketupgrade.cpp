// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/websocketupgrade.h"

#include <QByteArrayList>
#include <QCryptographicHash>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype longestHead = 32LL * 1024;

    //! The lines of one head, without their ends.
    struct Head
    {
        QByteArrayList lines;
        qsizetype end = 0; //!< where in the bytes it ends
    };

    std::optional<Head> headFrom(const QByteArray& bytes, qsizetype begin)
    {
        Head head;
        for (qsizetype at = begin;;) {
            const auto end = bytes.indexOf('\n', at);
            if (end < 0)
                return std::nullopt;
            auto line = bytes.sliced(at, end - at);
            if (line.endsWith('\r'))
                line.chop(1);
            at = end + 1;
            if (line.isEmpty()) {
                head.end = at;
                return head;
            }
            head.lines.append(line);
        }
    }

    //! All values of the header \p name, one after the other.
    QByteArray valuesOf(const Head& head, QByteArrayView name)
    {
        QByteArrayList values;
        for (const auto& line : head.lines.sliced(1)) {
            const auto colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
                values.append(line.sliced(colon + 1).trimmed());
        }
        return values.join(',');
    }

    bool hasWord(const QByteArray& values, QByteArrayView word)
    {
        const auto words = values.split(',');
        return std::any_of(words.cbegin(), words.cend(), [&](const QByteArray& one) {
            return one.trimmed().compare(word, Qt::CaseInsensitive) == 0;
        });
    }

    //! Of a first line such as "HTTP/1.1 101 Switching Protocols"; 0 when it is none.
    int statusOf(const QByteArray& line)
    {
        const auto words = line.split(' ');
        if (!line.startsWith("HTTP/1.") || words.size() < 2 || words.at(1).size() != 3)
            return 0;
        return words.at(1).toInt();
    }

    Error refusal(int status)
    {
        const auto code = QString::number(status);
        if (status == 401)
            return {Error::Kind::Unauthorized, u"upgrade refused"_s, code};
        if (status == 403)
            return {Error::Kind::Forbidden, u"upgrade refused"_s, code};
        const bool isTheirTrouble = status >= 500 && status < 600;
        return {isTheirTrouble ? Error::Kind::Offline : Error::Kind::Malformed,
                u"upgrade refused"_s, code};
    }

    Error noWebSocket()
    {
        return {Error::Kind::Malformed, u"the answer is none of a WebSocket"_s};
    }

    QByteArray acceptFor(const QByteArray& key)
    {
        const QByteArray salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3
        return QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
    }

    bool isAccepted(const Head& head, const QByteArray& key, const QStringList& subprotocols)
    {
        const auto subprotocol = QString::fromLatin1(valuesOf(head, "Sec-WebSocket-Protocol"));
        return hasWord(valuesOf(head, "Upgrade"), "websocket")
            && hasWord(valuesOf(head, "Connection"), "upgrade")
            && valuesOf(head, "Sec-WebSocket-Accept") == acceptFor(key)
            && valuesOf(head, "Sec-WebSocket-Extensions").isEmpty() // none was asked for
            && (subprotocol.isEmpty() || subprotocols.contains(subprotocol));
    }

    QByteArray hostOf(const QUrl& url)
    {
        auto host = url.host(QUrl::FullyEncoded).toLatin1();
        if (host.contains(':')) // IPv6; a zone means nothing to the server
            host = '[' + host.split('%').first() + ']';
        const int usual = url.scheme() == "wss"_L1 ? 443 : 80;
        const int port = url.port(usual);
        return port == usual ? host : host + ':' + QByteArray::number(port);
    }

    bool isOneLine(const QByteArray& text)
    {
        return !text.contains('\r') && !text.contains('\n');
    }

} // namespace

QByteArray upgradeRequest(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& headers,
                          const QStringList& subprotocols, const QByteArray& key)
{
    if ((url.scheme() != "ws"_L1 && url.scheme() != "wss"_L1) || url.host().isEmpty())
        return {};
    auto target = url.path(QUrl::FullyEncoded).toLatin1();
    if (!target.startsWith('/'))
        target.prepend('/');
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArrayList lines{"GET " + target + " HTTP/1.1", "Host: " + hostOf(url),
                         "Upgrade: websocket",          "Connection: Upgrade",
                         "Sec-WebSocket-Key: " + key,   "Sec-WebSocket-Version: 13"};
    if (!subprotocols.isEmpty())
        lines.append("Sec-WebSocket-Protocol: " + subprotocols.join(u", "_s).toLatin1());
    for (const auto& [name, value] : headers)
        lines.append(name + ": " + value);
    if (!std::all_of(lines.cbegin(), lines.cend(), isOneLine))
        return {};
    return lines.join("\r\n") + "\r\n\r\n";
}

std::optional<Result<qsizetype>> readUpgrade(const QByteArray& bytes, const QByteArray& key,
                                             const QStringList& subprotocols)
{
    constexpr QByteArrayView opening = "HTTP/1.";
    if (!opening.startsWith(QByteArrayView(bytes).first(std::min(bytes.size(), opening.size()))))
        return noWebSocket();
    for (qsizetype at = 0;;) {
        const auto head = headFrom(bytes, at);
        if (!head && bytes.size() > longestHead)
            return noWebSocket();
        if (!head)
            return std::nullopt;
        const int status = head->lines.isEmpty() ? 0 : statusOf(head->lines.first());
        at = head->end;
        if (at > longestHead || status < 100)
            return noWebSocket();
        if (status < 200 && status != 101) // for the time being; the answer follows
            continue;
        if (status != 101)
            return refusal(status);
        if (!isAccepted(*head, key, subprotocols))
            return noWebSocket();
        return at;
    }
}

} // namespace companion
