// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of OAuthServer that gives tokens and takes them back (salesforce-api.md 1.5 to 1.8).
#include "tests/sandbox/salesforce/oauthanswers.h"
#include "tests/sandbox/salesforce/oauthserver.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype refreshTokensPerUser = 5;

    QString challengeOf(const QString& verifier)
    {
        const auto hash = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
        return QString::fromLatin1(
            hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }

} // namespace

std::optional<HttpResponse> OAuthServer::checkClient(const HttpRequest& request,
                                                     const Parameters& form,
                                                     bool secretRequired) const
{
    QString id = valueOf(form, u"client_id");
    bool hasSecret = std::any_of(form.begin(), form.end(),
                                 [](const auto& pair) { return pair.first == "client_secret"_L1; });
    QString secret = valueOf(form, u"client_secret");
    const QByteArray header = request.header("Authorization").trimmed();
    if (header.left(6).toLower() == "basic ") {
        const QString pair = QString::fromUtf8(QByteArray::fromBase64(header.mid(6).trimmed()));
        id = QUrl::fromPercentEncoding(pair.section(u':', 0, 0).toUtf8());
        secret = QUrl::fromPercentEncoding(pair.section(u':', 1).toUtf8());
        hasSecret = true;
    }
    if (id != m_app.clientId)
        return oauthError(u"invalid_client_id"_s, u"client identifier invalid"_s);
    // A secret that is sent is checked, even where none is asked for, and even when it is empty.
    if ((hasSecret || secretRequired) && secret != m_app.clientSecret)
        return oauthError(u"invalid_client"_s, u"invalid client credentials"_s);
    return {};
}

HttpResponse OAuthServer::token(const HttpRequest& request, const Parameters& form)
{
    if (const auto fault = m_state.faults.take("login-error"_L1)) {
        const auto [error, description] = faultyError(*fault);
        return oauthError(error, description);
    }
    const QString type = valueOf(form, u"grant_type");
    if (type != "authorization_code"_L1 && type != "refresh_token"_L1)
        return oauthError(u"unsupported_grant_type"_s, u"grant type not supported"_s);
    const bool refreshing = type == "refresh_token"_L1;
    if (auto refused = checkClient(
            request, form, refreshing ? m_app.secretRequiredForRefresh : m_app.secretRequired))
        return *refused;
    HttpResponse response = refreshing ? refresh(form) : exchangeCode(form);
    response.headers.emplaceBack("Cache-Control", "no-cache, no-store");
    return response;
}

HttpResponse OAuthServer::exchangeCode(const Parameters& form)
{
    const QString code = valueOf(form, u"code");
    const auto found = m_codes.constFind(code);
    if (found == m_codes.constEnd()) {
        // A code used twice may have been stolen: what it gave dies too (RFC 6749 4.1.2).
        if (const auto family = m_usedCodes.constFind(code); family != m_usedCodes.constEnd())
            killFamily(*family);
        return oauthError(u"invalid_grant"_s,
                          code.startsWith("aPrx"_L1) ? u"expired authorization code"_s
                                                     : u"invalid authorization code"_s);
    }
    if (valueOf(form, u"redirect_uri").isEmpty())
        return oauthError(u"redirect_uri_missing"_s, u"redirect_uri not provided"_s);
    if (valueOf(form, u"redirect_uri") != found->redirectUri)
        return oauthError(u"redirect_uri_mismatch"_s, u"redirect_uri must match configuration"_s);
    const Grant grant = m_codes.take(code);
    if (grant.until < m_state.now())
        return oauthError(u"invalid_grant"_s, u"expired authorization code"_s);
    const QString verifier = valueOf(form, u"code_verifier");
    if (!grant.challenge.isEmpty()
        && (verifier.size() < 43 || challengeOf(verifier) != grant.challenge))
        return oauthError(u"invalid_grant"_s, u"invalid code verifier"_s);

    const int family = ++m_lastFamily;
    m_usedCodes.insert(code, family);
    QString refreshToken;
    if (grant.scopes.contains("refresh_token"_L1) || grant.scopes.contains("offline_access"_L1)) {
        refreshToken = u"5Aep861"_s + randomText(80);
        m_refreshTokens.insert(refreshToken, {family, grant.scopes, false});
        dropOldestFamilies();
    }
    return issue(family, grant.scopes, refreshToken);
}

void OAuthServer::dropOldestFamilies()
{
    QList<int> families;
    for (const auto& token : m_refreshTokens) {
        if (!token.used && !families.contains(token.family))
            families.append(token.family);
    }
    std::sort(families.begin(), families.end());
    while (families.size() > refreshTokensPerUser) {
        const int oldest = families.takeFirst();
        m_refreshTokens.removeIf(
            [oldest](const auto& entry) { return entry.value().family == oldest; });
    }
}

HttpResponse OAuthServer::refresh(const Parameters& form)
{
    const QString given = valueOf(form, u"refresh_token");
    const auto found = m_refreshTokens.find(given);
    if (m_state.faults.take("revoke-refresh"_L1)) {
        if (found != m_refreshTokens.end())
            killFamily(found->family);
        return oauthError(u"invalid_grant"_s, u"expired access/refresh token"_s);
    }
    if (found == m_refreshTokens.end())
        return oauthError(u"invalid_grant"_s, u"expired access/refresh token"_s);
    if (found->used) {
        killFamily(found->family);
        return oauthError(u"invalid_grant"_s, u"expired access/refresh token"_s);
    }
    const RefreshToken token = *found;
    QString next;
    if (m_app.rotation) {
        found->used = true;
        next = u"5Aep861"_s + randomText(80);
        m_refreshTokens.insert(next, {token.family, token.scopes, false});
    }
    if (const auto moved = m_state.faults.take("instance-url-change"_L1)) {
        QUrl url = m_state.baseUrl;
        if (moved->isString())
            url = QUrl(moved->toString());
        else
            url.setHost(u"127.0.0.1"_s);
        m_state.instanceUrl = url;
    }
    return issue(token.family, token.scopes, next);
}

QString OAuthServer::newAccessToken() const
{
    if (!m_app.jwtTokens)
        return QString(m_state.organizationId.left(15) + u"!AQ8AQ"_s + randomText(90));
    // Only its looks: the client has to take it as it is, so the signature is noise
    // (salesforce-api.md 1.5).
    const auto part = [](const QJsonObject& object) {
        return QString::fromLatin1(
            QJsonDocument(object)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    const QString head = part({{u"alg"_s, u"RS256"_s},
                               {u"typ"_s, u"JWT"_s},
                               {u"kid"_s, u"1"_s},
                               {u"tty"_s, u"sfdc-core-token"_s},
                               {u"ver"_s, u"1.0"_s}});
    const QString content = part({{u"sub"_s, QString(u"uid:"_s + m_state.userId)},
                                  {u"client_id"_s, m_app.clientId},
                                  {u"jti"_s, randomText(22)}});
    return QString(head + u'.' + content + u'.' + randomText(342).replace(u'.', u'-'));
}

HttpResponse OAuthServer::issue(int family, const QStringList& scopes, const QString& refreshToken)
{
    const QDateTime now = m_state.now();
    const QString access = newAccessToken();
    m_accessTokens.insert(access, {family, scopes, now, now.addSecs(m_app.accessLifetime.count())});
    QStringList shuffled = scopes;
    std::shuffle(shuffled.begin(), shuffled.end(), *QRandomGenerator::system());
    const QString issuedAt = QString::number(now.toMSecsSinceEpoch());
    const QByteArray signature =
        QMessageAuthenticationCode::hash(QString(identityUrl() + issuedAt).toUtf8(),
                                         m_app.clientSecret.toUtf8(), QCryptographicHash::Sha256);
    QJsonObject answer{{u"access_token"_s, access},
                       {u"signature"_s, QString::fromLatin1(signature.toBase64())},
                       {u"scope"_s, shuffled.join(u' ')},
                       {u"instance_url"_s, m_state.instanceUrl.toString()},
                       {u"id"_s, identityUrl()},
                       {u"token_type"_s, u"Bearer"_s},
                       {u"issued_at"_s, issuedAt}};
    if (!refreshToken.isEmpty())
        answer.insert(u"refresh_token"_s, refreshToken);
    return jsonAnswer(answer);
}

void OAuthServer::killFamily(int family)
{
    m_refreshTokens.removeIf(
        [family](const auto& entry) { return entry.value().family == family; });
    m_accessTokens.removeIf([family](const auto& entry) { return entry.value().family == family; });
}

void OAuthServer::revokeEverything()
{
    m_refreshTokens.clear();
    m_accessTokens.clear();
}

HttpResponse OAuthServer::revoke(const Parameters& form)
{
    const QString token = valueOf(form, u"token");
    if (const auto refreshToken = m_refreshTokens.constFind(token);
        refreshToken != m_refreshTokens.constEnd())
        killFamily(refreshToken->family);
    else if (m_accessTokens.remove(token) == 0)
        return oauthError(u"invalid_token"_s, u"invalid token: "_s);
    return plainText({}, 200);
}

HttpResponse OAuthServer::introspect(const HttpRequest& request, const Parameters& form)
{
    if (const auto refused = checkClient(request, form, true))
        return oauthError(u"invalid_client"_s, u"invalid client credentials"_s, 401);
    const QString token = valueOf(form, u"token");
    const auto access = m_accessTokens.constFind(token);
    if (access != m_accessTokens.constEnd() && access->until > m_state.now()) {
        const Record* user = m_state.store.find(m_state.userId);
        return jsonAnswer(QJsonObject{{u"active"_s, true},
                                      {u"scope"_s, access->scopes.join(u' ')},
                                      {u"client_id"_s, m_app.clientId},
                                      {u"username"_s, user ? user->text(u"Username"_s) : QString()},
                                      {u"sub"_s, identityUrl()},
                                      {u"token_type"_s, u"access_token"_s},
                                      {u"exp"_s, access->until.toSecsSinceEpoch()},
                                      {u"iat"_s, access->issued.toSecsSinceEpoch()},
                                      {u"nbf"_s, access->issued.toSecsSinceEpoch()}});
    }
    const auto refreshToken = m_refreshTokens.constFind(token);
    if (refreshToken != m_refreshTokens.constEnd() && !refreshToken->used)
        return jsonAnswer(QJsonObject{{u"active"_s, true},
                                      {u"scope"_s, refreshToken->scopes.join(u' ')},
                                      {u"client_id"_s, m_app.clientId},
                                      {u"token_type"_s, u"refresh_token"_s}});
    return jsonAnswer(QJsonObject{{u"active"_s, false}});
}

} // namespace companion::sandbox
