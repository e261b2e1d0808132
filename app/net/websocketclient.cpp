// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/websocketclient.h"

#include "app/core/logging.h"
#include "app/net/qthttptransport.h"
#include "app/net/websocketupgrade.h"

#include <QRandomGenerator>

#include <array>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr qint64 sliceMs = 4; // of the 16 that a screen's frame has
    constexpr qint64 chunk = 16LL * 1024;
    constexpr qint64 mostUnread = 256LL * 1024; // the rest stays with the server until we get to it
    constexpr qint64 mostUnsent = 256LL * 1024; // a server that pings and never reads gets no more
    constexpr auto normalClosure = "\x03\xE8"; // 1000

    Error toError(QAbstractSocket::SocketError error)
    {
        switch (error) {
        case QAbstractSocket::ConnectionRefusedError:
            return {Error::Kind::Offline, u"refused"_s};
        case QAbstractSocket::RemoteHostClosedError:
            return {Error::Kind::Offline, u"closed"_s};
        case QAbstractSocket::HostNotFoundError:
            return {Error::Kind::Offline, u"dns"_s};
        case QAbstractSocket::SslHandshakeFailedError:
        case QAbstractSocket::SslInternalError:
        case QAbstractSocket::SslInvalidUserDataError:
            return {Error::Kind::Offline, u"tls: handshake failed"_s};
        case QAbstractSocket::SocketTimeoutError:
            return {Error::Kind::Timeout, u"timeout"_s};
        case QAbstractSocket::SocketAccessError: // also what a proxy says that opens no tunnel
        case QAbstractSocket::ProxyAuthenticationRequiredError:
        case QAbstractSocket::ProxyConnectionRefusedError:
        case QAbstractSocket::ProxyConnectionClosedError:
        case QAbstractSocket::ProxyConnectionTimeoutError:
        case QAbstractSocket::ProxyNotFoundError:
        case QAbstractSocket::ProxyProtocolError:
            return {Error::Kind::Offline, u"proxy"_s};
        default: // Qt's long tail; all of them mean: connect again
            return {Error::Kind::Offline, u"socket error %1"_s.arg(static_cast<int>(error))};
        }
    }

    Error closedByServer()
    {
        return {Error::Kind::Offline, u"closed"_s};
    }

    QByteArray newKey()
    {
        std::array<quint32, 4> nonce{};
        QRandomGenerator::system()->fillRange(nonce.data(), nonce.size());
        return QByteArray(reinterpret_cast<const char*>(nonce.data()), sizeof nonce).toBase64();
    }

} // namespace

WebSocketClient::WebSocketClient(QObject* parent) : WebSocketClient(Timing{}, parent) {}

WebSocketClient::WebSocketClient(const Timing& timing, QObject* parent)
    : Socket(parent), m_timing(timing), m_tls(tlsWith({}))
{
    m_limit.setSingleShot(true);
    m_turn.setSingleShot(
        true); // of no time: posted calls would be carried out before others' timers
    connect(&m_turn, &QTimer::timeout, this, &WebSocketClient::turnAround);
    connect(&m_limit, &QTimer::timeout, this, &WebSocketClient::onLimit);
    m_tcp.setReadBufferSize(mostUnread);
    connect(&m_tcp, &QAbstractSocket::connected, this, [this] {
        m_tcp.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_tcp.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        if (!m_isSecure)
            askUpgrade();
    });
    connect(&m_tcp, &QSslSocket::encrypted, this, &WebSocketClient::askUpgrade);
    connect(&m_tcp, &QIODevice::readyRead, this, &WebSocketClient::onBytes);
    connect(&m_tcp, &QAbstractSocket::disconnected, this, [this] { onGone(closedByServer()); });
    connect(&m_tcp, &QAbstractSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) {
                // With some of it still unread, disconnected() follows in any case.
                if (!isTalking() || error != QAbstractSocket::RemoteHostClosedError)
                    onGone(toError(error));
            });
    connect(&m_tcp, &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        end({Error::Kind::Offline, tlsDetail(errors)});
    });
}

WebSocketClient::~WebSocketClient()
{
    m_tcp.disconnect(this); // it tells of its own end, too late for us
    m_tcp.abort();
}

bool WebSocketClient::isTalking() const
{
    return m_state == State::Open || m_state == State::Closing;
}

void WebSocketClient::setCaFile(const QString& path)
{
    m_tls = tlsWith(path);
}

void WebSocketClient::open(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& headers,
                           const QStringList& subprotocols)
{
    abort();
    m_state = State::Connecting;
    m_isSecure = url.scheme() == "wss"_L1;
    m_key = newKey();
    m_subprotocols = subprotocols;
    auto all = headers;
    all.prepend({"User-Agent", userAgent()});
    m_request = upgradeRequest(url, all, subprotocols, m_key);
    if (m_request.isEmpty()) {
        m_gone = Error{Error::Kind::Malformed, u"no address of a WebSocket"_s};
        m_limit.start(0s); // told after open() has returned
        return;
    }
    m_limit.start(m_timing.open);
    m_tcp.setSslConfiguration(m_tls);
    m_tcp.setProtocolTag(m_isSecure ? u"https"_s : u"http"_s); // which of the system's proxies
    if (m_isSecure)
        m_tcp.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)));
    else
        m_tcp.connectToHost(url.host(), static_cast<quint16>(url.port(80)));
}

void WebSocketClient::askUpgrade()
{
    if (m_state != State::Connecting)
        return;
    m_state = State::Upgrading;
    m_tcp.write(std::exchange(m_request, {}));
}

void WebSocketClient::onBytes()
{
    if (m_state == State::Upgrading)
        takeUpgrade();
    if (isTalking())
        takeFrames();
}

void WebSocketClient::takeUpgrade()
{
    while (m_state == State::Upgrading) {
        const auto bytes = m_tcp.read(chunk);
        if (bytes.isEmpty())
            return;
        m_head += bytes;
        const auto answer = readUpgrade(m_head, m_key, m_subprotocols);
        if (!answer)
            continue;
        if (!*answer)
            return end(answer->error());
        m_limit.stop();
        m_state = State::Open;
        m_frames.append(QByteArrayView(m_head).sliced(answer->value()));
        m_head.clear();
        Q_EMIT opened();
    }
}

void WebSocketClient::takeFrames()
{
    if (!m_slice.isValid()) {
        m_slice.start();
        m_turn.start();
    }
    while (isTalking()) {
        m_isCut = m_slice.hasExpired(sliceMs);
        if (m_isCut)
            return;
        if (const auto item = m_frames.next()) {
            take(*item);
            continue;
        }
        const auto bytes = m_tcp.read(chunk);
        if (bytes.isEmpty() && m_gone)
            end(Error(*m_gone));
        if (bytes.isEmpty())
            return;
        m_frames.append(bytes);
    }
}

void WebSocketClient::turnAround()
{
    m_slice.invalidate();
    if (std::exchange(m_isCut, false))
        takeFrames();
}

void WebSocketClient::take(const WebSocketItem& item)
{
    if (const auto* text = std::get_if<WebSocketText>(&item)) {
        if (!text->isUtf8)
            qCWarning(lcNet) << "a text of" << text->bytes
                             << "bytes is not UTF-8; what cannot be read is replaced";
        Q_EMIT textReceived(text->text);
    } else if (const auto* skipped = std::get_if<WebSocketSkipped>(&item)) {
        qCWarning(lcNet) << "a message of" << skipped->bytes << "bytes was skipped";
    } else if (const auto* asked = std::get_if<WebSocketPing>(&item)) {
        if (m_tcp.bytesToWrite() + m_tcp.encryptedBytesToWrite() < mostUnsent)
            write(WebSocketOpcode::Pong, asked->payload);
    } else if (std::holds_alternative<WebSocketPong>(item)) {
        Q_EMIT pongReceived();
    } else if (const auto* closing = std::get_if<WebSocketClose>(&item)) {
        write(WebSocketOpcode::Close, closing->code);
        end(closedByServer());
    } else if (const auto* violation = std::get_if<WebSocketViolation>(&item)) {
        const auto code = violation->closeCode;
        write(WebSocketOpcode::Close,
              QByteArray(1, static_cast<char>(code >> 8)) + static_cast<char>(code & 0xFF));
        end({Error::Kind::Malformed, u"websocket: "_s + violation->why});
    }
}

void WebSocketClient::write(WebSocketOpcode opcode, const QByteArray& payload)
{
    if (m_state != State::Open) // after our own close nothing may follow
        return;
    m_tcp.write(maskedFrame(opcode, payload, QRandomGenerator::system()->generate()));
    m_tcp.flush(); // whoever hears of an end may abort() at once
}

void WebSocketClient::send(const QString& text)
{
    write(WebSocketOpcode::Text, text.toUtf8());
}

void WebSocketClient::ping()
{
    write(WebSocketOpcode::Ping, {});
}

void WebSocketClient::close()
{
    switch (m_state) {
    case State::Idle:
    case State::Closing:
        return;
    case State::Connecting:
    case State::Upgrading:
        m_gone = closedByServer();
        m_limit.start(0s);
        return;
    case State::Open:
        write(WebSocketOpcode::Close, normalClosure);
        m_state = State::Closing;
        m_limit.start(m_timing.close);
        return;
    }
}

void WebSocketClient::abort()
{
    m_state = State::Idle;
    reset();
    m_tcp.abort();
}

void WebSocketClient::onLimit()
{
    if (m_gone)
        end(Error(*m_gone));
    else if (m_state == State::Closing)
        end(closedByServer());
    else
        end({Error::Kind::Timeout, u"timeout"_s});
}

void WebSocketClient::onGone(const Error& reason)
{
    if (m_state == State::Idle)
        return;
    if (!m_gone)
        m_gone = reason;
    onBytes(); // what came before is told before
    // Whoever was told something may have opened anew; then there is nothing to end.
    if (m_gone && !isTalking() && m_state != State::Idle)
        end(Error(*m_gone));
}

void WebSocketClient::end(const Error& reason)
{
    if (m_state == State::Idle)
        return;
    const bool isPolite = isTalking();
    m_state = State::Idle;
    reset();
    if (isPolite)
        m_tcp.disconnectFromHost(); // after what is written
    else
        m_tcp.abort();
    Q_EMIT closed(reason);
}

void WebSocketClient::reset()
{
    m_limit.stop();
    m_turn.stop();
    m_slice.invalidate();
    m_isCut = false;
    m_gone.reset();
    m_head.clear();
    m_frames = WebSocketFrames();
}

} // namespace companion
