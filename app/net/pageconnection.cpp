// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/pageconnection.h"

#include "app/core/async.h"

#include <QTcpSocket>

#include <algorithm>

namespace companion {

namespace {

    constexpr qint64 piece = 0x20000; // kept in the socket at a time

} // namespace

PageConnection::PageConnection(QTcpSocket& socket, const PageServer::Answer& answer,
                               const PageLimits& limits, QObject* parent)
    : QObject(parent), m_socket(socket), m_answer(answer), m_limits(limits)
{
    m_socket.setParent(this);
    m_socket.setReadBufferSize(m_limits.headBytes); // what is not read yet waits at the sender
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, &m_socket, &QTcpSocket::abort);
    connect(&m_socket, &QTcpSocket::readyRead, this, &PageConnection::read);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &PageConnection::writeMore);
    connect(&m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_limit.start(m_limits.requestWithin);
    // What came before we were connected has been told to nobody.
    QMetaObject::invokeMethod(this, &PageConnection::read, Qt::QueuedConnection);
}

void PageConnection::end()
{
    m_socket.abort();
}

void PageConnection::read()
{
    if (m_state == State::Writing && !m_keepsAlive)
        m_socket.readAll(); // closing on unread bytes would cut off the answer, too
    if (m_state != State::Reading)
        return; // the next request waits for its turn
    m_received += m_socket.read(m_limits.headBytes + 4 - m_received.size());
    while (m_received.startsWith("\r\n")) // allowed between requests, RFC 9112 2.2
        m_received.remove(0, 2);
    const auto end = m_received.indexOf("\r\n\r\n");
    if (end < 0 && m_received.size() >= m_limits.headBytes)
        return refuse(431);
    if (end < 0)
        return; // the rest is on its way
    const auto head = parsePageHead(m_received.left(end), m_socket.localPort());
    m_received.remove(0, end + 4);
    if (head.refusal != 0)
        return refuse(head.refusal);
    answer(head.request);
}

void PageConnection::answer(const PageRequest& request)
{
    m_state = State::Answering;
    m_limit.stop();
    async::onReady(m_answer(request), this, [this, request](const Result<PageReply>& reply) {
        write(request, reply ? *reply : PageReply{.status = 503});
    });
}

void PageConnection::refuse(int status)
{
    PageReply reply{.status = status, .contentType = "text/plain"};
    if (status == 405)
        reply.headers.emplaceBack("Allow", "GET, HEAD");
    // What follows cannot be told from a body: this connection is over.
    write({.method = "GET", .keepsAlive = false}, std::move(reply));
}

void PageConnection::write(const PageRequest& request, PageReply reply)
{
    const bool mayBePart = reply.hasRanges && reply.status == 200 && request.method == "GET"
        && !request.hasHeader("If-Range"); // nothing of ours has a validator it could name
    const auto range =
        mayBePart ? planRange(request.header("Range"), reply.body.size()) : ByteRange{};
    if (range.kind == ByteRange::Kind::Part)
        reply.status = 206;
    if (range.kind == ByteRange::Kind::Unsatisfiable) {
        reply.status = 416;
        reply.headers.emplaceBack("Content-Range",
                                  QByteArray("bytes */" + QByteArray::number(reply.body.size())));
        reply.body.clear();
    }
    m_state = State::Writing;
    m_keepsAlive = request.keepsAlive;
    const bool isPart = range.kind == ByteRange::Kind::Part;
    m_body = request.method == "HEAD" ? QByteArray() : reply.body;
    m_next = isPart ? range.first : 0;
    m_end = isPart ? range.first + range.length : m_body.size();
    m_limit.start(m_limits.stalledFor);
    m_socket.write(headOf(reply, range, m_keepsAlive));
    writeMore();
}

void PageConnection::writeMore()
{
    if (m_state != State::Writing)
        return;
    m_limit.start(m_limits.stalledFor);
    while (m_next < m_end && m_socket.bytesToWrite() < piece) {
        const auto written =
            m_socket.write(m_body.constData() + m_next, std::min(piece, m_end - m_next));
        if (written < 0)
            return m_socket.abort();
        m_next += written;
    }
    if (m_next < m_end || m_socket.bytesToWrite() > 0)
        return;
    m_body.clear();
    if (m_keepsAlive)
        return readNext();
    m_socket.disconnectFromHost();
}

void PageConnection::readNext()
{
    m_state = State::Reading;
    m_limit.start(m_limits.requestWithin);
    // By the event loop: a hundred pipelined requests must not become a hundred calls deep.
    QMetaObject::invokeMethod(this, &PageConnection::read, Qt::QueuedConnection);
}

} // namespace companion
