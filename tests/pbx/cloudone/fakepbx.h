// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pbx/cloudone/session.h"
#include "tests/support/fakehttptransport.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/fakesocket.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

namespace companion::pbx::cloudone::test {

//! Everything fast but what a test is not about.
inline Timing fastTiming()
{
    using namespace std::chrono_literals;
    Timing timing;
    timing.overlap = 5ms;
    timing.colleagues = 5ms;
    timing.firstRetry = 2ms;
    timing.longestRetry = 4ms;
    timing.longestLater = 4ms;
    timing.tokensInUse = 5ms;
    timing.reloginSpread = 2ms;
    timing.recordingRetry = 2ms;
    timing.directoryAge = 10min;
    return timing;
}

//! \brief A PBX that answers each endpoint with a usual answer, or with what the test puts in its
//! place; and the companion's session before it.
class FakePbx
{
public:
    companion::test::FakeHttpTransport http = {};
    companion::test::FakeSockets sockets = {};
    companion::test::FakeSecretStore secrets = {};
    QHash<QString, QJsonObject> usual = {}; //!< by endpoint
    QHash<QString, QList<Result<HttpReply>>> next = {}; //!< used up before the usual one
    QStringList silent = {}; //!< endpoints that never answer
    int granted = 0; //!< tokens so far
    int accessSeconds = 1800;
    bool checksTokens = true; //!< any token but the last one granted is refused with 10004
    std::unique_ptr<Session> session = {};

    explicit FakePbx(const Timing& timing = fastTiming()) : m_timing(timing)
    {
        const auto now = QDateTime::currentDateTimeUtc();
        usual[QStringLiteral("system/information")] = {
            {QStringLiteral("errcode"), 0},
            {QStringLiteral("data"),
             QJsonObject{{QStringLiteral("sn"), QStringLiteral("SN1")},
                         {QStringLiteral("firmware_version"), QStringLiteral("84.21.0.66")},
                         {QStringLiteral("system_time"),
                          now.addSecs(7200).toString(QStringLiteral("yyyy/MM/dd HH:mm:ss"))},
                         {QStringLiteral("system_date_format"), QStringLiteral("YYYY/MM/DD")},
                         {QStringLiteral("system_time_format"), QStringLiteral("hh:mm:ss")},
                         {QStringLiteral("timestamp"), now.toSecsSinceEpoch()}}}};
        usual[QStringLiteral("extension/list")] = listOf(R"([
            {"number":"1001","caller_id_name":"Jane Roe","email_addr":"Jane.Roe@acme.example"},
            {"number":"1002","caller_id_name":"John Smith","email_addr":"john@acme.example",
             "presence_status":"away"}])");
        usual[QStringLiteral("call/query")] = listOf("[]");
        usual[QStringLiteral("cdr/search")] = listOf("[]");
        usual[QStringLiteral("del_token")] = {{QStringLiteral("errcode"), 0}};
        http.answerWith = [this](const HttpRequest& request) {
            return answer(request);
        };
        makeSession();
    }

    //! A new session before the same PBX, as after a restart of the companion.
    void makeSession()
    {
        session = std::make_unique<Session>(
            http, [this] { return sockets.make(); }, secrets, m_timing);
    }
    [[nodiscard]] static QJsonObject listOf(const QByteArray& rows)
    {
        return {{QStringLiteral("errcode"), 0},
                {QStringLiteral("data"), QJsonDocument::fromJson(rows).array()}};
    }
    [[nodiscard]] static Result<HttpReply> code(int errcode)
    {
        return companion::test::FakeHttpTransport::json(
            QJsonObject{{QStringLiteral("errcode"), errcode}});
    }
    void put(const QString& endpoint, const Result<HttpReply>& reply)
    {
        next[endpoint].append(reply);
    }
    [[nodiscard]] QString token() const { return QStringLiteral("T%1").arg(granted); }
    [[nodiscard]] qsizetype count(const QString& endpoint) const
    {
        return std::count_if(http.requests.cbegin(), http.requests.cend(),
                             [&](const auto& request) { return endpointOf(request) == endpoint; });
    }
    [[nodiscard]] HttpRequest last(const QString& endpoint) const
    {
        const auto at =
            std::find_if(http.requests.crbegin(), http.requests.crend(),
                         [&](const auto& request) { return endpointOf(request) == endpoint; });
        return at == http.requests.crend() ? HttpRequest{} : *at;
    }
    [[nodiscard]] QJsonObject lastBody(const QString& endpoint) const
    {
        return QJsonDocument::fromJson(last(endpoint).body).object();
    }

    void start(const QString& extension = QStringLiteral("1001"), const QString& email = {}) const
    {
        session->start({.url = QStringLiteral("https://pbx.example.com"),
                        .clientId = QStringLiteral("client"),
                        .extension = extension},
                       QStringLiteral("secret"), email);
    }
    //! Up to the open socket's subscription; the socket, or none.
    companion::test::FakeSocket* openSocket(qsizetype number = 0)
    {
        if (!QTest::qWaitFor([&] { return sockets.count() > number && sockets.last(); }))
            return nullptr;
        auto* socket = sockets.last();
        socket->accept();
        return socket;
    }
    companion::test::FakeSocket* subscribe(qsizetype number = 0)
    {
        auto* socket = openSocket(number);
        if (socket)
            socket->receive(QStringLiteral("{\"errcode\":0,\"errmsg\":\"SUCCESS\"}"));
        return socket;
    }
    bool connectSession()
    {
        start();
        return subscribe() && becomes(LinkState::Connected);
    }
    [[nodiscard]] bool becomes(LinkState state) const
    {
        return QTest::qWaitFor([&] { return session->status().state == state; });
    }
    //! A 30011 frame with the own leg in that state.
    [[nodiscard]] static QString ownLeg(const QString& call, const QString& status)
    {
        return QStringLiteral("{\"type\":30011,\"msg\":{\"call_id\":\"%1\",\"members\":[{"
                              "\"extension\":{\"number\":\"1001\",\"channel_id\":\"PJSIP/1001-1\","
                              "\"member_status\":\"%2\"}}]}}")
            .arg(call, status);
    }
    [[nodiscard]] static QByteArray snapshotRow(const QByteArray& call, const QByteArray& status)
    {
        return R"({"call_id":")" + call
            + R"(","members":[{"extension":{"number":"1001","channel_id":"PJSIP/1001-1",)"
            + R"("member_status":")" + status + R"(","call_path":""}}]})";
    }

private:
    static QString endpointOf(const HttpRequest& request)
    {
        return request.url.path().section(QStringLiteral("/openapi/v1.0/"), 1);
    }

    companion::test::FakeHttpTransport::Answer answer(const HttpRequest& request)
    {
        const auto endpoint = endpointOf(request);
        if (silent.contains(endpoint))
            return {};
        if (auto& waiting = next[endpoint]; !waiting.isEmpty())
            return waiting.takeFirst();
        if (endpoint == QStringLiteral("get_token") || endpoint == QStringLiteral("refresh_token"))
            return grant();
        const auto used = QUrlQuery(request.url).queryItemValue(QStringLiteral("access_token"));
        if (checksTokens && used != token())
            return code(10004);
        if (!usual.contains(endpoint))
            return code(10001);
        return companion::test::FakeHttpTransport::json(usual.value(endpoint));
    }

    Result<HttpReply> grant()
    {
        ++granted;
        return companion::test::FakeHttpTransport::json(
            QJsonObject{{QStringLiteral("errcode"), 0},
                        {QStringLiteral("access_token"), token()},
                        {QStringLiteral("access_token_expire_time"), accessSeconds},
                        {QStringLiteral("refresh_token"), QStringLiteral("R%1").arg(granted)},
                        {QStringLiteral("refresh_token_expire_time"), 86400}});
    }

    Timing m_timing;
};

} // namespace companion::pbx::cloudone::test
