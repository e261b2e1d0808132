// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/qtwebsocket.h"

#include "app/net/qthttptransport.h"

#include <QNetworkRequest>
#include <QRegularExpression>

#include <chrono>
#include <utility>

#if QT_VERSION >= QT_VERSION_CHECK(6, 4, 0)
#include <QWebSocketHandshakeOptions>
#endif

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr quint64 maxMessage = 64ULL * 1024 * 1024;
    constexpr auto openLimit = 10s;
    constexpr qint64 sliceMs = 4; // of the 16 that a screen's frame has

    Error toError(const QWebSocket& socket)
    {
        // Qt tells the status of a refused upgrade in its text only.
        static const QRegularExpression status(u"status code: (\\d{3})"_s);
        const QString code = status.match(socket.errorString()).captured(1);
        if (code == "401"_L1)
            return {Error::Kind::Unauthorized, u"upgrade refused"_s, code};
        if (code == "403"_L1)
            return {Error::Kind::Forbidden, u"upgrade refused"_s, code};
        if (code.startsWith(u'5'))
            return {Error::Kind::Offline, u"upgrade refused"_s, code};
        if (!code.isEmpty())
            return {Error::Kind::Malformed, u"upgrade refused"_s, code};
        switch (socket.error()) {
        case QAbstractSocket::ConnectionRefusedError:
            return {Error::Kind::Offline, u"refused"_s};
        case QAbstractSocket::HostNotFoundError:
            return {Error::Kind::Offline, u"dns"_s};
        case QAbstractSocket::SslHandshakeFailedError:
        case QAbstractSocket::SslInternalError:
        case QAbstractSocket::SslInvalidUserDataError:
            return {Error::Kind::Offline, u"tls: handshake failed"_s};
        case QAbstractSocket::SocketTimeoutError:
            return {Error::Kind::Timeout, u"timeout"_s};
        default: // Qt's long tail; all of them mean: connect again
            return {Error::Kind::Offline,
                    u"socket error %1"_s.arg(static_cast<int>(socket.error()))};
        }
    }

} // namespace

QtWebSocket::QtWebSocket(QObject* parent) : Socket(parent), m_tls(tlsWith({}))
{
    m_socket.setMaxAllowedIncomingMessageSize(maxMessage);
    m_socket.setMaxAllowedIncomingFrameSize(maxMessage);
    m_openLimit.setSingleShot(true);
    m_turn.setSingleShot(
        true); // of no time: posted calls would be carried out before others' timers
    connect(&m_turn, &QTimer::timeout, this, &QtWebSocket::turnAround);
    connect(&m_openLimit, &QTimer::timeout, this, [this] {
        end({Error::Kind::Timeout, u"timeout"_s});
        m_socket.abort();
    });
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_openLimit.stop();
        Q_EMIT opened();
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &QtWebSocket::onText);
    connect(&m_socket, &QWebSocket::pong, this, [this] {
        if (m_isLive)
            Q_EMIT pongReceived();
    });
    // What went wrong may be told after the end itself: listen to that first.
    connect(&m_socket, &QWebSocket::disconnected, this, &QtWebSocket::onDisconnected,
            Qt::QueuedConnection);
    connect(&m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        end({Error::Kind::Offline, tlsDetail(errors)}); // Qt then ends the connection
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&m_socket, &QWebSocket::errorOccurred, this, &QtWebSocket::onError);
#else
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &QtWebSocket::onError);
#endif
}

void QtWebSocket::onText(const QString& text)
{
    if (!m_isLive)
        return;
    m_waiting.append(text);
    if (m_waiting.size() == 1)
        tellWaiting();
}

void QtWebSocket::tellWaiting()
{
    if (!m_slice.isValid()) {
        m_slice.start();
        m_turn.start();
    }
    while (m_isLive && !m_waiting.isEmpty() && !m_slice.hasExpired(sliceMs)) {
        const QString text = m_waiting.takeFirst();
        Q_EMIT textReceived(text);
    }
}

void QtWebSocket::turnAround()
{
    m_slice.invalidate();
    if (!m_waiting.isEmpty())
        tellWaiting();
}

void QtWebSocket::onError()
{
    if (m_socket.error() == QAbstractSocket::RemoteHostClosedError)
        return; // disconnected() follows
    end(toError(m_socket));
}

void QtWebSocket::onDisconnected()
{
    switch (m_socket.closeCode()) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return end({Error::Kind::Malformed, u"message too long"_s});
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return end({Error::Kind::Malformed, u"a text that is not UTF-8"_s});
    case QWebSocketProtocol::CloseCodeProtocolError:
        return end({Error::Kind::Malformed, u"not a text message"_s});
    default: // whatever else the server gives as its reason
        return end({Error::Kind::Offline, u"closed"_s});
    }
}

void QtWebSocket::setCaFile(const QString& path)
{
    m_tls = tlsWith(path);
}

void QtWebSocket::open(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& headers,
                       const QStringList& subprotocols)
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", userAgent());
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    m_socket.setSslConfiguration(m_tls);
    m_isLive = true;
    m_openLimit.start(openLimit);
    if (subprotocols.isEmpty()) {
        m_socket.open(request);
        return;
    }
    QWebSocketHandshakeOptions options;
    options.setSubprotocols(subprotocols);
    m_socket.open(request, options);
}

void QtWebSocket::send(const QString& text)
{
    m_socket.sendTextMessage(text);
}

void QtWebSocket::ping()
{
    m_socket.ping();
}

void QtWebSocket::close()
{
    m_socket.close();
}

void QtWebSocket::abort()
{
    m_isLive = false;
    m_waiting.clear();
    m_openLimit.stop();
    m_socket.abort();
}

void QtWebSocket::end(const Error& reason)
{
    m_openLimit.stop();
    const auto last = std::exchange(m_waiting, {}); // came before the end, is told before it
    for (const auto& text : last)
        if (m_isLive)
            Q_EMIT textReceived(text);
    if (std::exchange(m_isLive, false))
        Q_EMIT closed(reason);
}

} // namespace companion
