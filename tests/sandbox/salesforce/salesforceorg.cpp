// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/salesforceorg.h"

#include "tests/sandbox/salesforce/gzip.h"
#include "tests/sandbox/salesforce/oauthanswers.h"
#include "tests/sandbox/salesforce/oauthpages.h"
#include "tests/sandbox/salesforce/orgpeople.h"
#include "tests/sandbox/salesforce/recordpages.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype longestUrl = 16'384;
    constexpr int oldestVersion = 31;
    constexpr int newestVersion = 67;

    ApiError problem(int status, const QString& code, const QString& message)
    {
        return ApiError{
            .status = status, .code = code, .message = message, .fields = {}, .extra = {}};
    }

    //! "Summer '26" is 67.0; three releases a year, counted back from there.
    QString releaseName(int version)
    {
        static const QStringList seasons{u"Spring"_s, u"Summer"_s, u"Winter"_s};
        const int index = version - 66; // 66 is Spring '26
        const int year = 26 + (index >= 0 ? index / 3 : -((-index + 2) / 3));
        const QString& season = seasons.at(((index % 3) + 3) % 3);
        return u"%1 '%2"_s.arg(season).arg(season == "Winter"_L1 ? year + 1 : year);
    }

    QString withoutDoubleSlashes(QString path)
    {
        static const QRegularExpression slashes(u"/{2,}"_s);
        return path.replace(slashes, u"/"_s);
    }

    bool isWrite(const HttpRequest& request)
    {
        return request.method == "POST" || request.method == "PATCH" || request.method == "DELETE"
            || request.method == "PUT";
    }

    HttpResponse htmlResponse(const QByteArray& body, int status)
    {
        HttpResponse response;
        response.status = status;
        response.contentType = "text/html; charset=UTF-8";
        response.body = body;
        return response;
    }

    ApiCall toCall(const HttpRequest& request, int version, const QString& rest)
    {
        ApiCall call;
        call.method = request.method == "HEAD" ? QByteArray("GET") : request.method;
        call.version = version;
        call.segments = rest.split(u'/', Qt::SkipEmptyParts);
        call.parameters = parseFormPairs(request.query.toString(QUrl::FullyEncoded).toUtf8());
        call.body = request.body;
        call.headers = request.headers;
        // For clients that cannot send PATCH.
        if (const QString method = call.parameter(u"_HttpMethod");
            request.method == "POST" && !method.isEmpty())
            call.method = method.toLatin1();
        return call;
    }

} // namespace

SalesforceOrg::SalesforceOrg(QObject* parent) : QObject(parent), m_rest(m_state), m_oauth(m_state)
{
    reset(SignIns::Forget);
}

void SalesforceOrg::reset(SignIns signIns)
{
    const QUrl baseUrl = m_state.baseUrl;
    m_state = OrgState{};
    m_state.search.delay = m_indexDelay;
    m_state.userId = toLongId(u"0055g00000XyZab"_s);
    m_state.organizationId = toLongId(u"00D5g00000AbCdE"_s);
    if (signIns == SignIns::Forget)
        m_oauth.reset();
    m_rest.forgetCursors();
    fillWithPeople(m_state);
    setBaseUrl(baseUrl);
}

void SalesforceOrg::setBaseUrl(const QUrl& url)
{
    m_state.baseUrl = url.adjusted(QUrl::StripTrailingSlash);
    m_state.instanceUrl = m_state.baseUrl;
}

void SalesforceOrg::setIndexDelay(std::chrono::milliseconds delay)
{
    m_indexDelay = delay;
    m_state.search.delay = delay;
}

HttpResponse SalesforceOrg::handle(const HttpRequest& request)
{
    const QString path = withoutDoubleSlashes(request.path);
    if (path.startsWith("/services/data"_L1))
        return restRequest(request, path);
    if (m_oauth.isMine(path)) {
        const QString subject = QString::fromLatin1(request.method) + u' ' + path;
        if (auto broken = path.endsWith("/authorize"_L1) ? std::nullopt : brokenServer(subject))
            return *broken;
        HttpResponse response = m_oauth.handle(request, path);
        if (const auto slow = m_state.faults.take("slow-oauth"_L1, subject))
            response.delayMs = slow->toInt();
        return response;
    }
    m_state.log.count(u"page"_s);
    return RecordPages(m_state).show(request, path);
}

// ---- REST by HTTP ----

HttpResponse SalesforceOrg::versions() const
{
    QJsonArray list;
    for (int version = oldestVersion; version <= newestVersion; ++version) {
        list.append(QJsonObject{{u"label"_s, releaseName(version)},
                                {u"url"_s, u"/services/data/v%1.0"_s.arg(version)},
                                {u"version"_s, u"%1.0"_s.arg(version)}});
    }
    return jsonAnswer(list);
}

HttpResponse SalesforceOrg::restRequest(const HttpRequest& request, const QString& path)
{
    static const QRegularExpression pattern(u"^/services/data/v(\\d+)\\.0(/.*)?$"_s);
    const QString subject = QString::fromLatin1(request.method) + u' ' + path;
    if (request.rawPath.size() + request.query.toString(QUrl::FullyEncoded).size() > longestUrl)
        return htmlResponse("<html><body><h1>414 URI Too Long</h1></body></html>", 414);
    if (path == "/services/data"_L1 || path == "/services/data/"_L1)
        return versions();
    if (auto broken = brokenServer(subject))
        return *broken;
    const auto match = pattern.match(path);
    if (!match.hasMatch())
        return toHttp(request, refusal(notFound()), subject);
    const int version = match.captured(1).toInt();
    if (version < oldestVersion)
        return toHttp(request,
                      refusal(problem(410, u"UNSUPPORTED_API_VERSION"_s,
                                      u"API version %1.0 has been retired."_s.arg(version))),
                      subject);
    if (auto refused = refusedToken(request, subject))
        return toHttp(request, refusal(*refused), subject);
    if (version > newestVersion)
        return toHttp(request, refusal(notFound()), subject);
    if (auto refused = refusedUse(subject))
        return toHttp(request, refusal(*refused), subject);

    const ApiCall call = toCall(request, version, match.captured(2));
    m_state.apiUsed += RestApi::costOf(call);
    m_state.log.count(u"api"_s);
    if (auto refused = refusedForm(request))
        return toHttp(request, refusal(*refused), subject);
    if (isWrite(request)) {
        if (const auto cut = m_state.faults.take("cut-before-commit"_L1, subject)) {
            HttpResponse response;
            response.cutAfterBytes = 0;
            return response;
        }
    }
    return toHttp(request, m_rest.perform(call), subject);
}

std::optional<ApiError> SalesforceOrg::refusedToken(const HttpRequest& request,
                                                    const QString& subject)
{
    const auto expired = problem(401, u"INVALID_SESSION_ID"_s, u"Session expired or invalid"_s);
    const auto withoutApi = problem(401, u"INVALID_SESSION_ID"_s,
                                    u"This session is not valid for use with the REST API"_s);
    const QByteArray header = request.header("Authorization");
    if (header.isEmpty())
        return expired;
    const QString token = bearerToken(request);
    if (token.isEmpty())
        return problem(401, u"INVALID_AUTH_HEADER"_s, u"INVALID_HEADER_TYPE"_s);
    if (m_state.faults.take("401-once"_L1, subject)
        || m_state.faults.take("401-always"_L1, subject))
        return expired;
    if (m_state.faults.take("401-no-rest"_L1, subject))
        return withoutApi;
    switch (m_oauth.standingOf(token)) {
    case OAuthServer::Standing::Good:
        return {};
    case OAuthServer::Standing::Bad:
        return expired;
    case OAuthServer::Standing::WithoutApi:
        return withoutApi;
    }
    return expired;
}

std::optional<ApiError> SalesforceOrg::refusedUse(const QString& subject)
{
    if (m_state.faults.take("api-disabled"_L1, subject))
        return problem(403, u"API_DISABLED_FOR_ORG"_s,
                       u"The REST API is not enabled for this Organization."_s);
    if (m_state.faults.take("concurrent"_L1, subject))
        return problem(403, u"REQUEST_LIMIT_EXCEEDED"_s,
                       u"ConcurrentRequests (Concurrent API Requests) Limit exceeded."_s);
    if (m_state.faults.take("quota"_L1, subject) || m_state.apiUsed >= m_state.apiMax)
        return problem(403, u"REQUEST_LIMIT_EXCEEDED"_s, u"TotalRequests Limit exceeded."_s);
    return {};
}

std::optional<ApiError> SalesforceOrg::refusedForm(const HttpRequest& request) const
{
    const bool hasBody = request.method == "POST" || request.method == "PATCH";
    if (hasBody && !request.header("Content-Type").toLower().contains("json"))
        return problem(
            415, u"UNSUPPORTED_MEDIA_TYPE"_s,
            u"The HTTP entity body is required to be in a supported media type: application/json"_s);
    return {};
}

std::optional<HttpResponse> SalesforceOrg::brokenServer(const QString& subject)
{
    if (m_state.faults.take("html-500"_L1, subject))
        return htmlResponse("<html><head><title>Error</title></head><body><h1>An internal server "
                            "error has occurred</h1>"
                            "</body></html>",
                            500);
    if (const auto kind = m_state.faults.take("503"_L1, subject)) {
        if (kind->toString() == "html"_L1)
            return htmlResponse("<html><body><h1>Down for maintenance</h1></body></html>", 503);
        return jsonAnswer(refusal(problem(503, u"SERVER_UNAVAILABLE"_s,
                                          u"Your organization is temporarily unavailable"_s))
                              .body,
                          503);
    }
    if (m_state.faults.take("garbage-json"_L1, subject)) {
        HttpResponse response = jsonAnswer(QJsonObject{});
        response.body = R"({"records":[{"attributes":{"type":"Cont)";
        return response;
    }
    return {};
}

HttpResponse SalesforceOrg::toHttp(const HttpRequest& request, const ApiReply& reply,
                                   const QString& subject)
{
    HttpResponse response;
    if (!reply.empty)
        response = jsonAnswer(reply.body, reply.status);
    response.status = reply.status;
    response.headers = reply.headers;
    if (reply.status != 401 && reply.status != 410)
        response.headers.emplaceBack("Sforce-Limit-Info", limitHeader());
    finish(response, request, subject);
    return response;
}

void SalesforceOrg::finish(HttpResponse& response, const HttpRequest& request,
                           const QString& subject)
{
    if (const auto slow = m_state.faults.take("slow"_L1, subject))
        response.delayMs = slow->toInt(1000);
    if (isWrite(request) && response.status < 300) {
        if (const auto cut = m_state.faults.take("cut-after-commit"_L1, subject))
            response.cutAfterBytes = cut->toInt(0);
    }
    if (m_state.gzip && request.header("Accept-Encoding").contains("gzip")
        && !response.body.isEmpty()) {
        response.body = gzipped(response.body);
        response.headers.emplaceBack("Content-Encoding", "gzip");
    }
}

QByteArray SalesforceOrg::limitHeader() const
{
    QByteArray header = "api-usage=" + QByteArray::number(m_state.apiUsed) + '/'
        + QByteArray::number(m_state.apiMax);
    if (m_state.perAppUsage)
        header += "; per-app-api-usage=17/250(appName=cloud-one-companion)";
    return header;
}

} // namespace companion::sandbox
