// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/qthttptransport.h"

#include "app/core/async.h"
#include "app/core/logging.h"

#include <QIODevice>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>

#include <algorithm>
#include <memory>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

QByteArray userAgent()
{
    return QByteArrayLiteral("CloudOneCompanion/" COMPANION_VERSION);
}

QSslConfiguration tlsWith(const QString& caFile)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    if (caFile.isEmpty())
        return tls;
    const auto certificates = QSslCertificate::fromPath(caFile);
    if (certificates.isEmpty())
        qCWarning(lcNet) << "the file of the own certificate authority holds no certificate";
    tls.addCaCertificates(certificates);
    return tls;
}

QString tlsDetail(const QList<QSslError>& errors)
{
    for (const auto& error : errors) {
        switch (error.error()) {
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
            return u"tls: self-signed"_s;
        case QSslError::HostNameMismatch:
            return u"tls: wrong host"_s;
        case QSslError::CertificateExpired:
            return u"tls: expired"_s;
        case QSslError::CertificateNotYetValid:
            return u"tls: not yet valid"_s;
        default: // some thirty more, all meaning: not to be trusted
            break;
        }
    }
    return u"tls: not trusted"_s;
}

namespace {

    //! \brief A body that cannot be rewound.
    //!
    //! When a connection ends without an answer, Qt (6.4 certainly) sends the request again by
    //! itself, a POST too, although the server may have done what it was asked. Only for a body
    //! that is gone it cannot.
    class OnceReadable : public QIODevice
    {
    public:
        OnceReadable(QByteArray bytes, QObject* parent)
            : QIODevice(parent), m_bytes(std::move(bytes))
        {
            open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        }
        [[nodiscard]] bool isSequential() const override { return true; }
        [[nodiscard]] qint64 bytesAvailable() const override
        {
            return m_bytes.size() - m_at + QIODevice::bytesAvailable();
        }
        bool reset() override { return false; }

    protected:
        qint64 readData(char* to, qint64 most) override
        {
            const auto part = std::min<qint64>(most, m_bytes.size() - m_at);
            if (part <= 0)
                return -1;
            std::copy_n(m_bytes.constData() + m_at, part, to);
            m_at += part;
            return part;
        }
        qint64 writeData(const char* /*from*/, qint64 /*size*/) override { return -1; }

    private:
        QByteArray m_bytes;
        qint64 m_at = 0;
    };

    bool changesNothing(const QByteArray& method)
    {
        return method == "GET" || method == "HEAD" || method == "OPTIONS";
    }

    QNetworkRequest toQt(const HttpRequest& request, const QSslConfiguration& tls)
    {
        QNetworkRequest qt(request.url);
        qt.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                        QNetworkRequest::ManualRedirectPolicy);
        qt.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        qt.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        qt.setTransferTimeout(static_cast<int>(request.timeout.count()));
        qt.setSslConfiguration(tls);
        qt.setRawHeader("User-Agent", userAgent());
        for (const auto& [name, value] : request.headers)
            qt.setRawHeader(name, value);
        if (!changesNothing(request.method)) {
            qt.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
            qt.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        }
        return qt;
    }

    //! Transport errors by what can be done about them; the text is ours, Qt's may hold the URL.
    Error toError(QNetworkReply::NetworkError error)
    {
        switch (error) {
        case QNetworkReply::TimeoutError:
        case QNetworkReply::OperationCanceledError: // what an elapsed transfer timeout gives, too
            return {Error::Kind::Timeout, u"timeout"_s};
        case QNetworkReply::HostNotFoundError:
            return {Error::Kind::Offline, u"dns"_s};
        case QNetworkReply::ConnectionRefusedError:
            return {Error::Kind::Offline, u"refused"_s};
        case QNetworkReply::RemoteHostClosedError:
        case QNetworkReply::ContentReSendError:
            return {Error::Kind::Offline, u"closed"_s};
        case QNetworkReply::SslHandshakeFailedError:
            return {Error::Kind::Offline, u"tls: handshake failed"_s};
        case QNetworkReply::ProtocolUnknownError:
        case QNetworkReply::ProtocolInvalidOperationError:
        case QNetworkReply::ProtocolFailure:
            return {Error::Kind::Malformed, u"protocol"_s};
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyConnectionClosedError:
        case QNetworkReply::ProxyNotFoundError:
        case QNetworkReply::ProxyTimeoutError:
        case QNetworkReply::ProxyAuthenticationRequiredError:
        case QNetworkReply::UnknownProxyError:
            return {Error::Kind::Offline, u"proxy"_s};
        default: // Qt's long tail of network session errors
            return {Error::Kind::Offline, u"network error %1"_s.arg(static_cast<int>(error))};
        }
    }

    bool isBehindProxy(const QUrl& url)
    {
        const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
        return !proxies.isEmpty() && proxies.constFirst().type() != QNetworkProxy::NoProxy;
    }

    //! Qt says of a proxy that is not reached what it says of a server, or nothing.
    Error toError(const QNetworkReply& reply)
    {
        const auto error = reply.error();
        const bool isUnreached = error == QNetworkReply::ConnectionRefusedError
            || error == QNetworkReply::HostNotFoundError;
        const bool mayBeTheProxy = error == QNetworkReply::UnknownNetworkError
            || (isUnreached && reply.url().scheme() == "http"_L1); // which is the proxy's to send
        if (mayBeTheProxy && isBehindProxy(reply.url()))
            return {Error::Kind::Offline, u"proxy"_s};
        return toError(error);
    }

    HttpReply toReply(QNetworkReply& reply, QByteArray body)
    {
        HttpReply answer{.status =
                             reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                         .headers = {},
                         .body = std::move(body)};
        for (const auto& [name, value] : reply.rawHeaderPairs())
            answer.headers.append({name, value});
        return answer;
    }

    Error tooLong()
    {
        return {Error::Kind::Malformed, u"the answer is too long"_s};
    }

    Result<HttpReply> outcome(QNetworkReply& reply, QByteArray body)
    {
        const bool hasStatus = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
        const auto error = reply.error();
        // Any whole HTTP answer is an answer, whatever Qt thinks of its status; one cut short is
        // not.
        const bool isWhole =
            error == QNetworkReply::NoError || error > QNetworkReply::UnknownProxyError;
        if (hasStatus && isWhole)
            return toReply(reply, std::move(body));
        return toError(reply);
    }

} // namespace

QtHttpTransport::QtHttpTransport(QObject* parent) : QObject(parent), m_tls(tlsWith({})) {}

void QtHttpTransport::setCaFile(const QString& path)
{
    m_tls = tlsWith(path);
    m_network.clearConnectionCache();
}

QNetworkReply* QtHttpTransport::start(const HttpRequest& request)
{
    const auto qt = toQt(request, m_tls);
    if (changesNothing(request.method))
        return m_network.sendCustomRequest(qt, request.method, request.body);
    auto* body = new OnceReadable(request.body, this);
    auto* reply = m_network.sendCustomRequest(qt, request.method, body);
    body->setParent(reply);
    return reply;
}

QFuture<Result<HttpReply>> QtHttpTransport::send(const HttpRequest& request)
{
    auto promise = std::make_shared<async::Promise<HttpReply>>();
    auto future = promise->future();
    auto* reply = start(request);
    auto received = std::make_shared<QByteArray>();
    connect(reply, &QNetworkReply::sslErrors, this, [promise](const QList<QSslError>& errors) {
        promise->finish(Error{Error::Kind::Offline, tlsDetail(errors)}); // Qt then ends the request
    });
    connect(reply, &QIODevice::readyRead, this,
            [reply, received, promise, limit = request.maxBytes] {
                *received += reply->readAll();
                if (received->size() > limit) {
                    promise->finish(tooLong());
                    reply->abort();
                }
            });
    connect(reply, &QNetworkReply::finished, this,
            [reply, received, promise, limit = request.maxBytes] {
                reply->deleteLater();
                if (reply->isOpen())
                    *received += reply->readAll();
                promise->finish(received->size() > limit ? Result<HttpReply>(tooLong())
                                                         : outcome(*reply, std::move(*received)));
            });
    // The caller's cancel() aborts the request.
    auto* watcher = new QFutureWatcher<Result<HttpReply>>(reply);
    connect(watcher, &QFutureWatcherBase::canceled, reply, [reply, promise] {
        promise->finish(Error{Error::Kind::Cancelled, {}});
        reply->abort();
    });
    watcher->setFuture(future);
    return future;
}

} // namespace companion
