// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/cloudonepbx.h"

#include "tests/sandbox/pbx/wording.h"

#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto kPrefix = "/openapi/v1.0/"_L1;
    constexpr int kFailuresUntilBlocked = 5; // cloudone-pbx-api.md A2.4

    QByteArray tokenOf(const HttpRequest& request)
    {
        return request.queryValue(u"access_token"_s).toUtf8();
    }

    bool hasUserAgent(const HttpRequest& request)
    {
        return !request.header("User-Agent").isEmpty();
    }

    //! \brief The real one serves one request for each connection (A1).
    HttpResponse closing(HttpResponse response)
    {
        response.closeConnection = true;
        return response;
    }

} // namespace

CloudOnePbx::CloudOnePbx(QObject* parent)
    : QObject(parent)
    , m_office(Office::standard())
    , m_exchange(m_office)
    , m_stories(m_exchange, m_feed)
{
    connect(&m_exchange, &Exchange::happened, &m_feed, &EventFeed::publish);
    connect(&m_exchange, &Exchange::recordWritten, this,
            [this](const CallRecord& record) { m_archive.add(record); });
    m_server.setHandler([this](const HttpRequest& request) { return answer(request); });
    m_server.setUpgradeHandler(
        [this](const HttpRequest& request) { return decideUpgrade(request); },
        [this](QWebSocket* socket, const HttpRequest& request) {
            const auto token = tokenOf(request);
            const auto expiry = m_tokens.expiry(token, QDateTime::currentDateTimeUtc());
            m_feed.accept(socket, token, expiry.value_or(QDateTime()));
        });
    addEndpoints();
    addCallEndpoints();
    addBookEndpoints();
    addControls();
    applySettings();
    m_outage.setSingleShot(true);
    connect(&m_outage, &QTimer::timeout, this, &CloudOnePbx::comeUp);
}

bool CloudOnePbx::listen(quint16 port)
{
    return m_server.listen(port);
}

void CloudOnePbx::setTls(const QSslConfiguration& configuration)
{
    m_server.setTls(configuration);
}

void CloudOnePbx::setElsewhere(HttpServer::Route route)
{
    m_elsewhere = std::move(route);
}

QUrl CloudOnePbx::url() const
{
    QUrl address;
    address.setScheme(m_server.isTls() ? u"https"_s : u"http"_s);
    address.setHost(m_server.isTls() ? u"localhost"_s : u"127.0.0.1"_s);
    address.setPort(m_server.port());
    return address;
}

void CloudOnePbx::setSettings(const PbxSettings& settings)
{
    m_settings = settings;
    applySettings();
}

void CloudOnePbx::applySettings()
{
    m_tokens.setLifetimes(
        {m_settings.accessSeconds, m_settings.refreshSeconds, m_settings.tokenCap});
    m_feed.setSerial(m_settings.serial);
    m_feed.setSilenceLimit(m_settings.silenceMs);
    m_exchange.setPickUpDelays(m_settings.ownPickUpMs, m_settings.farEndMs);
    m_exchange.setUtcOffset(m_settings.utcOffsetSeconds);
    m_exchange.setRecording(m_settings.recordCalls);
    m_archive.setUtcOffset(m_settings.utcOffsetSeconds);
    m_archive.setRecordingDelay(m_settings.recordingDelayMs);
}

void CloudOnePbx::reset()
{
    m_stories.stop();
    m_exchange.clear();
    m_feed.dropAll();
    m_feed.setFrozen(false);
    m_tokens.clear();
    m_archive.clear();
    m_contacts.clear();
    m_failures.clear();
    m_requests.clear();
    m_office = Office::standard();
    m_faults = {};
    m_settings = {};
    applySettings();
    m_latestCall.clear();
    m_outage.stop();
    comeUp();
}

int CloudOnePbx::requestCount(const QString& endpoint) const
{
    return m_requests.value(endpoint);
}

std::optional<HttpResponse> CloudOnePbx::brokenAnswer() const
{
    if (m_faults.serverStatus != 0)
        return HttpResponse::html("<html><body>Bad gateway</body></html>", m_faults.serverStatus);
    if (m_faults.html)
        return HttpResponse::html("<!doctype html><title>Sign in to the Wi-Fi</title>");
    if (m_faults.badJson)
        return HttpResponse::text(R"({"errcode":0,"errmsg":"SUCC)");
    if (m_faults.ipForbidden)
        return HttpResponse::json(refusal(70087));
    if (m_faults.apiOff)
        return HttpResponse::json(refusal(70123));
    if (m_faults.internalError)
        return HttpResponse::json(refusal(-2));
    return std::nullopt;
}

HttpResponse CloudOnePbx::answer(const HttpRequest& request)
{
    if (request.path.startsWith("/control/pbx/"_L1))
        return control(request);
    const bool isDownload = request.path.startsWith("/api/download/"_L1);
    const auto name = isDownload ? u"download"_s : request.path.mid(kPrefix.size());
    if (!isDownload && !request.path.startsWith(kPrefix))
        return m_elsewhere ? m_elsewhere(request) : closing(HttpResponse::text("not found", 404));
    ++m_requests[m_endpoints.contains(name) || isDownload || name == "subscribe"_L1 ? name
                                                                                    : u"unknown"_s];
    auto response = HttpResponse();
    if (auto broken = brokenAnswer()) {
        response = *broken;
    } else if (isDownload) {
        const auto now = QDateTime::currentDateTimeUtc();
        response = m_tokens.expiry(tokenOf(request), now) ? m_archive.bytes(request)
                                                          : HttpResponse::text("forbidden", 403);
    } else {
        response = HttpResponse::json(answerEndpoint(name, request));
    }
    response.delayMs = m_faults.slowMs;
    if (m_faults.cutAfterBytes >= 0)
        response.cutAfterBytes = m_faults.cutAfterBytes;
    return closing(response);
}

QJsonObject CloudOnePbx::answerEndpoint(const QString& name, const HttpRequest& request)
{
    if (!hasUserAgent(request))
        return parameterRefusal(u"User-Agent"_s, u"required"_s);
    const auto endpoint = m_endpoints.constFind(name);
    if (endpoint == m_endpoints.cend() || endpoint->method != request.method)
        return refusal(10001);
    const bool signsIn = name == "get_token"_L1 || name == "refresh_token"_L1;
    // The token counts in the query only; a Bearer header is ignored (A1).
    if (!signsIn && !m_tokens.expiry(tokenOf(request), QDateTime::currentDateTimeUtc()))
        return refusal(10004);
    if (request.method == "POST") {
        QJsonParseError error;
        const auto body = QJsonDocument::fromJson(request.body, &error);
        const bool saysJson = request.header("Content-Type").startsWith("application/json");
        if (!body.isObject() || !saysJson)
            return refusal(40001);
    }
    return endpoint->answer(request);
}

std::optional<HttpResponse> CloudOnePbx::decideUpgrade(const HttpRequest& request)
{
    ++m_requests[u"subscribe"_s];
    if (request.path != QString(kPrefix + u"subscribe"_s))
        return HttpResponse::text("not found", 404);
    if (auto broken = brokenAnswer())
        return broken;
    if (!hasUserAgent(request))
        return HttpResponse::json(parameterRefusal(u"User-Agent"_s, u"required"_s));
    if (m_settings.refuseBadUpgrade
        && !m_tokens.expiry(tokenOf(request), QDateTime::currentDateTimeUtc()))
        return HttpResponse::json(refusal(10004), 403);
    return std::nullopt;
}

std::optional<QJsonObject> CloudOnePbx::blocked(const QString& peer) const
{
    const auto until = m_failures.value(peer).blockedUntil;
    if (!until.isValid() || until <= QDateTime::currentDateTimeUtc())
        return std::nullopt;
    auto answer = refusal(70004);
    answer.insert("block_expire_time"_L1, until.toSecsSinceEpoch());
    return answer;
}

QJsonObject CloudOnePbx::grantJson(const TokenStore::Grant& grant,
                                   const TokenStore::Lifetimes& lifetimes)
{
    return success({{u"access_token_expire_time"_s, lifetimes.accessSeconds},
                    {u"access_token"_s, QString::fromLatin1(grant.access)},
                    {u"refresh_token_expire_time"_s, lifetimes.refreshSeconds},
                    {u"refresh_token"_s, QString::fromLatin1(grant.refresh)}});
}

QJsonObject CloudOnePbx::getToken(const HttpRequest& request)
{
    if (const auto answer = blocked(request.peer))
        return *answer;
    const auto order = request.jsonObject();
    for (const auto& field : {u"username"_s, u"password"_s}) {
        if (!order.value(field).isString())
            return parameterRefusal(field, u"required"_s);
    }
    auto& failures = m_failures[request.peer];
    const auto now = QDateTime::currentDateTimeUtc();
    if (order.value("username"_L1).toString() != m_settings.clientId
        || order.value("password"_L1).toString() != m_settings.clientSecret) {
        if (++failures.count >= kFailuresUntilBlocked) {
            failures.count = 0;
            failures.blockedUntil = now.addSecs(m_settings.blockSeconds);
        }
        auto answer = refusal(-1);
        const QJsonObject field{{u"field"_s, u"username or password"_s}, {u"value"_s, u"error"_s}};
        answer.insert("invalid_param_list"_L1, QJsonArray{field});
        return answer;
    }
    failures = {};
    if (m_settings.newTokenEndsOld)
        m_tokens.clear();
    const auto grant = m_tokens.issue(now);
    return grant ? grantJson(*grant, m_tokens.lifetimes()) : refusal(60002);
}

QJsonObject CloudOnePbx::refreshToken(const HttpRequest& request)
{
    const auto token = request.jsonObject().value("refresh_token"_L1);
    if (!token.isString())
        return parameterRefusal(u"refresh_token"_s, u"required"_s);
    const auto grant = m_tokens.refresh(token.toString().toUtf8(), QDateTime::currentDateTimeUtc());
    return grant ? grantJson(*grant, m_tokens.lifetimes()) : refusal(10004);
}

void CloudOnePbx::addEndpoints()
{
    m_endpoints[u"get_token"_s] = {"POST", [this](const HttpRequest& request) {
                                       return getToken(request);
                                   }};
    m_endpoints[u"refresh_token"_s] = {"POST", [this](const HttpRequest& request) {
                                           return refreshToken(request);
                                       }};
    m_endpoints[u"del_token"_s] = {"GET", [this](const HttpRequest& request) {
                                       m_tokens.remove(tokenOf(request));
                                       m_feed.drop(tokenOf(request));
                                       return success();
                                   }};
    m_endpoints[u"system/information"_s] = {"GET", [this](const HttpRequest&) {
                                                return systemInformation();
                                            }};
    m_endpoints[u"cdr/list"_s] = {"GET", [this](const HttpRequest& request) {
                                      return m_archive.list(request);
                                  }};
    m_endpoints[u"cdr/search"_s] = {"GET", [this](const HttpRequest& request) {
                                        return m_archive.search(request);
                                    }};
    for (const auto& name : {u"recording/list"_s, u"recording/search"_s}) {
        m_endpoints[name] = {"GET", [this](const HttpRequest& request) {
                                 return m_archive.recordings(request);
                             }};
    }
    m_endpoints[u"recording/download"_s] = {"GET", [this](const HttpRequest& request) {
                                                return m_archive.download(request);
                                            }};
}

QJsonObject CloudOnePbx::systemInformation() const
{
    const auto now = QDateTime::currentDateTimeUtc();
    const auto local = now.toOffsetFromUtc(m_settings.utcOffsetSeconds);
    const QJsonObject data{{u"device_name"_s, u"sandbox"_s},
                           {u"model_name"_s, u"P-Series Cloud Edition"_s},
                           {u"sn"_s, m_settings.serial},
                           {u"firmware_version"_s, m_settings.firmware},
                           {u"system_time"_s, local.toString(u"yyyy/MM/dd HH:mm:ss"_s)},
                           {u"up_time"_s, u"12 days 03:11:20"_s},
                           {u"system_date_format"_s, u"YYYY/MM/DD"_s},
                           {u"system_time_format"_s, u"hh:mm:ss"_s},
                           {u"timestamp"_s, now.toSecsSinceEpoch()}};
    return success({{u"data"_s, data}});
}

} // namespace companion::sandbox
