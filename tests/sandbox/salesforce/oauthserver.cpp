// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/oauthserver.h"

#include "tests/sandbox/salesforce/oauthanswers.h"
#include "tests/sandbox/salesforce/oauthpages.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

QString bearerToken(const HttpRequest& request)
{
    const QByteArray header = request.header("Authorization").trimmed();
    for (const QByteArray& scheme : {QByteArray("bearer "), QByteArray("oauth ")}) {
        if (header.left(scheme.size()).toLower() == scheme)
            return QString::fromLatin1(header.mid(scheme.size()).trimmed());
    }
    return {};
}

OAuthServer::OAuthServer(OrgState& state) : m_state(state)
{
    reset();
}

void OAuthServer::reset()
{
    m_app = AppRegistration{};
    m_app.clientId = u"3MVG9SandboxCompanion.CloudOne_7kQ2dV5xYtB0mWcR8uZ1nEaHsJpLfGi"_s;
    m_app.clientSecret = u"5F0C2A9E7B3D41688E1AD0B7C4F29635D8E10B47A6C93F52"_s;
    for (const int port : {53682, 53683, 53684})
        m_app.callbacks.append(u"http://localhost:%1/oauth/callback"_s.arg(port));
    m_app.scopes = {u"api"_s, u"refresh_token"_s, u"offline_access"_s, u"id"_s, u"openid"_s,
                    u"web"_s, u"full"_s};
    m_pending.clear();
    m_codes.clear();
    m_usedCodes.clear();
    m_accessTokens.clear();
    m_refreshTokens.clear();
}

bool OAuthServer::setCallbacks(const QStringList& callbacks)
{
    // Plain http is accepted for the host "localhost" alone; http://127.0.0.1 is not
    // (salesforce-api.md 1.4).
    for (const QString& callback : callbacks) {
        const QUrl url(callback, QUrl::StrictMode);
        if (!url.isValid() || url.scheme().isEmpty()
            || (url.scheme() == "http"_L1 && url.host() != "localhost"_L1))
            return false;
    }
    m_app.callbacks = callbacks;
    return true;
}

bool OAuthServer::isMine(const QString& path) const
{
    return path.startsWith("/services/oauth2/"_L1) || path.startsWith("/id/"_L1)
        || path == "/.well-known/openid-configuration"_L1;
}

HttpResponse OAuthServer::handle(const HttpRequest& request, const QString& path)
{
    const Parameters query = parseFormPairs(request.query.toString(QUrl::FullyEncoded).toUtf8());
    const Parameters form = request.method == "POST" ? parseFormPairs(request.body) : query;
    const QString name = path.section(u'/', -1);
    if (path == "/.well-known/openid-configuration"_L1)
        return discovery();
    if (path.startsWith("/id/"_L1) || name == "userinfo"_L1)
        return identity(request, path);
    m_state.log.count(u"oauth."_s + name);
    if (name == "authorize"_L1)
        return authorize(form);
    if (name == "approve"_L1 && request.method == "POST")
        return decide(form);
    if (name == "revoke"_L1)
        return revoke(form);
    if (request.method != "POST")
        return oauthError(u"invalid_request"_s, u"must use HTTP POST"_s);
    if (!request.header("Content-Type").toLower().startsWith("application/x-www-form-urlencoded"))
        return oauthError(u"unsupported_grant_type"_s, u"grant type not supported"_s);
    if (name == "token"_L1)
        return token(request, form);
    if (name == "introspect"_L1)
        return introspect(request, form);
    return page(htmlPage(u"Not found"_s, u"<section><h1>URL No Longer Exists</h1></section>"_s),
                404);
}

HttpResponse OAuthServer::authorize(const Parameters& parameters)
{
    const QString redirectUri = valueOf(parameters, u"redirect_uri");
    const QString state = valueOf(parameters, u"state");
    if (valueOf(parameters, u"client_id") != m_app.clientId)
        return page(authorizationErrorPage(u"invalid_client_id"_s, u"client identifier invalid"_s),
                    400);
    if (redirectUri.isEmpty())
        return page(
            authorizationErrorPage(u"redirect_uri_missing"_s, u"redirect_uri not provided"_s), 400);
    if (!m_app.callbacks.contains(redirectUri))
        return page(authorizationErrorPage(u"redirect_uri_mismatch"_s,
                                           u"redirect_uri must match configuration"_s),
                    400);
    if (valueOf(parameters, u"response_type") != "code"_L1)
        return redirectError(redirectUri, state, u"unsupported_response_type"_s,
                             u"response type not supported"_s);
    if (const auto fault = m_state.faults.take("authorize-error"_L1)) {
        const auto [error, description] = faultyError(*fault);
        return redirectError(redirectUri, state, error, description);
    }
    Grant grant;
    grant.redirectUri = redirectUri;
    grant.state = state;
    grant.challenge = valueOf(parameters, u"code_challenge");
    const QString method = valueOf(parameters, u"code_challenge_method");
    if (grant.challenge.isEmpty() && m_app.pkceRequired)
        return redirectError(redirectUri, state, u"invalid_request"_s,
                             u"missing required code challenge"_s);
    // Without a method Salesforce takes S256; other methods it does not know
    // (salesforce-api.md 1.4).
    if (!grant.challenge.isEmpty()
        && (grant.challenge.size() != 43 || (!method.isEmpty() && method != "S256"_L1)))
        return redirectError(redirectUri, state, u"invalid_request"_s, u"invalid code challenge"_s);
    grant.scopes = valueOf(parameters, u"scope").split(u' ', Qt::SkipEmptyParts);
    if (grant.scopes.isEmpty())
        grant.scopes = m_app.scopes;
    for (const QString& scope : grant.scopes) {
        if (!m_app.scopes.contains(scope))
            return redirectError(redirectUri, state, u"invalid_scope"_s,
                                 u"the requested scope is not allowed"_s);
    }
    if (m_state.faults.take("deny"_L1))
        return finish(grant, false);
    if (m_app.autoApprove)
        return finish(grant, true);
    if (valueOf(parameters, u"immediate") == "true"_L1)
        return redirectError(redirectUri, state, u"immediate_unsuccessful"_s,
                             u"immediate_unsuccessful"_s);
    const QString requestId = randomText(24);
    m_pending.insert(requestId, grant);
    const Record* user = m_state.store.find(m_state.userId);
    return page(approvalPage(requestId, user ? user->text(u"Username"_s) : QString(), grant.scopes),
                200);
}

HttpResponse OAuthServer::decide(const Parameters& form)
{
    const QString request = valueOf(form, u"request");
    if (!m_pending.contains(request))
        return page(
            authorizationErrorPage(u"invalid_request"_s, u"this page has been used already"_s),
            400);
    return finish(m_pending.take(request), valueOf(form, u"decision") == "allow"_L1);
}

HttpResponse OAuthServer::finish(const Grant& grant, bool allowed)
{
    if (!allowed)
        return redirectError(grant.redirectUri, grant.state, u"access_denied"_s,
                             u"end-user denied authorization"_s);
    const QString code = u"aPrx"_s + randomText(80) + u"=="_s;
    Grant kept = grant;
    kept.until = m_state.now().addSecs(m_app.codeLifetime.count());
    m_codes.insert(code, kept);
    Parameters parameters{{u"code"_s, code}};
    if (!grant.state.isEmpty())
        parameters.append({u"state"_s, grant.state});
    return redirect(grant.redirectUri, parameters);
}

OAuthServer::Standing OAuthServer::standingOf(const QString& accessToken) const
{
    const auto token = m_accessTokens.constFind(accessToken);
    if (token == m_accessTokens.constEnd() || token->until <= m_state.now())
        return Standing::Bad;
    return token->scopes.contains("api"_L1) || token->scopes.contains("full"_L1)
        ? Standing::Good
        : Standing::WithoutApi;
}

QJsonObject OAuthServer::toJson() const
{
    const auto current = std::count_if(m_refreshTokens.begin(), m_refreshTokens.end(),
                                       [](const auto& token) { return !token.used; });
    const QDateTime now = m_state.now();
    const auto valid = std::count_if(m_accessTokens.begin(), m_accessTokens.end(),
                                     [&](const auto& token) { return token.until > now; });
    return {{u"accessTokens"_s, qint64(valid)},
            {u"refreshTokens"_s, qint64(current)},
            {u"openApprovals"_s, m_pending.size()},
            {u"openCodes"_s, m_codes.size()},
            {u"rotation"_s, m_app.rotation},
            {u"autoApprove"_s, m_app.autoApprove},
            {u"pkceRequired"_s, m_app.pkceRequired},
            {u"accessLifetimeSeconds"_s, qint64(m_app.accessLifetime.count())},
            {u"callbacks"_s, QJsonArray::fromStringList(m_app.callbacks)},
            {u"clientId"_s, m_app.clientId}};
}

} // namespace companion::sandbox
