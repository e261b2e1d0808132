// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/http/httpconnection.h"

#include "tests/sandbox/http/httpserver.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace companion::sandbox {

namespace {

    constexpr qint64 kHeaderLimit = 64LL * 1024;
    constexpr qint64 kBodyLimit = 32LL * 1024 * 1024;

    QByteArray reasonPhrase(int status)
    {
        switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 413:
            return "Content Too Large";
        case 416:
            return "Range Not Satisfiable";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 502:
            return "Bad Gateway";
        case 503:
            return "Service Unavailable";
        default:
            return "Status";
        }
    }

    bool containsToken(const QByteArray& list, const QByteArray& token)
    {
        const auto parts = list.split(',');
        return std::any_of(parts.cbegin(), parts.cend(), [&](const QByteArray& part) {
            return part.trimmed().compare(token, Qt::CaseInsensitive) == 0;
        });
    }

    //! \brief Fills method, path and query; false for a line that is not a request.
    bool readRequestLine(const QByteArray& line, HttpRequest& request, bool& keepAlive)
    {
        const auto words = line.split(' ');
        if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/'))
            return false;
        keepAlive = words[2] != "HTTP/1.0";
        request.method = words[0];
        const auto mark = words[1].indexOf('?');
        request.rawPath = mark < 0 ? words[1] : words[1].left(mark);
        request.path = QUrl::fromPercentEncoding(request.rawPath);
        if (mark >= 0) {
            auto query = words[1].mid(mark + 1);
            query.replace('+', "%20");
            request.query = QUrlQuery(QString::fromUtf8(query));
        }
        return !request.method.isEmpty();
    }

    bool readHeaderLines(const QList<QByteArray>& lines, HttpRequest& request)
    {
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const auto colon = lines[i].indexOf(':');
            if (colon <= 0)
                return false;
            request.headers.emplaceBack(lines[i].left(colon), lines[i].mid(colon + 1).trimmed());
        }
        return true;
    }

    QByteArray headerBlock(const HttpResponse& response, bool keepAlive)
    {
        QByteArray block =
            "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status);
        const bool hasBody = response.status != 204 && response.status != 304;
        if (hasBody) {
            block += "\r\nContent-Type: " + response.contentType;
            block += "\r\nContent-Length: " + QByteArray::number(response.body.size());
        }
        for (const auto& [key, value] : response.headers)
            block += "\r\n" + key + ": " + value;
        block += keepAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
        return block;
    }

} // namespace

HttpConnection::HttpConnection(QTcpSocket* socket, HttpServer& server)
    : QObject(&server), m_server(server), m_socket(socket)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &HttpConnection::deleteLater);
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::read()
{
    bool more = true;
    while (more && m_socket != nullptr) {
        switch (m_reading) {
        case Reading::Header:
            more = readHeader();
            break;
        case Reading::FixedBody:
            more = readFixedBody();
            break;
        case Reading::ChunkedBody:
            more = readChunkedBody();
            break;
        case Reading::Nothing:
            more = false;
            break;
        }
    }
}

bool HttpConnection::readHeader()
{
    const auto block = m_socket->peek(kHeaderLimit);
    const auto end = block.indexOf("\r\n\r\n");
    if (end < 0) {
        if (block.size() >= kHeaderLimit)
            refuse(431, "header too large");
        return false;
    }
    m_request = {};
    m_request.peer = m_socket->peerAddress().toString();
    const auto lines = block.left(end).replace("\r\n", "\n").split('\n');
    if (!readRequestLine(lines.first(), m_request, m_keepAlive)
        || !readHeaderLines(lines, m_request)) {
        refuse(400, "not a request");
        return false;
    }
    if (containsToken(m_request.header("Connection"), "close"))
        m_keepAlive = false;
    if (containsToken(m_request.header("Upgrade"), "websocket")) {
        handOver();
        return false;
    }
    m_socket->read(end + 4);
    return beginBody();
}

void HttpConnection::handOver()
{
    auto* socket = m_socket;
    disconnect(socket, nullptr, this, nullptr);
    HttpResponse refusal;
    if (m_server.upgrade(socket, m_request, refusal)) {
        m_socket = nullptr;
        deleteLater();
        return;
    }
    connect(socket, &QTcpSocket::disconnected, this, &HttpConnection::deleteLater);
    refusal.closeConnection = true;
    m_reading = Reading::Nothing;
    socket->readAll();
    send(refusal);
}

bool HttpConnection::beginBody()
{
    if (containsToken(m_request.header("Transfer-Encoding"), "chunked")) {
        m_chunks.clear();
        m_reading = Reading::ChunkedBody;
    } else {
        bool isNumber = true;
        const auto length = m_request.header("Content-Length");
        m_bodySize = length.isEmpty() ? 0 : length.toLongLong(&isNumber);
        if (!isNumber || m_bodySize < 0) {
            refuse(400, "bad Content-Length");
            return false;
        }
        if (m_bodySize > kBodyLimit) {
            refuse(413, "body too large");
            return false;
        }
        m_reading = Reading::FixedBody;
    }
    if (m_request.header("Expect").compare("100-continue", Qt::CaseInsensitive) == 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

bool HttpConnection::readFixedBody()
{
    m_request.body += m_socket->read(m_bodySize - m_request.body.size());
    if (m_request.body.size() < m_bodySize)
        return false;
    dispatch();
    return true;
}

bool HttpConnection::readChunkedBody()
{
    m_chunks += m_socket->readAll();
    while (true) {
        const auto lineEnd = m_chunks.indexOf("\r\n");
        if (lineEnd < 0)
            return false;
        bool isHex = false;
        const auto size =
            m_chunks.left(lineEnd).split(';').first().trimmed().toLongLong(&isHex, 16);
        if (!isHex || size < 0 || m_request.body.size() + size > kBodyLimit) {
            refuse(isHex && size > 0 ? 413 : 400, "bad chunk");
            return false;
        }
        // The last chunk is followed by trailers, if any, and an empty line.
        const auto end = size == 0 ? m_chunks.indexOf("\r\n\r\n", lineEnd) : lineEnd + 2 + size;
        if (end < 0 || m_chunks.size() < end + (size == 0 ? 4 : 2))
            return false;
        m_request.body += m_chunks.mid(lineEnd + 2, size);
        m_chunks.remove(0, end + (size == 0 ? 4 : 2));
        if (size == 0)
            break;
    }
    // What follows a chunked body belongs to the next request; nobody pipelines behind one.
    if (!m_chunks.isEmpty())
        m_keepAlive = false;
    dispatch();
    return true;
}

void HttpConnection::dispatch()
{
    m_reading = Reading::Nothing;
    const auto response = m_server.answer(m_request);
    if (response.delayMs > 0)
        QTimer::singleShot(response.delayMs, this, [this, response] { send(response); });
    else
        send(response);
}

void HttpConnection::send(const HttpResponse& response)
{
    const bool keepAlive = m_keepAlive && !response.closeConnection;
    auto bytes = headerBlock(response, keepAlive);
    if (m_request.method != "HEAD" && response.status != 204 && response.status != 304)
        bytes += response.body;
    if (response.cutAfterBytes) {
        m_socket->write(bytes.left(*response.cutAfterBytes));
        m_socket->disconnectFromHost();
        return;
    }
    m_socket->write(bytes);
    if (!keepAlive) {
        m_socket->disconnectFromHost();
        return;
    }
    m_reading = Reading::Header;
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::refuse(int status, const QByteArray& reason)
{
    m_reading = Reading::Nothing;
    m_keepAlive = false;
    send(HttpResponse::text(reason, status));
}

} // namespace companion::sandbox
