// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/qthttptransport.h"
#include "app/salesforce/salesforceclient.h"
#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/salesforce/salesforceorg.h"
#include "tests/support/fakesecretstore.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <optional>

namespace companion::test {

//! A port that was free on both loopback addresses a moment ago.
inline quint16 freePort()
{
    QTcpServer first;
    QTcpServer second;
    for (int attempt = 0; attempt < 50; ++attempt) {
        first.close();
        if (!first.listen(QHostAddress::LocalHost))
            continue;
        if (second.listen(QHostAddress::LocalHostIPv6, first.serverPort())
            || second.serverError() != QAbstractSocket::AddressInUseError)
            return first.serverPort();
    }
    return 0;
}

//! \brief The sandbox's org on a real port, a browser that clicks Allow, and a client that talks
//! to both by HTTP.
class LiveOrg
{
public:
    explicit LiveOrg(const salesforce::Timing& timing = shortTiming()) : m_timing(timing)
    {
        m_server.setHandler([this](const sandbox::HttpRequest& request) {
            return request.path.startsWith(QStringLiteral("/control/")) ? org.control(request)
                                                                        : org.handle(request);
        });
        m_server.listen();
        org.setBaseUrl(baseUrl());
        org.setIndexDelay(std::chrono::seconds(120));
        m_callbackPort = freePort();
        fault(QStringLiteral("auto-approve"), true);
        fault(QStringLiteral("callbacks"),
              QJsonArray{QStringLiteral("http://localhost:%1/oauth/callback").arg(m_callbackPort)});
        newClient();
    }

    static salesforce::Timing shortTiming()
    {
        using namespace std::chrono_literals;
        salesforce::Timing timing;
        timing.browser = 10s;
        timing.firstRetry = 20ms;
        timing.longestRetry = 100ms;
        timing.lockedRow = 5ms;
        timing.usageNews = 20ms;
        return timing;
    }

    //! As after a restart: the same key store, nothing else.
    void newClient()
    {
        client = std::make_unique<salesforce::SalesforceClient>(http, secrets, m_timing);
        QObject::connect(client.get(), &CrmLink::browserRequested, client.get(),
                         [this](const QUrl& url) { browse(url); });
    }

    [[nodiscard]] QUrl baseUrl() const
    {
        return QUrl(QStringLiteral("http://localhost:%1").arg(m_server.port()));
    }
    [[nodiscard]] CrmAccount account() const
    {
        return {.loginUrl = baseUrl().toString(),
                .clientId = org.clientId(),
                .redirectPorts = {m_callbackPort}};
    }

    //! What the future ends with; nothing when it does not end in time. A loop of its own, because
    //! QTRY_ naps between looks, and client, server and browser take many turns.
    template <typename T>
    static std::optional<Result<T>> outcome(const QFuture<Result<T>>& future, int limit = 15000)
    {
        QEventLoop loop;
        std::optional<Result<T>> got;
        async::onReady(future, &loop, [&](const Result<T>& result) {
            got = result;
            loop.quit();
        });
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        loop.exec();
        return got;
    }

    bool signIn(const QString& secret = {})
    {
        const auto done = outcome(client->signIn(account(), secret));
        return done && done->has_value();
    }
    bool resume()
    {
        const auto done = outcome(client->resume(account()));
        return done && done->has_value();
    }

    void stopServer() { m_server.close(); }
    bool startServer() { return m_server.listen(m_port ? m_port : 0); }
    void rememberPort() { m_port = m_server.port(); }

    QJsonObject control(const QByteArray& method, const QString& path, const QJsonObject& body = {})
    {
        sandbox::HttpRequest request;
        request.method = method;
        request.path = QStringLiteral("/control/salesforce/") + path;
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        const auto answer = QJsonDocument::fromJson(org.control(request).body);
        return answer.isArray() ? QJsonObject{{QStringLiteral("list"), answer.array()}}
                                : answer.object();
    }
    bool fault(const QString& name, const QJsonValue& value = {}, std::optional<int> times = {},
               const QString& match = {})
    {
        QJsonObject order{{QStringLiteral("name"), name},
                          {QStringLiteral("value"), value},
                          {QStringLiteral("match"), match}};
        if (times)
            order.insert(QStringLiteral("times"), *times);
        return control("POST", QStringLiteral("fault"), order)[QStringLiteral("ok")].toBool();
    }
    [[nodiscard]] int counted(const QString& kind)
    {
        return control("GET", QStringLiteral("state"))[QStringLiteral("calls")][kind].toInt();
    }
    [[nodiscard]] QJsonArray rows(const QString& object)
    {
        return control("GET", QStringLiteral("records/") + object)[QStringLiteral("list")]
            .toArray();
    }
    [[nodiscard]] QJsonObject row(const QString& object, const QString& field, const QString& value)
    {
        const auto all = rows(object);
        const auto found = std::find_if(all.begin(), all.end(), [&](const QJsonValue& one) {
            return one[field].toString() == value;
        });
        return found == all.end() ? QJsonObject{} : (*found).toObject();
    }
    QString create(const QString& object, const QJsonObject& fields)
    {
        return control("POST", QStringLiteral("record"),
                       {{QStringLiteral("object"), object},
                        {QStringLiteral("fields"), fields}})[QStringLiteral("id")]
            .toString();
    }

    sandbox::SalesforceOrg org;
    FakeSecretStore secrets;
    QtHttpTransport http;
    std::unique_ptr<salesforce::SalesforceClient> client;
    QList<QUrl> pagesOpened;

private:
    void browse(const QUrl& url)
    {
        pagesOpened.append(url);
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::NoLessSafeRedirectPolicy);
        auto* reply = m_browser.get(request);
        QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    }

    salesforce::Timing m_timing;
    sandbox::HttpServer m_server;
    QNetworkAccessManager m_browser;
    quint16 m_callbackPort = 0;
    quint16 m_port = 0;
};

} // namespace companion::test
