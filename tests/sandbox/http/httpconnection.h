// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpmessage.h"

#include <QObject>

class QTcpSocket;

namespace companion::sandbox {

class HttpServer;

//! \brief Reads the requests of one TCP connection and writes their responses, in order.
//!
//! The header block is only peeked at until it is complete, so that the socket of a WebSocket
//! upgrade can be handed on untouched.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket* socket, HttpServer& server);
    ~HttpConnection() override;

private:
    enum class Reading { Header, FixedBody, ChunkedBody, Nothing };

    void read();
    //! \brief Each of these tells whether there is more to read at once.
    bool readHeader();
    bool readFixedBody();
    bool readChunkedBody();
    bool beginBody();

    void dispatch();
    void send(const HttpResponse& response);
    void refuse(int status, const QByteArray& reason);
    void handOver();

    HttpServer& m_server;
    QTcpSocket* m_socket;
    Reading m_reading = Reading::Header;
    HttpRequest m_request;
    QByteArray m_chunks; //!< the part of a chunked body that is not understood yet
    qint64 m_bodySize = 0;
    bool m_keepAlive = true;
};

} // namespace companion::sandbox
